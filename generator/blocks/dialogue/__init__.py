"""`type: dialogue`: a conversation with both sides, in a weak and a strong version."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from generator.blocks.base import Block, Entry, Reference
from generator.node import Choice, Node, SomeItems
from generator.text import Text


class Quality(StrEnum):
    """How well a version of a conversation goes."""

    WEAK = "weak"
    STRONG = "strong"


class Speaker(Entry):
    """Somebody who speaks."""

    title: Text
    """Role of the speaker, such as "customer".

    角色，例如“客户”。"""


class Line(Node):
    """What one speaker says."""

    by: str
    """Id of the speaker.

    说话人的标识。"""
    text: Text
    """What is said.

    说的话。"""
    why: Text | None = None
    """Why it helps or does harm.

    好在哪里或不好在哪里。"""


class Version(Entry):
    """One course of the conversation."""

    quality: Choice[Quality]
    """weak or strong.

    weak 不好的版本、strong 好的版本。"""
    lines: SomeItems[Line]
    """What is said, in order.

    对话，按顺序。"""
    why: Text
    """What makes it weak or strong.

    为什么不好或为什么好。"""


class Dialogue(Block):
    """A conversation, as it goes wrong and as it goes well."""

    type: Literal["dialogue"]
    """A conversation in a weak and a strong version.

    对话示范，有不好的版本和好的版本。"""
    situation: Text
    """Who meets whom, when and why.

    情景：谁、什么时候、为什么。"""
    speakers: SomeItems[Speaker]
    """Who speaks; the first one is the customer.

    说话人；第一位是客户。"""
    versions: SomeItems[Version]
    """The versions.

    各个版本。"""

    def references(self) -> Iterator[Reference]:
        """Every line is said by a speaker of this dialogue."""
        known = frozenset(speaker.id for speaker in self.speakers)
        for version in self.versions:
            for line in version.lines:
                yield Reference(line.by, line.where("by"), known)

    def speaker(self, line: Line) -> Speaker:
        """Return who says `line`."""
        return next(speaker for speaker in self.speakers if speaker.id == line.by)
