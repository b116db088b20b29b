"""Texts that need quotation marks, and quotation marks that do not fit each other."""

import re
from collections.abc import Iterator
from typing import Final

from generator.habits.suspicion import CERTAIN, ENTRY, Suspicion, quoted, value_start

# What YAML takes the first sign of a text for; all others have the code of signs that cannot begin a text.
SPECIAL: Final = {"*": "alias", "&": "anchor", "!": "tag"}
START: Final = re.compile(r"[*&!@`%|>]|[?-](?=\s)|\{[^:{}]*\}\s*[^\s}\]]|\[[^:\[\]{}]*\]\s*[^\s}\]]")
# Possessive: a text of many thousand signs is gone through once, and keeps nothing to come back to.
QUOTED: Final = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'")
COLON: Final = re.compile(r":(?=\s|$)")


def suspect(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Yield what is wrong with the text on the line `at`."""
    line = lines[at]
    start = value_start(line)
    if start is None:
        return
    value = line[start:]
    whole = {at: line[:start] + quoted(value)}
    if value[0] in "\"'":
        yield from _after_quote(lines, at, start)
        yield from _backslash(lines, at, start)
    elif START.match(value):
        code = SPECIAL.get(value[0], "reserved-start")
        yield Suspicion(code, at, start, whole, {"sign": value[0]})
    elif COLON.search(value) and ENTRY.match(line) and value[0] not in "{[":
        yield Suspicion("colon-in-text", at, start, whole)


def suspect_quotes(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Yield the quotation marks that are opened on a line up to `at` and not closed on it, the nearest first."""
    for number in range(min(at, len(lines) - 1), -1, -1):
        if suspicion := unclosed(lines, number):
            yield suspicion


def unclosed(lines: list[str], at: int) -> Suspicion | None:
    """Return the quotation mark that the line `at` opens and does not close."""
    line = lines[at]
    for match in re.finditer(r"(?:[:,-] +|[{\[])(?P<quote>[\"'])", line):
        place = match.start("quote")
        if QUOTED.match(line[place:]):
            continue
        tail = re.search(r"[}\]]*\s*$", line) if re.search(r"[{\[]", line[:place]) else None
        end = tail.start() if tail else len(line.rstrip())
        if line[end - 1] in "“”‘’＂":
            return Suspicion("curly-quotes", at, place, {at: line[: end - 1] + match["quote"] + line[end:]})
        made = line[:end] + match["quote"] + line[end:]
        return Suspicion("unclosed-quote", at, place, {at: made}, {"sign": match["quote"]})
    return None


def _after_quote(lines: list[str], at: int, start: int) -> Iterator[Suspicion]:
    """Suspect text after a closing quotation mark: often there are quotation marks inside the text."""
    line = lines[at]
    match = QUOTED.match(line[start:])
    rest = line[start + match.end() :] if match else ""
    if not match or not rest.strip() or rest.strip().startswith("#"):
        return
    place = start + match.end() + len(rest) - len(rest.lstrip())
    inner = line[start:].rstrip()
    inner = inner[1:-1] if inner[-1] == inner[0] else inner
    yield Suspicion("text-after-quote", at, place, {at: line[:start] + quoted(inner)})


def _backslash(lines: list[str], at: int, start: int) -> Iterator[Suspicion]:
    line = lines[at]
    if line[start] == '"' and (
        match := re.search(r"\\(?![\"\\/0abtnvfre N_LPxuU])|\\x(?![0-9a-fA-F]{2})", line[start:])
    ):
        made = line[:start] + re.sub(r"\\(?!\")", r"\\\\", line[start:])
        yield Suspicion("backslash", at, start + match.start(), {at: made}, weight=CERTAIN)
