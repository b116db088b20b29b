"""`type: signals`: what a customer says or does that shows readiness, and what only looks like it."""

from enum import StrEnum
from typing import Literal

from generator.blocks.base import Block, Card, Drill, Entry
from generator.node import Choice, Items, SomeItems
from generator.text import Text


class Strength(StrEnum):
    """How near to a decision a signal shows the customer to be."""

    WEAK = "weak"
    MEDIUM = "medium"
    STRONG = "strong"


class Signal(Entry):
    """One kind of signal."""

    text: Text
    """What the customer does or speaks of.

    客户的表现。"""
    strength: Choice[Strength] | None = None
    """How near to a decision it shows the customer to be: weak, medium, strong. The editors' judgement.

    信号强弱：weak 弱、medium 中、strong 强；由编者判断。"""
    explanation: Text | None = None
    """Why it is a signal, and what to do next.

    为什么是信号，接下来怎么做。"""
    utterances: Items[Text] = ()
    """What it sounds like, in the customer's words.

    客户会怎么说。"""


class NearMiss(Entry):
    """Something that looks like a signal and is none."""

    text: Text
    """What the customer says or does.

    客户说的话或做的事。"""
    reason: Text
    """Why it is not a signal.

    为什么它不是信号。"""


class Signals(Block):
    """Signals of readiness and their near misses."""

    type: Literal["signals"]
    """Signals by which a customer shows readiness.

    成交信号。"""
    items: SomeItems[Signal]
    """The signals.

    信号。"""
    near_misses: Items[NearMiss] = ()
    """What looks like a signal and is none, with the reason.

    看起来像信号但不是的，写明原因。"""

    def drill(self) -> Drill:
        """Return what customers say, as signals and near misses."""
        said = [
            Card(text, "signal", signal.explanation, signal.id)
            for signal in self.items
            for text in signal.utterances or (signal.text,)
        ]
        missed = [Card(miss.text, "near-miss", miss.reason, miss.id) for miss in self.near_misses]
        return Drill("signals", None, (("signal", None), *((("near-miss", None),) if missed else ())), (*said, *missed))
