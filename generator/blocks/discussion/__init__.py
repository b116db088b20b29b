"""`type: discussion`: a question for a group."""

import json
from enum import StrEnum
from typing import Annotated, Literal
from zlib import crc32

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

    @property
    def question_hash(self) -> str:
        """A hash of the question in every language: with another one, it was edited since somebody wrote an answer."""
        return f"{crc32(json.dumps(self.question.by_language, ensure_ascii=False).encode()):08x}"
