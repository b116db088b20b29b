"""Mistakes that people make, and what they are told: code, line and column of each (tests/cases/*.txt)."""

import re
from pathlib import Path

import pytest

from generator.build import load
from generator.build.folder import Folder
from generator.catalogue import CATALOGUE, WORKBOOK
from generator.problems import Location, Problem, Unsound, guess, problem

CASES = Path(__file__).parent / "cases"
# A sound process with one stage; a case says only what is different.
SOUND = {
    "process.yml": "title: {zh: 流程, en: Process}\nlanguages: [zh, en]\nstages: [a]\n",
    "a/stage.yml": 'id: first\nlabel: "1"\ntitle: {zh: 阶段, en: Stage}\n',
}
# Codes that no text can show: they are about the files themselves, and tested in the modules that read those.
ABOUT_FILES = {"symlink", "file-too-large", "not-utf8", "control-character"}
# Codes about workbooks: test_excel.py shows each of them.
ABOUT_WORKBOOKS = set(WORKBOOK)


def read_cases() -> list[tuple[str, dict[str, str], list[str]]]:
    """Return title, files and expected `file:line:column code` of every case."""
    cases = []
    for path in sorted(CASES.glob("*.txt")):
        for text in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            title, *parts = re.split(r"(?m)^--- ", text)
            files = dict(part.split("\n", 1) for part in parts)
            expected = files.pop("problems").split("\n")
            cases.append((f"{path.stem}: {title.strip()}", files, [line for line in expected if line.strip()]))
    return cases


def problems_of(files: dict[str, str]) -> tuple[Problem, ...]:
    content = {path: text.encode() for path, text in files.items() if text.strip() != "(no such file)"}
    try:
        return load(Folder(content, ()))[1]
    except Unsound as unsound:
        return unsound.problems


@pytest.mark.parametrize(("title", "files", "expected"), [pytest.param(*case, id=case[0]) for case in read_cases()])
def test_a_mistake_is_named_where_it_was_made(title: str, files: dict[str, str], expected: list[str]) -> None:
    found = [f"{problem.location} {problem.code}" for problem in problems_of(SOUND | files)]
    assert found == expected, title


def test_the_sound_process_is_sound() -> None:
    assert problems_of(SOUND) == ()


def test_every_code_has_a_case() -> None:
    shown = {line.split()[1] for _, _, expected in read_cases() for line in expected}
    assert shown | ABOUT_FILES | ABOUT_WORKBOOKS == set(CATALOGUE)


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
