"""`type: kpi`: what is measured, how, and the target."""

from typing import Literal

from generator.blocks.base import Block, Entry
from generator.node import SomeItems
from generator.text import Text


class Indicator(Entry):
    """One figure that is measured."""

    text: Text
    """Its name.

    指标名称。"""
    formula: Text
    """How it is worked out.

    计算公式。"""
    target: Text | None = None
    """The target; left out where only the dealer or the brand can set it.

    目标值；只能由经销商或品牌确定时不写。"""
    use: Text | None = None
    """What it tells and what it does not.

    说明什么，不说明什么。"""


class Kpi(Block):
    """Figures by which a stage is measured."""

    type: Literal["kpi"]
    """Figures with formula and target.

    指标、公式与目标。"""
    items: SomeItems[Indicator]
    """The figures.

    指标。"""
