"""Who cites what: for every source, and every place in it, the entries of the site that come from there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.blocks.base import Audience, Block, Citation, Entry
from generator.node import Node
from generator.pages import Page, Tree
from generator.plan import Plan
from generator.text import Text

# The place in a source, such as a slide or article; empty for the source as a whole.
Place = str


@dataclass(frozen=True, slots=True)
class Citing:
    """An entry that cites: the page it is on, its anchor there, and its words; None where the page's title says it."""

    page: Page
    anchor: str
    title: Text | None


def citing(plan: Plan, tree: Tree) -> Mapping[str, Mapping[Place, tuple[Citing, ...]]]:
    """Return the entries that cite each source, by the source's id and the place in it.

    Places are in the order of the source, the whole of it first; entries in reading order.
    """
    found: dict[str, dict[Place, dict[tuple[str, str], Citing]]] = defaultdict(lambda: defaultdict(dict))
    for citation, entry in _citations(plan, tree):
        for place in [str(slide) for slide in citation.slides] or (citation.article or "").split("、"):
            found[citation.of][place][entry.page.address, entry.anchor] = entry
    return {
        source: {place: tuple(places[place].values()) for place in sorted(places, key=_numbers)}
        for source, places in found.items()
    }


def _numbers(place: Place) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", place)]


def _citations(plan: Plan, tree: Tree) -> Iterator[tuple[Citation, Citing]]:
    process = plan.process
    for citation in process.settings.source:
        yield citation, Citing(tree.home, "map", None)
    for page in tree.chapters.values():
        if page.chapter is None:
            continue
        for citation in _of(page.chapter):
            yield citation, Citing(page, page.chapter.id, None)
        for block in page.chapter.blocks:
            yield from _in_block(block, page, tree.trainers.get(page.chapter.id))
    for term in process.terms if tree.glossary else ():
        for citation in _of(term):
            yield citation, Citing(tree.glossary or tree.home, term.id, term.term)


def _in_block(block: Block, page: Page, trainers: Page | None) -> Iterator[tuple[Citation, Citing]]:
    """Yield what a block and its items cite; items for trainers alone stand nowhere else and are left out.

    An item without words of its own is known by its block, a block without a title by its page.
    """
    if block.audience is Audience.TRAINERS and trainers is not None:
        page = trainers
    known = Citing(page, block.id, _words(block))
    if known.title is None:
        known = Citing(page, page.chapter.id if page.chapter else "", None)
    for entry in _shown(block):
        words = _words(entry)
        for citation in _of(entry):
            yield citation, Citing(page, entry.id, words) if words else known


def _shown(node: Node) -> Iterator[Entry]:
    if isinstance(node, Entry):
        yield node
    for _, value in node.members():
        if isinstance(value, Node) and getattr(value, "audience", None) is not Audience.TRAINERS:
            yield from _shown(value)


def _of(entry: Entry) -> tuple[Citation, ...]:
    return (*entry.source, *entry.details_source, *entry.note_source)


def _words(entry: Entry) -> Text | None:
    """Return what an entry is called by: its title, or its own words."""
    named = (getattr(entry, name, None) for name in ("title", "text", "question"))
    return next((text for text in named if isinstance(text, Text)), None)
