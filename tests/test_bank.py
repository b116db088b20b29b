"""Nobody gets through the shipped questions by a foolish rule: options give nothing away."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from javascript import run

from generator.build import load
from generator.build.folder import read_folder
from generator.questions.base import Option
from generator.questions.choices import Options
from generator.questions.multiple import Multiple
from generator.text import to_plain

PROCESS = Path(__file__).parent.parent / "process"
ABOVE_CHANCE = 0.1
Rule = Callable[[tuple[Option, ...]], Iterable[Option]]


def by_length(language: str, *, longest: bool) -> Rule:
    def length(option: Option) -> int:
        return len(to_plain(option.text.by_language[language]))

    def rule(options: tuple[Option, ...]) -> Iterable[Option]:
        return [max(options, key=length) if longest else min(options, key=length)]

    return rule


RULES: dict[str, Rule] = {
    "the first as written": lambda options: options[:1],
    "the longest in Chinese": by_length("zh", longest=True),
    "the longest in English": by_length("en", longest=True),
    "the shortest in Chinese": by_length("zh", longest=False),
    "the shortest in English": by_length("en", longest=False),
    "all": lambda options: options,
}


@pytest.fixture(scope="module")
def choices() -> list[Options]:
    process, _ = load(read_folder(PROCESS))
    every = [question for quiz in process.quizzes.values() for question in quiz.every()]
    return [question for question in every if isinstance(question, Options) and question.key is None]


def scores(questions: list[Options], rule: Rule) -> list[float]:
    """Return what the rule's choice is worth at each question, as the page marks it."""
    calls = []
    for question in questions:
        chosen = [option.id for option in rule(question.options)]
        right = [option.id for option in question.options if option.correct]
        wrong = len(question.options) - len(right)
        several = isinstance(question, Multiple)
        grading = question.grading.value if isinstance(question, Multiple) else ""
        calls.append(["ofMultiple", chosen, right, wrong, grading] if several else ["ofSingle", chosen, right])
    found: list[float] = run(
        "elements/scoring.js", "return given.map(([name, ...values]) => scoring[name](...values))", calls
    )
    return found


@pytest.mark.parametrize("name", RULES)
def test_a_foolish_rule_is_hardly_better_than_chance(name: str, choices: list[Options]) -> None:
    assert len(choices) >= 100, "there is hardly anything to choose"
    # One option of n, drawn by chance, is worth 1/n: at several right ones too, where each is worth its part.
    chance = sum(1 / len(question.options) for question in choices) / len(choices)
    reached = sum(scores(choices, RULES[name])) / len(choices)
    assert reached <= chance + ABOVE_CHANCE, f"{reached:.0%} by rule, {chance:.0%} by chance"
