"""The drawing of a flow: what stands where."""

from collections.abc import Callable, Sequence
from itertools import combinations
from math import dist

import pytest

from generator.blocks.flow.layout import Drawing, Edge, Vertex, circle, line
from generator.boxes import Box, Point

Draw = Callable[[Sequence[Vertex], Sequence[Edge]], Drawing]

GROUPS = (Vertex("owners", "现实客户"), Vertex("prospects", "潜在客户"), Vertex("unknown", "未知客户"))


def vertices(number: int) -> tuple[Vertex, ...]:
    return tuple(Vertex(f"v{n}", f"Vertex {n}") for n in range(number))


def box_of(drawing: Drawing, name: str) -> Box:
    return next(box for box in drawing.boxes if box.id == name)


def overlap(one: Box, other: Box) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom


def near(box: Box, point: Point) -> bool:
    x, y = point
    return box.x - 3 <= x <= box.right + 3 and box.y - 3 <= y <= box.bottom + 3


@pytest.mark.parametrize("number", [1, 2, 3, 7, 12])
@pytest.mark.parametrize("draw", [line, circle])
def test_boxes_keep_apart(number: int, draw: Draw) -> None:
    drawing = draw(vertices(number), ())

    assert not any(overlap(*pair) for pair in combinations(drawing.boxes, 2))
    assert all(box.x >= 0 and box.right <= drawing.width for box in drawing.boxes)
    assert all(box.y >= 0 and box.bottom <= drawing.height for box in drawing.boxes)


@pytest.mark.parametrize("draw", [line, circle])
@pytest.mark.parametrize(("start", "end"), [("v0", "v1"), ("v1", "v0"), ("v0", "v2"), ("v6", "v0")])
def test_a_way_leads_from_one_box_to_the_other(draw: Draw, start: str, end: str) -> None:
    drawing = draw(vertices(7), [Edge("way", start, end)])
    (arrow,) = drawing.arrows

    assert near(box_of(drawing, start), arrow.points[0])
    assert near(box_of(drawing, end), arrow.points[-1])
    assert arrow.label is None


def test_a_way_to_its_own_box_swings_out_and_comes_back() -> None:
    drawing = circle(GROUPS, [Edge("stays", "owners", "owners", "忠诚", "+")])
    (arrow,) = drawing.arrows
    box = box_of(drawing, "owners")

    assert near(box, arrow.points[0])
    assert near(box, arrow.points[-1])
    assert min(y for _, y in arrow.points) < box.y - 20


def test_ways_between_the_same_boxes_run_side_by_side() -> None:
    edges = [
        Edge("found", "unknown", "prospects", "开发客户", "+"),
        Edge("walks-in", "unknown", "prospects", "撞上门", "+"),
        Edge("lost", "prospects", "unknown", "失去", "-"),
    ]
    drawing = circle(GROUPS, edges)
    middles = [arrow.points[len(arrow.points) // 2] for arrow in drawing.arrows]
    labels = [arrow.label for arrow in drawing.arrows if arrow.label]

    assert all(dist(*pair) > 20 for pair in combinations(middles, 2))
    assert not any(overlap(*pair) for pair in combinations(labels, 2))


def test_a_mark_is_written_before_the_words_of_its_way() -> None:
    edges = [Edge("won", "prospects", "owners", "征服", "+"), Edge("lost", "owners", "prospects", "不忠诚", "-")]
    labels = {arrow.label.id: arrow.label.lines[0].text for arrow in circle(GROUPS, edges).arrows if arrow.label}

    assert labels == {"won": "+ 征服", "lost": "− 不忠诚"}


def test_a_line_goes_on_in_a_second_row() -> None:
    drawing = line(vertices(7), ())
    rows = sorted({box.y for box in drawing.boxes})

    assert len(rows) == 2
    assert [box.id for box in drawing.boxes if box.y == rows[1]] == ["v5", "v6"]
