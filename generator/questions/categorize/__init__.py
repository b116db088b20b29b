"""`type: categorize`: cards to sort."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.blocks.base import Id
from generator.problems import Problem, guess, problem
from generator.questions.base import Explained, Part
from generator.text import Text


class Category(Part):
    """One of the kinds to sort into."""

    title: Text
    """Its name.

    名称。"""


class Card(Part):
    """Something to sort."""

    text: Text
    """What is on the card.

    卡片内容。"""
    category: Id
    """Id of the category it belongs to.

    属于哪一类（写该类的标识）。"""
    feedback: Text | None = None
    """Why it is easily mistaken; shown to who did.

    为什么容易分错；分错的学员会看到。"""


class Categorize(Explained):
    """Cards to sort into categories."""

    type: Literal["categorize"]
    """Cards to sort into categories.

    分类题。"""
    categories: Annotated[tuple[Category, ...], Field(strict=False, min_length=2)]
    """The categories.

    类别。"""
    cards: Annotated[tuple[Card, ...], Field(strict=False, min_length=2)]
    """The cards.

    卡片。"""

    def problems(self) -> Iterator[Problem]:
        """Yield cards of no category that there is."""
        known = [category.id for category in self.categories]
        for card in self.cards:
            if card.category not in known:
                yield problem(
                    "unknown-reference",
                    card.where("category"),
                    id=card.category,
                    what="category of this question",
                    what_zh="本题类别",
                    known=", ".join(known),
                    guess=guess(card.category, known),
                )
