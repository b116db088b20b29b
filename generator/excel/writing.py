"""From a process to a workbook: `to_workbook`. What a person sees of it is in look.py."""

import re
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from generator.excel import look, memory
from generator.excel.cells import shown
from generator.excel.columns import PLACE, SOURCE, Column, columns
from generator.excel.kinds import KINDS, Kind
from generator.excel.places import Documents, Place, Row, places
from generator.process import Process
from generator.revision import plain

# The first row names the columns for the program, the second one for people.
HEADINGS: Final = 2
MARK: Final = "showroom:"

# Excel takes `_x0041_` for the letter A: an underscore before such a thing has to be written like that itself.
LOOKS_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def to_workbook(process: Process, documents: Documents) -> bytes:
    """Return the workbook of `process`, whose files are `documents`: a sheet for each kind, and one to read first."""
    book = Workbook()
    read_me = book.worksheets[0]
    look.read_me(read_me)
    remembered = book.create_sheet(memory.SHEET)
    remembered.append([memory.VERSION])
    known = book.create_sheet("places")
    for kind in KINDS:
        found = places(kind, process, documents)
        if found or any(other.holds(kind) and other.title in book for other in KINDS):
            shown_columns = columns(kind.model, process.settings.languages)
            _sheet(book.create_sheet(kind.title), kind, found, shown_columns)
            _remember(remembered, kind, found, shown_columns)
            _offer(known, book[kind.title], kind, found)
    look.contents(read_me, [kind.title for kind in KINDS if kind.title in book])
    for hidden in (remembered, known):
        hidden.sheet_state = "veryHidden"
        book.move_sheet(hidden, len(KINDS) + 1)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def put(cell: Cell, text: str) -> None:
    """Write a text that stays one, whatever it begins with: Excel must not calculate what a trainer wrote."""
    cell.value = LOOKS_ESCAPED.sub("_x005F_", text) or None
    if text:
        cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text[:1] in {"=", "+", "-", "@"}


def _sheet(sheet: Worksheet, kind: Kind, found: tuple[Place, ...], shown_columns: tuple[Column, ...]) -> None:
    keys = [f"{MARK}{kind.name}", PLACE, *(column.key for column in shown_columns), SOURCE]
    for number, key in enumerate(keys, start=1):
        put(_cell(sheet, 1, number), key)
    look.headings(sheet, kind, shown_columns)
    rows = [row for place in found for row in place.rows()]
    for number, row in enumerate(rows, start=HEADINGS + 1):
        texts = [row.name, row.place.label, *_texts(row, shown_columns).values(), row.source]
        for index, text in enumerate(texts, start=1):
            put(_cell(sheet, number, index), text)
    look.content(sheet, kind, shown_columns, HEADINGS + len(rows))


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101  # only merged ranges hold others, and there are none
    return cell


def _texts(row: Row, shown_columns: tuple[Column, ...]) -> dict[str, str]:
    return {column.key: shown(plain(row.data.get(column.field)), column) for column in shown_columns}


def _remember(sheet: Worksheet, kind: Kind, found: tuple[Place, ...], shown_columns: tuple[Column, ...]) -> None:
    for place in found:
        for row in place.rows():
            memory.remember(sheet, kind.name, row.name, _texts(row, shown_columns))


def _offer(known: Worksheet, sheet: Worksheet, kind: Kind, found: tuple[Place, ...]) -> None:
    """List the places where entries can stand, for the cells that name one."""
    column = KINDS.index(kind) + 1
    for number, place in enumerate(found, start=1):
        put(_cell(known, number, column), place.label)
    if found:
        look.choose_place(sheet, known, column, len(found), strict=not any(other.holds(kind) for other in KINDS))
