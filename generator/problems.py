"""What can be wrong with the content, and where: `Location`, `Problem`, `Unsound`.

The wording of every code is in `catalogue.py`; a problem itself is data and knows only its code, its place and
the details that fill the wording.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from generator.catalogue import CATALOGUE, Severity

UNKNOWN_FILE: Final = "?"
LONGEST_DETAIL: Final = 2000  # characters


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file: path relative to the process folder, line and column counted from 1.

    In a workbook, with the name of a `sheet`, line and column are those of a cell.
    """

    file: str
    line: int = 1
    column: int = 1
    sheet: str = ""

    @property
    def cell(self) -> str:
        """The cell as Excel names it, such as "C5"."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.line}"

    def __str__(self) -> str:
        where = f" {self.sheet}!{self.cell}" if self.sheet else f":{self.line}:{self.column}"
        return f"{self.file}{where}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place. `details` fill the wording that the catalogue has for `code`."""

    code: str
    location: Location
    details: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.code not in CATALOGUE:
            message = f"{self.code} is not in the catalogue of problems"
            raise KeyError(message)

    @property
    def severity(self) -> Severity:
        """Whether it stops the build."""
        return CATALOGUE[self.code].severity

    def message(self, language: str = "en") -> str:
        """Say what happened, in `language` (English where the catalogue has no other)."""
        return CATALOGUE[self.code].message_in(language).format_map(self.details)

    def hint(self, language: str = "en") -> str:
        """Say what to do about it; with a guess where one could be made."""
        kind = CATALOGUE[self.code]
        hint = kind.hint_in(language).format_map(self.details)
        guess = self.details.get("guess")
        return f"{kind.guess_in(language).format(guess=guess)} {hint}".strip() if guess else hint

    def sort_key(self) -> tuple[Location, str]:
        """Return what puts problems into reading order: file, line, column, then code."""
        return self.location, self.code


def problem(code: str, location: Location, /, **details: object) -> Problem:
    """Make a `Problem`, turning its details into text; of a long one the beginning is told."""
    return Problem(code, location, {name: _shortened(str(value)) for name, value in details.items()})


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_DETAIL else f"{text[:LONGEST_DETAIL]}…"


def guess(word: str, known: Iterable[str]) -> str:
    """Return the entry of `known` that `word` was probably meant to be, or an empty text."""
    lowered = {name.lower(): name for name in known}
    matches = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return lowered[matches[0]] if matches else ""


class Unsound(Exception):  # noqa: N818  # the house's word: the input of a stage is unsound
    """Raised at the end of a stage that found its input wrong; carries every problem found, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=Problem.sort_key))
        super().__init__("; ".join(f"{p.location} {p.code}" for p in self.problems))
