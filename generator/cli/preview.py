"""`showroom serve` and `check --watch`: what the files say, again after every change."""

import errno
import os
import shutil
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from threading import Thread
from typing import Final
from urllib.parse import quote

from generator.build import Project
from generator.catalogue import Severity
from generator.cli.console import Console
from generator.preview.answers import Answers
from generator.preview.content import Content, Edition, Findings
from generator.preview.engine import PageEngine
from generator.preview.server import PreviewServer, Wrong
from generator.preview.watching import follow
from generator.preview.whole import WholeSite
from generator.problems import Problem, Unsound

HOST: Final = "127.0.0.1"
LONGEST: Final = 120  # signs of a line on either side of a mistake
MOST_SHOWN: Final = 100  # mistakes below a page; their number is told in any case
LAST_PORT: Final = 65535


def preview(project: Project, console: Console, port: int) -> None:
    """Serve the site until Ctrl-C. The last good pages stay while the content is wrong."""
    server = _listen(console, port)
    folders = project.build / "preview" / str(port)
    shutil.rmtree(folders, ignore_errors=True)
    folder = folders / str(os.getpid())  # what is built aside of an earlier preview may still be going on
    address = f"http://{HOST}:{port}/"
    engine = PageEngine(project.root, folder, address)
    whole = WholeSite(replace(project, build=folder / "build", site=folder / "site"), console.build_would_fail)
    server.answers = Answers(engine, whole)
    Thread(target=server.serve_forever, daemon=True).start()
    console.say("serving", address=address)
    try:
        _Showing(Content(project, folder), console, server, whole).until_stopped()
    except KeyboardInterrupt:
        console.say("bye")
    finally:
        server.shutdown()
        whole.close()
        engine.close()
        shutil.rmtree(folders, ignore_errors=True)


def watch_problems(project: Project, tell: Callable[[Collection[str], Exception | Sequence[Problem]], None]) -> None:
    """Tell the names of files that changed and what is wrong with the content then, until Ctrl-C."""
    with suppress(KeyboardInterrupt):
        for names, outcome in follow(Findings(project.process).read, [project.process]):
            tell(names, outcome.problems if isinstance(outcome, Unsound) else outcome)


def _listen(console: Console, port: int) -> PreviewServer:
    try:
        return PreviewServer((HOST, port))
    except OSError as error:
        sentence = "port_refused" if error.errno in {errno.EACCES, errno.EPERM} else "port_taken"
        console.say(sentence, port=port, other=8000 if port in {LAST_PORT, *range(1024)} else port + 1)
        raise SystemExit(1) from error


class _Showing:
    """Takes each change of the content to the open pages and into the terminal."""

    def __init__(self, content: Content, console: Console, server: PreviewServer, whole: WholeSite) -> None:
        self.content, self.console, self.server, self.whole = content, console, server, whole
        self.good: Edition | None = None
        self.warned: set[object] = set()

    def until_stopped(self) -> None:
        """Follow the files until Ctrl-C."""
        root = self.content.project.root
        for names, outcome in follow(
            self.content.read, [self.content.project.process, root / "docs", root / "overrides"]
        ):
            self.console.following(names)
            if isinstance(outcome, Exception):
                self._keep(outcome)
            else:
                self._renew(outcome)

    def _renew(self, edition: Edition) -> None:
        self.server.show(edition, None)
        self.whole.want()
        known, self.warned = self.warned, {_same(problem) for problem in edition.warnings}
        self.console.problems(problem for problem in edition.warnings if _same(problem) not in known)
        if self.good is not None:
            self.console.say("renewed")
        self.good = edition

    def _keep(self, reason: Exception) -> None:
        kept = "kept" if self.good else "not_yet"
        self.server.show(self.good, overlay(self.console, reason, self.console.sentence(kept)))
        if isinstance(reason, Unsound):
            self.console.problems(reason.problems)
        else:
            self.console.failed(reason)
        self.console.say(kept)


def overlay(console: Console, reason: Exception, kept: str) -> Wrong:
    """Return what open pages show of the mistakes in the content, or of another reason why it cannot be shown.

    `kept` says what becomes of the page meanwhile.
    """
    problems = reason.problems if isinstance(reason, Unsound) else ()
    entries = [_entry(console, problem) for problem in problems if problem.severity is Severity.ERROR]
    entries = entries or [{"code": type(reason).__name__, "message": str(reason)}]
    return {
        "language": console.language,
        "title": f"{console.sentence('overlay_show', count=len(entries))}{console.sentence('overlay_then')}{kept}",
        "show": console.sentence("overlay_show", count=len(entries)),
        "hide": console.sentence("overlay_hide"),
        "problems": entries[:MOST_SHOWN],
    }


def _entry(console: Console, problem: Problem) -> dict[str, str]:
    place = problem.location
    file = console.process / place.file
    line = console.line(problem)
    return {
        "place": str(replace(place, file=console.shown(file))),
        "editor": f"vscode://file{quote(f'/{file.as_posix()}'.replace('//', '/'))}:{place.line}:{place.column}",
        "code": problem.code,
        "message": problem.message(console.language),
        "before": line[: place.column - 1].lstrip()[-LONGEST:],
        "after": line[place.column - 1 :].rstrip()[:LONGEST],
        "hint": problem.hint(console.language),
    }


def _same(problem: Problem) -> object:
    """Return what a warning has in common with itself after lines before it have come or gone."""
    return problem.code, problem.location.file, tuple(sorted(problem.details.items()))
