"""`type: form`: a form with its fields."""

from typing import Literal

from generator.blocks.base import Block, Entry
from generator.node import SomeItems
from generator.text import Text


class Blank(Entry):
    """One field of a form."""

    text: Text
    """Its label.

    栏目名称。"""
    detail: Text | None = None
    """How to fill it.

    填写说明。"""
    required: bool = False
    """Whether it has to be filled.

    是否必填。"""


class Form(Block):
    """A form that is filled at this stage."""

    type: Literal["form"]
    """A form with its fields.

    表单及其栏目。"""
    fields: SomeItems[Blank]
    """The fields, in order.

    栏目，按顺序。"""
