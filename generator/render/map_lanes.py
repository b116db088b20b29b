"""The rows of the map of a process: boxes of stages in the lanes of the places where the stages happen.

Lengths as in `process_map`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.boxes import Box, Line, Point

LANE_PADDING: Final = 10.0
LANE_LABEL: Final = 24.0
LANE_GAP: Final = 6.0
LABEL_SIZE: Final = 13.5
# How far below the upper edge of a lane's boxes arrows meet them: at the height of their numbers.
PORT: Final = 20.0

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of boxes, the lanes behind it, the arrows from box to box, and the y at which it ends."""

    boxes: tuple[Box, ...]
    lanes: tuple[Box, ...]
    arrows: tuple[tuple[Point, ...], ...]
    bottom: float


def row(boxes: Sequence[Box], spans: Sequence[Span], names: Sequence[str], top: float) -> Row:
    """Stand `boxes` (placed from left to right) in lanes below `top`.

    A box keeps its height in a lane of its own and fills those that it spans. Without `names` there is one lane,
    unseen.
    """
    lanes = _Lanes.of(names, _heights(boxes, spans, max(len(names), 1)), top)
    standing = tuple(
        lanes.stand(box, span) if span[0] < span[1] else box.at(box.x, lanes.tops[span[0]])
        for box, span in zip(boxes, spans, strict=True)
    )
    joints = zip(pairwise(standing), pairwise(spans), strict=True)
    return Row(
        boxes=standing,
        lanes=tuple(lanes.behind(index, standing, spans) for index in range(len(names))),
        arrows=tuple(_joint(*ends, *_levels(one, other, lanes.tops)) for ends, (one, other) in joints),
        bottom=lanes.bottom,
    )


def _heights(boxes: Sequence[Box], spans: Sequence[Span], lanes: int) -> list[float]:
    """Return how high the boxes of each lane are: as those need that stand in it alone, then those that span it."""
    heights = [2 * PORT] * lanes
    by_breadth = sorted(zip(boxes, spans, strict=True), key=lambda item: item[1][1] - item[1][0])
    for box, (first, last) in by_breadth:
        heights[last] += max(box.height - sum(heights[first : last + 1]), 0)
    return heights


@dataclass(frozen=True, slots=True)
class _Lanes:
    """Where the boxes of each lane begin and end, and where all lanes do."""

    names: Sequence[str]
    tops: list[float]
    bottoms: list[float]
    bottom: float

    @classmethod
    def of(cls, names: Sequence[str], heights: Sequence[float], top: float) -> "_Lanes":
        tops, bottoms, y = [], [], top
        for index, height in enumerate(heights):
            above = (LANE_PADDING + (0 if _named_below(index, names) else LANE_LABEL)) if names else 0
            below = (LANE_PADDING + (LANE_LABEL if _named_below(index, names) else 0)) if names else 0
            tops.append(y + above)
            bottoms.append(y + above + height)
            y += above + height + below + LANE_GAP
        return cls(names, tops, bottoms, y - LANE_GAP)

    def stand(self, box: Box, span: Span) -> Box:
        """Return `box` from the top of the first to the bottom of the last lane of `span`."""
        top, bottom = self.tops[span[0]], self.bottoms[span[1]]
        return replace(box.at(box.x, top), height=bottom - top)

    def behind(self, index: int, boxes: Sequence[Box], spans: Sequence[Span]) -> Box:
        """Return a lane with its name, written where no box that spans lanes covers it."""
        below = _named_below(index, self.names)
        top = self.tops[index] - LANE_PADDING - (0 if below else LANE_LABEL)
        bottom = self.bottoms[index] + LANE_PADDING + (LANE_LABEL if below else 0)
        left, right = boxes[0].x - LANE_PADDING, boxes[-1].right + LANE_PADDING
        free = (box.x for box, (first, last) in zip(boxes, spans, strict=True) if below or not first < index <= last)
        baseline = bottom - 0.4 * LANE_LABEL if below else top + 0.8 * LANE_LABEL
        name = Line(next(free, boxes[0].x), baseline, self.names[index], LABEL_SIZE, "lane")
        return Box("", left, top, right - left, bottom - top, (name,))


def _named_below(index: int, names: Sequence[str]) -> bool:
    """Whether a lane has its name at its lower edge: the last of several, so that no spanning box covers it."""
    return len(names) > 1 and index == len(names) - 1


def _levels(one: Span, other: Span, tops: Sequence[float]) -> tuple[float, float]:
    """Return the heights at which an arrow leaves and arrives: in the first lane that both have, or in their own."""
    shared = max(one[0], other[0])
    if shared <= min(one[1], other[1]):
        return tops[shared] + PORT, tops[shared] + PORT
    return tops[one[0]] + PORT, tops[other[0]] + PORT


def _joint(one: Box, other: Box, leaves: float, arrives: float) -> tuple[Point, ...]:
    """Return the arrow from a box to the next in its row, with a step where they stand in different lanes."""
    half = (one.right + other.x) / 2
    if leaves == arrives:
        return ((one.right, leaves), (other.x, arrives))
    return ((one.right, leaves), (half, leaves), (half, arrives), (other.x, arrives))
