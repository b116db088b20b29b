"""Where entries of a kind stand in the files, and where new ones can be put."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from generator.checklists import CHECKLISTS_FILE
from generator.excel.kinds import Kind
from generator.glossary import GLOSSARY_FILE
from generator.process import Process
from generator.source import Document, Map, Seq, Value

if TYPE_CHECKING:
    from generator.excel.compare import New

LONGEST: Final = 40  # signs of a question that stand for it in a label
SAYING: Final = ("title", "prompt", "text", "answer")  # the keys that tell people which entry it is

Path: TypeAlias = tuple[int | str, ...]
Documents: TypeAlias = Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class Row:
    """An entry: its name in ids.lock, the list it is in, its path in that list's file, and its data."""

    name: str
    place: "Place"
    path: Path
    data: Map

    @property
    def says(self) -> str:
        """What it says, for people to know it by."""
        texts = [value for key, value in self.data.items() if isinstance(value, Map | str) and key != "id"]
        # A text in several languages says more than a number or a word from a list.
        return _text(next((text for text in texts if isinstance(text, Map)), next(iter(texts), "")))

    @property
    def source(self) -> str:
        """Where its own words come from, in short: `deck 11, 12`."""
        cited = self.data.get("source") or self.place.source
        return "; ".join(map(_cited, cited)) if isinstance(cited, list) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A list that holds entries: `key` names it (`page/block`), `title` says for people what it is.

    `owner` is that in which ids are unique: names of entries begin with it. `items` are the entries of the kind with
    their positions in the list, which may hold others, too. A list in an entry that is itself new is `inside` that;
    its path begins there.
    """

    key: str
    title: str
    owner: str
    file: str
    path: Path
    items: tuple[tuple[int, Map], ...]
    source: Value
    inside: "New | None" = None

    @property
    def label(self) -> str:
        """What stands in a cell for it."""
        return f"{self.title} [{self.key}]"

    def rows(self) -> Iterator[Row]:
        """Yield the entries in it."""
        for index, item in self.items:
            yield Row(f"{self.owner}/{item['id']}", self, (*self.path, index), item)


def owner(key: str, kind: Kind) -> str:
    """Return that in which the ids of entries of `kind` are unique, for a place of theirs by its key."""
    return "/".join(key.split("/")[: kind.scope])


def places(kind: Kind, process: Process, documents: Documents) -> tuple[Place, ...]:
    """Return every list of `process` that holds, or could hold, entries of `kind`."""
    if kind.file == GLOSSARY_FILE:
        document = documents.get(kind.file)
        here = _Here(key=kind.name, title=kind.title)
        return tuple(_Search(kind, kind.file).below(document.data, here)) if document else ()
    found: list[Place] = []
    for chapter in process.chapters:
        file = f"{chapter.folder}/{kind.file}" if kind.file else chapter.where().file
        if file in documents:
            title, _ = chapter.title.in_language(process.first_language, process.first_language)
            key = f"{chapter.id}/checklists" if kind.file == CHECKLISTS_FILE else chapter.id
            here = _Here(key, f"{getattr(chapter, 'label', '')} {title}".strip())
            found += _Search(kind, file).below(documents[file].data, here)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Here:
    """How far the search has come."""

    key: str
    title: str
    path: Path = ()
    source: Value = None


@dataclass(frozen=True, slots=True)
class _Search:
    kind: Kind
    file: str

    def below(self, data: Map, here: _Here, depth: int = 0) -> Iterator[Place]:
        """Yield the lists at the end of the kind's path."""
        step = self.kind.path[depth]
        found = data.get(step)
        path = (*here.path, step)
        items = tuple(item for item in found if isinstance(item, Map)) if isinstance(found, Seq) else ()
        source = data.get("source") or here.source
        last = depth == len(self.kind.path) - 1
        if last:
            own = tuple((index, item) for index, item in enumerate(items) if self._is_meant(item, depth))
            yield Place(here.key, here.title, owner(here.key, self.kind), self.file, path, own, source)
        for index, item in enumerate(items):
            title = " › ".join(filter(None, (here.title, _short(item))))
            inner = _Here(f"{here.key}/{item['id']}", title, (*path, index), source)
            if not last and self._is_meant(item, depth):
                yield from self.below(item, inner, depth + 1)
            if self.kind.in_cases and depth == 0 and "questions" in item:
                yield from self.below(item, inner)

    def _is_meant(self, item: Map, depth: int) -> bool:
        return bool(depth) or not self.kind.types or item.get("type") in self.kind.types


def _short(item: Map) -> str:
    said = " ".join(_text(next((item[key] for key in SAYING if item.get(key)), "")).split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def _text(value: Value) -> str:
    """Return a text in the language that it is written in first."""
    return str((next(iter(value.values())) if isinstance(value, Map) else value) or "")


def _cited(citation: Value) -> str:
    if not isinstance(citation, Map):
        return ""
    slides = citation.get("slides")
    numbers = ", ".join(map(str, slides)) if isinstance(slides, list) else str(citation.get("article") or "")
    return f"{citation.get('of')} {numbers}".strip()
