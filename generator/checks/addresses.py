"""No chapter takes the address of another page of the site."""

from collections.abc import Iterator

from generator.blocks.base import DEVICES
from generator.problems import Problem, problem
from generator.process import Process

TAKEN = frozenset(
    {"trainers", "glossary", "sources", "practice", "checklists", "about", "assets", "search", "index", "paper"}
)


def check(process: Process) -> Iterator[Problem]:
    """Yield `taken-id` for chapters whose id is that of a page the site has anyway, or of a language.

    And `bad-path` where Windows could make no folder of that name.
    """
    taken = TAKEN | set(process.settings.languages)
    for chapter in process.chapters:
        if chapter.id in taken:
            yield problem("taken-id", chapter.where("id"), id=chapter.id)
        elif DEVICES.match(chapter.id):
            yield problem("bad-path", chapter.where("id"), value=chapter.id)
