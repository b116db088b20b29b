"""Measures `showroom serve` as a trainer sees it: from saving a file to the new words in an open browser.

What the preview builds in the background when nobody has saved for two seconds is not waited for, nor kept off.
"""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from measure import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

SAVES = 20
COMMAND = "from generator import cli; cli.main()"
# Not until the page shows the words has the reader got them: asked anew with every frame.
SHOWN = "words => document.querySelector('article')?.textContent.includes(words)"


def seconds_to_the_page(file: Path, words: str, page: str, environment: Mapping[str, str]) -> list[float]:
    """Save `file` of a process (a stage's) with other `words`, again and again; return how long each time took.

    `page` is the page's address below the site's root, on which the words stand.
    """
    text = file.read_text(encoding="utf-8")
    if words not in text:
        message = f"{file} does not hold “{words}”"
        raise ValueError(message)
    with _serving(file.parent.parent, environment) as address, _browser_page() as shown:
        shown.goto(f"{address}{page}")
        shown.evaluate("scrollTo(0, document.body.scrollHeight / 3)")
        took = []
        for number in range(SAVES):
            time.sleep(0.7)  # nobody saves faster than this
            start = time.perf_counter()
            file.write_text(text.replace(words, f"{words} [{number}]"), encoding="utf-8")
            shown.wait_for_function(SHOWN, arg=f"{words} [{number}]", timeout=30_000)
            took.append(time.perf_counter() - start)
        return took


@contextmanager
def _serving(process: Path, environment: Mapping[str, str]) -> Iterator[str]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [sys.executable, "-c", COMMAND, "serve", "--lang", "en", "--port", str(port), "--process", str(process)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as running:
        address = f"http://127.0.0.1:{port}/"
        try:
            while not _answers(address):
                time.sleep(0.1)
            yield address
        finally:
            running.send_signal(signal.SIGINT)


def _answers(address: str) -> bool:
    try:
        return bool(urllib.request.urlopen(address).read())  # noqa: S310  # our own address
    except OSError:
        return False


@contextmanager
def _browser_page() -> Iterator["Page"]:
    sys.path.append(str(ROOT / "tests"))  # there the tests' browser is; other figures do without
    context = import_module("browsers").browser().new_context()
    yield context.new_page()
    context.close()
