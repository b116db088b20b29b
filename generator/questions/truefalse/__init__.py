"""`type: truefalse`: a statement to judge, and to explain where it asks for the reason."""

from collections.abc import Iterator
from typing import Literal

from generator.problems import Problem, problem
from generator.questions.base import Explained
from generator.text import Text


class Truefalse(Explained):
    """A statement to judge."""

    type: Literal["truefalse"]
    """A statement that is true or false.

    判断题。"""
    correct: bool | None = None
    """Whether the statement is true.

    这句话是否正确。"""
    feedback: Text | None = None
    """Why people judge wrongly, for those who do.

    为什么容易判断错；判断错的学员会看到。"""
    reason: Text | None = None
    """A good reason: with it the learner is asked to write one first, and to compare.

    一个好的理由；写了它，学员要先写自己的理由再对照。"""

    def problems(self) -> Iterator[Problem]:
        """Yield a missing answer or feedback."""
        if self.key is None and self.correct is None:
            yield problem("no-right-option", self.where())
        if self.key is None and self.feedback is None:
            yield problem("no-feedback", self.where(), id=self.id)
