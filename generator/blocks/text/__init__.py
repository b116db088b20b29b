"""`type: text`: running text."""

from typing import Literal

from generator.blocks.base import Block
from generator.text import Text


class TextBlock(Block):
    """Paragraphs, lists and tables in Markdown."""

    type: Literal["text"]
    """A block of running text.

    正文区块。"""
    body: Text
    """The text, in Markdown.

    正文，可用 Markdown。"""
