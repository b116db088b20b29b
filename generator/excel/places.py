"""Where entries of a kind stand in the files, and where new ones can be put."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.excel.kinds import Kind
from generator.process import Process
from generator.source import Document, Map, Seq, Value

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
    """A list that holds entries: `key` names it (`page/block`), `title` says for people what it is."""

    key: str
    title: str
    page: str
    file: str
    path: Path
    items: tuple[Map, ...]
    source: Value

    @property
    def label(self) -> str:
        """What stands in a cell for it."""
        return f"{self.title} [{self.key}]"

    def rows(self) -> Iterator[Row]:
        """Yield the entries in it."""
        for index, item in enumerate(self.items):
            yield Row(f"{self.page}/{item['id']}", self, (*self.path, index), item)


def places(kind: Kind, process: Process, documents: Documents) -> tuple[Place, ...]:
    """Return every list of `process` that holds, or could hold, entries of `kind`."""
    if kind.file:
        document = documents.get(kind.file)
        return tuple(_Search(kind, kind.file, kind.name).below(document.data, _Here())) if document else ()
    found: list[Place] = []
    for chapter in process.chapters:
        file = chapter.where().file
        title, _ = chapter.title.in_language(process.first_language, process.first_language)
        here = _Here(key=chapter.id, title=f"{getattr(chapter, 'label', '')} {title}".strip())
        found += _Search(kind, file, chapter.id).below(documents[file].data, here)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Here:
    """How far the search has come."""

    path: Path = ()
    key: str = ""
    title: str = ""
    source: Value = None


@dataclass(frozen=True, slots=True)
class _Search:
    kind: Kind
    file: str
    page: str

    def below(self, data: Map, here: _Here, depth: int = 0) -> Iterator[Place]:
        """Yield the lists at the end of the kind's path."""
        step = self.kind.path[depth]
        found = data.get(step)
        path = (*here.path, step)
        items = tuple(item for item in found if isinstance(item, Map)) if isinstance(found, Seq) else ()
        source = data.get("source") or here.source
        if depth == len(self.kind.path) - 1:
            title = here.title or self.kind.title
            yield Place(here.key or self.page, title, self.page, self.file, path, items, source)
            return
        for index, item in enumerate(items):
            if depth or self.kind.block in ("", item.get("type")):
                title = " › ".join(filter(None, (here.title, _text(item.get("title")))))
                inner = _Here((*path, index), f"{here.key}/{item['id']}", title, source)
                yield from self.below(item, inner, depth + 1)


def _text(value: Value) -> str:
    """Return a text in the language that it is written in first."""
    return str((next(iter(value.values())) if isinstance(value, Map) else value) or "")


def _cited(citation: Value) -> str:
    if not isinstance(citation, Map):
        return ""
    slides = citation.get("slides")
    numbers = ", ".join(map(str, slides)) if isinstance(slides, list) else str(citation.get("article") or "")
    return f"{citation.get('of')} {numbers}".strip()
