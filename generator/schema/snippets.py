"""Whole blocks to insert: skeletons of the required keys for the schema, the types' examples for the editor."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from generator import blocks, questions, registry
from generator.blocks.base import Block
from generator.descriptions import descriptions
from generator.node import Node
from generator.questions.base import Question
from generator.schema.examples import split_at
from generator.source import Map, Mark, Seq, Value, parse

LANGUAGES: Final = ("zh", "en")
TEXT: Final = '{zh: "$%d", en: "$%d"}'


def skeleton(definition: dict[str, Any], definitions: dict[str, Any], start: int = 1) -> tuple[dict[str, Any], int]:
    """Return the required keys of an object with tab stops from `start`, and the next free tab stop."""
    body: dict[str, Any] = {}
    required = definition.get("required", [])
    for key in sorted(required, key=lambda name: ("type", "id", name).index(name)):
        body[key], start = _blank(definition["properties"][key], definitions, start)
    return body, start


def _blank(key: dict[str, Any], definitions: dict[str, Any], start: int) -> tuple[Any, int]:
    while (name := key.get("$ref", "").rpartition("/")[2]) and name != "Text":
        key = definitions[name]
    if name:
        return TEXT % (start, start + 1), start + 2
    if "properties" in key:
        return skeleton(key, definitions, start)
    if "items" in key:
        item, start = _blank(key["items"], definitions, start)
        return [item], start
    if "const" in key:
        return key["const"], start
    words = f"|{','.join(key['enum'])}|" if "enum" in key else ""
    return f"${{{start}{words}}}", start + 1


def editor_snippets() -> dict[str, Any]:
    """Return VS Code's snippets: for every type of block and question its example, where Tab goes from text to text."""
    return {
        f"{name} {chinese}": {
            "scope": "yaml",
            "prefix": [name, chinese],
            "description": " ".join(reversed(descriptions(model)["type"].split("\n\n"))),
            "body": _as_item(_example(folder)),
        }
        for name, model, folder, chinese in _types()
    }


def _types() -> Iterator[tuple[str, type[Node], Path, str]]:
    """Yield the name, model, folder and Chinese name of every type of block and question."""
    for kind, types in ((blocks, registry.types(blocks, Block)), (questions, registry.types(questions, Question))):
        for name, model in types.items():
            folder = registry.folder(kind, name)
            words = json.loads((folder / "words.json").read_text(encoding="utf-8"))
            yield name, model, folder, str(words["zh"]["name"])


def _example(folder: Path) -> list[str]:
    """Return the lines of a type's example with a tab stop at every text and id; what names an id follows it."""
    text = (folder / "example.yml").read_text(encoding="utf-8")
    lines = text.splitlines()
    strings = sorted(_strings(parse(text.encode(), "example.yml").data))
    stops = {mark: number for number, (mark, _, _) in enumerate(filter(_is_typed, strings), start=1)}
    ids = {value: stops[mark] for mark, key, value in strings if key == "id"}
    for mark, key, value in reversed(strings):
        before, token, after = split_at(lines[mark[0] - 1], mark[1])
        if token.startswith(("|", ">")):
            continue
        made = token
        if mark in stops:
            made = _tab_stop(stops[mark], value, quoted=token.startswith('"') or (key != "id" and "{" in before))
        elif value in ids and key != "type":
            made = f"${ids[value]}"
        lines[mark[0] - 1] = before + made + after
    return lines


def _is_typed(string: tuple[Mark, str, str]) -> bool:
    return string[1] in {*LANGUAGES, "id"}


def _tab_stop(number: int, value: str, *, quoted: bool) -> str:
    text = value.replace("\\", "\\\\").replace('"', '\\"') if quoted else value
    text = re.sub(r"([$}\\])", r"\\\1", text)
    stop = f"${{{number}:{text}}}"
    return f'"{stop}"' if quoted else stop


def _strings(value: Value) -> Iterator[tuple[Mark, str, str]]:
    """Yield every text below `value` with its place and its key."""
    if isinstance(value, Seq):
        for item in value:
            yield from _strings(item)
    if isinstance(value, Map):
        for key, inner in value.items():
            if isinstance(inner, str):
                yield value.value_marks[key], key, inner
            yield from _strings(inner)


def _as_item(lines: list[str]) -> list[str]:
    kept = [line for line in lines if not line.startswith("#")]
    return [f"{'  ' if index else '- '}{line}".rstrip() for index, line in enumerate(kept)]
