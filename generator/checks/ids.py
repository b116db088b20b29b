"""An id names one thing: chapters among each other, entries within their page, terms, sources and places."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.blocks.base import Entry
from generator.checklists.assembled import Assembled, assemble
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
        yield from _unique(chapter.checklists)
        for checklist in chapter.checklists:
            yield from _unique(node for node in checklist.walk() if isinstance(node, Entry))
            yield from _like_a_step(assemble(checklist, chapter.blocks))
    for entries in (settings.places, settings.flows, process.terms, process.sources):
        yield from _unique(entries)
    yield from _unique(node for route in settings.routes for node in route.walk() if isinstance(node, Entry))


def _like_a_step(assembled: Assembled) -> Iterator[Problem]:
    """Find ids of a checklist that are those of steps which stand in it by reference."""
    steps = {row.id: row.step.where("id") for row in assembled.rows if row.step and not row.item}
    for node in assembled.checklist.walk():
        if isinstance(node, Entry) and node.id in steps:
            yield problem("duplicate-id", node.where("id"), id=node.id, first=steps[node.id])


def _unique(entries: "Iterable[Entry | Part]") -> Iterator[Problem]:
    first: dict[str, Location] = {}
    for entry in entries:
        here = entry.where("id")
        if entry.id in first:
            yield problem("duplicate-id", here, id=entry.id, first=first[entry.id])
        first.setdefault(entry.id, here)
