"""`type: script`: what to say or write, per channel, with placeholders to fill."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from generator.blocks.base import Block, Entry, Reference
from generator.node import Items, SomeItems
from generator.text import Text

PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z0-9-]*)\}")


class Placeholder(Entry):
    """Something to fill in."""

    title: Text
    """What is filled in, such as "customer's name".

    要填的内容，例如“客户称呼”。"""


class Passage(Entry):
    """One thing to say or write."""

    purpose: Text
    """What it is for, such as "first reply".

    用途，例如“首次回复”。"""
    text: Text
    """The words; `{id}` stands for a placeholder.

    话术；用 `{标识}` 表示要填的内容。"""
    why: Text | None = None
    """Why it is worded so.

    为什么这样说。"""


class Channel(Entry):
    """Where it is said or written."""

    title: Text
    """Name of the channel, such as "telephone".

    渠道名称，例如“电话”。"""
    passages: SomeItems[Passage]
    """What to say or write, in order.

    话术，按顺序。"""


class Script(Block):
    """Word tracks for one or more channels."""

    type: Literal["script"]
    """Word tracks per channel.

    分渠道的话术。"""
    placeholders: Items[Placeholder] = ()
    """What to fill in.

    要填的内容。"""
    channels: SomeItems[Channel]
    """The channels.

    渠道。"""

    def references(self) -> Iterator[Reference]:
        """Every placeholder that a text uses is listed."""
        known = frozenset(placeholder.id for placeholder in self.placeholders)
        for channel in self.channels:
            for passage in channel.passages:
                for text in passage.text.by_language.values():
                    for match in PLACEHOLDER.finditer(text):
                        yield Reference(match[1], passage.where("text"), known)
