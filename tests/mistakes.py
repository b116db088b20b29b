"""Reads tests/cases/*.txt: mistakes that people make, each with the places and codes of what they are told.

A case begins with `=== title`. `--- path` begins a file of it, in UTF-8, or as `--- path (encoding)` says; in an
`(escaped)` one `\\uXXXX` is a character that would not be seen. `--- problems` lists `file:line:column code`, and
`--- editor` where the editor's language server marks the same mistake in another place, and why.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from generator.build import load
from generator.build.folder import Folder
from generator.problems import Problem, Unsound

CASES = Path(__file__).parent / "cases"
ABSENT = "(no such file)"
# A sound process with one stage; a case says only what is different.
SOUND = {
    "process.yml": "title: {zh: 流程, en: Process}\nlanguages: [zh, en]\nstages: [a]\n",
    "a/stage.yml": 'id: first\nlabel: "1"\ntitle: {zh: 阶段, en: Stage}\n',
}


@dataclass(frozen=True)
class Case:
    """A mistake: the files of the process it is made in, and the lines of its two lists."""

    title: str
    files: dict[str, bytes]
    problems: list[str]
    editor: list[str]


def read_cases() -> list[Case]:
    """Return every case, file by file."""
    return [
        _case(f"{path.stem}: {text.partition(chr(10))[0]}", text)
        for path in sorted(CASES.glob("*.txt"))
        for text in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]
    ]


def problems_of(files: dict[str, bytes]) -> tuple[Problem, ...]:
    """Return all that the first unsound stage finds, or the warnings of a sound process."""
    try:
        return load(Folder(files, ()))[1]
    except Unsound as unsound:
        return unsound.problems


def _case(title: str, text: str) -> Case:
    parts = dict(part.split("\n", 1) for part in re.split(r"(?m)^--- ", text)[1:])
    lists = {name: [line for line in parts.pop(name, "").split("\n") if line] for name in ("problems", "editor")}
    files = {path: written.encode() for path, written in SOUND.items()}
    for header, written in parts.items():
        path, _, form = header.removesuffix(")").partition(" (")
        if written.strip() == ABSENT:
            files.pop(path, None)
        else:
            files[path] = _bytes(written, form)
    return Case(title, files, **lists)


def _bytes(written: str, form: str) -> bytes:
    if form == "escaped":
        return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), written.rstrip("\n")).encode()
    return written.encode(form or "utf-8")
