"""Every text exists in the first language, in no unknown one, and should exist in all."""

from collections.abc import Iterator

from generator.problems import Location, Problem, problem
from generator.process import Process
from generator.text import EVERY_LANGUAGE, Text


def check(process: Process) -> Iterator[Problem]:
    """Yield `missing-first-language`, `missing-translation` and `unknown-language`."""
    languages = process.settings.languages
    complete = set(languages)
    for node in process.nodes():
        for path, value in node.members():
            if isinstance(value, Text) and value.by_language.keys() != complete:
                yield from _untranslated(value, node.where(*path), languages)


def _untranslated(text: Text, where: Location, languages: tuple[str, ...]) -> Iterator[Problem]:
    has = text.by_language.keys()
    if EVERY_LANGUAGE in has:
        return
    first = languages[0]
    for language in has - set(languages):
        yield problem("unknown-language", where, language=language)
    if first not in has:
        yield problem("missing-first-language", where, language=first)
    else:
        for language in sorted(set(languages) - has):
            yield problem("missing-translation", where, language=language, shown=first)
