"""All types of question together, and the file that holds a stage's questions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from pydantic import Field

from generator import questions, registry
from generator.node import Items, Node
from generator.questions.base import Question
from generator.questions.case import Case

TYPES = registry.types(questions, Question)

if TYPE_CHECKING:
    AnyQuestion: TypeAlias = Question
else:
    # The types are known only when the folders have been looked through: no `|` can name them.
    plain = tuple(model for model in TYPES.values() if model is not Case)
    Case.model_rebuild(
        force=True,
        _types_namespace={"PlainQuestion": Annotated[Union[plain], Field(discriminator="type")]},  # noqa: UP007
    )
    AnyQuestion = Annotated[Union[tuple(TYPES.values())], Field(discriminator="type")]  # noqa: UP007


class Quiz(Node):
    """quiz.yml: the questions of a stage."""

    questions: Items[AnyQuestion] = ()
    """The questions, in the order in which the stage's page of questions shows them.

    题目，按题目页的显示顺序。"""

    def every(self) -> Iterator[Question]:
        """Yield every question, those of a case after it."""
        for question in self.questions:
            yield question
            if isinstance(question, Case):
                yield from question.questions
