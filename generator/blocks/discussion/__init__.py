"""`type: discussion`: a question for a group."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from generator.blocks.base import Block
from generator.node import Choice, Items
from generator.text import Text


class WorkForm(StrEnum):
    """How the group works."""

    ALONE = "alone"
    PAIRS = "pairs"
    GROUP = "group"
    PLENARY = "plenary"


class Discussion(Block):
    """A question that a group discusses."""

    type: Literal["discussion"]
    """A question for discussion.

    讨论题。"""
    question: Text
    """The question.

    问题。"""
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    """How long it takes.

    需要几分钟。"""
    form: Choice[WorkForm] | None = None
    """How the group works: alone, pairs, group, plenary.

    形式：alone 独立、pairs 两人、group 小组、plenary 全体。"""
    look_for: Items[Text] = ()
    """What good answers contain; shown after one's own answer, and to the trainer.

    好的回答应包含什么；先自己作答再看。"""
