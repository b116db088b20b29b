"""`type: numeric`: a number to work out or to know."""

from typing import Annotated, Literal

from pydantic import Field

from generator.node import Items
from generator.questions.base import Explained, Part
from generator.text import Text


class WrongNumber(Part):
    """A wrong number that people really give."""

    value: float
    """The number.

    数字。"""
    feedback: Text
    """Where it comes from, and why it is wrong.

    这个数是怎么来的，错在哪里。"""


class Numeric(Explained):
    """A number to give."""

    type: Literal["numeric"]
    """A number to give.

    数字题。"""
    answer: float
    """The right number.

    正确的数字。"""
    tolerance: Annotated[float, Field(ge=0)] = 0
    """How far off is still right.

    允许的误差。"""
    unit: Text | None = None
    """Its unit, shown behind the field.

    单位，显示在输入框后面。"""
    wrong: Items[WrongNumber] = ()
    """Wrong numbers that people give.

    常见的错误数字。"""
