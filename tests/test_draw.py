"""A word draws a paper: the same everywhere, by the rules, and every question has its chance."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.build import load
from generator.build.folder import read_folder
from generator.draw import draw, plain, pools, sure_counts
from generator.exams import Exam
from generator.process import Process

ROOT = Path(__file__).parent.parent
WORDS = ("周一早班", "Ｍonday early!", "monday EARLY", "069115", "Ünïcödé straße", "ΣΑΣ", "班 7", "0")


@pytest.fixture(scope="module")
def process() -> Process:
    return load(read_folder(ROOT / "process"))[0]


def counts(exam: Exam) -> list[int]:
    return [section.count for section in exam.sections]


def by_javascript(calls: Sequence[tuple[list[tuple[str, ...]], list[int], str]]) -> list[list[list[str]]]:
    """Return the papers that elements/draw.js gives for each call."""
    script = f"""
        import {{ readFileSync }} from "node:fs"
        import {{ draw }} from {json.dumps((ROOT / "generator/elements/draw.js").as_uri())}
        const calls = JSON.parse(readFileSync(0, "utf8"))
        console.log(JSON.stringify(calls.map(given => draw(...given))))
    """
    node = Path(sys.executable).parent / "node"
    done = subprocess.run(
        [str(node), "--input-type=module", "--eval", script],
        input=json.dumps(calls),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    papers: list[list[list[str]]] = json.loads(done.stdout)
    return papers


def test_the_browser_draws_the_same_paper(process: Process) -> None:
    calls = [(pools(process, exam), counts(exam), word) for exam in process.exams for word in WORDS]
    assert by_javascript(calls) == [draw(*call) for call in calls]


def test_a_word_counts_without_case_blanks_and_punctuation() -> None:
    assert plain("Ｍonday early!") == plain("monday EARLY") == "mondayearly"
    assert plain("周一，早班") == "周一早班"
    assert plain("…!") == ""


def test_a_paper_follows_the_rules_and_asks_nothing_twice(process: Process) -> None:
    known = {f"{c.id}/{q.id}": q for c in process.chapters for q in process.questions(c)}
    for exam in process.exams:
        for number in range(50):
            paper = draw(pools(process, exam), counts(exam), str(number))
            names = [name for section in paper for name in section]
            assert len(set(names)) == len(names) == exam.count
            for section, drawn in zip(exam.sections, paper, strict=True):
                for name in drawn:
                    question = known[name]
                    assert not section.stages or name.partition("/")[0] in section.stages
                    assert not section.types or getattr(question, "type") in section.types  # noqa: B009  # every subclass has it
                    assert not section.levels or question.level in section.levels
                    assert question.key is None
                    assert getattr(question, "type") not in {"short", "flashcard", "case"}  # noqa: B009  # as above


def test_every_question_has_the_same_chance() -> None:
    pool = [tuple(f"stage/question-{number}" for number in range(20))]
    papers = 4000
    drawn = Counter(name for word in range(papers) for name in draw(pool, [5], f"word {word}")[0])
    expected = papers * 5 / 20
    # 1000 times each, give or take five standard deviations of 27.
    assert len(drawn) == 20
    assert all(abs(times - expected) < 140 for times in drawn.values()), drawn


def test_sections_that_want_the_same_questions_are_reckoned_with() -> None:
    assert sure_counts([("a", "b", "c"), ("b", "c"), ("d",)], [2, 1, 1]) == [3, 0, 1]
    assert draw([("a", "b"), ("a", "b")], [1, 1], "x")[1] != draw([("a", "b"), ("a", "b")], [1, 1], "x")[0]


def test_shipped_are_an_exam_for_each_stage_and_two_for_all(process: Process) -> None:
    stages = tuple(stage.id for stage in process.stages)
    assert [exam.stages for exam in process.exams] == [*((stage,) for stage in stages), stages, stages]
