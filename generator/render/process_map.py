"""Where everything stands on the map of a process: texts in, coordinates out.

All lengths are units of the drawing, one CSS pixel each where the drawing is shown at its own width; x grows to the
right, y down. A run of stages is a row of boxes, broken into several where it is long, or a ring of two rows.
Places are lanes behind the rows of a single run; where there are several runs, or a ring, the boxes name theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import Final

from generator.boxes import PADDING, Box, Line, Point, Words, fill, level
from generator.render.map_lanes import LANE_PADDING, PORT, row

Arrow = tuple[Point, ...]

WIDTH: Final = 1180.0
MARGIN: Final = 2.0
MOST_COLUMNS: Final = 8
WIDEST_BOX: Final = 200.0
GAP: Final = 20.0
ROW_GAP: Final = 48.0
# How far beside the boxes the way from one row to the next runs: inside the lanes.
TURN: Final = 7.0
ENTRANCE_WIDTH: Final = 148.0
ENTRANCE_GAP: Final = 10.0
RUN_TITLE: Final = 32.0

# Sizes of letters.
LABEL: Final = 20.0
TITLE: Final = 15.0
SMALL: Final = 13.5


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage: its number and title, the indexes of its lanes (none: all), its parts, and remarks."""

    id: str
    label: str
    title: str
    lanes: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way in, to the first stage of its run."""

    title: str
    parts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Stages that follow each other; in a ring the first one follows the last."""

    stops: tuple[Stop, ...]
    entrances: tuple[Entrance, ...] = ()
    title: str = ""
    ring: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """The finished map. An arrow is the points of a line that ends in its head."""

    width: float
    height: float
    lanes: tuple[Box, ...] = ()
    entrances: tuple[Box, ...] = ()
    stops: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    titles: tuple[Line, ...] = ()


def draw(runs: Sequence[Run], lanes: Sequence[str] = ()) -> Drawing:
    """Lay out `runs` one below the other; `lanes` are the names of the places."""
    parts: list[Drawing] = []
    titles: list[Line] = []
    y = MARGIN
    for run in runs:
        if run.title:
            titles.append(Line(MARGIN + LANE_PADDING, y + TITLE, run.title, TITLE, "run"))
            y += RUN_TITLE
        parts.append(_ring(run, y) if run.ring and len(run.stops) > 1 else _line(run, lanes, y))
        y = parts[-1].height + ROW_GAP / 2
    return Drawing(
        width=max((part.width for part in parts), default=0) + MARGIN,
        height=max((part.height for part in parts), default=0) + MARGIN,
        lanes=tuple(lane for part in parts for lane in part.lanes),
        entrances=tuple(box for part in parts for box in part.entrances),
        stops=tuple(box for part in parts for box in part.stops),
        arrows=tuple(arrow for part in parts for arrow in part.arrows),
        titles=tuple(titles),
    )


def _line(run: Run, lanes: Sequence[str], top: float) -> Drawing:
    """Lay out a run in rows, each with all lanes behind it, and join the rows."""
    rows = ceil(len(run.stops) / MOST_COLUMNS)
    columns = ceil(len(run.stops) / max(rows, 1))
    grid = _Grid.of(columns, entered=bool(run.entrances))
    drawn = []
    y = top
    for first in range(0, len(run.stops), max(columns, 1)):
        stops = run.stops[first : first + columns]
        boxes = grid.boxes(stops, range(len(stops)), 0)
        drawn.append(row(boxes, [_span(stop, len(lanes)) for stop in stops], lanes, y))
        y = drawn[-1].bottom + ROW_GAP
    boxes = tuple(box for part in drawn for box in part.boxes)
    entrances, ways_in = _entrances(run.entrances, boxes[:1], boxes[0].y if boxes else top)
    return Drawing(
        width=max([grid.right(columns), *(box.right for box in entrances)]),
        height=max([top, *(part.bottom for part in drawn), *(box.bottom for box in entrances)]),
        lanes=tuple(lane for part in drawn for lane in part.lanes),
        entrances=entrances,
        stops=boxes,
        arrows=(
            *ways_in,
            *(arrow for part in drawn for arrow in part.arrows),
            *(_turn(one.boxes[-1], other.boxes[0], one.bottom) for one, other in pairwise(drawn)),
        ),
    )


def _ring(run: Run, top: float) -> Drawing:
    """Lay out a run there and back: the first half from left to right, the rest below it from right to left."""
    half = ceil(len(run.stops) / 2)
    grid = _Grid.of(half, entered=bool(run.entrances))
    there = level(grid.boxes(run.stops[:half], range(half), top))
    # Where the number is odd, the lower row is a box shorter: it ends below the first box all the same.
    columns = range(len(run.stops) - half - 1, -1, -1)
    back = level(grid.boxes(run.stops[half:], columns, there[0].bottom + ROW_GAP))
    entrances, ways_in = _entrances(run.entrances, there[:1], top)
    return Drawing(
        width=max([grid.right(half), *(box.right for box in entrances)]),
        height=max(box.bottom for box in (*back, *entrances)),
        entrances=entrances,
        stops=(*there, *back),
        arrows=(*ways_in, *_circuit(there, back)),
    )


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a run: the x at which the first begins, and how wide one is with its gap."""

    start: float
    step: float

    @classmethod
    def of(cls, columns: int, *, entered: bool) -> "_Grid":
        start = MARGIN + (ENTRANCE_WIDTH + GAP if entered else 0) + LANE_PADDING
        room = WIDTH - MARGIN - LANE_PADDING + GAP - start
        return cls(start, min(room / max(columns, 1), WIDEST_BOX + GAP))

    def right(self, columns: int) -> float:
        return self.start + self.step * columns - GAP + LANE_PADDING

    def boxes(self, stops: Sequence[Stop], columns: Sequence[int], top: float) -> tuple[Box, ...]:
        """Return the boxes of `stops`, each in its column: as high as all titles need, and as its own parts do."""
        across = self.step - GAP
        least = max((fill(stop.id, across, _heading(stop)).height for stop in stops), default=0)
        boxes = [fill(stop.id, across, _words(stop)) for stop in stops]
        return tuple(
            replace(box, height=max(box.height, least)).at(self.start + self.step * column, top)
            for box, column in zip(boxes, columns, strict=True)
        )


def _heading(stop: Stop) -> list[Words]:
    return [Words(stop.label, LABEL, "label"), Words(stop.title, TITLE, "title")]


def _words(stop: Stop) -> list[Words]:
    parts = [Words(part, SMALL, "part") for part in stop.parts]
    return _heading(stop) + parts + [Words(remark, SMALL, "remark") for remark in stop.remarks]


def _span(stop: Stop, lanes: int) -> tuple[int, int]:
    """Return the first and the last lane of a stop."""
    return (min(stop.lanes), max(stop.lanes)) if stop.lanes and lanes else (0, max(lanes - 1, 0))


def _entrances(
    entrances: Sequence[Entrance], first: Sequence[Box], top: float
) -> tuple[tuple[Box, ...], tuple[Arrow, ...]]:
    """Stack the ways in at the left, each with an arrow to the first stage."""
    boxes: list[Box] = []
    for entrance in entrances:
        texts = [Words(entrance.title, SMALL, "title")]
        texts += [Words(part, SMALL, "part") for part in entrance.parts]
        texts += [Words(remark, SMALL, "remark") for remark in entrance.remarks]
        y = boxes[-1].bottom + ENTRANCE_GAP if boxes else top
        boxes.append(fill("", ENTRANCE_WIDTH, texts).at(MARGIN, y))
    return tuple(boxes), tuple(_way_in(box, target) for box in boxes for target in first)


def _way_in(entrance: Box, target: Box) -> Arrow:
    """Return a straight arrow where the stage is high enough to be met, a bent one where not."""
    y = entrance.middle[1]
    met = min(max(y, target.y + PADDING), target.bottom - PADDING)
    bend = entrance.right + GAP / 2
    if met == y:
        return ((entrance.right, y), (target.x, y))
    return ((entrance.right, y), (bend, y), (bend, met), (target.x, met))


def _turn(last: Box, first: Box, bottom: float) -> Arrow:
    """Return the arrow from the end of a row that reaches down to `bottom` to the start of the next."""
    right, left, y = last.right + TURN, first.x - TURN, bottom + ROW_GAP / 2
    leaves, arrives = last.y + PORT, first.y + PORT
    return ((last.right, leaves), (right, leaves), (right, y), (left, y), (left, arrives), (first.x, arrives))


def _circuit(there: Sequence[Box], back: Sequence[Box]) -> Iterator[Arrow]:
    """Yield the arrows of a ring, from the first box once round."""
    for one, other in pairwise(there):
        yield ((one.right, one.y + PORT), (other.x, other.y + PORT))
    yield _between_rows(there[-1], back[0], down=True)
    for one, other in pairwise(back):
        yield ((one.x, one.y + PORT), (other.right, other.y + PORT))
    yield tuple(reversed(_between_rows(there[0], back[-1], down=False)))


def _between_rows(upper: Box, lower: Box, *, down: bool) -> Arrow:
    """Return the way from an upper box to a lower one: straight down, or to its side where that stands inwards."""
    x, side = upper.middle[0], lower.right if down else lower.x
    if abs(x - lower.middle[0]) < 1:
        # Two boxes one below the other have both ways between them: each keeps to its side.
        x += upper.width / 4 if down else -upper.width / 4
        return ((x, upper.bottom), (x, lower.y))
    return ((x, upper.bottom), (x, lower.y + PORT), (side, lower.y + PORT))
