"""What a person sees of the workbook: widths, colours, lists to choose from, and a sheet to read first."""

import json
from pathlib import Path
from typing import Final

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from generator.checklists import CHECKLISTS_FILE
from generator.excel.columns import NAME, PLACE, SOURCE, Column, Form, heading
from generator.excel.kinds import Kind
from generator.glossary import GLOSSARY_FILE
from generator.process import QUIZ_FILE

# Rows below the last one that are ready for new entries.
ROOM: Final = 500
LONGEST_PROMPT: Final = 255  # characters that Excel shows
FIRST: Final = 3  # row of the first entry; the columns before the first field are name and place

# Sheets of what stands in files of one name have tabs of one colour.
TABS: Final = {"": "1F3A4D", QUIZ_FILE: "2E7D32", CHECKLISTS_FILE: "B26A00", GLOSSARY_FILE: "6A1B9A"}
HEADING: Final = PatternFill("solid", fgColor="1F3A4D")
NOT_READ: Final = PatternFill("solid", fgColor="EEEEEE")
WRAPPED: Final = Alignment(wrap_text=True, vertical="top")

LOCKED: Final = "Showroom 靠这一列认出每一行，请不要改动。Showroom knows the row by this column: leave it as it is."
CHOOSE: Final = "请从列表里选择。Choose from the list."
OR_COPY: Final = (
    "请从列表里选择；属于新写的一行时，照抄那一行的题目或名称。Choose from the list, or copy a new row’s words."
)
FIXED: Final = "这里只是说明，改了也不会读入。This cell is not read."


def read_me(sheet: Worksheet) -> None:
    """Make the sheet to read first: Chinese on the left, English on the right."""
    sheet.title = "说明 Read me"
    lines = json.loads(Path(__file__).with_name("read_me.json").read_text(encoding="utf-8"))
    for line in lines:
        sheet.append([line["zh"], line["en"]])
    for column in "AB":
        sheet.column_dimensions[column].width = 70
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = WRAPPED
            cell.font = Font(bold=cell.row == 1, size=14 if cell.row == 1 else 11)


def contents(sheet: Worksheet, titles: list[str]) -> None:
    """List the other sheets on the one to read first, each a link."""
    for title in titles:
        cell = sheet.cell(sheet.max_row + 1, 1)
        cell.value, cell.font = title, Font(underline="single", color="0563C1")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{title}'!A1")


def headings(sheet: Worksheet, kind: Kind, columns: tuple[Column, ...]) -> None:
    """Write the row of headings for people, hide the one for the program and the column of names."""
    titles = [heading(NAME), heading(PLACE), *(column.heading for column in columns), heading(SOURCE)]
    described = ["", "", *(_chinese_first(column.description) for column in columns), ""]
    for number, (title, description) in enumerate(zip(titles, described, strict=True), start=1):
        cell = sheet.cell(2, number)
        cell.value, cell.fill, cell.alignment = title, HEADING, WRAPPED
        cell.font = Font(bold=True, color="FFFFFF")
        _refuse(sheet, cell.coordinate, FIXED, description)
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["A"].hidden = not kind.is_named
    sheet.sheet_properties.tabColor = TABS[kind.file]
    sheet.freeze_panes = "C3"


def content(sheet: Worksheet, kind: Kind, columns: tuple[Column, ...], last: int) -> None:
    """Give the columns their width, their lists and a format in which what is typed stays text."""
    end = get_column_letter(len(columns) + 3)
    sheet.auto_filter.ref = f"A2:{end}{last}"
    if (locked := last + (0 if kind.is_named else ROOM)) >= FIRST:
        _refuse(sheet, f"A{FIRST}:A{locked}", LOCKED)
    _refuse(sheet, f"{end}{FIRST}:{end}{last + ROOM}", FIXED)
    widths = [12, 30, *(_width(column) for column in columns), 16]
    for number, width in enumerate(widths, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.number_format, dimension.alignment = width, "@", WRAPPED
    for row in sheet.iter_rows(min_row=FIRST, max_row=last):
        for cell in row:
            cell.alignment = WRAPPED
        row[-1].fill = NOT_READ
    for number, column in enumerate(columns, start=3):
        letter = get_column_letter(number)
        if column.is_rare and not any(sheet.cell(row, number).value for row in range(FIRST, last + 1)):
            # What every entry can have and none here has: a click on the [+] above shows it.
            sheet.column_dimensions.group(letter, hidden=True)
        if column.choices:
            _choose(sheet, f"{letter}{FIRST}:{letter}{last + ROOM}", f'"{",".join(column.choices)}"', CHOOSE)


def choose_place(sheet: Worksheet, places: Worksheet, column: int, count: int, *, strict: bool) -> None:
    """Offer the places that stand in a column of the sheet `places`, where rows name theirs.

    Not `strict`, a row may name one that is not among them: it is in something that is new itself.
    """
    letter = get_column_letter(column)
    area = f"B{FIRST}:B{sheet.max_row + ROOM}"
    formula = f"'{places.title}'!${letter}$1:${letter}${count}"
    _choose(sheet, area, formula, CHOOSE if strict else OR_COPY, strict=strict)


def _width(column: Column) -> int:
    return 40 if column.form in (Form.TEXT, Form.TEXTS) else 12


def _choose(sheet: Worksheet, area: str, formula: str, error: str, *, strict: bool = True) -> None:
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    rule.error, rule.errorStyle = error, "stop" if strict else "information"
    rule.add(area)
    sheet.add_data_validation(rule)


def _refuse(sheet: Worksheet, area: str, error: str, prompt: str = "") -> None:
    """Refuse what is typed into an area. A protected sheet would do so, too, but could not be sorted any more."""
    rule = DataValidation(type="custom", formula1="FALSE", showErrorMessage=True, showInputMessage=bool(prompt))
    rule.error, rule.prompt = error, prompt[:LONGEST_PROMPT]
    rule.add(area)
    sheet.add_data_validation(rule)


def _chinese_first(description: str) -> str:
    return "\n".join(reversed(description.split("\n\n")))
