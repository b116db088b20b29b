"""`type: match`: what belongs to what."""

from typing import Annotated, Literal

from pydantic import Field

from generator.node import Items
from generator.questions.base import Explained, Mistake, Part
from generator.text import Text


class Pair(Part):
    """Two things that belong together."""

    text: Text
    """The one, which is given.

    给出的一项。"""
    match: Text
    """The other, which is to be found.

    要找的那一项。"""
    feedback: Text | None = None
    """Why it is easily mistaken; shown to who did.

    为什么容易配错；配错的学员会看到。"""


class Match(Explained):
    """Pairs to find."""

    type: Literal["match"]
    """What belongs to what.

    配对题。"""
    pairs: Annotated[tuple[Pair, ...], Field(strict=False, min_length=2)]
    """What belongs together.

    正确的配对。"""
    distractors: Items[Mistake] = ()
    """Answers that match nothing.

    多余的、配不上的选项。"""
