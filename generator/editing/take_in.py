"""Takes a workbook's changes into the files of a process: `take_in`. Nothing changes until all of it is sound."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.build import load
from generator.build.folder import Folder
from generator.editing.cell_places import CellPlaces
from generator.editing.entries import Entries
from generator.editing.examples import editors_of
from generator.editing.ids import fresh, slug, taken
from generator.editing.lock import retire
from generator.excel import Comparison
from generator.excel.compare import New
from generator.lock import LOCK_FILE
from generator.problems import Location, Problem, Unsound, problem
from generator.process import GLOSSARY_FILE, Process
from generator.revision import Data, Unrevisable, revise
from generator.source import Document, parse


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The files as they would be, and warnings about what came from the workbook."""

    files: Mapping[str, bytes]
    warnings: tuple[Problem, ...]
    new: tuple[str, ...]
    """Names of the entries that are new."""


def documents(process: Process, files: Mapping[str, bytes]) -> dict[str, Document]:
    """Return, parsed, those of `files` that sheets are made of."""
    pages = [chapter.where().file for chapter in process.chapters]
    return {file: parse(files[file], file) for file in (*pages, GLOSSARY_FILE) if file in files}


def take_in(
    comparison: Comparison, process: Process, folder: Folder, *, remove: Collection[str] = (), reason: str = ""
) -> TakenIn:
    """Return the files of `folder` with what `comparison` found; of the deleted rows those named in `remove` go.

    Raises:
        Unsound: when the files would not be sound; problems name sheet and cell.

    """
    if comparison.stops:
        raise Unsound(comparison.problems)
    named = _named(comparison.new, process)
    removed = [row for _, row in comparison.deleted if row.name in remove]
    entries = Entries(documents(process, folder.files), editors_of(process))
    for changed in comparison.changed:
        entries.change(changed)
    entries.rearrange(named, removed)
    files = {path: _revised(folder.files[path], path, data) for path, data in entries.data.items()}
    locked = [row.name for row in removed if process.lock and row.name in process.lock.ids]
    if locked:
        files[LOCK_FILE] = retire(folder.files[LOCK_FILE], locked, reason)
    warnings = _checked(comparison, process, Folder({**folder.files, **files}, ()), named)
    return TakenIn(files, warnings, tuple(f"{new.place.page}/{name}" for new, name in named))


def _checked(
    comparison: Comparison, process: Process, folder: Folder, named: list[tuple[New, str]]
) -> tuple[Problem, ...]:
    """Check the files as they would be; return the warnings that the workbook can mend."""
    touched = {(c.sheet.kind.name, c.row.name): c.line.number for c in comparison.changed}
    touched |= {(new.sheet.kind.name, f"{new.place.page}/{name}"): new.line.number for new, name in named}
    cells = CellPlaces(process, documents(process, folder.files), comparison.book.sheets.values(), touched)
    try:
        _, warnings = load(folder)
    except Unsound as unsound:
        ours, others = cells.sorted(unsound.problems)
        raise Unsound([*ours, *others]) from unsound
    return tuple(cells.sorted(warnings)[0])


def _named(new: list[New], process: Process) -> list[tuple[New, str]]:
    """Give each new row an id, made of its English words."""
    used: dict[str, set[str]] = {}
    named = []
    for row in new:
        place = row.place
        known = {str(item["id"]) for item in place.items} if row.sheet.kind.file else taken(process, place.page)
        ids = used.setdefault(place.page, known)
        english_first = sorted(row.columns, key=lambda column: column.language != "en")
        texts = [row.line.texts.get(column.key, "") for column in english_first]
        name = fresh(next(filter(None, map(slug, texts)), row.sheet.kind.name.removesuffix("s")), ids)
        ids.add(name)
        named.append((row, name))
    return named


def _revised(content: bytes, path: str, data: dict[str, Data]) -> bytes:
    try:
        return revise(content, data)
    except Unrevisable as error:
        raise Unsound([problem("not-revisable", Location(path))]) from error
