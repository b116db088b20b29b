"""What a habit yields: a mistake that may be there, and the lines as they would be without it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

# A key as people write one, also in Chinese.
KEY: Final = r"(?:[A-Za-z_][\w-]*|[\u4e00-\u9fff]{1,12})"
ENTRY: Final = re.compile(rf"(?P<lead>[\s\u3000]*(?:-\s+)*)(?P<key>{KEY}):(?P<gap>\s+)(?P<value>\S.*)")
ITEM: Final = re.compile(r"(?P<lead>\s*(?:-\s+)+)(?P<value>\S.*)")


CERTAIN: Final = 2
LIKELY: Final = 1
POSSIBLE: Final = 0


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A mistake at a place (line and column from 0), and the lines that change when it is mended.

    Of two that help equally the one with more `weight` is told. One that is `CERTAIN` is told even when mending it
    does not help, because there is a second mistake near it.
    """

    code: str
    line: int
    column: int
    mended: Mapping[int, str] = field(default_factory=dict)
    details: Mapping[str, object] = field(default_factory=dict)
    weight: int = LIKELY


def indent(line: str) -> int:
    """Return how many spaces `line` begins with."""
    return len(line) - len(line.lstrip(" "))


def value_start(line: str) -> int | None:
    """Return where the value of a `key: value` line or of a list item begins."""
    match = ENTRY.match(line) or ITEM.match(line)
    return match.start("value") if match else None


def quoted(text: str) -> str:
    """Return `text` between double quotation marks, as YAML reads it."""
    return '"{}"'.format(text.rstrip().replace("\\", "\\\\").replace('"', '\\"'))
