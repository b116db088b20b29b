"""Makes pages of an `Edition` by an engine that is kept running, as a program of its own."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from generator.build.engine import FIXED, EngineError
from generator.pages import Page, Tree
from generator.preview.content import Edition
from generator.render.web import render_page

PROGRAM: Final = Path("engine", "mkdocs_pages.py")
NOT_FOUND: Final = "404.html"

Request = dict[str, Any]
# Ctrl-C is for the command, which ends what it has started.
APART: Final[dict[str, Any]] = (
    {"start_new_session": True}
    if os.name == "posix"
    else {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
)


class _EndedError(EngineError):
    """The engine does not run any more."""


class PageEngine:
    """A running engine: makes one page at a time, and keeps those of the newest edition.

    `root` is the project, `folder` where the engine's settings are written, `address` where the site is shown.
    """

    def __init__(self, root: Path, folder: Path, address: str) -> None:
        self.program, self.folder, self.address = root / PROGRAM, folder, address
        self._turn = threading.RLock()
        self._edition: Edition | None = None
        self._pages: dict[tuple[str, str], str] = {}
        self._told: dict[str, object] = {}
        self._running = self._start()

    def page(self, edition: Edition, tree: Tree, page: Page) -> str:
        """Return the finished page.

        Raises:
            EngineError: when the engine cannot make it.

        """
        return self._made(
            edition, tree, page.path, lambda: {"page": page.path, "markdown": render_page(edition.plan, tree, page)}
        )

    def not_found(self, edition: Edition, tree: Tree) -> str:
        """Return the page for the addresses of `tree` that lead nowhere.

        Raises:
            EngineError: when the engine cannot make it.

        """
        return self._made(edition, tree, NOT_FOUND, lambda: {"template": NOT_FOUND})

    def theme_file(self, edition: Edition, tree: Tree, path: str) -> bytes | None:
        """Return a file that the theme brings along; None where it has no such file.

        Raises:
            EngineError: when the engine does not even begin.

        """
        with self._turn:
            found = self._ask(edition, tree, {"theme_file": path})["file"]
        return Path(found).read_bytes() if found else None

    def close(self) -> None:
        """End the engine."""
        self._running.kill()
        self._running.communicate()

    def _made(self, edition: Edition, tree: Tree, path: str, request: Callable[[], Request]) -> str:
        with self._turn:
            if edition is not self._edition:
                self._edition, self._pages = edition, {}
            known = self._pages.get((tree.language, path))
            if known is None:
                known = str(self._ask(edition, tree, request())["html"])
                self._pages[tree.language, path] = known
            return known

    def _ask(self, edition: Edition, tree: Tree, request: Request) -> Request:
        """Return the engine's answer about the site of `tree`; an engine that has died is started anew, once."""
        for last in (False, True):
            try:
                self._tell(edition, tree)
                return self._answer({"site": tree.language, **request})
            except _EndedError:
                self._running, self._told = self._start(), {}
                if last:
                    raise
        raise AssertionError

    def _tell(self, edition: Edition, tree: Tree) -> None:
        """Tell the engine what the site of `tree` consists of, where that has changed."""
        pages, files = [page.path for page in tree.pages], list(edition.files[tree.language])
        settings = edition.settings[tree.language]
        site = (settings, edition.theme, pages, files)
        if self._told.get(tree.language) == site:
            return
        folder = self.folder / tree.language
        (folder / "docs").mkdir(parents=True, exist_ok=True)  # the engine asks for it, empty as it is
        for name, content in settings.items():
            (folder / name).write_bytes(content)
        names = {"settings": str(folder / "mkdocs.yml"), "address": f"{self.address}{tree.root}"}
        self._answer({"site": tree.language, **names, "pages": pages, "files": files})
        self._told[tree.language] = site

    def _answer(self, request: Request) -> Request:
        said, heard = self._running.stdin, self._running.stdout
        line = ""
        if said is not None and heard is not None:
            with suppress(OSError, ValueError):  # it has ended, or its pipes are closed
                said.write(json.dumps(request) + "\n")
                said.flush()
                line = heard.readline()
        if not line:
            message = "The engine ends as soon as it is started."
            raise _EndedError(message)
        answer: Request = json.loads(line)
        if "error" in answer:
            raise EngineError(answer["error"])
        return answer

    def _start(self) -> "subprocess.Popen[str]":
        return subprocess.Popen(  # noqa: S603  # our own interpreter and program
            [sys.executable, "-P", str(self.program)],
            env=os.environ | FIXED,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            **APART,
        )
