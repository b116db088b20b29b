"""How long a page takes to read."""

import re
from collections.abc import Iterable
from math import ceil
from typing import Final

from generator.node import Node
from generator.text import Text

# What an adult reads in a minute, with attention.
CHARACTERS_A_MINUTE: Final = 300
WORDS_A_MINUTE: Final = 200

CHARACTER: Final = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
WORD: Final = re.compile(r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9’'-]*")

# Written on the page of trainers alone.
UNSEEN: Final = "trainer_notes"


def reading_minutes(nodes: Iterable[Node], language: str, first: str) -> int:
    """Return how many minutes the texts of `nodes` and of all that is in them take; at least one.

    Texts that are missing in `language` count in `first`, the process's first language.
    """
    text = "\n".join(
        value.in_language(language, first)[0]
        for root in nodes
        for node in root.walk()
        for path, value in node.members()
        if isinstance(value, Text) and path[0] != UNSEEN
    )
    characters, words = len(CHARACTER.findall(text)), len(WORD.findall(text))
    return max(1, ceil(characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE))
