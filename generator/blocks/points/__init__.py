"""`type: points`: a list of short statements, such as objectives, key points or premises."""

from enum import StrEnum
from typing import Literal

from generator.blocks.base import Block, Entry
from generator.node import Choice, Items, SomeItems
from generator.text import Text


class PointsKind(StrEnum):
    """What the statements are."""

    OBJECTIVE = "objective"
    PURPOSE = "purpose"
    PREMISES = "premises"
    KEY_POINTS = "key-points"
    LIST = "list"


class Point(Entry):
    """One statement, with what explains it and the statements below it."""

    text: Text
    """The statement.

    要点本身。"""
    detail: Text | None = None
    """What it means in practice.

    在实际工作中意味着什么。"""
    items: "Items[Point]" = ()
    """Statements that belong below this one.

    下一级要点。"""


class Points(Block):
    """A list of short statements."""

    type: Literal["points"]
    """A list of short statements.

    要点列表。"""
    kind: Choice[PointsKind] = PointsKind.LIST
    """What the statements are; decides the heading where the block has no title.

    要点的种类；没有标题时用它作标题。"""
    items: SomeItems[Point]
    """The statements.

    要点。"""
