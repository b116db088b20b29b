"""What a trainer changed in a workbook: `compare`. Rows are told by the id they carry, wherever they stand now."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.catalogue import Severity
from generator.excel.cells import digest, narrow, shown
from generator.excel.columns import NAME, PLACE, Column, Form, columns
from generator.excel.kinds import CASE, KINDS, Kind
from generator.excel.places import Documents, Place, Row, places
from generator.excel.reading import Book, Line, Sheet
from generator.problems import Problem, problem
from generator.process import Process
from generator.revision import plain

KEY: Final = re.compile(r"\[([^\[\]]+)\]$")  # a place's key, at the end of its label


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry with cells that were changed: their texts by column."""

    row: Row
    line: Line
    sheet: Sheet
    columns: tuple[Column, ...]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class New:
    """A row that is new. `after` is the name of the entry that it follows, "" at the head; None puts it at the end.

    `wanted` is the id that it gives itself, if any.
    """

    place: Place
    after: str | None
    line: Line
    sheet: Sheet
    columns: tuple[Column, ...]
    wanted: str = ""

    @property
    def says(self) -> frozenset[str]:
        """What a row for something inside this one can name it by: its first text in any language, or its id."""
        texts = [column for column in self.columns if column.form is Form.TEXT]
        said = [self.line.texts.get(column.key, "") for column in texts if column.field == texts[0].field]
        return frozenset(filter(None, map(_folded, [*said, self.wanted])))


@dataclass(slots=True)
class Comparison:
    """All that is different, and what is wrong with it. `names` are those of all entries that sheets are made of."""

    book: Book
    names: set[str] = field(default_factory=set)
    changed: list[Changed] = field(default_factory=list)
    new: list[New] = field(default_factory=list)
    deleted: list[tuple[Kind, Row]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def stops(self) -> bool:
        """Whether anything is so wrong that nothing can be taken in."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def compare(book: Book, process: Process, documents: Documents) -> Comparison:
    """Return how `book` differs from `process`, whose files are `documents`."""
    found = Comparison(book, problems=list(book.problems))
    for kind in KINDS:
        if kind.name in book.sheets:
            memory = (book.memory or {}).get(kind.name, {}) if book.memory is not None else None
            known = places(kind, process, documents)
            shown_columns = columns(kind.model, process.settings.languages)
            outer = tuple(new for new in found.new if new.sheet.kind.holds(kind))
            _Sheet(book.sheets[kind.name], known, shown_columns, memory, outer).into(found)
    # With an entry goes what is in it: nobody needs to be asked about both.
    gone = [row for _, row in found.deleted]
    found.deleted = [(kind, row) for kind, row in found.deleted if not any(_is_in(row, other) for other in gone)]
    return found


def _is_in(row: Row, other: Row) -> bool:
    depth = len(other.path)
    return row.place.file == other.place.file and len(row.path) > depth and row.path[:depth] == other.path


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet beside what the files say; `outer` are new entries that can hold entries of this sheet."""

    sheet: Sheet
    places: tuple[Place, ...]
    columns: tuple[Column, ...]
    memory: Mapping[str, Mapping[str, str]] | None
    outer: tuple[New, ...]

    def into(self, found: Comparison) -> None:
        """Add what this sheet changes."""
        rows = {row.name: row for place in self.places for row in place.rows()}
        found.names |= rows.keys()
        kept, fresh = self._sorted_out(rows, found)
        for name, line in kept.items():
            if name in rows:
                self._compare(rows[name], line, found)
            elif any(digest(text) != self._base(name).get(key) for key, text in line.texts.items()):
                self._say(found, "row-unknown", line, NAME, id=name)
        known = rows if self.memory is None else self.memory
        found.deleted += [(self.sheet.kind, row) for name, row in rows.items() if name in known and name not in kept]
        found.new += self._new(fresh, {name: line for name, line in kept.items() if name in rows}, rows, found)

    def _sorted_out(self, rows: Mapping[str, Row], found: Comparison) -> tuple[dict[str, Line], list[Line]]:
        """Return the rows that carry a name, by it, and those that are new. A row without texts is none."""
        by_name: dict[str, list[Line]] = {}
        for line in self.sheet.lines:
            if not line.is_blank:
                # Names have a stroke in them: without one it is what a new row wants to be called.
                by_name.setdefault(line.name if "/" in line.name else "", []).append(line)
        fresh = by_name.pop("", [])
        kept: dict[str, Line] = {}
        for name, lines in by_name.items():
            # Whoever copies a row to make a new one of it leaves the original as it was.
            originals = (
                lines[:1] if len(lines) == 1 else [line for line in lines if self._is_as_it_was(name, line, rows)]
            )
            if len(originals) != 1:
                self._say(found, "row-twice", lines[1], NAME, id=name, first=lines[0].number)
            kept[name] = (originals or lines)[0]
            fresh += [line for line in lines if line is not kept[name]]
        return kept, sorted(fresh, key=lambda line: line.number)

    def _is_as_it_was(self, name: str, line: Line, rows: Mapping[str, Row]) -> bool:
        return name in rows and not self._differences(rows[name], line)

    def _differences(self, row: Row, line: Line) -> tuple[Column, ...]:
        """Return the columns in which a row says neither what the file says nor what the workbook said at first."""
        base = self._base(row.name)
        return tuple(
            column
            for column in self.columns
            if column.key in line.texts
            and line.texts[column.key] != _shown(row, column)
            and digest(line.texts[column.key]) != base.get(column.key)
        )

    def _compare(self, row: Row, line: Line, found: Comparison) -> None:
        key = _key(line.place)
        if key and key != row.place.key:
            self._say(found, "row-moved", line, PLACE, place=row.place.label)
        different = self._differences(row, line)
        base = self._base(row.name)
        for column in different:
            # Texts of a list belong together line by line: another language's cell counts, too.
            siblings = [c for c in self.columns if c.field == column.field] if column.form is Form.TEXTS else [column]
            if any(c.key in base and base[c.key] != digest(_shown(row, c)) for c in siblings):
                self._say(found, "cell-conflict", line, column.key, now=_shown(row, column))
        if different:
            texts = {column.key: line.texts[column.key] for column in different}
            found.changed.append(Changed(row, line, self.sheet, self.columns, texts))

    def _new(
        self, fresh: list[Line], kept: Mapping[str, Line], rows: Mapping[str, Row], found: Comparison
    ) -> Iterator[New]:
        for line in fresh:
            place = self._place(line)
            if place is None:
                self._say(found, "row-without-place", line, PLACE)
                continue
            beside = [name for name in kept if rows[name].place is place]
            in_sheet = sorted(beside, key=lambda name: kept[name].number)
            in_file = [row.name for row in place.rows() if row.name in kept]
            after = next((name for name in reversed(in_sheet) if kept[name].number < line.number), "")
            yield New(place, after if in_sheet == in_file else None, line, self.sheet, self.columns, line.wanted)

    def _place(self, line: Line) -> Place | None:
        """Return the place that a row names: a list of the files by its key, or one in a new row by what that says."""
        # Where entries can stand in one place only, nobody has to say so.
        if not line.place and not self.outer and len(self.places) == 1:
            return self.places[0]
        key = _key(line.place)
        if found := next((place for place in self.places if place.key == key), None):
            return found
        holders = [new for new in self.outer if _folded(line.place) in new.says]
        if len(holders) != 1:
            return None
        list_in_it = "questions" if holders[0].sheet.kind.type == CASE else self.sheet.kind.path[-1]
        return Place("", "", "", holders[0].place.file, (list_in_it,), (), None, holders[0])

    def _base(self, name: str) -> Mapping[str, str]:
        return (self.memory or {}).get(name, {})

    def _say(self, found: Comparison, code: str, line: Line, key: str, **details: object) -> None:
        place = self.sheet.cell(line.number, key)
        found.problems.append(problem(code, place, row=line.number, cell=place.cell, **details))


def _shown(row: Row, column: Column) -> str:
    return shown(plain(row.data.get(column.field)), column)


def _folded(text: str) -> str:
    return " ".join(narrow(text).split())


def _key(label: str) -> str:
    match = KEY.search(narrow(label))
    return match[1] if match else ""
