"""The words that the content explains."""

from generator.blocks.base import Entry
from generator.node import Items, Node
from generator.text import Text

GLOSSARY_FILE = "glossary.yml"


class Term(Entry):
    """An entry of the glossary."""

    term: Text
    """The word.

    词条。"""
    variants: Items[Text] = ()
    """Other words for it.

    其他说法。"""
    definition: Text
    """What it means.

    释义。"""
    beware: Text | None = None
    """What it is often mistaken for.

    容易混淆之处。"""


class GlossaryFile(Node):
    """glossary.yml: the terms."""

    terms: Items[Term] = ()
    """The terms.

    词条。"""
