"""`type: quote`: somebody's words."""

from typing import Literal

from generator.blocks.base import Block
from generator.text import Text


class Quote(Block):
    """Somebody's words, and what is known of their origin."""

    type: Literal["quote"]
    """A quotation.

    引语。"""
    text: Text
    """The words, as the source gives them.

    引语原文，按来源的写法。"""
    by: Text | None = None
    """Who said it, as the source names them.

    出自何人，按来源的写法。"""
    original: Text | None = None
    """The real wording and where it stands, where it differs.

    真实的原话及出处（如与来源不同）。"""
