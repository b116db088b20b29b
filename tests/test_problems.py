"""Mistakes that people make, and what they are told: code, line and column of each (tests/cases/*.txt)."""

import re

import pytest
from mistakes import SOUND, Case, problems_of, read_cases

from generator.catalogue import CATALOGUE, WORKBOOK
from generator.problems import Location, guess, problem

# Codes that no case can show: they are about the files themselves, and tested in the modules that read those; or
# about findings of pydantic that no model makes today.
WITHOUT_CASE = {
    "symlink",
    "file-too-large",
    "picture-too-large",
    "broken-picture",
    "foreign-picture",
    "wrong-ending",
    "unfinished",
    "bad-value",
}
# Codes about workbooks: test_excel.py shows each of them.
ABOUT_WORKBOOKS = set(WORKBOOK)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases()])
def test_a_mistake_is_named_where_it_was_made(case: Case) -> None:
    found = [f"{problem.location} {problem.code}" for problem in problems_of(case.files)]
    assert found == case.problems


def test_the_cases_are_many() -> None:
    assert len(read_cases()) >= 80


def test_the_sound_process_is_sound() -> None:
    assert problems_of({path: text.encode() for path, text in SOUND.items()}) == ()


def test_every_code_has_a_case() -> None:
    shown = {line.split(" ")[-1] for case in read_cases() for line in case.problems}
    assert shown | WITHOUT_CASE | ABOUT_WORKBOOKS == set(CATALOGUE)


@pytest.mark.parametrize("code", CATALOGUE)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_has_words_in_both_languages(code: str, language: str) -> None:
    kind = CATALOGUE[code]
    details = set(re.findall(r"{(\w+)}", kind.message_in(language) + kind.hint_in(language)))
    said = problem(code, Location("f"), **dict.fromkeys(details, "x"))
    assert said.message(language)
    assert said.hint(language)
    assert bool(re.search(r"[\u4e00-\u9fff]", said.message(language))) == (language == "zh")


def test_a_problem_takes_only_codes_of_the_catalogue() -> None:
    with pytest.raises(KeyError):
        problem("no-such-code", Location("f"))


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [("titel", ["title", "id"], "title"), ("Strenght", ["strength"], "strength"), ("x", ["title"], "")],
)
def test_guessing(written: str, known: list[str], meant: str) -> None:
    assert guess(written, known) == meant
