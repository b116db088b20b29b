"""Questions and checklists go to Excel and come back: what they are made of stands in sheets of its own."""

from pathlib import Path

import pytest
from excel_round import FILES, SHEETS, add, back, cell, deleted, out, problems
from openpyxl import Workbook

from generator import questions, registry
from generator.build import load
from generator.build.folder import Folder, read_folder
from generator.checklists import Checklist
from generator.editing.take_in import documents
from generator.excel.columns import columns, fields
from generator.excel.kinds import KINDS
from generator.excel.places import places
from generator.process import Process
from generator.questions.base import Part, Question

ROOT = Path(__file__).parent.parent


def example(name: str) -> str:
    """The example of a type of question, as an item of quiz.yml."""
    text = (registry.folder(questions, name) / "example.yml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return "  - " + "\n    ".join(lines).replace("signals-at-the-table", "signals")


LISTS = """
# The list of the test.
checklists:
  - id: drive
    title: {zh: 试驾, en: Drive}
    source: [{of: editors}]
    fields:
      - {id: car, title: {zh: 车, en: Car}}
    groups:
      - id: before
        title: {zh: 之前, en: Before}
        pause: 车旁
        items:
          - id: licence  # look twice
            text: {zh: 驾照, en: Licence}
            critical: true
          - {id: fuel, text: {zh: 油量, en: Fuel}, result: number, unit: L, min: 5, max: 50.5}
    signatures: [{zh: 客户, en: Customer}]
    paper: a5
"""
QUIZ = "# The questions.\nquestions:\n" + "\n".join(example(name) for name in registry.names(questions)) + "\n"
ALL = FILES | {
    "sources.yml": FILES["sources.yml"].replace(
        "{number: 1, title: 一}", "{number: 1, title: 一}, {number: 36, title: 二}"
    ),
    "a/quiz.yml": QUIZ,
    "a/checklists.yml": LISTS.lstrip(),
}


def taken(book: Workbook, *remove: str) -> Process:
    after = ALL | back(ALL, book, *remove)
    return load(Folder({path: text.encode() for path, text in after.items()}, ()))[0]


def asked(process: Process, name: str) -> Question:
    return next(question for question in process.quizzes["closing"].every() if question.id == name)


def label(book: Workbook, kind: str, row: str) -> str:
    return str(cell(book, kind, row, "place").value)


# What stands in the sheets.


def test_the_examples_of_all_types_come_back_without_a_change() -> None:
    assert back(ALL, out(ALL)) == {}


def test_everything_a_question_or_a_list_is_made_of_has_its_row() -> None:
    folder = read_folder(ROOT / "process")
    process, _ = load(folder)
    read = documents(process, folder.files)
    rows = {kind.name: [row for place in places(kind, process, read) for row in place.rows()] for kind in KINDS}
    asked = [question for chapter in process.chapters for question in process.questions(chapter)]
    parts = [node for question in process.quizzes.values() for node in question.walk() if isinstance(node, Part)]
    lists = [node for chapter in process.chapters for top in chapter.checklists for node in top.walk()]
    entries = [node for node in lists if hasattr(node, "id")]
    of_questions = [kind for kind in KINDS if kind.file == "quiz.yml"]
    assert len(asked) > 200
    assert sum(len(rows[kind.name]) for kind in of_questions if kind.type) == len(asked)
    assert sum(len(rows[kind.name]) for kind in of_questions if not kind.type) == len(parts)
    assert sum(len(rows[kind.name]) for kind in KINDS if kind.file == "checklists.yml") == len(entries)
    assert all(len({row.name for row in found}) == len(found) for found in rows.values())


def test_every_type_of_question_has_a_sheet_and_every_field_a_column_or_a_reason() -> None:
    left_out = {"type", "source", "details_source", "note_source", "questions", "groups", "fields", "log", "forms"}
    parts = {kind.path[-1] for kind in KINDS if not kind.type}
    assert {kind.type for kind in KINDS if kind.type} == set(registry.names(questions))
    for kind in KINDS:
        shown = {column.field for column in columns(kind.model, ("zh",))}
        assert set(fields(kind.model)) - shown - left_out <= parts, kind.name


def test_what_may_be_true_or_false_and_words_are_chosen_from_a_list() -> None:
    book = out(ALL)
    for kind, row, key, words in (
        ("options", "answers-plainly", "correct", '"true,false"'),
        ("single", "asks-how-to-pay", "level", '"easy,middle,hard"'),
        ("order", "handing-over", "grading", '"relative-next,absolute-position,all-or-nothing"'),
        ("checklist-items", "fuel", "result", '"tick,defect,number"'),
    ):
        letter = cell(book, kind, row, key).column_letter
        rules = book[SHEETS[kind]].data_validations.dataValidation
        assert words in [rule.formula1 for rule in rules if str(rule.sqref).startswith(f"{letter}3:")]


def test_the_sheet_to_read_first_leads_to_every_other_one() -> None:
    book = out(ALL)
    first, *others = [sheet for sheet in book if sheet.sheet_state == "visible"]
    links = [row[0].hyperlink.location for row in first.iter_rows() if row[0].hyperlink]
    assert links == [f"'{sheet.title}'!A1" for sheet in others]
    assert len(links) == len(KINDS) - 1  # there is no objection


# What is changed there.


@pytest.mark.parametrize(
    ("where", "value", "before", "after"),
    [
        ("single asks-how-to-pay level", "hard", "signals\n    level: easy", "signals\n    level: hard"),
        ("single asks-how-to-pay shuffle", "false", "shuffle: true", "shuffle: false"),
        ("single asks-how-to-pay hints.en", "Think", "How far along is somebody who asks how to pay?", "Think"),
        ("options nice-car text.en", "He’s gone", '"Says “nice car” and walks on"', '"He’s gone"'),
        ("options leaflet feedback.zh", "不", "拿资料是为了回家比较，还没有决定。", "不"),
        ("truefalse silence-is-no correct", True, "correct: false", "correct: true"),
        ("truefalse silence-is-no correct", "是", "correct: false", "correct: true"),
        ("numeric forty-eight-hours answer", 49.5, "answer: 48", "answer: 49.5"),
        ("numeric forty-eight-hours answer", "４９", "answer: 48", "answer: 49"),
        ("wrong a-day value", "25", "value: 24", "value: 25"),
        ("multiple signals-to-act-on points", "3", "points: 2", "points: 3"),
        ("short first-sentence answer.zh", "好", "“好的，您先看，哪台想坐进去我帮您开门。”", "好"),
        ("look_for offers text.zh", "帮", "给一个随时能接的帮助", "帮"),
        ("case couple-with-child prompt.en", "A family", "A family of three", "A family"),
        ("single whom-first prompt.en", "Who?", "Whom do you ask to sit in first?", "Who?"),
        ("order handing-over grading", "all-or-nothing", "grading: relative-next", "grading: all-or-nothing"),
        ("items papers text.en", "Papers", "Hand over the documents", "Papers"),
        ("pairs think-about-it match.zh", "怕", "有顾虑没说出来", "怕"),
        ("distractors dislikes-you text.en", "Bored", "Does not like you", "Bored"),
        ("categories before title.en", "Earlier", "en: Before}", "en: Earlier}"),
        ("cards ask category", "before", "category: after", "category: before"),
        ("gaps advance accept.en", "deposit", "en: advance}]", "en: deposit}]"),
        ("gaps-wrong advance feedback.zh", "不同", "读音一样，后果不同。", "不同"),
        ("flashcard what-is-conquest attempts", "2", "attempts: 1", "attempts: 2"),
    ],
)
def test_a_cell_changes_its_value_and_nothing_else(where: str, value: object, before: str, after: str) -> None:
    book = out(ALL)
    here = cell(book, *where.split())
    here.value = value
    here.number_format = "General"
    assert QUIZ.count(before) == 1
    assert back(ALL, book) == {"a/quiz.yml": QUIZ.replace(before, after)}


def test_a_cell_of_a_list_changes_its_value_and_nothing_else() -> None:
    book = out(ALL)
    cell(book, "checklist-items", "fuel", "max").value = "60"
    cell(book, "checklist-items", "licence", "critical").value = "否"
    cell(book, "checklist-fields", "car", "title.zh").value = "车牌"
    cell(book, "checklist-groups", "before", "title.en").value = "At first"
    cell(book, "checklists", "drive", "paper").value = "a4"
    text = ALL["a/checklists.yml"]
    for before, after in (
        ("50.5", "60"),
        ("true", "false"),
        ("zh: 车,", "zh: 车牌,"),
        ("Before", "At first"),
        ("a5", "a4"),
    ):
        text = text.replace(before, after)
    assert back(ALL, book) == {"a/checklists.yml": text}


# What is new there.


def test_a_new_option_follows_the_row_above_it_and_gets_an_id() -> None:
    book = out(ALL)
    place = label(book, "options", "explains-car")
    texts = {"text_zh": "等一等", "text_en": "Wait a little", "feedback_zh": "错", "feedback_en": "Wrong"}
    add(book, "options", "explains-car", place=place, **texts)
    options = vars(asked(taken(book), "asks-how-to-pay"))["options"]
    assert [option.id for option in options] == ["explains-car", "wait-little", "answers-plainly", "asks-bottom"]


def test_the_parts_of_a_new_question_name_it_by_its_prompt() -> None:
    book = out(ALL)
    said = {"explanation_zh": "因为", "explanation_en": "Because"}
    add(
        book,
        "single",
        None,
        place=label(book, "single", "asks-how-to-pay"),
        prompt_zh="问谁？",
        prompt_en="Ask whom?",
        **said,
    )
    add(book, "options", None, place="问谁？", text_zh="甲", text_en="Her", correct="true")
    add(book, "options", None, place=" Ask  whom? ", text_zh="乙", text_en="Him", feedback_zh="错", feedback_en="No")
    after = back(ALL, book)["a/quiz.yml"]
    assert after.startswith(QUIZ[: QUIZ.index("  - type: truefalse")])
    question = asked(taken(book), "ask-whom")
    assert [(option.id, option.correct) for option in vars(question)["options"]] == [("her", True), ("him", False)]
    assert [cited.of for cited in question.source] == ["editors"]
    new = after[after.index("- id: ask-whom") :]
    assert new.index("type: single") < new.index("prompt:") < new.index("options:") < new.index("explanation:")


def test_a_new_case_takes_new_questions_with_new_options() -> None:
    book = out(ALL)
    said = {"explanation_zh": "因为", "explanation_en": "Because"}
    page = label(book, "case", "couple-with-child")
    add(book, "case", None, place=page, prompt_zh="父女", prompt_en="Father", stem_zh="来了", stem_en="They come in")
    add(book, "single", None, place="Father", prompt_zh="问谁？", prompt_en="Ask whom?", **said)
    add(book, "options", None, place="Ask whom?", text_zh="甲", text_en="Her", correct="true")
    add(book, "options", None, place="Ask whom?", text_zh="乙", text_en="Him", feedback_zh="错", feedback_en="No")
    (inner,) = vars(asked(taken(book), "father"))["questions"]
    assert (inner.id, [option.id for option in inner.options]) == ("ask-whom", ["her", "him"])


def test_a_gap_and_a_category_may_be_given_the_id_by_which_others_name_them() -> None:
    book = out(ALL)
    for language in ("zh", "en"):
        here = cell(book, "cloze", "money-words", f"text.{language}")
        here.value = f"{here.value} [[who]]"
    place = label(book, "gaps", "earnest")
    add(book, "gaps", None, showroom_gaps="who", place=place, answer_zh="客户", answer_en="Buyer", typed="true")
    place = label(book, "categories", "before")
    add(book, "categories", None, showroom_categories="never", place=place, title_zh="从不", title_en="Not at all")
    cell(book, "cards", "ask", "category").value = "never"
    process = taken(book)
    assert [gap.id for gap in vars(asked(process, "money-words"))["gaps"]] == ["earnest", "advance", "who"]
    sorting = vars(asked(process, "before-or-after"))
    assert [category.id for category in sorting["categories"]] == ["before", "after", "never"]
    assert sorting["cards"][1].category == "never"


def test_a_new_list_has_groups_and_items_of_its_own() -> None:
    book = out(ALL)
    add(book, "checklists", None, title_zh="交车", title_en="Delivery", mode="read-do")
    add(book, "checklist-groups", None, place="交车", title_zh="文件", title_en="Papers")
    add(book, "checklist-items", None, place="Papers", text_zh="合同", text_en="Contract", critical="true")
    add(book, "checklist-items", None, place=label(book, "checklist-items", "fuel"), text_zh="胎压", text_en="Tyres")
    old, new = taken(book).stages[0].checklists
    assert [item.id for item in old.groups[0].items] == ["licence", "fuel", "tyres"]
    assert isinstance(new, Checklist)
    assert (new.id, new.mode) == ("delivery", "read-do")
    assert [(group.id, [item.id for item in group.items]) for group in new.groups] == [("papers", ["contract"])]


# What is gone from there.


def test_with_a_question_go_its_parts_and_nobody_is_asked_about_them() -> None:
    book = out(ALL)
    for kind, rows in (("case", ["couple-with-child"]), ("single", ["whom-first"]), ("options", ["her", "him"])):
        for row in rows:
            book[SHEETS[kind]].delete_rows(cell(book, kind, row, "place").row)
    locked = ALL | {"ids.lock": "ids:\n  closing/couple-with-child: case\n  closing/whom-first: single\n"}
    assert deleted(locked, book) == ["closing/couple-with-child"]
    assert back(locked, book) == {}
    after = back(locked, book, "closing/couple-with-child")
    assert "couple-with-child" not in after["a/quiz.yml"]
    retired = after["ids.lock"].partition("retired:")[2]
    assert "closing/couple-with-child:" in retired
    assert "closing/whom-first:" in retired


def test_a_deleted_option_goes_alone() -> None:
    book = out(ALL)
    book[SHEETS["options"]].delete_rows(cell(book, "options", "nice-car", "place").row)
    name = "closing/signals-to-act-on/nice-car"
    after = back(ALL, book, name)["a/quiz.yml"]
    start, end = QUIZ.index("      - id: nice-car"), QUIZ.index("      - {id: seats")
    assert after == QUIZ[:start] + QUIZ[end:]


# What is wrong there.


@pytest.mark.parametrize(
    ("kind", "row", "key", "value", "code"),
    [
        ("options", "explains-car", "correct", "maybe", "wrong-type"),
        ("numeric", "forty-eight-hours", "answer", "two days", "wrong-type"),
        ("single", "asks-how-to-pay", "level", "heavy", "not-allowed"),
        ("single", "asks-how-to-pay", "practises", "nothing", "unknown-reference"),
        ("cards", "ask", "category", "soon", "unknown-reference"),
        ("cloze", "money-words", "text.en", "No gap", "gap-mismatch"),
        ("match", "who-says-what", "explanation.zh", None, "missing-first-language"),
        ("options", "asks-bottom", "feedback.en", None, "missing-translation"),
        ("checklist-items", "fuel", "min", "much", "wrong-type"),
        ("checklists", "drive", "revised", "yesterday", "bad-date"),
    ],
)
def test_what_the_check_finds_in_questions_and_lists_is_shown_at_the_cell(
    kind: str, row: str, key: str, value: object, code: str
) -> None:
    book = out(ALL)
    here = cell(book, kind, row, key)
    here.value = value
    found = problems(ALL, book)
    assert {problem.code for problem in found} == {code}
    assert {str(problem.location) for problem in found} == {f"t.xlsx {SHEETS[kind]}!{here.coordinate}"}


def test_a_part_of_nothing_and_one_of_two_questions_alike_are_named() -> None:
    book = out(ALL)
    sheet = add(book, "options", None, place="Who knows?", text_zh="甲", text_en="Her")
    (found,) = problems(ALL, book)
    assert (found.code, found.location.cell) == ("row-without-place", f"B{sheet.max_row}")
    place = label(book, "single", "asks-how-to-pay")
    for _ in range(2):
        add(book, "single", None, place=place, prompt_zh="谁？", prompt_en="Who knows?", explanation_en="x")
    assert [problem.code for problem in problems(ALL, book)] == ["row-without-place"]


def test_an_id_that_is_none_is_shown_at_its_cell() -> None:
    book = out(ALL)
    place = label(book, "gaps", "earnest")
    sheet = add(book, "gaps", None, showroom_gaps="谁", place=place, answer_zh="客户", answer_en="Buyer", typed="true")
    assert ("bad-id", f"A{sheet.max_row}") in [(p.code, p.location.cell) for p in problems(ALL, book)]


def test_a_second_right_option_is_shown_in_its_row_though_nobody_touched_it() -> None:
    book = out(ALL)
    cell(book, "options", "explains-car", "correct").value = "true"
    here = cell(book, "options", "answers-plainly", "correct")
    (found,) = problems(ALL, book)
    assert (found.code, found.location.sheet, found.location.cell) == (
        "several-right-options",
        SHEETS["options"],
        here.coordinate,
    )
