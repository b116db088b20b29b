"""A running `showroom serve`, as its user has it: a folder of files, a terminal, and what a browser gets."""

import json
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

from built_sites import BILINGUAL, copy_of_project, environment, program

PATIENCE = 60.0  # seconds: on a machine that does other things too
STAGE = "1-meeting/stage.yml"


@dataclass(frozen=True)
class Preview:
    """Where it answers, the folder of its process, and the file that takes what it prints."""

    address: str
    process: Path
    output: Path
    running: "subprocess.Popen[bytes]"

    def replace(self, old: str, new: str, file: str = STAGE) -> None:
        """Change a file as an editor does: the file at once."""
        text = self.read(file)
        assert old in text
        self.write(text.replace(old, new), file)

    def read(self, file: str = STAGE) -> str:
        return (self.process / file).read_text(encoding="utf-8")

    def write(self, text: str, file: str = STAGE) -> None:
        path = self.process / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def get(self, page: str) -> tuple[int, bytes]:
        """Return status and body of what is at an address below the site's root."""
        try:
            with urlopen(self.address + page, timeout=2 * PATIENCE) as answer:  # noqa: S310  # our own address
                return answer.status, answer.read()
        except HTTPError as error:
            with error:
                return error.code, error.read()

    def text(self, page: str) -> str:
        """Return a page that is there."""
        status, body = self.get(page)
        assert status == 200, page
        return body.decode()

    def wrong(self) -> list[dict[str, str]]:
        """Return the mistakes that open pages show."""
        news: dict[str, Any] = json.loads(self.text("__showroom/news?version=-1&page=/"))
        problems: list[dict[str, str]] = (news["wrong"] or {"problems": []})["problems"]
        return problems

    def printed(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def wait_until(self, happened: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < deadline, self.printed()
            time.sleep(0.03)

    def wait_for_text(self, text: str, page: str = "meeting/") -> None:
        self.wait_until(lambda: text in self.text(page))

    def wait_until_printed(self, text: str) -> None:
        self.wait_until(lambda: text in self.printed())


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def previewing(folder: Path, language: str = "en", process: Path = BILINGUAL) -> Iterator[Preview]:
    """Run the preview of a copy of `process` in `folder` until the context ends."""
    project = copy_of_project(folder / "project", process)
    port = free_port()
    with _running(project, folder / "output.txt", "serve", "--port", str(port), "--lang", language) as running:
        shown = Preview(f"http://127.0.0.1:{port}/", project / "process", folder / "output.txt", running)
        shown.wait_until_printed(f"{port}/")
        yield shown


@contextmanager
def checking(folder: Path, *options: str) -> Iterator[Preview]:
    """Run `showroom check --watch` until the context ends; nothing answers at its address."""
    project = copy_of_project(folder / "project", BILINGUAL)
    with _running(project, folder / "output.txt", "check", "--watch", "--lang", "en", *options) as running:
        yield Preview("", project / "process", folder / "output.txt", running)


@contextmanager
def _running(project: Path, output: Path, *command: str) -> Iterator["subprocess.Popen[bytes]"]:
    variables = environment(project, PYTHONUNBUFFERED="1")
    variables.pop("COLUMNS", None)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # tests in a shell's background; who is started inherits it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    with output.open("w", encoding="utf-8") as file:
        running = subprocess.Popen(
            [program("showroom"), *command], cwd=project, env=variables, stdout=file, stderr=subprocess.STDOUT
        )
        try:
            yield running
            assert running.poll() in {None, 0}, output.read_text(encoding="utf-8")
        finally:
            running.terminate()
            running.wait(timeout=PATIENCE)
