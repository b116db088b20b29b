"""The map of a process: what stands where."""

from itertools import combinations, pairwise

import pytest

from generator.boxes import Box
from generator.render.process_map import WIDTH, Drawing, Entrance, Run, Stop, draw

INSIDE, OUTSIDE = 0, 1
PLACES = ("At the dealership", "At the customer's")


def stops(number: int, **more: tuple[int, ...]) -> tuple[Stop, ...]:
    return tuple(Stop(f"s{n}", str(n), f"Presenting number {n}", **more) for n in range(1, number + 1))


def overlap(one: Box, other: Box) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom


def box_of(drawing: Drawing, name: str) -> Box:
    return next(box for box in drawing.stops if box.id == name)


@pytest.mark.parametrize("number", [1, 2, 3, 8, 13, 20])
@pytest.mark.parametrize("ring", [False, True])
def test_every_stage_has_a_place_of_its_own(number: int, ring: bool) -> None:  # noqa: FBT001  # the case itself
    drawing = draw([Run(stops(number), (Entrance("Telephone"),), ring=ring)])
    boxes = [*drawing.stops, *drawing.entrances]

    assert [box.id for box in drawing.stops] == [f"s{n}" for n in range(1, number + 1)]
    assert not any(overlap(*pair) for pair in combinations(boxes, 2))
    assert all(box.x >= 0 and box.y >= 0 for box in boxes)
    assert all(box.right <= drawing.width <= WIDTH + 2 and box.bottom <= drawing.height for box in boxes)


def test_text_stays_inside_its_box() -> None:
    long = Stop("long", "5", "确立潜在客户个性化的需求", parts=("提供融资服务", "Drawing up the proposal"))
    (box,) = draw([Run((long,))]).stops

    assert all(box.x < line.x and box.y < line.y - line.size for line in box.lines)
    assert all(line.y < box.bottom for line in box.lines)


@pytest.mark.parametrize("number", [2, 8, 13])
def test_arrows_lead_from_each_stage_to_the_next(number: int) -> None:
    drawing = draw([Run(stops(number))])

    assert len(drawing.arrows) == number - 1
    for one, other in pairwise(drawing.stops):
        assert any(arrow[0][0] == one.right and arrow[-1][0] == other.x for arrow in drawing.arrows)


@pytest.mark.parametrize("number", [2, 3, 8, 13])
def test_in_a_ring_an_arrow_comes_back_to_the_first_stage(number: int) -> None:
    drawing = draw([Run(stops(number), ring=True)])
    x, y = drawing.arrows[-1][-1]
    first = drawing.stops[0]

    assert len(drawing.arrows) == number
    assert first.x <= x <= first.right
    assert y == first.bottom


def test_a_stage_stands_in_the_lane_of_its_place() -> None:
    run = Run(
        (
            Stop("call", "1", "Call", lanes=(INSIDE, OUTSIDE)),
            Stop("show", "2", "Show", lanes=(INSIDE,)),
            Stop("visit", "3", "Visit", lanes=(OUTSIDE,)),
        )
    )
    drawing = draw([run], PLACES)
    inside, outside = drawing.lanes

    assert inside.y < box_of(drawing, "show").y < box_of(drawing, "show").bottom < inside.bottom
    assert outside.y < box_of(drawing, "visit").y < box_of(drawing, "visit").bottom < outside.bottom
    assert box_of(drawing, "call").y < inside.bottom < outside.y < box_of(drawing, "call").bottom


def test_no_stage_covers_the_name_of_a_lane() -> None:
    drawing = draw([Run(stops(3, lanes=(INSIDE, OUTSIDE)))], PLACES)
    names = [line for lane in drawing.lanes for line in lane.lines]

    assert [line.text for line in names] == list(PLACES)
    assert not any(box.y < line.y < box.bottom for line in names for box in drawing.stops)


def test_ways_in_end_at_the_first_stage() -> None:
    drawing = draw([Run(stops(3), tuple(Entrance(f"Way {n}", parts=("one", "two")) for n in range(6)))])
    first = drawing.stops[0]

    for entrance, arrow in zip(drawing.entrances, drawing.arrows, strict=False):
        assert arrow[0] == (entrance.right, entrance.middle[1])
        assert arrow[-1][0] == first.x
        assert first.y < arrow[-1][1] < first.bottom


def test_flows_are_rows_with_their_names() -> None:
    drawing = draw(
        [Run((Stop("a", "A", "Greeting"),), title="Sale"), Run((Stop("b", "B", "Taking in"),), title="Repair")]
    )

    assert [line.text for line in drawing.titles] == ["Sale", "Repair"]
    assert box_of(drawing, "a").bottom < drawing.titles[1].y < box_of(drawing, "b").y


def test_a_process_without_stages_has_an_empty_map() -> None:
    assert draw([]).stops == ()
