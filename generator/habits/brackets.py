"""What goes wrong between { } and [ ]: brackets that do not fit each other, and texts that need quotation marks."""

import re
from collections.abc import Iterator
from typing import Final

from generator.habits.suspicion import CERTAIN, Suspicion, quoted
from generator.habits.texts import QUOTED, SPECIAL

CLOSING: Final = {"{": "}", "[": "]"}
# `key: value` between brackets, up to the next key or the end.
PAIR: Final = re.compile(
    r"(?P<before>[{,]\s*)(?P<key>[A-Za-z_][\w-]*): +(?P<value>[^\s\"'{\[].*?|[{\[*&!@`%?][^\"]*?)"
    r"(?=\s*,\s*[A-Za-z_][\w-]*: |\s*[}\]]+\s*$|\s*$)"
)
AFTER_QUOTE: Final = re.compile(r"(?P<text>\"(?:[^\"\\]|\\.)*\")(?P<sign>\s*[，；;、]?\s*)(?P<key>[a-z_]{2,}): ")
UNOPENED: Final = re.compile(r"\s*(?:-\s+)*(?:[a-z_]+:\s+)?(?P<value>(?:zh|en|[a-z_]+): [^{}]*\}\s*$)")
SEPARATOR: Final = re.compile(r"(?P<sign>[，；;、]\s*|\s+)(?P<key>[a-z]{2}|[a-z_]{3,}): ")
STARTING: Final = re.compile(r"[{\[][^\[\]{}:]*[}\]]\s*[^\s,}\]]")  # a text that begins with a bracket
RESERVED: Final = re.compile(r"[*&!@`%]|[?-](?=\s|\S)")


def suspect(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Yield what is wrong between the brackets of the line `at`."""
    line = lines[at]
    if unopened := UNOPENED.match(line):
        made = f"{line[: unopened.start('value')]}{{{unopened['value']}"
        yield Suspicion("unopened-bracket", at, unopened.start("value"), {at: made}, weight=CERTAIN)
    if not re.search(r"(?:^|: +|- +)\s*[{\[]", line):
        return
    for match in PAIR.finditer(line):
        yield from _value(lines, at, match)
    for match in AFTER_QUOTE.finditer(line):
        made = f"{line[: match.start('sign')]}, {line[match.start('key') :]}"
        yield Suspicion("missing-comma", at, match.start("text"), {at: made}, {"key": match["key"]})
    yield from _balance(lines, at)


def suspect_openings(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Yield the brackets that are opened on a line up to `at` and not closed on it, the nearest first."""
    for number in range(min(at, len(lines) - 1), -1, -1):
        yield from _balance(lines, number)


def _value(lines: list[str], at: int, match: re.Match[str]) -> Iterator[Suspicion]:
    line, value, start = lines[at], match["value"], match.start("value")
    end = match.end("value")
    while any(
        line[start:end].count(sign) > line[start:end].count(closing) and line[end : end + 1] == closing
        for sign, closing in CLOSING.items()
    ):
        end += 1
    value = line[start:end]
    whole = {at: line[:start] + quoted(value) + line[end:]}
    if separator := SEPARATOR.search(value):
        sign = separator["sign"].strip()
        if sign or len(separator["key"]) == len("zh"):
            made = f"{line[: start + separator.start()]}, {line[start + separator.start('key') :]}"
            yield Suspicion("missing-comma", at, start, {at: made}, {"key": separator["key"]})
    if value[0] in CLOSING and not STARTING.match(value):
        return
    if RESERVED.match(value):
        yield Suspicion(SPECIAL.get(value[0], "reserved-start"), at, start, whole, {"sign": value[0]})
    if re.search(r":(?:\s|$)", value):
        yield Suspicion("colon-in-text", at, start, whole)
    if cut := re.search(r"\s#", value):
        yield Suspicion("cut-by-hash", at, start + cut.start() + 1, whole)
    if sign_inside := re.search(r"[\[\]{}]", value):
        details = {"sign": sign_inside[0]}
        yield Suspicion("bracket-in-text", at, start + sign_inside.start(), whole, details)


def _balance(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Suspect the first bracket of a line that has no partner on it."""
    line = lines[at]
    opened: list[tuple[str, int]] = []
    index = 0
    while index < len(line):
        sign = line[index]
        if sign in "\"'" and (match := QUOTED.match(line[index:])) and re.search(r"[:,{\[]\s*$", line[:index]):
            index += match.end()
            continue
        if sign in CLOSING and (opened or re.search(r"(?:^|: |- |[\[{,])\s*$", line[:index])):
            opened.append((sign, index))
        elif sign in CLOSING.values():
            if not opened:
                if re.search(r"(?:: +|- +)[{\[]", line):
                    made = line[:index] + line[index + 1 :]
                    yield Suspicion("extra-bracket", at, index, {at: made}, {"sign": sign})
                return
            if CLOSING[opened[-1][0]] != sign:
                missing = CLOSING[opened[-1][0]]
                made = line[:index] + missing + line[index:]
                yield Suspicion("unclosed-bracket", at, index, {at: made}, {"sign": opened[-1][0], "closing": missing})
                yield Suspicion("extra-bracket", at, index, {at: line[:index] + line[index + 1 :]}, {"sign": sign})
                return
            opened.pop()
        index += 1
    if opened:
        closing = "".join(CLOSING[sign] for sign, _ in reversed(opened))
        sign, place = opened[0]
        made = line.rstrip().rstrip(",") + closing
        yield Suspicion("unclosed-bracket", at, place, {at: made}, {"sign": sign, "closing": CLOSING[sign]})
