"""`type: rubric`: levels of doing something, described as behaviour."""

from typing import Annotated, Literal

from pydantic import Field

from generator.blocks.base import Block, Entry
from generator.node import Node, SomeItems
from generator.text import Text


class Level(Node):
    """What doing it at one level looks like."""

    score: Annotated[int, Field(ge=1, le=5)]
    """1 (lowest) to 5 (highest).

    1（最低）到 5（最高）。"""
    behaviour: Text
    """What one sees and hears.

    看得到、听得到的表现。"""


class Criterion(Entry):
    """One thing that is judged."""

    text: Text
    """What is judged.

    评价什么。"""
    levels: SomeItems[Level]
    """The levels, lowest first; not every score needs a description.

    各等级，由低到高；不必每一级都写。"""

    def behaviour(self, score: int) -> Text | None:
        """Return what `score` looks like; None where it is not described."""
        return next((level.behaviour for level in self.levels if level.score == score), None)


class Rubric(Block):
    """Criteria with levels."""

    type: Literal["rubric"]
    """Criteria with levels from 1 to 5.

    1–5 级评价表。"""
    criteria: SomeItems[Criterion]
    """The criteria.

    评价项。"""

    def scores(self) -> tuple[int, ...]:
        """Return every score that some criterion describes, lowest first."""
        return tuple(sorted({level.score for criterion in self.criteria for level in criterion.levels}))
