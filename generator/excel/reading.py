"""From a workbook to rows of text: `from_workbook`. Says what cannot be understood, with sheet and cell."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.excel.columns import NAME, PLACE, SOURCE, Column, Form, columns, heading
from generator.excel.kinds import KINDS, Kind
from generator.excel.memory import SHEET, Memory, recall
from generator.excel.typed import NotTextError, text_of
from generator.excel.writing import HEADINGS, MARK
from generator.problems import Location, Problem, Unsound, problem
from generator.source import FORBIDDEN

MAX_BYTES: Final = 100_000_000  # unpacked


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: its number, the name and place that it gives, and the text of each of its cells."""

    number: int
    name: str
    place: str
    texts: Mapping[str, str]

    @property
    def wanted(self) -> str:
        """The id that somebody wrote for a new entry; names of entries that there are have a stroke in them."""
        return "" if "/" in self.name else self.name

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it but its name and place."""
        return not any(self.texts.values())


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of our sheets as it is now: its title, the number of each column by key, its rows."""

    kind: Kind
    file: str
    title: str
    columns: Mapping[str, int]
    lines: tuple[Line, ...]

    def cell(self, line: int, key: str) -> Location:
        """Return the place of a cell; `key` is that of its column."""
        return Location(self.file, line, self.columns.get(key, 1), self.title)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook that was read. `problems` has what could not be understood; `memory` is None where it was lost."""

    file: str
    sheets: Mapping[str, Sheet]
    memory: Memory | None
    problems: tuple[Problem, ...]


def from_workbook(content: bytes, file: str, languages: tuple[str, ...]) -> Book:
    """Read a workbook named `file` in problems.

    Raises:
        Unsound: when it is no workbook, or none of ours.

    """
    book = _open(content, file)
    reading = _Reading(file, languages)
    for sheet in book.worksheets:
        if (kind := _kind(sheet)) is not None:
            reading.sheet(sheet, kind)
    if not reading.sheets:
        raise Unsound([problem("foreign-workbook", Location(file))])
    memory = recall(book[SHEET]) if SHEET in book.sheetnames else {}
    if not memory:
        reading.problems.append(problem("no-memory", Location(file)))
    for kind in KINDS:
        if kind.name not in reading.sheets and kind.name in memory:
            reading.problems.append(problem("sheet-missing", Location(file), sheet=kind.title))
    return Book(file, reading.sheets, memory or None, tuple(reading.problems))


def _open(content: bytes, file: str) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl names what it leaves out; nothing of ours is among that
            if sum(info.file_size for info in ZipFile(BytesIO(content)).infolist()) <= MAX_BYTES:
                return load_workbook(BytesIO(content))
    except Exception as error:  # what openpyxl raises for a damaged file is anybody's guess
        raise Unsound([problem("not-a-workbook", Location(file))]) from error
    raise Unsound([problem("not-a-workbook", Location(file))])


def _kind(sheet: Worksheet) -> Kind | None:
    names = {f"{MARK}{kind.name}": kind for kind in KINDS}
    return next((names[str(value)] for value in _row(sheet, 1) if str(value) in names), None)


def _row(sheet: Worksheet, number: int) -> tuple[object, ...]:
    return tuple(sheet.cell(number, column).value for column in range(1, sheet.max_column + 1))


class _Reading:
    """Reads sheet after sheet and collects what is wrong with any of them."""

    def __init__(self, file: str, languages: tuple[str, ...]) -> None:
        self.file = file
        self.languages = languages
        self.sheets: dict[str, Sheet] = {}
        self.problems: list[Problem] = []

    def sheet(self, sheet: Worksheet, kind: Kind) -> None:
        """Read one sheet of entries of `kind`."""
        if kind.name in self.sheets:
            self._found("sheet-twice", sheet, (HEADINGS, 1), first=self.sheets[kind.name].title)
            return
        expected = columns(kind.model, self.languages)
        numbers = self._columns(sheet, kind, expected)
        rows = range(HEADINGS + 1, sheet.max_row + 1)
        lines = tuple(filter(None, (self._line(sheet, row, numbers, expected) for row in rows)))
        self.sheets[kind.name] = Sheet(kind, self.file, sheet.title, numbers, lines)

    def _columns(self, sheet: Worksheet, kind: Kind, expected: tuple[Column, ...]) -> dict[str, int]:
        numbers: dict[str, int] = {}
        for number, mark in enumerate(_row(sheet, 1), start=1):
            key = NAME if mark == f"{MARK}{kind.name}" else str(mark or "")
            if key in numbers:
                first = Location(self.file, HEADINGS, numbers[key]).cell
                self._found("column-twice", sheet, (HEADINGS, number), column=heading(key), first=first)
            elif key:
                numbers[key] = number
            elif any(sheet.cell(row, number).value for row in range(HEADINGS, sheet.max_row + 1)):
                self._found("column-unknown", sheet, (HEADINGS, number))
        wanted = {PLACE: heading(PLACE)} | {column.key: column.heading for column in expected}
        for key, title in wanted.items():
            if key not in numbers:
                self._found("column-missing", sheet, (HEADINGS, 1), column=title)
        return numbers

    def _line(
        self, sheet: Worksheet, row: int, numbers: Mapping[str, int], expected: tuple[Column, ...]
    ) -> Line | None:
        if all(sheet.cell(row, number).value is None for key, number in numbers.items() if key != SOURCE):
            return None
        texts = {
            column.key: self._text(sheet, row, numbers[column.key], column.form)
            for column in expected
            if column.key in numbers
        }
        name, place = (self._text(sheet, row, numbers.get(key, 0), Form.WORD) for key in (NAME, PLACE))
        return Line(row, name, place, texts)

    def _text(self, sheet: Worksheet, row: int, column: int, form: Form) -> str:
        if not column:  # it was deleted, which is a problem already
            return ""
        try:
            text = text_of(sheet.cell(row, column), form)
        except NotTextError as error:
            self._found("cell-not-text", sheet, (row, column), what=error.what, what_zh=error.what_zh)
            return ""
        if match := FORBIDDEN.search(text):
            self._found("control-character", sheet, (row, column), character=f"U+{ord(match[0]):04X}")
        return text

    def _found(self, code: str, sheet: Worksheet, cell: tuple[int, int], **details: object) -> None:
        place = Location(self.file, *cell, sheet.title)
        self.problems.append(problem(code, place, sheet=sheet.title, cell=place.cell, **details))
