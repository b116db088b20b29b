"""What a page of drills shows: cards with their categories, and steps to put in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Final
from zlib import crc32

from generator.blocks.steps import Step, Steps
from generator.node import Node
from generator.pages import Drilled, Page, Tree
from generator.plan import Plan
from generator.questions.base import Level
from generator.questions.order import OrderGrading
from generator.render.environment import type_of
from generator.render.words import words, words_of_type
from generator.text import Text

LANGUAGES: Final = ("zh", "en")


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card on the page: the id under which it is saved, where it is explained, and its words."""

    id: str
    address: str
    anchor: str
    category: str
    text: Text
    reason: Text | None


def context(tree: Tree, page: Page, plan: Plan) -> dict[str, Any]:
    """Return what the template of a page of drills needs."""
    own = words_of_type(type_of(page.drills[0].block), tree.language)
    first = page.drills[0].drill
    return {
        "own": own,
        "categories": [(name, title or Text({"": own["categories"][name]})) for name, title in first.categories],
        "cards": [card for drilled in page.drills for card in _cards(tree, drilled)],
        "orders": list(_orders(plan, page.drills)),
    }


def title(page: Page, language: str, say: Any) -> str:  # noqa: ANN401  # a function from a text to words
    """Return the title of a page of drills; `say` writes a text in the page's language."""
    own = words_of_type(type_of(page.drills[0].block), language)
    return str(own["drill"]).format(say(page.title) if page.title else "")


def _cards(tree: Tree, drilled: Drilled) -> Iterator[ShownCard]:
    for card in drilled.drill.cards:
        # Utterances have no id of their own: what is saved of one hangs on its words.
        words_of_it = "".join(card.text.by_language.values())
        name = f"{drilled.chapter.id}/{card.entry}/{crc32(words_of_it.encode()):08x}"
        address = tree.chapters[drilled.chapter.id].address
        yield ShownCard(name, address, card.entry, card.category, card.text, card.reason)


def _orders(plan: Plan, drills: Iterable[Drilled]) -> Iterator[SimpleNamespace]:
    """Yield a question of type order for each phase of steps, and one for all of them."""
    for drilled in drills:
        if not isinstance(drilled.block, Steps):
            continue
        phases = drilled.block.phases
        for phase in phases:
            yield _order(plan, f"order-{phase.id}", phase.title, phase.steps)
        yield _order(plan, f"order-{drilled.block.id}", None, [step for phase in phases for step in phase.steps])


def _order(plan: Plan, name: str, phase: Text | None, steps: Iterable[Step]) -> SimpleNamespace:
    """Return what the template of questions of type order wants, made of `steps`."""
    items = list(steps)

    def said(word: str) -> Text:
        by_language = {}
        for language in plan.process.settings.languages:
            of = phase.in_language(language, plan.process.first_language)[0] if phase else ""
            by_language[language] = str(words(language)["drill"][word]).format(of)
        return Text(by_language)

    def walk() -> Iterator[Node]:
        yield from items

    return SimpleNamespace(
        type="order",
        id=name,
        prompt=said("order_phase" if phase else "order_all"),
        explanation=said("order_why"),
        items=items,
        grading=OrderGrading.RELATIVE_NEXT,
        level=Level.MIDDLE,
        points=1,
        attempts=3,
        penalty=1 / 3,
        hints=(),
        key=None,
        feedback=None,
        practises=None,
        source=(),
        note=None,
        walk=walk,
    )
