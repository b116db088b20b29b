import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from built_sites import ROOT, jewellery, run_folder, shipped, shipped_by_zensical
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from web_server import serving

from generator.build import load
from generator.build.folder import read_folder
from generator.process import Process

__all__ = ["jewellery", "run_folder", "shipped", "shipped_by_zensical"]

ARGUMENTS = (
    "--no-sandbox",  # containers run tests as root
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def chromium() -> str | None:
    """Return the browser to use: the one that SHOWROOM_CHROMIUM names, else one that is installed."""
    named = os.environ.get("SHOWROOM_CHROMIUM")
    programs = [named] if named else ["/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome", "chrome"]
    return next((found for program in programs if (found := shutil.which(program))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser that the tests of one worker share."""
    with sync_playwright() as playwright:
        program = chromium()
        if program is None and Path(playwright.chromium.executable_path).is_file():
            program = playwright.chromium.executable_path
        if program is None:
            pytest.fail(
                "These tests need Chromium, and none is installed. Install one, name one in the environment as "
                'SHOWROOM_CHROMIUM, or leave these tests out with `-m "not browser"`.'
            )
        started = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that opens a reader of their own, with the options that Playwright's `new_context` takes."""
    opened: list[BrowserContext] = []

    def open_context(**options: object) -> BrowserContext:
        made = browser.new_context(**({"reduced_motion": "reduce"} | options))  # type: ignore[arg-type]
        made.set_default_timeout(15_000)
        opened.append(made)
        return made

    yield open_context
    for made in opened:
        made.close()


@pytest.fixture(scope="session")
def process() -> Process:
    """Return the shipped process."""
    return load(read_folder(ROOT / "process"))[0]


@pytest.fixture(scope="session")
def by_mkdocs(shipped: Path) -> Iterator[str]:
    """Serve the shipped process as MkDocs built it; give its address."""
    with serving(shipped) as address:
        yield address


@pytest.fixture(scope="session")
def by_zensical(shipped_by_zensical: Path) -> Iterator[str]:
    """Serve the shipped process as Zensical built it; give its address."""
    with serving(shipped_by_zensical) as address:
        yield address


@pytest.fixture(params=["by_mkdocs", "by_zensical"])
def served(request: pytest.FixtureRequest) -> str:
    """Return the address of the shipped process, by each engine in turn."""
    address: str = request.getfixturevalue(request.param)
    return address
