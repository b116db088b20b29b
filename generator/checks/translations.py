"""Every text exists in the first language, in no unknown one, and should exist in all."""

import re
from collections.abc import Iterator
from typing import Final

from generator.guesses import guess_language
from generator.node import Node
from generator.problems import Problem, problem
from generator.process import Process
from generator.text import EVERY_LANGUAGE, Text

HAN: Final = re.compile("[\u4e00-\u9fff]")
LATIN: Final = re.compile("[A-Za-z]")

Path = tuple[int | str, ...]


def check(process: Process) -> Iterator[Problem]:
    """Yield problems with the languages of a text: one too many or too few, Chinese that is not, and the reverse."""
    languages = process.settings.languages
    complete = set(languages)
    if len(complete) < len(languages):
        return  # one is listed twice, so that another is missing
    for node in process.nodes():
        for path, value in node.placed_texts():
            if value.by_language.keys() != complete:
                yield from _untranslated(value, node, path, languages)
            elif "zh" in complete and "en" in complete:
                yield from _mistaken(value.by_language["zh"], value.by_language["en"], node, path)


def _mistaken(chinese: str, english: str, node: Node, path: Path) -> Iterator[Problem]:
    if not HAN.search(english):
        return
    if LATIN.search(chinese) and not HAN.search(chinese):
        yield problem("swapped-languages", node.where(*path, "zh"))
    elif not LATIN.search(english):
        yield problem("wrong-language", node.where(*path, "en"))


def _untranslated(text: Text, node: Node, path: Path, languages: tuple[str, ...]) -> Iterator[Problem]:
    has = text.by_language.keys()
    if EVERY_LANGUAGE in has:
        return
    where = node.where(*path)
    first = languages[0]
    if unknown := has - set(languages):
        for language in sorted(unknown):
            meant = guess_language(language)
            meant = meant if meant in languages and meant not in has else ""
            yield problem("unknown-language", node.where(*path, language, key=True), language=language, guess=meant)
    elif first not in has:
        yield problem("missing-first-language", where, language=first)
    else:
        for language in sorted(set(languages) - has):
            yield problem("missing-translation", where, language=language, shown=first)
