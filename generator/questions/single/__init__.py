"""`type: single`: one right answer among several."""

from collections.abc import Iterator
from typing import Literal

from generator.problems import Problem, problem
from generator.questions.choices import Options


class Single(Options):
    """A question with one right option."""

    type: Literal["single"]
    """A question with one right option.

    单选题。"""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the options, and whether not exactly one of them is right."""
        yield from super().problems()
        right = [option for option in self.options if option.correct]
        if self.key is None and not right:
            yield problem("no-right-option", self.where("options", key=True))
        for option in right[1:]:
            yield problem("several-right-options", option.where("correct"), first=right[0].where("correct"))
