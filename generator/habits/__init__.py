"""Explains YAML's syntax errors by what people really do: the parser's own words help nobody who does not know it.

The parser stops at its first error, often a line or more after the mistake. So every habit that the lines around it
show is tried: the line is mended, and the text is read again. The habit whose cure gets furthest was the mistake.
The mended text is read on, so that one run tells all mistakes of a file.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from generator.habits import brackets, layout, signs, texts
from generator.habits.signs import WIDE
from generator.habits.suspicion import CERTAIN, KEY, POSSIBLE, Suspicion, indent
from generator.problems import Location, Problem, problem

# In this order: of two habits whose cures get equally far, the first is told.
HABITS: Final = (signs.suspect, layout.suspect_spaces, texts.suspect, brackets.suspect, layout.suspect_places)
MOST_TRIES: Final = 60  # readings of a file for one error,
MOST_SIGNS: Final = 10_000_000  # and of all of them together

ENOUGH: Final = 2  # lines that the parser has to get further: a wrong cure often helps for one or two
END: Final = (1 << 30, 0)

Mark = tuple[int, int]  # line and column, from 0


@dataclass(frozen=True, slots=True)
class Explained:
    """A syntax error in people's words; and the text without the mistake, where a cure was found."""

    problem: Problem
    line: int
    mended: str | None


def cut(key: str) -> tuple[str, dict[str, object]]:
    """Say why `key` stands between brackets without a value: code and details of the problem."""
    if match := re.match(rf"({KEY})：", key):
        return "full-width-colon", {"key": match[1]}
    if re.match(rf"{KEY}:[{WIDE}]", key):
        return "wide-space", {}
    if match := re.match(rf"({KEY}):(?=\S)", key):
        return "colon-without-space", {"key": match[1]}
    return "comma-in-text", {"text": key.strip("“”\"' ")}


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser gave up; `opened` is the quotation mark whose partner it was looking for."""

    mark: Mark
    opened: Mark | None = None


def explain_syntax(stop: Stop, text: str, file: str, reads_to: Callable[[str], Mark | None]) -> Explained:
    """Say what most likely made the parser stop in `text`.

    `reads_to` says where the parser stops in another text; None when it reads all of it.
    """
    lines = text.split("\n")
    error = stop.mark
    at = min(error[0], len(lines) - 1)
    if stop.opened and (unclosed := texts.unclosed(lines, stop.opened[0])):
        return _told(unclosed, file, _mended(lines, unclosed))
    best: tuple[Mark, int] | None = None
    told = _told(_unknown(lines, error), file, None)
    for suspicion in islice(_suspicions(lines, at), min(MOST_TRIES, MOST_SIGNS // len(text) + 1)):
        if suspicion.weight == CERTAIN and best is None and told.problem.code in {"yaml-syntax", "unfinished"}:
            told = _told(suspicion, file, None)
        if (mended := _mended(lines, suspicion)) == text:
            continue
        reached = reads_to(mended) or END
        enough = max(at, suspicion.line) + (ENOUGH if suspicion.weight == POSSIBLE else 0)
        if reached[0] > enough and (best is None or (reached, suspicion.weight) > best):
            best = reached, suspicion.weight
            told = _told(suspicion, file, mended)
        if best == (END, CERTAIN):
            break
    return told


def _suspicions(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Yield what may be wrong on the line where the parser stopped and on those before it, likeliest first."""
    yield from signs.suspect_above(lines, at)
    around = [number for number in (at, *_before(lines, at)) if number < len(lines)]
    for number in around:
        for habit in HABITS:
            yield from habit(lines, number)
    yield from texts.suspect_quotes(lines, at)
    yield from brackets.suspect_openings(lines, at)


def _before(lines: list[str], at: int) -> list[int]:
    """Return the two lines with content before `at`, the nearer one first."""
    return [number for number in range(at - 1, -1, -1) if lines[number].strip()][:2]


def _mended(lines: list[str], suspicion: Suspicion) -> str:
    return "\n".join(suspicion.mended.get(number, line) for number, line in enumerate(lines))


def _told(suspicion: Suspicion, file: str, mended: str | None) -> Explained:
    place = Location(file, suspicion.line + 1, suspicion.column + 1)
    return Explained(problem(suspicion.code, place, **suspicion.details), suspicion.line, mended)


def _unknown(lines: list[str], error: Mark) -> Suspicion:
    line, column = error
    rest = [text for text in lines[line:] if text.strip()]
    if not rest:
        return Suspicion("unfinished", line, column)
    return Suspicion("yaml-syntax", line, max(column, indent(lines[line])))
