"""`type: dos_donts`: what to do and what to leave."""

from typing import Literal

from generator.blocks.base import Block, Entry
from generator.node import Items
from generator.text import Text


class Conduct(Entry):
    """One thing to do or to leave, with its instances below it."""

    text: Text
    """What to do or to leave.

    该做或不该做的事。"""
    detail: Text | None = None
    """What it means in practice.

    在实际工作中意味着什么。"""
    items: "Items[Conduct]" = ()
    """Instances of it.

    具体例子。"""


class DosDonts(Block):
    """What to do and what to leave; either list may be absent."""

    type: Literal["dos_donts"]
    """What to do and what to leave.

    该做的和不该做的。"""
    dos: Items[Conduct] = ()
    """What to do.

    该做的。"""
    donts: Items[Conduct] = ()
    """What to leave.

    不该做的。"""
