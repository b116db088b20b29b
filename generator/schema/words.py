"""What the words of enumerations mean, from the words that the types of blocks show for them."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from generator import blocks, registry


def enum_descriptions(words: frozenset[str]) -> dict[str, str]:
    """Return the meaning of each of `words` in both languages; nothing where no type shows just these."""
    for chinese, english in _shown():
        if words == chinese.keys() == english.keys():
            return {word: f"{chinese[word]} {english[word]}".strip() or word for word in words}
    return {}


@cache
def _shown() -> tuple[tuple[dict[str, str], dict[str, str]], ...]:
    def found() -> Iterator[tuple[dict[str, str], dict[str, str]]]:
        for name in registry.names(blocks):
            file = registry.folder(blocks, name) / "words.json"
            words: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
            for key, value in words["zh"].items():
                if isinstance(value, dict):
                    yield value, words["en"][key]

    return tuple(found())
