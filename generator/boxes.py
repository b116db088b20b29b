"""Boxes with lines of text in them, for drawings: texts in, coordinates out.

Lengths are units of the drawing; x grows to the right, y down.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.lettering import wrap

Point = tuple[float, float]

PADDING: Final = 8.0
# The height of a line as a multiple of its letters, and what stands between two texts.
LEADING: Final = 1.35
BREAK: Final = 4.0


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be written: the text, the size of its letters, and what it is for the eye (a CSS class)."""

    text: str
    size: float
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: where its baseline begins, the size of its letters, and what it is for the eye."""

    x: float
    y: float
    text: str
    size: float
    kind: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with lines of text; `id` is that of the entry it stands for, or empty."""

    id: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...] = ()

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return (self.x + self.width / 2, self.y + self.height / 2)

    def at(self, x: float, y: float) -> "Box":
        """Return the same box with its upper left corner at (x, y)."""
        lines = tuple(replace(line, x=line.x + x - self.x, y=line.y + y - self.y) for line in self.lines)
        return replace(self, x=x, y=y, lines=lines)


def fill(box_id: str, width: float, texts: Sequence[Words]) -> Box:
    """Return a box at the origin, as high as `texts` need when they are broken to its width."""
    lines: list[Line] = []
    y = PADDING
    for words in texts:
        y += BREAK if lines else 0
        for text in wrap(words.text, (width - 2 * PADDING) / words.size):
            y += words.size * LEADING
            lines.append(Line(PADDING, y - words.size * (LEADING - 1), text, words.size, words.kind))
    return Box(box_id, 0, 0, width, y + PADDING, tuple(lines))


def level(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Return `boxes`, all as high as the highest of them."""
    highest = max((box.height for box in boxes), default=0)
    return tuple(replace(box, height=highest) for box in boxes)
