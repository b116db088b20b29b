"""What an answer is worth, by Moodle's rules (scoring.txt), and what is read as the same word or number."""

import json
import unicodedata
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from javascript import run

from generator.questions.choices import normal
from generator.questions.cloze import Gap
from generator.render.questions import accepted
from generator.source import parse

SCORING = "elements/scoring.js"
CASES = [
    line
    for line in (Path(__file__).parent / "scoring.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def argument(name: str, written: str) -> object:
    if name in {"chosen", "right", "order"} and not _is_number(written):
        return written.split(",") if written else []
    if name == "parts":
        return [part == "yes" for part in written.split(",")]
    return float(Fraction(written)) if _is_number(written) else None if written == "NaN" else written


def _is_number(written: str) -> bool:
    try:
        Fraction(written)
    except ValueError:
        return False
    return True


def parsed(case: str) -> tuple[str, list[object], float]:
    call, _, fraction = case.partition(" => ")
    function, *arguments = call.split(" ")
    return function, [argument(*written.split("=")) for written in arguments], float(Fraction(fraction))


@pytest.fixture(scope="module")
def fractions() -> dict[str, float]:
    calls = [parsed(case)[:2] for case in CASES]
    body = "return given.map(([name, values]) => scoring[name](...values.map(value => value ?? NaN)))"
    return dict(zip(CASES, run(SCORING, body, calls), strict=True))


@pytest.mark.parametrize("case", CASES)
def test_an_answer_is_worth_what_moodle_says(case: str, fractions: dict[str, float]) -> None:
    assert fractions[case] == pytest.approx(parsed(case)[2], abs=1e-12)


def test_the_cases_are_many_and_of_every_rule() -> None:
    assert len(set(CASES)) >= 60
    assert {parsed(case)[0] for case in CASES} == {
        "ofSingle", "ofMultiple", "ofOrder", "ofParts", "ofNumber", "afterTries",
    }  # fmt: skip


NUMBERS = {
    "48": 48,
    "４８": 48,
    " 48 小时": 48,
    "48 hours": 48,
    "1,200": 1200,
    "１，２００元": 1200,
    "¥1,234,567.50": 1234567.5,
    "1 200": 1200,
    "1,5": 1.5,
    "0,125": 0.125,
    "1.5": 1.5,
    "．5": 0.5,
    "30%": 30,
    "３０％": 30,
    "−5": -5,
    "+5": 5,
    "50 ㎡": 50,
    "48.": 48,
    "": None,
    "about": None,
    "1/2": None,
    "24-48": None,
    "24～48": None,
    "1.2.3": None,
}


def test_numbers_are_read_as_people_write_them() -> None:
    assert run(SCORING, "return given.map(scoring.toNumber)", list(NUMBERS)) == list(NUMBERS.values())


# Signs that the two Unicode tables both know, and that a learner or a trainer may type.
texts = st.text(st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=40)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts, min_size=20, max_size=200))
def test_the_browser_compares_texts_as_the_checks_do(some: list[str]) -> None:
    assert run(SCORING, "return given.map(text => scoring.normal(text))", some) == [normal(text) for text in some]


def test_every_sign_is_compared_alike() -> None:
    every = [chr(code) for code in range(0x30000) if unicodedata.category(chr(code)) not in {"Cs", "Cn", "Co"}]
    there = run(SCORING, "return given.map(text => scoring.normal(text))", every)
    assert [(sign, got, normal(sign)) for sign, got in zip(every, there, strict=True) if got != normal(sign)] == []


TYPED = [
    "预付款",
    "預付款",
    " 预 付 款 ",
    "“预付款”。",
    "Advance Payment",
    "ａｄｖａｎｃｅ　ｐａｙｍｅｎｔ",
    "advance-payment",
]


@pytest.mark.parametrize("written", ["预付款", "預付款"])
def test_typed_answers_are_accepted_however_they_are_written(written: str) -> None:
    text = f"{{id: gap, answer: {{zh: {written}, en: advance payment}}}}"
    gap = Gap.model_validate(parse(text.encode(), "quiz.yml").data)
    assert is_accepted(TYPED, gap) == [True] * len(TYPED)
    assert is_accepted(["预付", "付预款", "", "定金"], gap) == [False] * 4


def is_accepted(typed: list[str], gap: Gap) -> list[bool]:
    body = "return given.typed.map(text => given.words.includes(scoring.normal(text, given.same)))"
    found: list[bool] = run(SCORING, body, {"typed": typed, **json.loads(accepted(gap))})
    return found
