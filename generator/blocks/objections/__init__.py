"""`type: objections`: why customers object, and how to answer."""

from typing import Literal

from generator.blocks.base import Block, Card, Drill, Entry
from generator.node import Items, SomeItems
from generator.text import Text


class Objection(Entry):
    """One cause of objections."""

    text: Text
    """The cause.

    产生异议的原因。"""
    sounds_like: Items[Text] = ()
    """What the customer says.

    客户会怎么说。"""
    behind: Text | None = None
    """What lies behind it.

    背后的真实想法。"""
    good_answer: Text | None = None
    """An answer that helps.

    好的回应。"""
    poor_answer: Text | None = None
    """An answer that people really give and that does harm.

    常见但不好的回应。"""
    poor_because: Text | None = None
    """Why that answer does harm.

    不好在哪里。"""


class Objections(Block):
    """Causes of objections with their answers."""

    type: Literal["objections"]
    """Causes of objections, with good and poor answers.

    产生异议的原因与回应。"""
    items: SomeItems[Objection]
    """The causes.

    原因。"""

    def drill(self) -> Drill:
        """Return what customers say, to be sorted by what it comes from."""
        causes = tuple(item for item in self.items if item.sounds_like)
        cards = tuple(Card(text, cause.id, cause.behind, cause.id) for cause in causes for text in cause.sounds_like)
        return Drill(self.id, self.title, tuple((cause.id, cause.text) for cause in causes), cards)
