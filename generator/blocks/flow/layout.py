"""Where the nodes and ways of a flow stand in its drawing: texts in, coordinates out.

Lengths are units of the drawing, one CSS pixel each where it is shown at its own width; x grows to the right, y down.
A line is rows of boxes from left to right; a circle is boxes around a middle, the first one on top.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import Final

from generator.boxes import PADDING, Box, Point, Words, fill, level
from generator.lettering import width

MARGIN: Final = 4.0
# In a line: the width of a box, the gap to the next with and without labels in it, and how many units a row may take.
BOX: Final = 116.0
GAP: Final = 28.0
LABELLED_GAP: Final = 100.0
ROW: Final = 692.0
ROW_GAP: Final = 56.0
# In a circle: the width of a box, the smallest radius, how much of the circle's edge one box takes, how far apart
# two ways between the same two boxes run, and how far a way back to its own box swings out.
ROUND_BOX: Final = 124.0
RADIUS: Final = 172.0
EDGE: Final = 200.0
SPREAD: Final = 46.0
LOOP: Final = 76.0

# How far, of its whole swing, a bent way is aside where it begins, and of its box's size at most.
FOOT: Final = 0.3
FOOTHOLD: Final = 0.4

TITLE: Final = 15.0
SMALL: Final = 14.0
LABEL_ROOM: Final = 116.0
# A label is framed as wide as it is: this is for systems whose letters are wider than estimated.
SLACK: Final = 1.08
STEPS: Final = 48


@dataclass(frozen=True, slots=True)
class Vertex:
    """Something that is drawn as a box: its title, small lines beneath, and the name of its group above."""

    id: str
    title: str
    lines: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A way between two boxes; its label may be empty, its mark is "+", "-" or empty."""

    id: str
    start: str
    end: str
    label: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way as drawn: the points of its line, its label's box where it has one, and its mark."""

    points: tuple[Point, ...]
    label: Box | None
    mark: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The finished drawing."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def line(vertices: Sequence[Vertex], edges: Sequence[Edge]) -> Drawing:
    """Lay out `vertices` in rows; a way to the next box of a row is straight, any other swings below."""
    neighbours = {(one.id, other.id) for one, other in pairwise(vertices)}
    labelled = any((edge.label or edge.mark) and (edge.start, edge.end) in neighbours for edge in edges)
    gap = LABELLED_GAP if labelled else GAP
    columns = max(1, int((ROW + gap) // (BOX + gap)))
    boxes: list[Box] = []
    y = 0.0
    for first in range(0, len(vertices), columns):
        filled = level([_box(vertex, BOX) for vertex in vertices[first : first + columns]])
        boxes += [box.at(column * (BOX + gap), y) for column, box in enumerate(filled)]
        y = boxes[-1].bottom + ROW_GAP
    standing = {box.id: box for box in boxes}
    arrows = [_in_line(edge, standing[edge.start], standing[edge.end], neighbours) for edge in edges]
    return _framed(boxes, arrows)


def circle(vertices: Sequence[Vertex], edges: Sequence[Edge]) -> Drawing:
    """Lay out `vertices` clockwise around the middle; ways between the same two boxes run side by side."""
    radius = max(RADIUS, len(vertices) * EDGE / (2 * pi))
    boxes = []
    for index, vertex in enumerate(vertices):
        angle = 2 * pi * index / len(vertices) - pi / 2
        box = _box(vertex, ROUND_BOX)
        x, y = radius * cos(angle), radius * sin(angle)
        boxes.append(box.at(x - box.width / 2, y - box.height / 2))
    standing = {box.id: box for box in boxes}
    order = {box.id: index for index, box in enumerate(boxes)}
    sides: dict[tuple[int, ...], list[Edge]] = defaultdict(list)
    for edge in edges:
        sides[tuple(sorted((order[edge.start], order[edge.end])))].append(edge)
    arrows = [arrow for side in sides.values() for arrow in _side(side, standing)]
    return _framed(boxes, arrows)


def _box(vertex: Vertex, across: float) -> Box:
    words = [Words(vertex.group, SMALL, "group"), Words(vertex.title, TITLE, "title")]
    words += [Words(text, SMALL, "part") for text in vertex.lines]
    return fill(vertex.id, across, [part for part in words if part.text])


def _in_line(edge: Edge, start: Box, end: Box, neighbours: set[tuple[str, str]]) -> Arrow:
    same_row = start.y == end.y
    if same_row and (edge.start, edge.end) in neighbours:
        y = start.middle[1]
        return Arrow(
            ((start.right, y), (end.x, y)), _label(edge, ((start.right + end.x) / 2, y), LABELLED_GAP - 24), edge.mark
        )
    return _curved(edge, (start, end), (0, ROW_GAP + max(start.height, end.height) / 2 if same_row else 0), 0.5)


def _side(edges: Sequence[Edge], standing: dict[str, Box]) -> Iterator[Arrow]:
    """Yield the ways between two boxes of a circle, side by side around the straight one, or a box's ways to itself."""
    for index, edge in enumerate(edges):
        start, end = standing[edge.start], standing[edge.end]
        if start is end:
            yield _loop(edge, start, LOOP + SPREAD * index)
            continue
        # Both directions of a side count their distance and their share of the way from the same end.
        one, other = sorted((start, end), key=lambda box: box.middle)
        (x1, y1), (x2, y2) = one.middle, other.middle
        length = hypot(x2 - x1, y2 - y1)
        across = (-(y2 - y1) / length, (x2 - x1) / length)
        aside = (index - (len(edges) - 1) / 2) * SPREAD
        share = 0.5 if len(edges) == 1 else 0.36 + 0.28 * index / (len(edges) - 1)
        yield _curved(edge, (start, end), (across[0] * aside, across[1] * aside), share if start is one else 1 - share)


def _curved(edge: Edge, ends: tuple[Box, Box], aside: Point, share: float) -> Arrow:
    """Return a way that swings out by `aside` half-way, with its label at `share` of its visible part."""
    (x1, y1), (x2, y2) = (end.middle for end in ends)
    dx, dy = aside

    def swung(t: float, out: float) -> Point:
        return (x1 + (x2 - x1) * t + dx * out, y1 + (y2 - y1) * t + dy * out)

    foot = min(FOOT, FOOTHOLD * min(end.height for end in ends) / (hypot(dx, dy) or 1))
    # A cubic curve passes its middle at 1/8 of its ends and 3/8 of its two guides: these make that `aside` exactly.
    guide = (1 - foot / 4) * 4 / 3
    curve = _bezier(swung(0, foot), swung(0.3, guide), swung(0.7, guide), swung(1, foot))
    points = _outside(curve, *ends)
    return Arrow(points, _label(edge, points[round((len(points) - 1) * share)]), edge.mark)


def _loop(edge: Edge, box: Box, out: float) -> Arrow:
    """Return a way that leaves a box away from the middle of the circle and comes back to it."""
    x, y = box.middle
    distance = hypot(x, y) or 1
    away, aside = (x / distance, y / distance), (-y / distance, x / distance)

    def swung(sign: int) -> Point:
        return (
            x + away[0] * out * 1.6 + sign * aside[0] * out,
            y + away[1] * out * 1.6 + sign * aside[1] * out,
        )

    points = _outside(_bezier(box.middle, swung(-1), swung(1), box.middle), box, box)
    return Arrow(points, _label(edge, points[len(points) // 2]), edge.mark)


def _bezier(start: Point, one: Point, other: Point, end: Point) -> Callable[[float], Point]:
    """Return a cubic curve as a function from 0..1."""

    def at(t: float) -> Point:
        s = 1 - t
        weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
        points = (start, one, other, end)
        return (
            sum(w * p[0] for w, p in zip(weights, points, strict=True)),
            sum(w * p[1] for w, p in zip(weights, points, strict=True)),
        )

    return at


def _outside(curve: Callable[[float], Point], start: Box, end: Box) -> tuple[Point, ...]:
    """Return the part of a curve between where it leaves one box and where it meets the other."""
    steps = [step / STEPS / 4 for step in range(STEPS * 4 + 1)]
    leaving = next((t for t in steps if not _holds(start, curve(t))), 0.0)
    arriving = next((t for t in reversed(steps) if not _holds(end, curve(t))), 1.0)
    return tuple(curve(leaving + (arriving - leaving) * step / STEPS) for step in range(STEPS + 1))


def _holds(box: Box, point: Point) -> bool:
    return box.x <= point[0] <= box.right and box.y <= point[1] <= box.bottom


def _label(edge: Edge, middle: Point, room: float = LABEL_ROOM) -> Box | None:
    """Return the label of a way as a box around `middle`: its mark as a sign, then its words."""
    sign = {"+": "+ ", "-": "− "}.get(edge.mark, "")
    text = f"{sign}{edge.label}".strip()
    if not text:
        return None
    across = min(width(text) * SMALL * SLACK, room) + 2 * PADDING
    box = fill(edge.id, across, [Words(text, SMALL, "label")])
    # A label is one or two lines on a line that runs on behind it: half the padding of a box is enough.
    lines = tuple(replace(written, y=written.y - PADDING * 0.75) for written in box.lines)
    box = replace(box, height=box.height - PADDING * 1.25, lines=lines)
    return box.at(middle[0] - box.width / 2, middle[1] - box.height / 2)


def _framed(boxes: Sequence[Box], arrows: Sequence[Arrow]) -> Drawing:
    """Move everything so that it begins at the margin, and measure it."""
    framed = [*boxes, *(arrow.label for arrow in arrows if arrow.label)]
    points = [point for arrow in arrows for point in arrow.points]
    left = min([*(box.x for box in framed), *(x for x, _ in points)]) - MARGIN
    top = min([*(box.y for box in framed), *(y for _, y in points)]) - MARGIN
    right = max([*(box.right for box in framed), *(x for x, _ in points)]) + MARGIN
    bottom = max([*(box.bottom for box in framed), *(y for _, y in points)]) + MARGIN

    def moved(box: Box) -> Box:
        return box.at(box.x - left, box.y - top)

    return Drawing(
        width=right - left,
        height=bottom - top,
        boxes=tuple(map(moved, boxes)),
        arrows=tuple(
            Arrow(
                points=tuple((x - left, y - top) for x, y in arrow.points),
                label=moved(arrow.label) if arrow.label else None,
                mark=arrow.mark,
            )
            for arrow in arrows
        ),
    )
