"""Where lines of text break when no font is at hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lettering import CLOSING, OPENING, width, wrap


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("交车", 6, ("交车",)),
        ("确立潜在客户个性化的需求", 6, ("确立潜在客户", "个性化的需求")),
        ("现实客户的跟踪", 6, ("现实客户", "的跟踪")),
        ("报价、定金", 3, ("报价、", "定金")),
        ("到访展厅（二楼）", 6, ("到访展厅", "（二楼）")),
        ("Establishing individual needs", 8, ("Establishing", "individual needs")),
        ("", 6, ()),
    ],
)
def test_lines_break_where_readers_expect_it(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, room) == lines


def test_a_word_wider_than_a_line_breaks_inside() -> None:
    lines = wrap("Kraftfahrzeughaftpflichtversicherung", 6)

    assert "".join(lines) == "Kraftfahrzeughaftpflichtversicherung"
    assert all(width(line) <= 6 for line in lines)


@given(st.text(alphabet="交车签约（）、。 abW-", max_size=40), st.integers(3, 12))
def test_nothing_is_lost_and_no_sign_stands_alone(text: str, room: int) -> None:
    lines = wrap(text, room)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line[0] in CLOSING for line in lines[1:])
    assert not any(line[-1] in OPENING for line in lines[:-1])
