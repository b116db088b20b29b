"""An id names one thing: chapters among each other, entries within their page, terms, sources and places."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.blocks.base import Entry
from generator.problems import Location, Problem, problem
from generator.process import Process

if TYPE_CHECKING:
    from generator.questions.base import Part


def check(process: Process) -> Iterator[Problem]:
    """Yield `duplicate-id` for the second and every further use of an id."""
    settings = process.settings
    yield from _unique(process.chapters)
    for chapter in process.chapters:
        questions = list(process.questions(chapter))
        shown = (node for block in chapter.blocks for node in block.walk() if isinstance(node, Entry))
        yield from _unique([*shown, *questions])
        for question in questions:
            for _, parts in question.parts:
                yield from _unique(parts)
    for entries in (settings.places, settings.flows, process.terms, process.sources):
        yield from _unique(entries)
    yield from _unique(node for route in settings.routes for node in route.walk() if isinstance(node, Entry))


def _unique(entries: "Iterable[Entry | Part]") -> Iterator[Problem]:
    first: dict[str, Location] = {}
    for entry in entries:
        here = entry.where("id")
        if entry.id in first:
            yield problem("duplicate-id", here, id=entry.id, first=first[entry.id])
        first.setdefault(entry.id, here)
