"""An example of every key, cut out of the examples of the block types and of the other files."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from generator import blocks, questions, registry
from generator.chapters import AnyBlock, Chapter, Stage
from generator.checklists import Checklist, ChecklistsFile
from generator.checklists.assembled import EXAMPLE
from generator.descriptions import owners
from generator.exams import ExamsFile
from generator.glossary import GlossaryFile
from generator.node import Node
from generator.process import ProcessFile
from generator.questions.every import AnyQuestion, Quiz
from generator.references import SourcesFile
from generator.source import Map, Mark, Seq, Value, parse

# Name of each kind of file, and the model it has to fit.
FILES: Final[Mapping[str, type[Node]]] = {
    "process": ProcessFile,
    "stage": Stage,
    "page": Chapter,
    "checklists": ChecklistsFile,
    "glossary": GlossaryFile,
    "sources": SourcesFile,
    "quiz": Quiz,
    "exams": ExamsFile,
}
LONGEST: Final = 8  # lines of an example


@cache
def examples() -> Mapping[str, str]:
    """Return the YAML of an example of each key, named "<class that describes it>.<key>"."""
    found: dict[str, str] = {}
    for text, model in _texts():
        data = parse(text.encode(), "example.yml").data
        model.validate_python(data)  # every mapping now knows its model
        lines = text.splitlines()
        for owner, key, mark in _keys(data):
            found.setdefault(f"{owner}.{key}", _excerpt(lines, mark))
    return found


def _texts() -> Iterator[tuple[str, TypeAdapter[Any]]]:
    folder = Path(__file__).parent / "examples"
    for name, model in FILES.items():
        yield (folder / f"{name}.yml").read_text(encoding="utf-8"), TypeAdapter(model)
    yield EXAMPLE.read_text(encoding="utf-8"), TypeAdapter(Checklist)
    for kind, union in ((blocks, AnyBlock), (questions, AnyQuestion)):
        one: TypeAdapter[Any] = TypeAdapter(union)
        for name in registry.names(kind):
            yield (registry.folder(kind, name) / "example.yml").read_text(encoding="utf-8"), one


def _keys(value: Value) -> Iterator[tuple[str, str, Mark]]:
    """Yield every key below `value`: the class that describes it, its name and its place."""
    if isinstance(value, Seq):
        for item in value:
            yield from _keys(item)
    if not isinstance(value, Map):
        return
    if value.shape is not None and issubclass(value.shape, Node):
        described = owners(value.shape)
        for key in value:
            yield described[key].__name__, key, value.key_marks[key]
    for item in value.values():
        yield from _keys(item)


def _excerpt(lines: list[str], mark: Mark) -> str:
    line, column = mark[0] - 1, mark[1] - 1
    before = lines[line][:column]
    if before.strip(" -"):
        return _of_one_line(lines[line][column:])
    taken = [lines[line][column:]]
    for text in lines[line + 1 :]:
        inside = text[:column].strip() == "" and text[column : column + 1] == " "
        second = len(taken) > 1 and text.startswith(" " * (column + 2) + "- ")
        if not inside or len(taken) == LONGEST or (second and taken[1].startswith("  - ")):
            break
        taken.append(text[column:])
    return "\n".join(taken)


def split_at(line: str, column: int) -> tuple[str, str, str]:
    """Split a line at the value that begins at `column` (from 1): what is before, the value, what is after."""
    before, rest = line[: column - 1], line[column - 1 :]
    inside = before.count("{") + before.count("[") > before.count("}") + before.count("]")
    value = _of_one_line(rest) if inside or rest.startswith('"') else rest
    return before, value, rest[len(value) :]


def _of_one_line(text: str) -> str:
    """Return the start of `text` up to the comma or bracket that ends a value inside brackets."""
    depth, quote = 0, ""
    for index, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign == '"':
            quote = sign
        elif sign in "{[":
            depth += 1
        elif sign in "}]" or (sign == "," and depth == 0):
            if depth == 0:
                return text[:index]
            depth -= 1
    return text
