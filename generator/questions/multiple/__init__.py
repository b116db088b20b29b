"""`type: multiple`: all the right answers among several."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from generator.node import Choice
from generator.problems import Problem, problem
from generator.questions.choices import Options


class ChoiceGrading(StrEnum):
    """What a partly right choice is worth."""

    PARTIAL = "partial"
    ALL_OR_NOTHING = "all-or-nothing"


class Multiple(Options):
    """A question with several right options."""

    type: Literal["multiple"]
    """A question with several right options.

    多选题。"""
    grading: Choice[ChoiceGrading] = ChoiceGrading.PARTIAL
    """partial: right ones count for, wrong ones against; all-or-nothing: only the whole right choice counts.

    partial 按选对、选错的多少给分；all-or-nothing 全部选对才给分。"""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the options, and whether fewer than two of them are right."""
        yield from super().problems()
        right = [option for option in self.options if option.correct]
        if self.key is None and not right:
            yield problem("no-right-option", self.where("options", key=True))
        if len(right) == 1:
            yield problem("one-right-option", right[0].where("correct"))
        if right and len(right) == len(self.options):
            yield problem("no-wrong-option", self.where("options", key=True))
