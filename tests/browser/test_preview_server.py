"""`showroom serve`: both languages, after every change, and the last good page while there is a mistake."""

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from built_sites import BILINGUAL, copy_of_project, environment, program
from playwright.sync_api import BrowserContext, expect

LONGEST_REBUILD = 60_000  # milliseconds


@dataclass(frozen=True)
class Preview:
    """A running `showroom serve`: where it answers, the stage it shows, and what it prints."""

    address: str
    stage: Path
    output: Path

    def replace(self, old: str, new: str) -> None:
        """Change the stage as an editor does: the file at once."""
        text = self.stage.read_text(encoding="utf-8")
        assert old in text
        self.stage.write_text(text.replace(old, new), encoding="utf-8")

    def wait_until_printed(self, text: str) -> None:
        deadline = time.monotonic() + LONGEST_REBUILD / 1000
        while text not in self.output.read_text(encoding="utf-8"):
            assert time.monotonic() < deadline, self.output.read_text(encoding="utf-8")
            time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("preview")
    project = copy_of_project(folder / "project", BILINGUAL)
    port = free_port()
    output = folder / "output.txt"
    with output.open("w", encoding="utf-8") as file:
        command = [program("showroom"), "serve", "--port", str(port), "--lang", "en"]
        running = subprocess.Popen(
            command,
            cwd=project,
            env=environment(project, PYTHONUNBUFFERED="1"),
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        shown = Preview(f"http://127.0.0.1:{port}/", project / "process" / "1-meeting" / "stage.yml", output)
        try:
            shown.wait_until_printed(f"{port}/")
            yield shown
        finally:
            running.terminate()
            running.wait(timeout=30)


def test_it_answers_in_both_languages(preview: Preview, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    page.goto(f"{preview.address}meeting/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Meeting")
    page.locator("header a[hreflang=zh]").click()
    expect(page).to_have_url(f"{preview.address}zh/meeting/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("见面")
    missing = page.goto(f"{preview.address}zh/nowhere/")
    assert missing is not None
    assert missing.status == 404


def test_an_open_page_follows_a_change(preview: Preview, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    page.goto(f"{preview.address}zh/meeting/")
    preview.replace("向客户问好", "请客户入座")
    expect(page.get_by_text("请客户入座")).to_be_visible(timeout=LONGEST_REBUILD)
    expect(page.get_by_text("向客户问好")).to_have_count(0)


def test_the_last_good_page_stays_while_there_is_a_mistake(
    preview: Preview, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    page.goto(f"{preview.address}meeting/")
    preview.replace("type: steps", "type: stepz")
    preview.wait_until_printed("The pages stay as they were")
    said = preview.output.read_text(encoding="utf-8")
    assert "1-meeting/stage.yml:7:11 unknown-type" in said
    page.reload()
    expect(page.get_by_role("heading", name="First steps")).to_be_visible()
    preview.replace("type: stepz", "type: steps")
    preview.replace("First steps", "The mended steps")
    expect(page.get_by_role("heading", name="The mended steps")).to_be_visible(timeout=LONGEST_REBUILD)
