"""`type: facts`: claims with figures, and how far each can be trusted."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from generator.blocks.base import Block, Entry
from generator.node import Choice, Items, Node, SomeItems
from generator.text import Text


class Trust(StrEnum):
    """How far a figure can be trusted."""

    PUBLISHED = "published"
    SIMPLIFIED = "simplified"
    UNTRACED = "untraced"
    STANDARD = "standard"


class Figure(Node):
    """One number of a claim."""

    label: Text
    """What the number counts.

    数字说明的是什么。"""
    value: Text
    """The number with its unit, as the source writes it, such as "85%".

    数字及单位，按来源的写法，例如 "85%"。"""
    amount: float | None = None
    """The bare number, where the figures of the claim can be drawn on one scale.

    纯数字；同一条里的数字可以画在同一坐标上时填写。"""


class Fact(Entry):
    """One claim."""

    text: Text
    """The claim, as the source makes it.

    说法，按来源的写法。"""
    figures: Items[Figure] = ()
    """Its numbers.

    其中的数字。"""
    trust: Choice[Trust]
    """How far it can be trusted.

    published: a publication says so; simplified: it says less or more; untraced: no origin was found; standard: a
    brand's rule, not a finding.

    published 有出版物支持；simplified 原文有出入；untraced 查无出处；standard 品牌标准，不是研究结论。"""
    origin: Text | None = None
    """What is known of where the figure comes from.

    关于数字出处，已知的情况。"""

    def bars(self) -> Iterator[tuple[Figure, float | None]]:
        """Yield every figure with the length of its bar in percent of the longest; None where there is no scale."""
        amounts = [abs(figure.amount) for figure in self.figures if figure.amount is not None]
        longest = max(amounts, default=0.0)
        drawn = len(amounts) > 1 and longest > 0
        for figure in self.figures:
            yield figure, abs(figure.amount) / longest * 100 if drawn and figure.amount is not None else None


class Facts(Block):
    """Claims with figures."""

    type: Literal["facts"]
    """Claims with figures and how far they can be trusted.

    数字说法及其可信程度。"""
    items: SomeItems[Fact]
    """The claims.

    各条说法。"""
