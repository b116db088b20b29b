"""Content as somebody could have damaged it: files of a process with a few things in them changed at random."""

import json
import random
from collections.abc import Callable, Mapping
from typing import Any, Final

from generator.source import Map, Seq, parse

SIGNS: Final = (
    *"-?:,[]{}#&*!|>'\"%@`~=<\\/\t\n \r：，“”　",
    "\ufeff", "\x00", "\u202e", "- ", ": ", " #", "---\n", "*a", "&a ", "!!x ", "<<: ", "{{", "../", "con", "é", "👍",
    "\ud83d",
)  # fmt: skip
VALUES: Final = (
    None,
    True,
    0,
    -1,
    1e9,
    "",
    " ",
    "x",
    "../x",
    "con",
    [],
    {},
    [[]],
    [None],
    {"": ""},
    {"zh": {}},
    "9" * 40,
    "\n",
)

Change = Callable[[random.Random, list[str]], None]


def damaged_text(chance: random.Random, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return `files` with a few lines of one of them changed."""
    name = chance.choice(sorted(files))
    lines = files[name].decode().split("\n")
    for _ in range(chance.randint(1, 4)):
        chance.choice(CHANGES)(chance, lines)
    return {**files, name: "\n".join(lines).encode("utf-8", "surrogatepass")}


def damaged_data(chance: random.Random, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return `files` with a few values of one of them changed, its syntax sound."""
    name = chance.choice(sorted(files))
    data = _plain(parse(files[name], name).data)
    for _ in range(chance.randint(1, 3)):
        _change(chance, data)
    return {**files, name: json.dumps(data).encode()}


def _plain(value: object) -> Any:  # noqa: ANN401  # data of any shape
    if isinstance(value, Map):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, Seq) else value


def _change(chance: random.Random, data: Any) -> None:  # noqa: ANN401  # data of any shape
    places: list[tuple[Any, Any]] = []

    def collect(here: Any) -> None:  # noqa: ANN401  # data of any shape
        for key, inner in list(here.items()) if isinstance(here, dict) else list(enumerate(here)):
            places.append((here, key))
            if isinstance(inner, dict | list):
                collect(inner)

    collect(data)
    if not places:
        return
    here, key = chance.choice(places)
    other, other_key = chance.choice(places)
    match chance.randrange(5):
        case 0:
            here[key] = chance.choice(VALUES)
        case 1:
            del here[key]
        case 2:
            here[key] = json.loads(json.dumps(other[other_key]))
        case 3 if isinstance(here, dict):
            here[chance.choice(["id", "type", "x", "title", "", "zh"])] = here.pop(key)
        case _:
            here[key] = [here[key]] if chance.random() < 1 / 2 else {"zh": here[key]}


def _drop(chance: random.Random, lines: list[str]) -> None:
    if len(lines) > 1:
        del lines[chance.randrange(len(lines))]


def _repeat(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    lines.insert(chance.randrange(len(lines)), lines[at])


def _indent(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randint(0, 8) + lines[at].lstrip()


def _put_sign(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    place = chance.randint(0, len(lines[at]))
    lines[at] = lines[at][:place] + chance.choice(SIGNS) + lines[at][place:]


def _take_sign(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    place = chance.randint(0, len(lines[at]))
    lines[at] = lines[at][:place] + lines[at][place + 1 :]


def _cut(chance: random.Random, lines: list[str]) -> None:
    del lines[chance.randint(1, len(lines)) :]


CHANGES: Final[tuple[Change, ...]] = (_drop, _repeat, _indent, _put_sign, _put_sign, _take_sign, _cut)
