"""Makes an example fit a process: ids of its own, its languages, sources and pictures that it has."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from generator import blocks, questions, registry
from generator.blocks.base import Block
from generator.checklists.assembled import EXAMPLE
from generator.editing.ids import fresh
from generator.process import Process
from generator.references import SourceKind
from generator.revision import Data, plain, revise
from generator.source import Document, Map, Mark, Seq, Value, parse

# The picture that stands in for those that examples name and nobody has.
PICTURE: Final = "example.svg"
SOURCES: Final = frozenset({"source", "details_source", "note_source"})
LANGUAGES: Final = frozenset({"zh", "en"})  # those that examples are written in


def block_example(name: str, process: Process, taken: Collection[str]) -> bytes:
    """Return the example of the type of block `name`, with comments, made for `process`; ids are not among `taken`."""
    content = (registry.folder(blocks, name) / "example.yml").read_bytes()
    document = parse(content, f"{name}/example.yml")
    data = _renamed(document.data, _names(document.data, taken), _references(name, document))
    return revise(content, _dict(fit(data, process)))


def question_example(name: str, process: Process, taken: Collection[str]) -> bytes:
    """Return the example of the type of question `name`, made for `process`; it practises nothing yet."""
    content = (registry.folder(questions, name) / "example.yml").read_bytes()
    document = parse(content, f"{name}/example.yml")
    data = _dict(_renamed(document.data, _names(document.data, taken), frozenset()))
    return revise(content, _dict(fit({key: value for key, value in data.items() if key != "practises"}, process)))


def checklist_example(process: Process, taken: Collection[str]) -> bytes:
    """Return the example of a checklist, with comments, made for `process`; its id is not among `taken`.

    What it takes from a procedure is left out: the page may have none.
    """
    content = EXAMPLE.read_bytes()
    data = _without_references(fit(plain(parse(content, EXAMPLE.name).data), process))
    return revise(content, _dict(data) | {"id": fresh(str(_dict(data)["id"]), taken)})


def _without_references(data: Data) -> Data:
    if isinstance(data, list):
        return [_without_references(item) for item in data]
    if not isinstance(data, dict):
        return data
    return {key: _without_references(inner) for key, inner in data.items() if key not in {"phase", "step"}}


def fit(data: Data, process: Process) -> Data:
    """Return `data` with the editors for its source, and without languages that `process` does not have."""
    editors = editors_of(process)
    languages = process.settings.languages

    def fitting(value: Data) -> Data:
        if isinstance(value, list):
            return [fitting(item) for item in value]
        if not isinstance(value, dict):
            return value
        if value and value.keys() <= LANGUAGES:
            spoken: dict[str, Data] = {key: value[key] for key in value if key in languages}
            return spoken or value["en"]
        made: dict[str, Data] = {}
        for key, inner in value.items():
            if key not in SOURCES:
                made[key] = PICTURE if key == "image" else fitting(inner)
            elif editors:
                made[key] = [{"of": editors}]
        return made

    return fitting(data)


def editors_of(process: Process) -> str:
    """Return the id of the source that stands for what the editors write; nothing where there is none."""
    return next((source.id for source in process.sources if source.type is SourceKind.EDITORS), "")


def pictures(data: Data) -> bool:
    """Whether anything in `data` names a picture."""
    return any("image" in value for value in _dicts(data))


def _references(name: str, document: Document) -> frozenset[Mark]:
    """Return the places at which the example refers to an id of its own."""
    block = registry.types(blocks, Block)[name].model_validate(document.data)
    return frozenset((found.location.line, found.location.column) for found in block.references())


def _names(data: Map, taken: Collection[str]) -> dict[str, str]:
    """Return an id that is not taken for each id in `data`."""
    used = set(taken)
    names: dict[str, str] = {}
    for value in _dicts(plain(data)):
        if isinstance(own := value.get("id"), str):
            names[own] = fresh(own, used)
            used.add(names[own])
    return names


def _renamed(value: Value, names: Mapping[str, str], references: frozenset[Mark], *, refers: bool = False) -> Data:
    """Return `value` with every id, and at `references` what refers to one, called by its new name.

    With `refers` it is such a place itself: an id, or a text with ids in braces.
    """
    if isinstance(value, Map):
        marks = value.value_marks
        return {
            key: _renamed(inner, names, references, refers=refers or key == "id" or marks[key] in references)
            for key, inner in value.items()
        }
    if isinstance(value, Seq):
        marked = zip(value, value.value_marks, strict=True)
        return [_renamed(item, names, references, refers=refers or mark in references) for item, mark in marked]
    if isinstance(value, str) and refers:
        return names.get(value) or re.sub(r"{([\w-]+)}", lambda match: f"{{{names.get(match[1], match[1])}}}", value)
    return value


def _dicts(data: Data) -> Iterator[dict[str, Data]]:
    if isinstance(data, dict):
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _dicts(inner)


def _dict(data: Data) -> dict[str, Data]:
    return data if isinstance(data, dict) else {}
