"""`type: case`: several questions on one customer."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from generator.problems import Problem
from generator.questions.base import Question
from generator.text import Text

if TYPE_CHECKING:
    from generator.questions.base import Question as PlainQuestion


class Case(Question):
    """A customer, and several questions on what to do."""

    is_marked: ClassVar[bool] = False  # its questions stay together, in practice

    type: Literal["case"]
    """Several questions on one customer; `prompt` is its title.

    案例题：围绕一位客户的几道题；prompt 写标题。"""
    stem: Text
    """The customer and the situation.

    客户与情境。"""
    # Every type but this one; every.py puts them in.
    questions: "Annotated[tuple[PlainQuestion, ...], Field(strict=False, min_length=1)]"
    """The questions on it.

    围绕它的题目。"""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with its questions."""
        for question in self.questions:
            yield from question.problems()
