"""The report counts what the content holds and lacks."""

import re
from datetime import date
from pathlib import Path

from generator.build import load
from generator.build.folder import Folder, read_folder
from generator.pages import PageKind
from generator.plan import plan
from generator.render.web import render_page
from generator.report import Report, report

FILES = {
    "process.yml": "title: {zh: 流程, en: Process}\nlanguages: [zh, en]\nstages: [a]\n",
    "sources.yml": """sources:
  - {id: deck, type: deck, title: 材料, slides: [{number: 1, title: 一}]}
  - {id: editors, type: editors, title: 编者}
  - {id: old, type: law, title: 法, review_by: "2026-06-30", checked: false}
  - {id: new, type: law, title: 法, review_by: "2027-06-30"}
""",
    "glossary.yml": "terms: [{id: t, term: 词, definition: {zh: 义}}]\n",
    "a/stage.yml": """id: first
label: "1"
title: {zh: 阶段, en: Stage}
blocks:
  - id: b
    type: points
    source: [{of: deck, slides: [1]}]
    items:
      - {id: c, text: {zh: 要点}}
      - {id: d, text: PDI, source: [{of: editors}]}
  - {id: e, type: text, body: x}
""",
    "a/quiz.yml": """questions:
  - id: q
    type: single
    prompt: 1?
    level: easy
    options: [{id: y, text: "1", correct: true}, {id: n, text: "2", feedback: "3"}]
    explanation: "4"
  - id: case
    type: case
    prompt: "5"
    stem: "6"
    source: [{of: deck, slides: [1]}]
    questions:
      - {id: r, type: numeric, prompt: 7?, aim: recall, answer: 8, explanation: "9"}
      - {id: s, type: short, prompt: 10?, answer: "11", look_for: [{id: x, text: "12"}], explanation: "13"}
""",
}
SILENT = """questions:
  - id: q
    type: single
    prompt: 1?
    options:
      - {id: y, text: "1", correct: true}
      - {id: m, text: "2", feedback: "3"}
      # Nothing is said to this one.
      - {id: n, text: "4"}
    explanation: "5"
  - id: m
    type: match
    prompt: "6"
    pairs: [{id: a, text: "7", match: "8"}, {id: b, text: "9", match: "10"}]
    explanation: "11"
    distractors:
      - {id: c, text: "12"}
  - id: g
    type: cloze
    text: "[[x]]"
    gaps: [{id: x, answer: "13", wrong: [{id: x, text: "14"}]}]
    prompt: "15"
    explanation: "16"
  - {id: o, type: order, prompt: "17", items: [{id: a, text: a}, {id: b, text: b}], explanation: "18"}
  - id: k
    type: single
    prompt: 19?
    key: none
    options: [{id: y, text: "1"}, {id: n, text: "2"}]
    explanation: "20"
"""


def made() -> Report:
    process, _ = load(Folder({path: text.encode() for path, text in FILES.items()}, ()))
    return report(process, date(2026, 11, 23))


def test_a_page_is_counted_by_type_source_and_language() -> None:
    (page,) = made().chapters
    assert (page.id, page.label) == ("first", "1")
    assert page.blocks == {"points": 1, "text": 1}
    assert page.entries == {"deck": 2, "editors": 1, "none": 1}
    assert page.texts == {"en": 1, "every": 2, "zh": 2}


def test_questions_are_counted_by_type_level_aim_and_source() -> None:
    (page,) = made().chapters
    assert page.questions.types == {"numeric": 1, "short": 1, "single": 1}
    assert page.questions.levels == {"easy": 1, "middle": 2}
    assert page.questions.aims == {"apply": 2, "recall": 1}
    assert page.questions.sources == {"deck": 2, "none": 1}


def test_a_question_that_says_nothing_to_any_mistake_is_named() -> None:
    assert [(str(gap.where), gap.what) for gap in made().mute] == [("a/quiz.yml:14:9", "r")]


def test_wrong_answers_to_which_nothing_is_said_are_named_with_their_place() -> None:
    files = FILES | {"a/quiz.yml": SILENT}
    process, _ = load(Folder({path: text.encode() for path, text in files.items()}, ()))
    assert [(str(gap.where), gap.what) for gap in report(process, date(2026, 11, 23)).silent] == [
        ("a/quiz.yml:9:9", "q/n"),
        ("a/quiz.yml:17:9", "m/c"),
        ("a/quiz.yml:21:42", "g/x"),
        ("a/quiz.yml:24:5", "o"),
    ]


def test_a_page_takes_as_long_to_read_as_it_says() -> None:
    process, _ = load(read_folder(Path(__file__).parent.parent / "process"))
    minutes = {page.id: page.minutes for page in report(process, date(2026, 11, 23)).chapters}
    assert len(minutes) == len(process.chapters)
    laid_out = plan(process, {})
    for tree, says in zip(laid_out.trees, (r"阅读约需 (\d+) 分钟", r"(\d+) min"), strict=True):
        for page in tree.pages:
            if page.kind is PageKind.CHAPTER and page.chapter is not None:
                shown = re.search(says, render_page(laid_out, tree, page))
                assert shown is not None
                assert int(shown[1]) == minutes[page.chapter.id][tree.language]


def test_gaps_are_named_with_their_place() -> None:
    report = made()
    assert [(str(gap.where), gap.what) for gap in report.untranslated] == [
        ("a/stage.yml:9:23", "en"),
        ("glossary.yml:1:38", "en"),
    ]
    assert [(str(gap.where), gap.what) for gap in report.unsourced] == [("a/stage.yml:11:5", "e")]
    assert [gap.what for gap in report.overdue] == ["old"]
    assert [gap.what for gap in report.unchecked] == ["old"]
    assert (report.terms, report.sources) == (1, {"deck": 1, "editors": 1, "law": 2})
