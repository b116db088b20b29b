"""From a place in a file to the cell that was taken in there: trainers mend what is wrong in the workbook."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.excel.columns import NAME, PLACE, columns
from generator.excel.places import Documents, Row, places
from generator.excel.reading import Sheet
from generator.excel.writing import HEADINGS
from generator.problems import Location, Problem
from generator.process import Process
from generator.source import Map, Mark, Seq, locate

# Sheet and row of the entries that a workbook changed or added, by the sheet's kind and their name.
Touched: TypeAlias = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A row of a sheet, and a column by its key; "" where it is about the whole row."""

    sheet: Sheet
    line: int
    key: str


class CellPlaces:
    """Knows where in the files, as they would be, stands what came from which cell."""

    def __init__(self, process: Process, documents: Documents, sheets: Iterable[Sheet], touched: Touched) -> None:
        self.languages = process.settings.languages
        self.cells: dict[Location, list[_Cell]] = {}
        for sheet in sheets:
            for place in places(sheet.kind, process, documents):
                self._add(locate(documents[place.file].data, place.path), _Cell(sheet, HEADINGS, PLACE))
                for row in place.rows():
                    if (line := touched.get((sheet.kind.name, row.name))) is not None:
                        self._row(sheet, row, line)

    def sorted(self, problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
        """Return the problems that are about cells, each at its cell, and all others."""
        ours: list[Problem] = []
        others: list[Problem] = []
        for problem in problems:
            cells = self.cells.get(problem.location)
            if cells:
                # A line to add is advice for the file.
                code = "row-incomplete" if problem.code == "missing-key" else problem.code
                ours.append(replace(problem, code=code, location=self._best(cells, problem.details)))
            else:
                others.append(problem)
        return ours, others

    def _best(self, cells: list[_Cell], details: Mapping[str, str]) -> Location:
        """Return the cell in which a problem can be mended: that of the key or language it names."""
        cell = cells[0]
        if not cell.key and "key" in details:
            key = details["key"]
            cell = replace(cell, key=key if key in cell.sheet.columns else f"{key}.{self.languages[0]}")
        named = [found for found in cells if found.key.endswith(f".{details.get('language')}")]
        cell = (named or [cell])[0]
        return cell.sheet.cell(cell.line, cell.key or PLACE)

    def _row(self, sheet: Sheet, row: Row, line: int) -> None:
        self._add(Location(row.place.file, *row.data.mark), _Cell(sheet, line, ""))
        self._add(Location(row.place.file, *row.data.value_marks["id"]), _Cell(sheet, line, NAME))
        for column in columns(sheet.kind.model, self.languages):
            if column.field in row.data:
                for mark in _marks(row.data, column.field, column.language):
                    self._add(Location(row.place.file, *mark), _Cell(sheet, line, column.key))

    def _add(self, place: Location, cell: _Cell) -> None:
        self.cells.setdefault(place, []).append(cell)


def _marks(data: Map, field: str, language: str) -> Iterator[Mark]:
    """Yield every place of a field that a problem with its text in `language` can name."""
    value = data[field]
    yield from (data.key_marks[field], data.value_marks[field])
    items = [value, *value] if isinstance(value, Seq) else [value]
    if isinstance(value, Seq):
        yield from value.value_marks
    for item in items:
        if isinstance(item, Map) and language in item:
            yield from (item.key_marks[language], item.value_marks[language])
