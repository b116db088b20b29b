from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsers import browser
from built_sites import ROOT, jewellery, run_folder, shipped, shipped_by_zensical
from playwright.sync_api import BrowserContext
from web_server import serving

from generator.build import load
from generator.build.folder import read_folder
from generator.process import Process

__all__ = ["jewellery", "run_folder", "shipped", "shipped_by_zensical"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture
def context() -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that opens a reader of their own, with the options that Playwright's `new_context` takes."""
    opened: list[BrowserContext] = []

    def open_context(**options: object) -> BrowserContext:
        made = browser().new_context(**({"reduced_motion": "reduce"} | options))  # type: ignore[arg-type]
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
