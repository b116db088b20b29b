"""What can be wrong with a workbook, and the sheet and cell that are named for it."""

import re
from collections.abc import Callable

import pytest
from excel_round import FILES, SHEETS, add, cell, out, problems
from openpyxl import Workbook

from generator.catalogue import WORKBOOK

Files = dict[str, str]


def changed_since(before: str, after: str) -> Files:
    """The files, with something in the stage changed after the workbook was made."""
    assert before in FILES["a/stage.yml"]
    return FILES | {"a/stage.yml": FILES["a/stage.yml"].replace(before, after)}


def no_workbook() -> tuple[bytes, Files]:
    return b"PK\x03\x04 not really", FILES


def foreign() -> tuple[Workbook, Files]:
    return Workbook(), FILES


def without_memory() -> tuple[Workbook, Files]:
    book = out(FILES)
    del book["showroom"]
    return book, FILES


def without_sheet() -> tuple[Workbook, Files]:
    book = out(FILES)
    del book[SHEETS["steps"]]
    return book, FILES


def copied_sheet() -> tuple[Workbook, Files]:
    book = out(FILES)
    book.copy_worksheet(book[SHEETS["signals"]])
    return book, FILES


def without_column() -> tuple[Workbook, Files]:
    book = out(FILES)
    book[SHEETS["signals"]].delete_cols(4)
    return book, FILES


def copied_column() -> tuple[Workbook, Files]:
    book = out(FILES)
    sheet = book[SHEETS["signals"]]
    last = sheet.max_column + 1
    for line in range(1, sheet.max_row + 1):
        sheet.cell(line, last).value = sheet.cell(line, 3).value
    return book, FILES


def own_column() -> tuple[Workbook, Files]:
    book = out(FILES)
    sheet = book[SHEETS["signals"]]
    sheet.cell(3, sheet.max_column + 1).value = "my note"
    return book, FILES


def formula() -> tuple[Workbook, Files]:
    book = out(FILES)
    cell(book, "signals", "payment", "text.zh").value = "=A1"
    return book, FILES


def changed_on_both_sides() -> tuple[Workbook, Files]:
    book = out(FILES)
    cell(book, "signals", "payment", "text.zh").value = "问付款"
    return book, changed_since("谈付款", "谈到付款")


def without_place() -> tuple[Workbook, Files]:
    book = out(FILES)
    add(book, "steps", None, text_zh="新", text_en="New")
    return book, FILES


def without_text() -> tuple[Workbook, Files]:
    book = out(FILES)
    for key in ("text.zh", "text.en"):
        cell(book, "signals", "payment", key).value = None
    return book, FILES


def moved() -> tuple[Workbook, Files]:
    book = out(FILES)
    cell(book, "steps", "call", "place").value = cell(book, "steps", "thank", "place").value
    return book, FILES


def copied_row() -> tuple[Workbook, Files]:
    book = out(FILES)
    sheet = book[SHEETS["signals"]]
    sheet.append([here.value for here in sheet[3]])
    return book, FILES


def gone_from_the_files() -> tuple[Workbook, Files]:
    book = out(FILES)
    cell(book, "signals", "payment", "text.zh").value = "问付款"
    return book, changed_since("id: payment ", "id: pay ")


def text_that_cannot_be_changed() -> tuple[Workbook, Files]:
    files = changed_since('"First\\nsecond"', "|+\n            First\n\n")
    book = out(files)
    cell(book, "signals", "colour", "owner.zh").value = "顾问"
    cell(book, "signals", "colour", "owner.en").value = "Consultant"
    return book, files


# Code, the place that is named, and the workbook that shows it.
CASES: list[tuple[str, str, Callable[[], tuple[Workbook | bytes, Files]]]] = [
    ("not-a-workbook", "t.xlsx:1:1", no_workbook),
    ("foreign-workbook", "t.xlsx:1:1", foreign),
    ("no-memory", "t.xlsx:1:1", without_memory),
    ("sheet-missing", "t.xlsx:1:1", without_sheet),
    ("sheet-twice", "t.xlsx 信号 Signals Copy!A2", copied_sheet),
    ("column-missing", "t.xlsx 信号 Signals!A2", without_column),
    ("column-twice", "t.xlsx 信号 Signals!R2", copied_column),
    ("column-unknown", "t.xlsx 信号 Signals!R2", own_column),
    ("cell-not-text", "t.xlsx 信号 Signals!C3", formula),
    ("cell-conflict", "t.xlsx 信号 Signals!C3", changed_on_both_sides),
    ("row-without-place", "t.xlsx 步骤 Steps!B6", without_place),
    ("row-incomplete", "t.xlsx 信号 Signals!C3", without_text),
    ("row-moved", "t.xlsx 步骤 Steps!B4", moved),
    ("row-twice", "t.xlsx 信号 Signals!A5", copied_row),
    ("row-unknown", "t.xlsx 信号 Signals!A3", gone_from_the_files),
    ("not-revisable", "a/stage.yml:1:1", text_that_cannot_be_changed),
]


def test_every_code_about_workbooks_is_shown_here() -> None:
    assert {code for code, _, _ in CASES} == set(WORKBOOK)


@pytest.mark.parametrize(("code", "place", "made"), CASES, ids=[case[0] for case in CASES])
def test_a_problem_names_sheet_and_cell(
    code: str, place: str, made: Callable[[], tuple[Workbook | bytes, Files]]
) -> None:
    book, files = made()
    assert [f"{problem.location} {problem.code}" for problem in problems(files, book)] == [f"{place} {code}"]


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
    assert (found.code, found.location.cell) == ("row-incomplete", "C3")
