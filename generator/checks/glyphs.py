"""Every text can be printed: the fonts of the sheets have all of its characters."""

from collections.abc import Iterator

from generator.fonts import SUBSTITUTE, characters
from generator.problems import Location, Problem, problem
from generator.process import Process

# What Markdown makes of a line end or a tab is a space, and these set no letter.
UNSET = frozenset("\n\t\u200b")


def check(process: Process) -> Iterator[Problem]:
    """Yield `no-glyph` for texts with characters that the sheets cannot show, all of a text in one."""
    known = characters() | UNSET
    for node in process.nodes():
        for path, text in node.placed_texts():
            for language, words in text.by_language.items():
                if not known.issuperset(words):
                    yield _problem(set(words) - known, node.where(*path, *filter(None, [language])))


def _problem(missing: set[str], where: Location) -> Problem:
    return problem("no-glyph", where, characters="".join(sorted(missing)), substitute=SUBSTITUTE)
