"""`type: options`: alternatives to choose from, such as seating positions."""

from enum import StrEnum
from typing import Literal

from generator.blocks.base import Block, Entry, FileName
from generator.node import Choice, SomeItems
from generator.text import Text


class Drawing(StrEnum):
    """The drawings that come along, in drawings.html.jinja: two people at a table, seen from above."""

    AT_AN_ANGLE = "at-an-angle"
    FACE_TO_FACE = "face-to-face"
    ACROSS_CORNER = "across-corner"


class Option(Entry):
    """One alternative."""

    text: Text
    """Its name.

    名称。"""
    effect: Text | None = None
    """What it does to the conversation.

    对交谈的影响。"""
    use: Text | None = None
    """When to choose it.

    什么时候选用。"""
    image: FileName | None = None
    """A picture in the stage's folder.

    本阶段文件夹里的图片。"""
    drawing: Choice[Drawing] | None = None
    """A ready-made drawing instead of a picture: at-an-angle, face-to-face, across-corner (seats at a table).

    现成的示意图，可代替图片：at-an-angle 成角度或肩并肩、face-to-face 面对面、across-corner 对角线（就座位置）。"""
    alt: Text | None = None
    """What the picture shows, for readers who cannot see it; a drawing describes itself where this is absent.

    图片的文字说明；现成的示意图自带说明，可以不写。"""


class Options(Block):
    """Alternatives to choose from."""

    type: Literal["options"]
    """Alternatives to choose from.

    可选的做法。"""
    items: SomeItems[Option]
    """The alternatives.

    各种做法。"""
