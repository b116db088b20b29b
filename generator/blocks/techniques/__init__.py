"""`type: techniques`: ways of doing something in a conversation, each with its misuse."""

from typing import Literal

from generator.blocks.base import Block, Entry
from generator.node import Items, SomeItems
from generator.text import Text


class Technique(Entry):
    """One technique, with the narrower ones below it."""

    text: Text
    """Name of the technique.

    方法名称。"""
    when: Text | None = None
    """When it fits.

    什么时候用。"""
    how: Text | None = None
    """How it is done.

    怎么做。"""
    example: Text | None = None
    """A line one could say.

    示例话术。"""
    misuse: Text | None = None
    """How it is misused, and what that does.

    误用及其后果。"""
    items: "Items[Technique]" = ()
    """Techniques that belong below this one.

    属于它的具体方法。"""


class Techniques(Block):
    """Ways of doing something in a conversation."""

    type: Literal["techniques"]
    """Techniques, each with an example and its misuse.

    方法与技巧，附示例和误用。"""
    numbered: bool = False
    """Whether the techniques are numbered, as in the source.

    是否编号。"""
    items: SomeItems[Technique]
    """The techniques.

    方法。"""
