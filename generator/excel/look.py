"""What a person sees of the workbook: widths, colours, lists to choose from, and a sheet to read first."""

import json
from pathlib import Path
from typing import Final

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.excel.columns import NAME, PLACE, SOURCE, Column, Form, heading

# Rows below the last one that are ready for new entries.
ROOM: Final = 500
LONGEST_PROMPT: Final = 255  # characters that Excel shows
FIRST: Final = 3  # row of the first entry; the columns before the first field are name and place

HEADING: Final = PatternFill("solid", fgColor="1F3A4D")
NOT_READ: Final = PatternFill("solid", fgColor="EEEEEE")
WRAPPED: Final = Alignment(wrap_text=True, vertical="top")

LOCKED: Final = "Showroom 靠这一列认出每一行，请不要改动。Showroom knows the row by this column: leave it as it is."
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


def headings(sheet: Worksheet, columns: tuple[Column, ...]) -> None:
    """Write the row of headings for people, hide the one for the program and the column of names."""
    titles = [heading(NAME), heading(PLACE), *(column.heading for column in columns), heading(SOURCE)]
    described = ["", "", *(_chinese_first(column.description) for column in columns), ""]
    for number, (title, description) in enumerate(zip(titles, described, strict=True), start=1):
        cell = sheet.cell(2, number)
        cell.value, cell.fill, cell.alignment = title, HEADING, WRAPPED
        cell.font = Font(bold=True, color="FFFFFF")
        _refuse(sheet, cell.coordinate, FIXED, description)
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = "C3"


def content(sheet: Worksheet, columns: tuple[Column, ...], last: int) -> None:
    """Give the columns their width, their lists and a format in which what is typed stays text."""
    end = get_column_letter(len(columns) + 3)
    sheet.auto_filter.ref = f"A2:{end}{last}"
    _refuse(sheet, f"A{FIRST}:A{last + ROOM}", LOCKED)
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
        if column.is_shared and not any(sheet.cell(row, number).value for row in range(FIRST, last + 1)):
            # What every entry can have and none here has: a click on the [+] above shows it.
            sheet.column_dimensions.group(letter, hidden=True)
        if column.choices:
            _choose(sheet, f"{letter}{FIRST}:{letter}{last + ROOM}", f'"{",".join(column.choices)}"')


def choose_place(sheet: Worksheet, places: Worksheet, column: int, count: int) -> None:
    """Offer the places that stand in a column of the sheet `places`, where rows name theirs."""
    letter = get_column_letter(column)
    area = f"B{FIRST}:B{sheet.max_row + ROOM}"
    _choose(sheet, area, f"'{places.title}'!${letter}$1:${letter}${count}")


def _width(column: Column) -> int:
    return 12 if column.form in (Form.CHOICE, Form.WORD) else 40


def _choose(sheet: Worksheet, area: str, formula: str) -> None:
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    rule.error = "请从列表里选择。Choose from the list."
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
