"""The interface's own words in each language: `words.<key>.<key>` in templates, from `words/<language>.json`."""

import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from generator import blocks, registry

FOLDER: Final = Path(__file__).parent / "words"
FALLBACK: Final = "en"


def has_words(language: str) -> bool:
    """Whether the interface speaks `language`; where it does not, it speaks English."""
    return (FOLDER / f"{language}.json").is_file()


@cache
def words(language: str) -> dict[str, Any]:
    """Return the words of `language`, nested as in its file."""
    name = language if has_words(language) else FALLBACK
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@cache
def words_of_type(name: str, language: str, kind: ModuleType = blocks) -> dict[str, Any]:
    """Return the words that a type of `kind` brings along in its own folder, words.json."""
    file = registry.folder(kind, name) / "words.json"
    loaded: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return loaded.get(language) or loaded.get(FALLBACK) or {}
