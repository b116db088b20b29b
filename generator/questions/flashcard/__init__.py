"""`type: flashcard`: two sides of a card."""

from typing import ClassVar, Literal

from generator.questions.base import Question
from generator.text import Text


class Flashcard(Question):
    """Two sides of a card."""

    is_marked: ClassVar[bool] = False  # by oneself

    type: Literal["flashcard"]
    """A card with a question and, on its back, the answer.

    记忆卡片：正面提问，背面答案。"""
    answer: Text
    """The back of the card.

    背面的答案。"""
    explanation: Text | None = None
    """Why it is so, below the answer.

    答案下面的解释。"""
