"""translations.lock: a translation that has not followed a change is stale until it does, or is said to hold."""

import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build import Project, generate
from generator.build.snapshot import Snapshot
from generator.cli import main

ROOT = Path(__file__).parent.parent
STAGE = """id: first
label: "1"
title: {zh: 阶段, en: Stage}
blocks:
  - id: b
    type: points
    items:
      - {id: c, text: {zh: 成交, en: Closing}}
      - {id: d, text: PDI}
  - id: sayings
    type: text
    body:
      zh: 首付 30.5%。
      en: Thirty per cent down.
"""
QUIZ = """questions:
  - id: q
    type: single
    prompt: {zh: 问？, en: Ask?}
    options:
      - {id: y, text: {zh: 对, en: Right}, correct: true}
      - {id: n, text: {zh: 错, en: Wrong}, feedback: {zh: 不, en: "No"}}
    explanation: {zh: 因为, en: Because}
"""


@pytest.fixture
def process(tmp_path: Path) -> Path:
    folder = tmp_path / "process"
    (folder / "a").mkdir(parents=True)
    (folder / "process.yml").write_text("title: {zh: 流程, en: Process}\nlanguages: [zh, en]\nstages: [a]\n", "utf-8")
    (folder / "a/stage.yml").write_text(STAGE, "utf-8")
    (folder / "a/quiz.yml").write_text(QUIZ, "utf-8")
    return folder


def showroom(command: str, *arguments: str, process: Path) -> Result:
    return CliRunner().invoke(main, [command, *arguments, "--process", str(process), "--lang", "en"])


def change(process: Path, before: str, after: str, path: str = "a/stage.yml") -> None:
    text = (process / path).read_text(encoding="utf-8")
    assert before in text
    (process / path).write_text(text.replace(before, after), encoding="utf-8")


def stale(process: Path) -> list[str]:
    """What the report calls stale: place, language and name of each."""
    result = showroom("report", "--format", "json", process=process)
    assert result.exit_code == 0, result.output
    return [
        f"{text['where']['file']}:{text['where']['line']} {text['language']} {text['name']}"
        for text in json.loads(result.output)["stale"]
    ]


def test_what_every_text_says_is_noted_in_alphabetical_order_a_line_each(process: Path) -> None:
    assert showroom("lock", process=process).exit_code == 0
    lines = (process / "translations.lock").read_text(encoding="utf-8").splitlines()
    assert [line.partition(":")[0] for line in lines if not line.startswith("#")] == [
        "first/c/text",
        "first/q/explanation",
        "first/q/options/n/feedback",
        "first/q/options/n/text",
        "first/q/options/y/text",
        "first/q/prompt",
        "first/sayings/body",
        "first/title",
        "process/title",
    ]


def test_a_translation_is_stale_until_it_follows(process: Path) -> None:
    showroom("lock", process=process)
    change(process, "zh: 成交,", "zh: 成交信号,")
    assert stale(process) == ["a/stage.yml:8 en first/c/text"]
    showroom("lock", process=process)  # notes nothing of what is stale
    assert stale(process) == ["a/stage.yml:8 en first/c/text"]
    change(process, "en: Closing", "en: Closing signals")
    assert stale(process) == []
    showroom("lock", process=process)
    change(process, "en: Closing signals", "en: Signals")
    assert stale(process) == ["a/stage.yml:8 zh first/c/text"]


def test_a_translation_is_stale_until_the_other_text_says_again_what_it_said(process: Path) -> None:
    showroom("lock", process=process)
    change(process, "zh: 错,", "zh: 不对,", "a/quiz.yml")
    assert stale(process) == ["a/quiz.yml:7 en first/q/options/n/text"]
    change(process, "zh: 不对,", "zh: 错,", "a/quiz.yml")
    assert stale(process) == []


def test_a_translation_is_stale_until_somebody_says_that_it_holds(process: Path) -> None:
    showroom("lock", process=process)
    change(process, "zh: 成交,", "zh: 成交信号,")
    change(process, "zh: 问？", "zh: 问谁？", "a/quiz.yml")
    change(process, "zh: 错,", "zh: 不对,", "a/quiz.yml")
    unknown = showroom("translated", "first/b", process=process)
    assert (unknown.exit_code, len(stale(process))) == (1, 3)
    assert "“first/b” has no stale translation" in unknown.output
    held = showroom("translated", "first/q", process=process)
    assert "these translations still hold: 2" in held.output
    assert stale(process) == ["a/stage.yml:8 en first/c/text"]
    assert showroom("translated", "--all", process=process).exit_code == 0
    assert stale(process) == []
    assert showroom("translated", process=process).exit_code == 2


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Thirty per cent down.", "Thirty **per cent**  down", []),
        ("30.5%", "305%", ["a/stage.yml:14 en first/sayings/body"]),
        ("30.5%", "30.5", ["a/stage.yml:14 en first/sayings/body"]),
    ],
)
def test_emphasis_and_punctuation_are_no_change_but_figures_are(
    process: Path, before: str, after: str, expected: list[str]
) -> None:
    showroom("lock", process=process)
    change(process, before, after)
    assert stale(process) == expected


def test_an_entry_is_known_wherever_it_stands_and_new_ones_are_in_order(process: Path) -> None:
    showroom("lock", process=process)
    change(process, "      - {id: c, text: {zh: 成交, en: Closing}}\n", "      - {id: e, text: {zh: 新, en: New}}\n")
    change(process, "  - id: sayings", "  - id: more\n    type: points\n    items: [{id: c, text: C}]\n  - id: sayings")
    assert stale(process) == []
    change(process, "text: C", "text: {zh: 成交信号, en: Closing}")
    assert stale(process) == ["a/stage.yml:12 en first/c/text"]


def test_a_third_language_is_stale_when_two_have_changed(process: Path) -> None:
    change(process, "[zh, en]", "[zh, en, de]", "process.yml")
    change(process, "en: Closing}", "en: Closing, de: Abschluss}")
    showroom("lock", process=process)
    change(process, "zh: 成交, en: Closing,", "zh: 信号, en: Signal,")
    assert stale(process) == ["a/stage.yml:8 de first/c/text"]


def test_a_build_notes_what_has_changed_where_the_file_is_kept(process: Path) -> None:
    project = Project(ROOT, process, process.parent / "build", process.parent / "site")
    assert generate(Snapshot.of(project)).texts is None
    showroom("lock", process=process)
    before = (process / "translations.lock").read_bytes()
    assert generate(Snapshot.of(project)).texts is None
    change(process, "zh: 成交, en: Closing", "zh: 信号, en: Signal")
    made = generate(Snapshot.of(project))
    assert made.texts not in {None, before}
    (process / "translations.lock").write_bytes(made.texts or b"")
    outputs = {path: path.stat().st_mtime_ns for path in project.build.rglob("*")}
    assert generate(Snapshot.of(project)).texts is None
    assert {path: path.stat().st_mtime_ns for path in project.build.rglob("*")} == outputs


def test_a_damaged_file_and_line_ends_of_windows_do_no_harm(process: Path) -> None:
    showroom("lock", process=process)
    content = (process / "translations.lock").read_bytes()
    damaged = b"\xff<<<<<<< HEAD\n" + content.replace(b"\n", b"\r\n") + b"=======\nfirst/d/text: zh 1 en\n" * 9
    (process / "translations.lock").write_bytes(damaged)
    assert stale(process) == []
    change(process, "zh: 成交,", "zh: 成交信号,")
    assert stale(process) == ["a/stage.yml:8 en first/c/text"]
    (process / "translations.lock").write_bytes(b"x: " + b"a 12345678 " * 90_000)
    start = time.perf_counter()
    assert stale(process) == []
    assert time.perf_counter() - start < 2  # a pattern that tries every way to split them would never end
