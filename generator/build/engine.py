"""Runs the engine that turns generated Markdown into pages: another program, one run per language, side by side.

A run must not go on when the build that started it is gone, however that ended: it would write into what the next
build makes. So each watches its input, which the system closes when its writer ends.
"""

import os
import subprocess
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final, Self

HOST: Final = Path(__file__).with_name("host.py")
ARGUMENTS: Final = ("build", "--clean", "--strict", "-f", "mkdocs.yml")
# A fixed date: the same input gives the same bytes on every day.
FIXED: Final = {"SOURCE_DATE_EPOCH": "0", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
# Windows cannot fork; under macOS a fork may die in the system's own libraries.
FORKS: Final = sys.platform == "linux"


class Engine(StrEnum):
    """The programs that can make the site."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


class EngineError(Exception):
    """The engine failed; the text is what it said."""


class Engines:
    """Runs of `engine`, warming up from the start where it is MkDocs. Leaving the context ends those not waited for."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        # Zensical has threads of its own, which no fork takes along.
        self._forks = FORKS and engine is Engine.MKDOCS
        # Two, as most sites have two languages; a host that gets no folder ends by itself.
        hosts = 1 if self._forks else 2
        self._waiting = [self._new_host() for _ in range(hosts)] if engine is Engine.MKDOCS else []
        self._running: list[subprocess.Popen[str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for host in [*self._waiting, *self._running]:
            host.kill()
            host.communicate()

    def start(self, folder: Path) -> None:
        """Begin with the site of `folder`, which holds a mkdocs.yml; it comes into the folder's own `site/`."""
        if not (self._forks and self._running):
            self._running.append(self._waiting.pop() if self._waiting else self._new_host())
        _tell(self._running[-1], str(folder.resolve()))

    def finish(self) -> None:
        """Wait until every site that was started is there.

        Raises:
            EngineError: when one of them fails.

        """
        for host in self._running:
            _tell(host, "")
        said = [_all_said(host) for host in self._running]
        failed = [text for host, text in zip(self._running, said, strict=True) if host.returncode]
        self._running.clear()
        if failed:
            raise EngineError("\n".join(failed))

    def _new_host(self) -> "subprocess.Popen[str]":
        return subprocess.Popen(  # noqa: S603  # our own interpreter with fixed arguments
            # -P: the modules beside it must not be taken for those that the engine imports.
            [sys.executable, "-P", str(HOST), self.engine.value, "fork" if self._forks else "once", *ARGUMENTS],
            env=os.environ | FIXED,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )


def _tell(host: "subprocess.Popen[str]", line: str) -> None:
    if host.stdin is not None:
        with suppress(BrokenPipeError):  # it has died already; its output says why
            host.stdin.write(f"{line}\n")
            host.stdin.flush()


def _all_said(host: "subprocess.Popen[str]") -> str:
    """Wait for the end of `host`, its input open until then; return its output."""
    said = host.stdout.read() if host.stdout is not None else ""
    with suppress(BrokenPipeError):  # see `_tell`
        host.communicate()
    return said
