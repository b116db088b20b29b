"""A process goes to Excel and comes back: what a trainer changed is changed, and not one byte more."""

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from excel_round import FILES, SHEETS, add, back, cell, changed, out, problems, saved
from openpyxl import load_workbook

from generator.build import load
from generator.build.folder import Folder, read_folder
from generator.cli import main
from generator.editing.take_in import documents, take_in
from generator.excel import compare, from_workbook, to_workbook
from generator.excel.kinds import KINDS
from generator.problems import Location, Unsound

ROOT = Path(__file__).parent.parent


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
    row = next(row for row in range(3, 9) if "about-payment" in str(sheet.cell(row, 1).value))
    name = sheet.cell(row, 1).value  # of one that no question practises
    sheet.delete_rows(row)
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
    assert [s.title for s in book if s.sheet_state == "visible"] == [
        "说明 Read me",
        *(SHEETS[kind] for kind in ("signals", "near-misses", "steps", "glossary")),
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
        .replace("      - id: colour", "      - {id: time, text: Time}\n      - id: colour")
    }
    assert "id: time" in since["a/stage.yml"]
    added_since = "closing/time"  # not a row that was deleted: the workbook never had it
    after = back(since, book, added_since)["a/stage.yml"]
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
