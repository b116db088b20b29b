"""Takes a workbook's changes into the files of a process: `take_in`. Nothing changes until all of it is sound."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.build import load
from generator.build.folder import Folder
from generator.checklists import CHECKLISTS_FILE
from generator.editing.cell_places import CellPlaces
from generator.editing.entries import Entries
from generator.editing.examples import editors_of
from generator.editing.ids import fresh, slug, taken
from generator.editing.lock import retire
from generator.excel import Comparison
from generator.excel.columns import Form
from generator.excel.compare import New
from generator.excel.places import Row, owner
from generator.glossary import GLOSSARY_FILE
from generator.lock import LOCK_FILE
from generator.problems import Location, Problem, Unsound, problem
from generator.process import QUIZ_FILE, Process
from generator.revision import Data, Unrevisable, revise
from generator.source import Document, Map, Seq, Value, parse


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
    beside = [f"{chapter.folder}/{name}" for chapter in process.chapters for name in (QUIZ_FILE, CHECKLISTS_FILE)]
    return {file: parse(files[file], file) for file in (*pages, *beside, GLOSSARY_FILE) if file in files}


def take_in(
    comparison: Comparison, process: Process, folder: Folder, *, remove: Collection[str] = (), reason: str = ""
) -> TakenIn:
    """Return the files of `folder` with what `comparison` found; of the deleted rows those named in `remove` go.

    Raises:
        Unsound: when the files would not be sound; problems name sheet and cell.

    """
    if comparison.stops:
        raise Unsound(comparison.problems)
    named = _named(comparison, process)
    removed = [row for _, row in comparison.deleted if row.name in remove]
    entries = Entries(documents(process, folder.files), editors_of(process))
    for changed in comparison.changed:
        entries.change(changed)
    entries.rearrange([(row, name.rpartition("/")[2]) for row, name in named], removed)
    files = {path: _revised(folder.files[path], path, data) for path, data in entries.data.items()}
    if locked := _locked(process, removed):
        files[LOCK_FILE] = retire(folder.files[LOCK_FILE], locked, reason)
    warnings = _checked(comparison, process, Folder({**folder.files, **files}, ()), named)
    return TakenIn(files, warnings, tuple(name for _, name in named))


def _checked(
    comparison: Comparison, process: Process, folder: Folder, named: list[tuple[New, str]]
) -> tuple[Problem, ...]:
    """Check the files as they would be; return the warnings that the workbook can mend."""
    touched = {(c.sheet.kind.name, c.row.name): c.line.number for c in comparison.changed}
    touched |= {(new.sheet.kind.name, name): new.line.number for new, name in named}
    sheets = comparison.book.sheets.values()
    now = documents(process, folder.files)
    try:
        _, warnings = load(folder)
    except Unsound as unsound:
        # An error may show at a row that nobody touched, as where two options are right; lines of the files have moved.
        rows = {
            (sheet.kind.name, line.name): line.number for sheet in sheets for line in sheet.lines if "/" in line.name
        }
        ours, others = CellPlaces(process, now, sheets, rows | touched).sorted(unsound.problems)
        raise Unsound([*ours, *others]) from unsound
    return tuple(CellPlaces(process, now, sheets, touched).sorted(warnings)[0])


def _locked(process: Process, removed: Collection[Row]) -> list[str]:
    """Return the names in ids.lock of entries that go, and of what is in them."""
    gone = {Location(row.place.file, *inner.mark) for row in removed for inner in _maps(row.data)}
    ids = process.lock.ids if process.lock else {}
    return [name for name, entry in process.locked() if name in ids and entry.where() in gone]


def _maps(value: Value) -> Iterator[Map]:
    if isinstance(value, Map):
        yield value
    for inner in value.values() if isinstance(value, Map) else value if isinstance(value, Seq) else ():
        yield from _maps(inner)


def _named(comparison: Comparison, process: Process) -> list[tuple[New, str]]:
    """Give each new row a name: with the id that it wants or, else, one made of its English words."""
    used: dict[str, set[str]] = {}
    for name in comparison.names:
        used.setdefault(name.rpartition("/")[0], set()).add(name.rpartition("/")[2])
    keys: dict[int, str] = {}
    named = []
    for row in comparison.new:
        inside = row.place.inside
        place = row.place.key if inside is None else keys[id(inside)]
        unique_in = owner(place, row.sheet.kind)
        ids = used.setdefault(unique_in, set())
        ids |= taken(process, unique_in)
        name = row.wanted or fresh(_telling(row), ids)
        ids.add(name)
        keys[id(row)] = f"{place}/{name}"
        named.append((row, f"{unique_in}/{name}"))
    return named


def _telling(row: New) -> str:
    """Return an id that tells what a new row is: its English words, or else what kind of thing."""
    texts = sorted(row.columns, key=lambda column: (column.form is not Form.TEXT, column.language != "en"))
    slugs = (slug(row.line.texts.get(column.key, "")) for column in texts)
    return next(filter(None, slugs), row.sheet.kind.name.removesuffix("s"))


def _revised(content: bytes, path: str, data: dict[str, Data]) -> bytes:
    try:
        return revise(content, data)
    except Unrevisable as error:
        raise Unsound([problem("not-revisable", Location(path))]) from error
