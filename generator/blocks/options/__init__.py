"""`type: options`: alternatives to choose from, such as seating positions."""

from typing import Literal

from generator.blocks.base import Block, Entry, FileName
from generator.node import SomeItems
from generator.text import Text


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
    alt: Text | None = None
    """What the picture shows, for readers who cannot see it.

    图片的文字说明。"""


class Options(Block):
    """Alternatives to choose from."""

    type: Literal["options"]
    """Alternatives to choose from.

    可选的做法。"""
    items: SomeItems[Option]
    """The alternatives.

    各种做法。"""
