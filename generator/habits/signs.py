"""Signs that look right and are others: full-width ones, wide spaces, tabs, dashes, quotes; marks of a merge."""

import re
from collections.abc import Iterator
from typing import Final

from generator.habits.suspicion import CERTAIN, KEY, Suspicion, indent

WIDE: Final = "\u3000\u00a0\u2002\u2003\u2009"
FULL_WIDTH: Final = {"｛": "{", "｝": "}", "［": "[", "］": "]", "＂": '"', "，": ","}
COLON: Final = re.compile(rf"[\s\u3000]*(?:-\s+)*(?P<key>{KEY})(?P<colon>\s*：)\s*(?P<value>.*)")
BULLET: Final = re.compile(r"(?P<lead> *)(?P<dash>[－—–−•●·]+|\*(?=\s))(?P<gap>[\s\u3000]*)(?=\S)")
MERGE: Final = re.compile(r"(?:<{7}|>{7})(?: |$)|={7}$")


def suspect(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Yield what is wrong with the signs of the line `at`."""
    line = lines[at]
    yield from _tabs(lines, at)
    if match := COLON.match(line):
        made = f"{line[: match.start('colon')]}: {match['value']}"
        key = match.start("key")
        yield Suspicion("full-width-colon", at, key, {at: made}, {"key": match["key"]}, weight=CERTAIN)
    yield from _wide_spaces(lines, at)
    if match := BULLET.match(line):
        dash = match["dash"]
        made = f"{match['lead']}- {line[match.end() :]}"
        yield Suspicion("list-sign", at, match.start("dash"), {at: made}, {"sign": dash})
    yield from _full_width(lines, at)


def suspect_above(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Yield what can make the parser stop many lines later: marks of a merge, and wide spaces before a key."""
    for number in range(at + 1):
        if MERGE.match(lines[number]):
            yield Suspicion("merge-conflict", number, 0, weight=CERTAIN)
            return
    for number in range(at, -1, -1):
        if lines[number].lstrip(" ")[:1] in set(WIDE):
            yield from _wide_spaces(lines, number)


def _tabs(lines: list[str], at: int) -> Iterator[Suspicion]:
    line = lines[at]
    match = re.match(r" *(?:-[ ]*)*(?=\t)", line)
    if not match:
        return
    place = match.end()
    rest = line.lstrip(" \t")
    if match[0].strip():
        rest = line[place:].lstrip()
        yield Suspicion("tab-indent", at, place, {at: f"{match[0].rstrip()} {rest}"}, weight=CERTAIN)
        return
    above = [indent(text) for text in lines[:at] if text.strip()][-1:] or [0]
    for width in (above[0], above[0] + 2, len(line.expandtabs(2)) - len(rest), max(above[0] - 2, 0)):
        yield Suspicion("tab-indent", at, place, {at: " " * width + rest}, weight=CERTAIN)


def _wide_spaces(lines: list[str], at: int) -> Iterator[Suspicion]:
    line = lines[at]
    if lead := re.match(rf" *(?P<wide>[{WIDE}][{WIDE} ]*)", line):
        above = [indent(text) for text in lines[:at] if text.strip()][-1:] or [0]
        rest = line[lead.end() :]
        for width in (above[0], above[0] + 2, lead.end(), lead.end() + len(lead["wide"]), max(above[0] - 2, 0)):
            yield Suspicion("wide-space", at, lead.start("wide"), {at: " " * width + rest}, weight=CERTAIN)
    if match := re.match(rf"\s*(?:-\s+)*(?P<key>{KEY}):(?P<wide>[{WIDE}]+)(?=\S)", line):
        made = f"{line[: match.start('wide')]} {line[match.end() :]}"
        yield Suspicion("wide-space", at, match.start("key"), {at: made}, weight=CERTAIN)


def _full_width(lines: list[str], at: int) -> Iterator[Suspicion]:
    """Suspect full-width brackets at both ends of a value, and at the end of one that an ordinary bracket opens."""
    line = lines[at]
    for match in re.finditer("[｛｝［］＂]", line):
        made = "".join(FULL_WIDTH.get(sign, sign) if sign in "｛｝［］＂" else sign for sign in line)
        details = {"sign": match[0], "ascii": FULL_WIDTH[match[0]]}
        yield Suspicion("full-width-sign", at, match.start(), {at: made}, details)
        break
    if comment := re.match(r"\s*(?P<sign>＃)", line):
        made = line.replace("＃", "#", 1)
        details = {"sign": "＃", "ascii": "#"}
        yield Suspicion("full-width-sign", at, comment.start("sign"), {at: made}, details, weight=CERTAIN)
    if curly := re.search("(?::|-) +(?P<open>[“”])", line):
        made = re.sub("[“”]", '"', line)
        yield Suspicion("curly-quotes", at, curly.start("open"), {at: made})
