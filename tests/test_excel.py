"""A process goes to Excel and comes back: what a trainer changed is changed, and not one byte more."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.worksheet.worksheet import Worksheet

from generator.build import load
from generator.build.folder import Folder, read_folder
from generator.catalogue import WORKBOOK
from generator.cli import main
from generator.editing.take_in import documents, take_in
from generator.excel import compare, from_workbook, to_workbook
from generator.excel.kinds import KINDS
from generator.excel.writing import put
from generator.problems import Location, Problem, Unsound
from generator.source import parse

ROOT = Path(__file__).parent.parent
STAGE = """
    # The stage of the test.
    id: closing
    label: "1"
    title: {zh: 成交, en: Closing}
    blocks:
      - id: signals
        type: signals
        title: {zh: 信号, en: Signals}
        source: [{of: deck, slides: [1]}]
        items:
          # The strongest of all.
          - id: payment  # never rename
            text: {zh: 谈付款, en: Speaks of payment}
            strength: strong
            utterances:
              - {zh: “首付多少？”, en: “How much down?”}  # heard often
              - {zh: “分两次？”, en: “In two goes?”}
          - id: colour
            text:
              zh: 谈颜色
              en: Speaks of colour
            explanation:
              zh: |
                第一行
                第二行
              en: "First\\nsecond"
        near_misses:
          - {id: praise, text: Praise, reason: {zh: 客气, en: Politeness}}
      - id: procedure
        type: steps
        title: Procedure
        source: [{of: editors}]
        phases:
          - id: before
            title: {zh: 之前, en: Before}
            steps:
              - {id: check, number: "1.10", text: {zh: 检查, en: Check}}
              - {id: call, number: "1.2", text: {zh: 打电话, en: Call}}
          - id: after
            title: {zh: 之后, en: After}
            steps:
              - {id: thank, text: {zh: 感谢, en: Thank}}
"""
FILES = {
    "process.yml": "title: {zh: 流程, en: Process}\nlanguages: [zh, en]\nstages: [a]\n",
    "sources.yml": "sources:\n  - {id: deck, type: deck, title: 材料, slides: [{number: 1, title: 一}]}\n"
    "  - {id: editors, type: editors, title: 编者}\n",
    "glossary.yml": "terms:\n  - {id: pdi, term: PDI, variants: [检查], definition: {zh: 义, en: Sense}}\n",
    "a/stage.yml": dedent(STAGE).lstrip(),
}
SHEETS = {kind.name: kind.title for kind in KINDS}
Change = Callable[[Workbook], object]


def out(files: dict[str, str]) -> Workbook:
    folder = Folder({path: text.encode() for path, text in files.items()}, ())
    process, _ = load(folder)
    return load_workbook(BytesIO(to_workbook(process, documents(process, folder.files))))


def back(files: dict[str, str], book: Workbook | bytes, *remove: str) -> dict[str, str]:
    """Take a workbook into `files`; return those that are different then."""
    folder = Folder({path: text.encode() for path, text in files.items()}, ())
    process, _ = load(folder)
    read = from_workbook(book if isinstance(book, bytes) else saved(book), "t.xlsx", process.settings.languages)
    found = compare(read, process, documents(process, folder.files))
    taken = take_in(found, process, folder, remove=remove, reason="why")
    return {path: content.decode() for path, content in taken.files.items() if content != folder.files.get(path)}


def saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def problems(files: dict[str, str], book: Workbook | bytes) -> list[Problem]:
    """What is said of a workbook: errors, or the warnings of one that could be taken in."""
    folder = Folder({path: text.encode() for path, text in files.items()}, ())
    process, _ = load(folder)
    try:
        read = from_workbook(book if isinstance(book, bytes) else saved(book), "t.xlsx", process.settings.languages)
        found = compare(read, process, documents(process, folder.files))
        return [*found.problems, *take_in(found, process, folder).warnings]
    except Unsound as unsound:
        return list(unsound.problems)


def cell(book: Workbook, kind: str, row: str, key: str) -> Cell:
    """The cell of an entry (by the end of its name) in the column with a key."""
    sheet = book[SHEETS[kind]]
    column = next(number for number, top in enumerate(sheet[1], start=1) if top.value == key)
    line = next(
        number for number in range(3, sheet.max_row + 1) if str(sheet.cell(number, 1).value).endswith(f"/{row}")
    )
    found = sheet.cell(line, column)
    assert isinstance(found, Cell)
    return found


def add(book: Workbook, kind: str, after: str | None, **texts: str) -> Worksheet:
    """Write a new row, below that of an entry or below all; keys are those of columns with `_` for `.`."""
    sheet = book[SHEETS[kind]]
    line = cell(book, kind, after, "place").row + 1 if after else sheet.max_row + 1
    if after:
        sheet.insert_rows(line)
    for number, top in enumerate(sheet[1], start=1):
        if text := texts.get(str(top.value).replace(".", "_")):
            sheet.cell(line, number).value = text
    return sheet


def changed(lines: str) -> set[str]:
    """The lines of the stage's file that a text has and the original has not, and with a dash those it lacks."""
    before, after = FILES["a/stage.yml"].splitlines(), lines.splitlines()
    return {line.strip() for line in after if line not in before} | {
        f"-{line.strip()}" for line in before if line not in after
    }


# The whole way, as trainers go it.


def showroom(*arguments: object, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "process"
    for path, content in read_folder(ROOT / "process").files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_out_and_in_again_changes_no_byte(shipped: Path, tmp_path: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in shipped.rglob("*") if path.is_file()}
    made = showroom("excel", "out", tmp_path / "t.xlsx", "--process", shipped, "--lang", "en")
    assert made.exit_code == 0, made.output
    taken = showroom("excel", "in", tmp_path / "t.xlsx", "--process", shipped, "--lang", "en")
    assert (taken.exit_code, taken.output) == (0, "Nothing was changed.\n")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before


def test_every_cell_of_the_shipped_process_can_be_changed(shipped: Path) -> None:
    folder = read_folder(shipped)
    process, _ = load(folder)
    book = load_workbook(BytesIO(to_workbook(process, documents(process, folder.files))))
    texts = 0
    for kind in KINDS:
        sheet = book[kind.title]
        for top in sheet[1]:
            if str(top.value).endswith((".zh", ".en")):
                for line in range(3, sheet.max_row + 1):
                    if (here := sheet.cell(line, top.column)).value:
                        here.value, texts = f"{here.value}!", texts + 1
    read = from_workbook(saved(book), "t.xlsx", process.settings.languages)
    taken = take_in(compare(read, process, documents(process, folder.files)), process, folder)
    added = sum(
        len(b) - len(a)
        for path, content in taken.files.items()
        for a, b in zip(folder.files[path].split(b"\n"), content.split(b"\n"), strict=True)
    )
    assert texts > 500
    assert texts <= added < texts * 1.2  # an exclamation mark each, and here and there a pair of quotation marks


def test_a_deleted_row_is_asked_about_and_its_id_retired(shipped: Path, tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    showroom("lock", "--process", shipped)
    showroom("excel", "out", file, "--process", shipped)
    book = load_workbook(file)
    sheet = book[SHEETS["signals"]]
    name = sheet.cell(4, 1).value
    sheet.delete_rows(4)
    book.save(file)
    before = read_folder(shipped).files
    kept = showroom("excel", "in", file, "--process", shipped, "--lang", "en", typed="n\n")
    assert f"({name}) was deleted" in kept.output
    assert read_folder(shipped).files == before
    gone = showroom("excel", "in", file, "--process", shipped, "--lang", "en", typed="y\nTaught elsewhere\n")
    assert gone.exit_code == 0, gone.output
    process, _ = load(read_folder(shipped))
    assert process.lock is not None
    assert process.lock.retired[str(name)].reason == "Taught elsewhere"
    assert name not in dict(process.locked())


def test_nothing_is_written_unless_all_is_in_order(shipped: Path, tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    showroom("excel", "out", file, "--process", shipped)
    book = load_workbook(file)
    sheet = book[SHEETS["signals"]]
    columns = {top.value: number for number, top in enumerate(sheet[1], start=1)}
    sheet.cell(3, columns["text.zh"]).value = "好"
    sheet.cell(4, columns["strength"]).value = "strnog"
    book.save(file)
    before = read_folder(shipped).files
    refused = showroom("excel", "in", file, "--process", shipped, "--lang", "en")
    assert refused.exit_code == 1
    place = Location("t.xlsx", 4, columns["strength"], SHEETS["signals"])
    assert f"{place} not-allowed: “strnog” is not possible here." in refused.output
    assert "Did you mean “strong”?" in refused.output
    assert refused.output.endswith("Nothing was written. Correct the workbook, save it and take it in again.\n")
    assert read_folder(shipped).files == before


def test_a_workbook_is_not_replaced_without_asking(shipped: Path, tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(b"work of a day")
    refused = showroom("excel", "out", file, "--process", shipped, "--lang", "en", typed="n\n")
    assert (refused.exit_code, file.read_bytes()) == (1, b"work of a day")
    assert showroom("excel", "out", file, "--process", shipped, "--force").exit_code == 0


# What the workbook looks like.


def test_every_kind_has_its_sheet_and_texts_a_column_for_each_language() -> None:
    book = out(FILES)
    assert [s.title for s in book if s.sheet_state == "visible"] == ["说明 Read me", *SHEETS.values()][:3] + [
        SHEETS["steps"],
        SHEETS["glossary"],
    ]
    assert cell(book, "signals", "payment", "text.zh").value == "谈付款"
    assert cell(book, "signals", "payment", "text.en").value == "Speaks of payment"
    assert cell(book, "signals", "payment", "utterances.zh").value == "“首付多少？”\n“分两次？”"
    assert cell(book, "signals", "payment", "(source)").value == "deck 1"
    assert cell(book, "steps", "check", "number").value == "1.10"
    assert cell(book, "near-misses", "praise", "text.zh").value == "Praise"
    assert cell(book, "near-misses", "praise", "text.en").value == "Praise"


def test_ids_are_hidden_and_cannot_be_typed_over_and_words_are_chosen_from_a_list() -> None:
    sheet = out(FILES)[SHEETS["signals"]]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].hidden
    rules = {str(area): rule for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges}
    assert next(rule for area, rule in rules.items() if area.startswith("A3:")).formula1 == "FALSE"
    strength = cell(sheet.parent, "signals", "payment", "strength").column_letter
    assert next(rule for area, rule in rules.items() if area.startswith(f"{strength}3:")).formula1 == (
        '"weak,medium,strong"'
    )
    assert "places" in next(rule for area, rule in rules.items() if area.startswith("B3:")).formula1


# What a trainer changes.


def test_a_changed_cell_changes_its_value_alone() -> None:
    book = out(FILES)
    cell(book, "signals", "payment", "text.zh").value = "问付款"
    cell(book, "signals", "payment", "strength").value = "medium"
    assert changed(back(FILES, book)["a/stage.yml"]) == {
        "text: {zh: 问付款, en: Speaks of payment}",
        "-text: {zh: 谈付款, en: Speaks of payment}",
        "strength: medium",
        "-strength: strong",
    }


def test_a_line_of_a_list_changes_alone_and_its_comment_stays() -> None:
    book = out(FILES)
    cell(book, "signals", "payment", "utterances.en").value = "“How much?”\n“In two goes?”\n“Really?”"
    cell(book, "signals", "payment", "utterances.zh").value = "“首付多少？”\n“分两次？”\n“真的？”"
    assert changed(back(FILES, book)["a/stage.yml"]) == {
        "- {zh: “首付多少？”, en: “How much?”}  # heard often",
        "-- {zh: “首付多少？”, en: “How much down?”}  # heard often",
        "- {zh: “真的？”, en: “Really?”}",
    }


def test_an_emptied_cell_takes_its_value_away() -> None:
    book = out(FILES)
    for key in ("strength", "utterances.zh", "utterances.en"):
        cell(book, "signals", "payment", key).value = None
    after = changed(back(FILES, book)["a/stage.yml"])
    assert {line for line in after if not line.startswith("-")} == set()
    assert "-strength: strong" in after
    assert "-utterances:" in after


def test_a_text_for_every_language_becomes_one_for_each_only_when_they_differ() -> None:
    book = out(FILES)
    for key in ("text.zh", "text.en"):
        cell(book, "near-misses", "praise", key).value = "Much praise"
    assert "text: Much praise," in back(FILES, book)["a/stage.yml"]
    cell(book, "near-misses", "praise", "text.zh").value = "夸奖"
    assert "text: {zh: 夸奖, en: Much praise}," in back(FILES, book)["a/stage.yml"]


def test_a_new_row_gets_an_id_and_the_editors_as_its_source_and_stands_where_it_was_written() -> None:
    book = out(FILES)
    place = cell(book, "signals", "payment", "place").value
    add(book, "signals", "payment", place=place, text_zh="谈交车", text_en="Speaks of the delivery date")
    procedure = cell(book, "steps", "check", "place").value
    add(book, "steps", None, place=procedure, number="1.3", text_zh="记下", text_en="Note it down")
    process, _ = load(Folder({p: t.encode() for p, t in (FILES | back(FILES, book)).items()}, ()))
    signals, steps = process.stages[0].blocks
    assert [item.id for item in signals.items] == ["payment", "speaks-delivery-date", "colour"]
    assert signals.items[1].source[0].of == "editors"
    assert [step.id for phase in steps.phases for step in phase.steps] == ["check", "call", "note-down", "thank"]
    assert signals.near_misses


def test_a_new_term_needs_no_place() -> None:
    book = out(FILES)
    add(book, "glossary", None, term_zh="提案", term_en="Proposal", definition_zh="方案", definition_en="Plan")
    assert "- id: proposal\n" in back(FILES, book)["glossary.yml"]


def test_a_copied_row_is_a_new_one_once_it_says_something_else() -> None:
    book = out(FILES)
    sheet = book[SHEETS["signals"]]
    sheet.append([here.value for here in sheet[3]])
    assert [problem.code for problem in problems(FILES, book)] == ["row-twice"]
    sheet.cell(sheet.max_row, 3).value, sheet.cell(sheet.max_row, 4).value = "谈保险", "Speaks of insurance"
    after = back(FILES, book)["a/stage.yml"]
    assert "- id: speaks-insurance\n" in after
    assert after.count("id: payment") == 1


def test_rows_may_be_sorted_and_sheets_renamed() -> None:
    book = out(FILES)
    sheet = book[SHEETS["steps"]]
    rows = [[here.value for here in line] for line in sheet.iter_rows(min_row=3)]
    for number, row in enumerate(reversed(rows), start=3):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    sheet.title = "我的步骤"
    assert back(FILES, book) == {}
    cell_of_call = sheet.cell(4, 5)
    assert cell_of_call.value == "Call"
    cell_of_call.value = "Ring"
    assert changed(back(FILES, book)["a/stage.yml"]) == {
        '- {id: call, number: "1.2", text: {zh: 打电话, en: Ring}}',
        '-- {id: call, number: "1.2", text: {zh: 打电话, en: Call}}',
    }


def test_what_changed_in_the_files_meanwhile_is_not_undone() -> None:
    book = out(FILES)
    cell(book, "signals", "payment", "text.en").value = "Asks about payment"
    since = FILES | {
        "a/stage.yml": FILES["a/stage.yml"]
        .replace("谈颜色", "谈到颜色")
        .replace("          - id: colour", "          - {id: time, text: Time}\n          - id: colour")
    }
    after = back(since, book)["a/stage.yml"]
    assert after == since["a/stage.yml"].replace("Speaks of payment", "Asks about payment")


def test_a_row_whose_texts_are_all_cleared_counts_as_deleted() -> None:
    book = out(FILES)
    sheet = book[SHEETS["signals"]]
    line = cell(book, "signals", "colour", "place").row
    for number in range(3, sheet.max_column + 1):
        sheet.cell(line, number).value = None
    assert back(FILES, book) == {}
    assert "id: colour" not in back(FILES, book, "closing/colour")["a/stage.yml"]


def test_the_last_row_of_a_list_that_has_to_hold_something_stays() -> None:
    book = out(FILES)
    book[SHEETS["steps"]].delete_rows(cell(book, "steps", "thank", "place").row)
    with pytest.raises(Unsound) as raised:
        back(FILES, book, "closing/thank")
    assert [(p.code, p.location.sheet) for p in raised.value.problems] == [("empty", SHEETS["steps"])]


# What Excel does to what people type.


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-5 °C", "@home", "=HYPERLINK(1)", "_x0041_", "'quoted", "1.10", "TRUE"]
)
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    files = FILES | {"a/stage.yml": FILES["a/stage.yml"].replace("谈付款", f'"{text}"')}
    book = out(files)
    here = cell(book, "signals", "payment", "text.zh")
    assert (here.data_type, here.number_format) == ("s", "@")
    assert here.quotePrefix == text.startswith(("=", "+", "-", "@"))
    assert back(files, book) == {}
    other = cell(book, "signals", "colour", "text.zh")
    put(other, text)
    said = parse(back(files, book)["a/stage.yml"].encode(), "").data
    assert said["blocks"][0]["items"][1]["text"]["zh"] == text  # type: ignore[index,call-overload]  # as the file is


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ｍｅｄｉｕｍ", "medium"), (" weak \n", "weak"), ("weak\u3000", "weak")],
)
def test_words_from_a_list_may_be_typed_in_full_width(typed: str, meant: str) -> None:
    book = out(FILES)
    cell(book, "signals", "payment", "strength").value = typed
    assert f"strength: {meant}" in back(FILES, book)["a/stage.yml"]


@pytest.mark.parametrize(("typed", "meant"), [(3, '"3"'), (1.15, '"1.15"'), ("１．２０", '"1.20"'), (2.0, '"2"')])
def test_a_number_is_the_text_that_it_looks_like(typed: object, meant: str) -> None:
    book = out(FILES)
    here = cell(book, "steps", "thank", "number")
    here.value = typed
    here.number_format = "General"
    assert f"number: {meant}" in back(FILES, book)["a/stage.yml"]


def test_spaces_and_line_ends_at_the_ends_are_no_change() -> None:
    book = out(FILES)
    cell(book, "signals", "payment", "text.zh").value = " 谈付款\u3000\n"
    cell(book, "signals", "colour", "explanation.zh").value = "第一行\r\n第二行 "
    cell(book, "signals", "payment", "utterances.zh").value = "“首付多少？” \r\n“分两次？”\n\n"
    assert back(FILES, book) == {}


def strange(value: object, number_format: str = "General") -> Change:
    def change(book: Workbook) -> None:
        here = cell(book, "signals", "payment", "text.zh")
        here.value, here.number_format = value, number_format

    return change


def place(book: Workbook, entry: str, text: str) -> None:
    cell(book, "signals", entry, "place").value = text


def damage(code: str) -> tuple[Workbook | bytes, dict[str, str]]:
    """A workbook that shows a problem, and the files it is taken into."""
    book, files = out(FILES), dict(FILES)
    sheet = book[SHEETS["signals"]]
    if code == "not-a-workbook":
        return b"PK\x03\x04 not really", files
    if code == "foreign-workbook":
        return Workbook(), files
    if code == "no-memory":
        del book["showroom"]
    elif code == "sheet-missing":
        del book[SHEETS["steps"]]
    elif code == "sheet-twice":
        book.copy_worksheet(sheet)
    elif code == "column-missing":
        sheet.delete_cols(4)
    elif code == "column-twice":
        for line in sheet.iter_rows():
            sheet.cell(line[0].row, sheet.max_column + (line[0].row == 1)).value = line[2].value
    elif code == "column-unknown":
        sheet.cell(3, sheet.max_column + 1).value = "my note"
    elif code == "cell-conflict":
        cell(book, "signals", "payment", "text.zh").value = "问付款"
        files["a/stage.yml"] = files["a/stage.yml"].replace("谈付款", "谈到付款")
    elif code == "row-without-place":
        add(book, "steps", None, text_zh="新", text_en="New")
    elif code == "row-moved":
        cell(book, "steps", "call", "place").value = cell(book, "steps", "thank", "place").value
    elif code == "row-twice":
        sheet.append([here.value for here in sheet[3]])
    elif code == "row-unknown":
        cell(book, "signals", "payment", "text.zh").value = "问付款"
        files["a/stage.yml"] = files["a/stage.yml"].replace("id: payment ", "id: pay ")
    elif code == "cell-not-text":
        strange("=A1")(book)
    elif code == "not-revisable":
        files["a/stage.yml"] = files["a/stage.yml"].replace('"First\\nsecond"', "|+\n            First\n\n")
        book = out(files)
        cell(book, "signals", "colour", "owner.zh").value = "顾问"
        cell(book, "signals", "colour", "owner.en").value = "Consultant"
    return book, files


PLACES = {
    "not-a-workbook": "t.xlsx:1:1",
    "foreign-workbook": "t.xlsx:1:1",
    "no-memory": "t.xlsx:1:1",
    "sheet-missing": "t.xlsx:1:1",
    "sheet-twice": "t.xlsx 信号 Signals Copy!A2",
    "column-missing": "t.xlsx 信号 Signals!A2",
    "column-twice": "t.xlsx 信号 Signals!R2",
    "column-unknown": "t.xlsx 信号 Signals!R2",
    "cell-not-text": "t.xlsx 信号 Signals!C3",
    "cell-conflict": "t.xlsx 信号 Signals!C3",
    "row-without-place": "t.xlsx 步骤 Steps!B6",
    "row-moved": "t.xlsx 步骤 Steps!B4",
    "row-twice": "t.xlsx 信号 Signals!A5",
    "row-unknown": "t.xlsx 信号 Signals!A3",
    "not-revisable": "a/stage.yml:1:1",
}


def test_every_code_about_workbooks_is_shown_here() -> None:
    assert set(PLACES) == set(WORKBOOK)


@pytest.mark.parametrize("code", PLACES)
def test_a_problem_names_sheet_and_cell(code: str) -> None:
    book, files = damage(code)
    assert [f"{problem.location} {problem.code}" for problem in problems(files, book)] == [f"{PLACES[code]} {code}"]


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        (datetime(2026, 11, 23, tzinfo=UTC).replace(tzinfo=None), "yyyy-mm-dd"),
        (True, "General"),
        (0.2, "0%"),
        (123456789012345, "General"),
        ("#N/A", "General"),
    ],
)
def test_what_is_no_text_is_not_guessed_at(value: object, number_format: str) -> None:
    book = out(FILES)
    strange(value, number_format)(book)
    (found,) = problems(FILES, book)
    assert (found.code, found.location.sheet, found.location.cell) == ("cell-not-text", SHEETS["signals"], "C3")


@pytest.mark.parametrize(
    ("kind", "entry", "key", "value", "expected"),
    [
        ("signals", "payment", "text.en", None, ["missing-translation"]),
        ("signals", "payment", "text.zh", None, ["missing-first-language"]),
        ("near-misses", "praise", "reason.en", "\u202eevil", ["control-character"]),
        ("signals", "colour", "strength", "stark", ["not-allowed"]),
        ("signals", "payment", "utterances.en", "One\nTwo\nThree", ["missing-first-language"]),
    ],
)
def test_what_the_check_finds_is_shown_at_the_cell(
    kind: str, entry: str, key: str, value: str | None, expected: list[str]
) -> None:
    book = out(FILES)
    here = cell(book, kind, entry, key)
    here.value = value
    found = problems(FILES, book)
    assert [problem.code for problem in found] == expected
    field = str(key).partition(".")[0]
    tops = {top.column_letter: str(top.value) for top in book[SHEETS[kind]][1]}
    for problem in found:
        letters = re.sub(r"\d", "", problem.location.cell)
        assert (problem.location.sheet, problem.location.line) == (SHEETS[kind], here.row)
        assert tops[letters].partition(".")[0] == field


def test_a_field_that_has_to_be_there_is_missed_in_its_cell() -> None:
    book = out(FILES)
    for key in ("text.zh", "text.en"):
        cell(book, "signals", "payment", key).value = None
    (found,) = problems(FILES, book)
    assert (found.code, found.location.cell) == ("missing-key", "C3")


TYPED = st.text(
    st.characters(exclude_categories=("Cs",)) | st.sampled_from("=+-@'\"#:{}[]|>\n _x0041_，：“”中"), max_size=40
).filter(lambda text: not ILLEGAL_CHARACTERS_RE.search(text))


@pytest.fixture(scope="module")
def made() -> bytes:
    return saved(out(FILES))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TYPED)
def test_any_text_comes_back_or_is_named_with_its_cell(made: bytes, text: str) -> None:
    book = load_workbook(BytesIO(made))
    put(cell(book, "signals", "payment", "text.zh"), text)
    try:
        after = (FILES | back(FILES, book))["a/stage.yml"]
    except Unsound as unsound:
        assert {str(problem.location) for problem in unsound.problems} == {"t.xlsx 信号 Signals!C3"}
        return
    said = parse(after.encode(), "").data["blocks"][0]["items"][0]["text"]["zh"]  # type: ignore[index,call-overload]
    assert said == re.sub(r"\r\n?", "\n", text).strip()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=st.lists(TYPED.map(lambda text: re.sub(r"[\r\n↵]", " ", text)).filter(str.strip), min_size=1, max_size=4))
def test_any_lines_come_back_or_are_named_with_their_cell(made: bytes, lines: list[str]) -> None:
    book = load_workbook(BytesIO(made))
    for key in ("utterances.zh", "utterances.en"):
        put(cell(book, "signals", "payment", key), "\n".join(lines))
    try:
        after = (FILES | back(FILES, book))["a/stage.yml"]
    except Unsound as unsound:
        assert {problem.location.sheet for problem in unsound.problems} == {SHEETS["signals"]}
        assert {problem.location.line for problem in unsound.problems} == {3}
        return
    said = parse(after.encode(), "").data["blocks"][0]["items"][0]["utterances"]  # type: ignore[index,call-overload]
    assert [item["zh"] for item in said] == [line.strip() for line in lines]
