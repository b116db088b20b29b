"""Where things stand: missing spaces after colon and dash, indentation, lines that are neither key nor text."""

import re
from collections.abc import Iterator
from typing import Final

from generator.habits.suspicion import CERTAIN, ENTRY, KEY, LIKELY, POSSIBLE, Suspicion, indent

NO_SPACE: Final = re.compile(rf"(?P<lead>\s*(?:-\s+)*)(?P<key>{KEY}):(?=[^\s:/])(?P<value>.*)")
EQUALS: Final = re.compile(rf"(?P<lead>\s*(?:-\s+)*)(?P<key>{KEY})\s*[=＝]\s*(?P<value>\S.*)")
DASH: Final = re.compile(r"(?P<lead>\s*)-(?P<rest>[^\s-].*)")
KEY_ALONE: Final = re.compile(r"\s*(?:-\s+)*(?P<key>[a-z_]{2,})(?:\s+\S|\s*$)")
HEAD: Final = re.compile(rf"(?P<lead>\s*(?:-\s+)*){KEY}:(?:\s|$)")


def suspect_spaces(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Yield a space that is missing after a dash or a colon of the line `at`."""
    line = lines[at]
    if match := DASH.match(line):
        made = f"{match['lead']}- {match['rest']}"
        yield Suspicion("dash-without-space", at, match.end("lead"), {at: made})
    if match := NO_SPACE.match(line):
        made = f"{line[: match.end('key')]}: {match['value']}"
        yield Suspicion("colon-without-space", at, match.start("key"), {at: made}, {"key": match["key"]})


def suspect_places(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Yield what is wrong with the place of the line `at` among the lines before it."""
    if not lines[at].strip():
        return
    if lines[at].rstrip() in {"...", "---"}:
        yield Suspicion("second-document", at, 0, {at: ""}, weight=CERTAIN)
        return
    yield from _first_line(lines, at)
    yield from _indentation(lines, at)
    yield from _stray(lines, at)
    yield from _list(lines, at)


def _indentation(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Try the columns in which the lines before begin, the nearest first."""
    line = lines[at]
    if not HEAD.match(line) and not line.lstrip().startswith("- "):
        return
    here = indent(line)
    for width in sorted(_columns(lines, at) - {here}, key=lambda column: (abs(column - here), -column)):
        details = {"spaces": here, "wanted": width}
        likely = (here % 2 and not width % 2) or width == _below(lines, at) < here  # levels are two spaces wide
        for mended in (_shifted(lines, at, width - here), {at: " " * width + line.lstrip(" ")}):
            yield Suspicion("indentation", at, here, mended, details, weight=LIKELY if likely else POSSIBLE)


def _below(lines: list[str], at: int) -> int:
    """Return the column of what is one level below the line before `at`."""
    above = next((text for text in reversed(lines[:at]) if text.strip()), "")
    head = HEAD.match(above)
    return (len(head["lead"]) if head else indent(above)) + 2


def _shifted(lines: list[str], at: int, by: int) -> dict[int, str]:
    """Return the line `at` and all that is below it, moved by a number of columns."""
    here = indent(lines[at])
    mended = {at: " " * (here + by) + lines[at].lstrip(" ")}
    for number in range(at + 1, len(lines)):
        if lines[number].strip() and indent(lines[number]) <= here:
            break
        mended[number] = " " * max(indent(lines[number]) + by, 0) + lines[number].lstrip(" ")
    return mended


def _first_line(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Suspect the first line when it alone is indented."""
    here = indent(lines[at])
    if here and HEAD.match(lines[at]) and not any(text.strip() and text[0] != "#" for text in lines[:at]):
        mended = {at: lines[at].lstrip(" ")}
        yield Suspicion("indentation", at, here, mended, {"spaces": here, "wanted": 0})


def _columns(lines: list[str], at: int) -> set[int]:
    """Return the columns of the levels that are open before the line `at`, and of one below the nearest."""
    columns: set[int] = set()
    lowest = 1 << 30
    for text in reversed(lines[:at]):
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        head = HEAD.match(text)
        key = len(head["lead"]) if head else indent(text)
        if not columns:
            columns.add(key + 2)
        if indent(text) < lowest or key < lowest:
            columns |= {indent(text), key}
            lowest = indent(text)
        if lowest == 0:
            break
    return columns


def _stray(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Suspect a line without a key: a key without its colon, or text that goes on without being indented."""
    line = lines[at]
    here = indent(line)
    if (match := KEY_ALONE.match(line)) and not HEAD.match(line):
        made = f"{line[: match.end('key')]}:{line[match.end('key') :]}"
        yield Suspicion("stray-line", at, match.start("key"), {at: made})
    if line.lstrip().startswith("{"):
        yield Suspicion("missing-dash", at, here, {at: f"{' ' * (here - 2)}- {line.lstrip()}"})
    if HEAD.match(line) or line.lstrip().startswith(("- ", "#", "{", "[", "}", "]")):
        return
    if match := EQUALS.match(line):
        made = f"{match['lead']}{match['key']}: {match['value']}"
        yield Suspicion("stray-line", at, here, {at: made})
    yield Suspicion("stray-line", at, here, {at: " " * _below(lines, at) + line.lstrip()}, weight=POSSIBLE)
    yield Suspicion("stray-line", at, here, {at: ""}, weight=POSSIBLE)


def _list(lines: list[str], at: int) -> Iterator[Suspicion]:
    line = lines[at]
    if not line.lstrip().startswith("- "):
        return
    here = indent(line)
    for number in range(at - 1, -1, -1):
        text = lines[number]
        if text.strip() and indent(text) <= here and not text.lstrip().startswith("- "):
            break
    else:
        return
    first = next((n for n in range(number + 1, at) if lines[n].strip()), at)
    if lines[number].rstrip().endswith(":") and first < at and not lines[first].lstrip().startswith("- "):
        made = " " * here + "- " + lines[first].lstrip()
        yield Suspicion("missing-dash", first, indent(lines[first]), {first: made})
    entry = ENTRY.match(lines[number])
    if entry and number + 1 == at and here > len(entry["lead"]):
        yield Suspicion("list-without-key", at, here, {number: lines[number][: entry.start("gap")]})
