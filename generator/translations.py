"""translations.lock: what every text said in each language, so that one which no longer fits can be told.

The file has one line a text, in alphabetical order: its name and a hash of what it says in each language. A text whose
languages all say what is written there, or all something else, is in order and is written down anew. Where only some
have changed, the others are stale, and the line stays until they follow or somebody says that they still hold.
`showroom lock` makes the file; it and `showroom build` keep it.
"""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.blocks.base import Entry
from generator.file_names import TRANSLATIONS_FILE
from generator.node import Node
from generator.problems import Location
from generator.process import Process
from generator.text import Text

HEADER: Final = """\
# 每处文字各种语言的指纹。本文件由 showroom 维护：一种语言改了、另一种没有跟上时，showroom report 会列出来。
# What every text said in each language. Showroom keeps this file; with it `showroom report` tells which translations
# have not followed a change of the other language.
"""

__all__ = ["TRANSLATIONS_FILE", "Stale", "stale", "written"]

LINE: Final = re.compile(r"(\S+): ((?:[\w-]+ [0-9a-f]{8}(?: |$))+)")
PAIR: Final = re.compile(r"([\w-]+) ([0-9a-f]{8})")
# What can change without the translation having to: space, emphasis, punctuation that is no part of a number.
QUIET: Final = re.compile(r"[\s*_,;:!?。，、；：！？…“”\"‘’'—–()（）《》]|(?<![0-9])\.|\.(?![0-9])")

Hashes: TypeAlias = Mapping[str, str]
"""Of one text, by language."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A text that has not followed a change of another language: its place, its language, its name in the file."""

    where: Location
    language: str
    name: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A text in several languages: its name, and where each stands."""

    name: str
    hashes: Hashes
    node: Node
    path: tuple[int | str, ...]


def stale(process: Process, content: bytes | None) -> Iterator[Stale]:
    """Yield the texts of `process` that are stale by `content`, that of translations.lock; none without the file."""
    known = _read(content)
    for said in _texts(process) if known else ():
        for language in _stale(said.hashes, known.get(said.name, {})):
            yield Stale(said.node.where(*said.path, language), language, said.name)


def written(process: Process, content: bytes | None, fine: Collection[str] = ()) -> bytes | None:
    """Return translations.lock as it should be now, `content` itself where that says so; None where it needs none.

    Stale texts stay as they are known but for those named in `fine`.
    """
    known = _read(content)
    found = {said.name: said.hashes for said in _texts(process)}
    now = {
        name: hashes if name in fine or not _stale(hashes, known.get(name, {})) else known[name]
        for name, hashes in found.items()
    }
    if now == known:
        return content
    lines = (f"{name}: {_line(now[name])}\n" for name in sorted(now))
    return (HEADER + "".join(lines)).encode()


def _read(content: bytes | None) -> dict[str, Hashes]:
    # What cannot be understood, such as the marks of a merge, is passed over: such texts are new.
    lines = map(LINE.fullmatch, (content or b"").decode(errors="replace").splitlines())
    return {match[1]: dict(PAIR.findall(match[2])) for match in lines if match}


def _line(hashes: Hashes) -> str:
    return " ".join(f"{language} {hashes[language]}" for language in sorted(hashes))


def _stale(now: Hashes, known: Hashes) -> tuple[str, ...]:
    """Return the languages that say what they said, where another one does not."""
    both = [language for language in now if language in known]
    same = tuple(language for language in both if now[language] == known[language])
    return same if len(same) < len(both) else ()


def _texts(process: Process) -> Iterator[_Said]:
    yield from _below(process.settings, "process", "process")
    for chapter in process.chapters:
        yield from _below(chapter, chapter.id, chapter.id)
        quiz = process.quizzes.get(chapter.id)
        for question in quiz.questions if quiz else ():
            yield from _below(question, f"{chapter.id}/{question.id}", chapter.id)
        for checklist in chapter.checklists:
            name = f"{chapter.id}/checklists/{checklist.id}"
            yield from _below(checklist, name, name)
    for owner, entries in (("glossary", process.terms), ("sources", process.sources), ("exams", process.exams)):
        for entry in entries:
            yield from _below(entry, f"{owner}/{entry.id}", owner)


def _below(node: Node, name: str, owner: str) -> Iterator[_Said]:
    """Yield the texts of `node` and of all in it; ids of entries are unique inside `owner`, as in ids.lock."""
    for path, value in node.members():
        if isinstance(value, Text) and len(value.by_language) > 1:
            yield _Said("/".join([name, *map(str, path)]), _hashes(value), node, path)
        elif isinstance(value, Entry):
            yield from _below(value, f"{owner}/{value.id}", owner)
        elif isinstance(value, Node):
            step = str(getattr(value, "id", path[-1]))
            yield from _below(value, "/".join([name, str(path[0]), step]), owner)


def _hashes(text: Text) -> Hashes:
    return {language: _hash(said) for language, said in text.by_language.items()}


def _hash(text: str) -> str:
    return hashlib.blake2b(QUIET.sub("", text).encode(), digest_size=4).hexdigest()
