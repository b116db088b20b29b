"""Questions can be answered, and not without knowing the answer."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from generator.problems import Location, Problem, problem
from generator.process import Process
from generator.text import to_plain

if TYPE_CHECKING:
    from generator.questions.base import Question

FEW: Final = 5  # so many questions with the right option first may be chance


def check(process: Process) -> Iterator[Problem]:
    """Yield what the type of each question finds wrong with it, and what only shows over a whole quiz."""
    if not process.quizzes:
        return
    from generator.questions.single import Single  # noqa: PLC0415  # a process without questions starts faster

    for quiz in process.quizzes.values():
        for question in quiz.questions:
            yield from question.problems()
        yield from _stems(quiz.every())
        choices = [question for question in quiz.every() if isinstance(question, Single) and question.shuffle]
        if len(choices) > FEW and all(question.options[0].correct for question in choices):
            yield problem("right-option-first", choices[0].where("options", key=True), count=len(choices))


def _stems(questions: "Iterable[Question]") -> Iterator[Problem]:
    from generator.questions.choices import normal  # noqa: PLC0415  # see `check`

    seen: dict[tuple[str, str], Location] = {}
    for question in questions:
        here = question.where("prompt")
        for language, text in question.prompt.by_language.items():
            first = seen.setdefault((language, normal(to_plain(text))), here)
            if first is not here:
                yield problem("same-stem-twice", here, first=first)
                break
