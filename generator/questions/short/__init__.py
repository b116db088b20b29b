"""`type: short`: an answer in one's own words, compared with a model answer and marked by oneself."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.questions.base import Explained, Part
from generator.text import Text


class Point(Part):
    """Something a good answer contains."""

    text: Text
    """What it is.

    内容。"""


class Short(Explained):
    """An answer in one's own words."""

    is_marked: ClassVar[bool] = False  # by oneself

    type: Literal["short"]
    """An answer in one's own words, marked by oneself.

    简答题，自己对照评分。"""
    answer: Text
    """A model answer.

    参考答案。"""
    look_for: Annotated[tuple[Point, ...], Field(strict=False, min_length=1)]
    """What a good answer contains; one ticks what one's own has.

    好的回答应包含的要点；学员对照勾选。"""
