"""What the browser is told of all questions at once: which there are today, and how the card of a term looks."""

import json
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from generator.plan import Plan
from generator.process import Process
from generator.render import OutputFile
from generator.render.environment import type_of
from generator.source import parse

if TYPE_CHECKING:
    from generator.questions.flashcard import Flashcard

CATALOGUE: Final = "assets/questions.json"
GLOSSARY: Final = "glossary"

Deck = dict[str, tuple[str, str]]
"""Hash and type of questions by their id."""


def render(plan: Plan) -> Iterator[OutputFile]:
    """Yield the list of questions, which is the same in every language, for each language's folder."""
    if not plan.process.quizzes:
        return
    listed = json.dumps(catalogue(plan.process), ensure_ascii=False, separators=(",", ":")).encode()
    for tree in plan.trees:
        yield OutputFile(f"{tree.language}/docs/{CATALOGUE}", listed)


def catalogue(process: Process) -> dict[str, Deck]:
    """Return every question on which there is a verdict, by its deck: a chapter, or the glossary."""
    from generator.render.questions import text_hash  # noqa: PLC0415  # a process without questions starts faster

    decks: dict[str, Deck] = {}
    for chapter in process.chapters:
        asked = (question for question in process.questions(chapter) if type_of(question) != "case")
        decks[chapter.id] = {one.id: (text_hash(one), type_of(one)) for one in asked if one.key is None}
    if process.terms:
        decks[GLOSSARY] = {term.id: (text_hash(term), "flashcard") for term in process.terms}
    return decks


@cache
def blank_card() -> "Flashcard":
    """Return a card with nothing on it, which the browser fills with a term of the glossary."""
    from generator.questions.flashcard import Flashcard  # noqa: PLC0415  # see `catalogue`

    return Flashcard.model_validate(parse(b"{type: flashcard, id: term, prompt: '-', answer: '-'}", "card.yml").data)
