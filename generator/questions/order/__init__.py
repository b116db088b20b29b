"""`type: order`: things to put in order."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from generator.node import Choice
from generator.questions.base import Explained, Part
from generator.text import Text


class OrderGrading(StrEnum):
    """What a partly right order is worth; the names are Moodle's."""

    RELATIVE_NEXT = "relative-next"
    ABSOLUTE_POSITION = "absolute-position"
    ALL_OR_NOTHING = "all-or-nothing"


class OrderItem(Part):
    """One of the things to put in order."""

    text: Text
    """What it is.

    内容。"""


class Order(Explained):
    """Things to put in order."""

    type: Literal["order"]
    """Things to put in order.

    排序题。"""
    items: Annotated[tuple[OrderItem, ...], Field(strict=False, min_length=2)]
    """The things, in the right order.

    各项内容，按正确顺序写。"""
    grading: Choice[OrderGrading] = OrderGrading.RELATIVE_NEXT
    """relative-next: what follows what; absolute-position: what stands where; all-or-nothing.

    relative-next 看前后相接，absolute-position 看所在位置，all-or-nothing 全对才给分。"""
    feedback: Text | None = None
    """The usual slip, for those who got the order wrong.

    排错的学员会看到：最常见的错误。"""
