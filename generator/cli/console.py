"""How problems and progress look in a terminal."""

import json
import locale
import os
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from rich.cells import cell_len
from rich.console import Console as Terminal
from rich.table import Table
from rich.text import Text as Styled

from generator.catalogue import Severity
from generator.encoding import readable
from generator.problems import Location, Problem
from generator.source import MAX_BYTES

if TYPE_CHECKING:
    from generator.report import QuestionReport, Report

LONGEST: Final = 1000  # characters of a line on either side of a mistake that are looked at
SHOWN: Final = (".yml", ".yaml", ".lock")  # files that people can read
MOST_ALIKE: Final = 50  # problems of one code that are told in full
STYLE: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def system_language() -> str:
    """Return "zh" where the system speaks Chinese, else "en"."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)
    name = named or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def _end_of(text: str, cells: int) -> str:
    """Return as much of the end of `text` as fits into `cells` columns of a terminal."""
    start = len(text)
    while start and cell_len(text[start - 1 :]) <= cells:
        start -= 1
    return text[start:]


@cache
def _sentences(language: str) -> dict[str, str]:
    loaded: dict[str, str] = json.loads(Path(__file__).with_name(f"{language}.json").read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)  # the problems of a file follow each other
def _lines(path: Path, _saved: int) -> list[str]:
    with path.open("rb") as file:
        return readable(file.read(MAX_BYTES)).split("\n")


class Console:
    """Prints for people, in their language, naming files as seen from where they stand."""

    def __init__(self, process: Path, language: str) -> None:
        self.process = process
        self.language = language
        self.out = Terminal(highlight=False, soft_wrap=True)
        self.err = Terminal(highlight=False, soft_wrap=True, stderr=True)

    def say(self, sentence: str, **details: object) -> None:
        """Print one of the sentences of `<language>.json`."""
        self.out.print(self.sentence(sentence, **details), markup=False)

    def sentence(self, sentence: str, **details: object) -> str:
        """Return one of the sentences of `<language>.json`."""
        return _sentences(self.language)[sentence].format(**details)

    def ask(self, sentence: str, **details: object) -> bool:
        """Ask one of the sentences as a question; return whether the answer was yes."""
        return click.confirm(_sentences(self.language)[sentence].format(**details))

    def ask_for(self, sentence: str, **details: object) -> str:
        """Ask for a text with one of the sentences."""
        return str(click.prompt(_sentences(self.language)[sentence].format(**details))).strip()

    def working(self, sentence: str) -> AbstractContextManager[object]:
        """Show that something is going on, while it is."""
        return self.err.status(_sentences(self.language)[sentence])

    def engine_failed(self, said: str) -> None:
        """Print what the engine said, and that the old site is still there."""
        self.err.print(said, markup=False)
        self.say("engine_failed")

    def following(self, names: Collection[str]) -> None:
        """Print the names of files that have changed."""
        if names:
            self.say("following", files=", ".join(sorted(names)))

    def failed(self, error: Exception) -> None:
        """Print an error that is none of the content's: of the disk, or of this program."""
        self.say("failed", reason=f"{type(error).__name__}: {error}")

    def build_would_fail(self, said: str) -> None:
        """Print why the engine could not make the whole site, though it made single pages."""
        self.err.print(said, markup=False)
        self.say("build_would_fail")

    def stops(self, problems: Iterable[Problem], *, strict: bool) -> bool:
        """Whether any of `problems` makes a command fail."""
        return any(strict or problem.severity is Severity.ERROR for problem in problems)

    def verdict(self, problems: Sequence[Problem]) -> None:
        """Print how many errors and warnings there are."""
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        if problems:
            self.say("verdict", errors=errors, warnings=len(problems) - errors)
        else:
            self.say("sound")

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print each problem: place, code, what happened, the line with a caret, and what to do.

        Of many of one code, as when a language was added, the first ones are told.
        """
        told: Counter[str] = Counter()
        for problem in problems:
            told[problem.code] += 1
            if told[problem.code] > MOST_ALIKE:
                continue
            place = problem.location
            head = Styled(f"{replace(place, file=self.shown(self.process / place.file))} ")
            head.append(problem.code, STYLE[problem.severity])
            head.append(f": {problem.message(self.language)}")
            self.out.print(head)
            self._excerpt(problem)
            self.out.print(Styled(f"    {problem.hint(self.language)}", "green"))
        for code, count in told.items():
            if count > MOST_ALIKE:
                self.say("more_alike", code=code, count=count - MOST_ALIKE)

    def report(self, report: "Report") -> None:
        """Print a report: a table of the pages, then what is missing."""
        words = _sentences(self.language)
        table = Table(box=None, pad_edge=False, header_style="bold")
        for heading in ("page", "blocks", "deck", "editors", "none", "texts", "minutes", "questions"):
            table.add_column(words[f"report_{heading}"], justify="left" if heading == "page" else "right")
        for page in report.chapters:
            deck, none = page.entries.get("deck", 0), page.entries.get("none", 0)
            table.add_row(
                f"{page.label} {page.id}".strip(),
                str(sum(page.blocks.values())),
                str(deck),
                str(sum(page.entries.values()) - deck - none),
                str(none),
                " ".join(f"{language} {count}" for language, count in page.texts.items()),
                "/".join(map(str, page.minutes.values())),
                str(sum(page.questions.types.values())),
            )
        self.out.print(table)
        self._questions([page.questions for page in report.chapters])
        self.say("report_terms", terms=report.terms, sources=sum(report.sources.values()))
        for sentence in ("untranslated", "unsourced", "overdue", "unchecked", "mute", "silent"):
            self._gaps(sentence, [(gap.where, gap.what) for gap in getattr(report, sentence)])
        self._gaps("stale", [(text.where, f"{text.language} {text.name}") for text in report.stale])
        if report.stale:
            self.say("report_stale_fine")

    def _gaps(self, sentence: str, gaps: Sequence[tuple[Location, str]]) -> None:
        self.say(f"report_{sentence}", count=len(gaps))
        for where, what in gaps:
            self.out.print(f"  {self.shown(self.process / where.file)}:{where.line} {what}", markup=False)

    def _questions(self, pages: Sequence["QuestionReport"]) -> None:
        """Print how many questions of each type, level, aim and kind of source there are on all pages."""
        for kind in ("types", "levels", "aims", "sources"):
            counts: Counter[str] = sum((Counter(getattr(page, kind)) for page in pages), Counter())
            if counts:
                self.say(f"report_{kind}", counts=", ".join(f"{name} {count}" for name, count in counts.most_common()))

    def as_data(self, problems: Iterable[Problem]) -> list[dict[str, str | int]]:
        """Return problems as plain data, for other programs."""
        return [
            {
                "code": problem.code,
                "severity": problem.severity.value,
                "file": self.shown(self.process / problem.location.file),
                "line": problem.location.line,
                "column": problem.location.column,
                "message": problem.message(self.language),
                "hint": problem.hint(self.language),
            }
            for problem in problems
        ]

    def shown(self, path: Path) -> str:
        """Return `path` as it is shortest from the current folder."""
        here = Path.cwd()
        return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)

    def _excerpt(self, problem: Problem) -> None:
        if problem.location.sheet:
            return
        line, column = self.line(problem), problem.location.column - 1
        before, after = line[max(column - LONGEST, 0) : column].expandtabs(1), line[column:][:LONGEST].expandtabs(1)
        if not (before + after).strip():
            return
        if cell_len(before) > self.out.width * 2 // 3:  # the caret has to stay on the line
            before = f"…{_end_of(before, self.out.width // 3)}"
        self.out.print(Styled(f"    {before}{after}", "dim", no_wrap=True), crop=True, overflow="ellipsis")
        self.out.print(Styled(f"    {' ' * cell_len(before)}^", STYLE[problem.severity]))

    def line(self, problem: Problem) -> str:
        """Return the line of the file that a problem is about; nothing of a picture or a workbook."""
        if not problem.location.file.endswith(SHOWN):
            return ""
        try:
            path = self.process / problem.location.file
            lines = _lines(path, path.stat().st_mtime_ns)
        except OSError:
            return ""
        return lines[problem.location.line - 1] if problem.location.line <= len(lines) else ""
