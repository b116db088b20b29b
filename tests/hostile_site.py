"""A process whose every field of text is filled from a list of words, in turn, until each field has had each word.

Filled with attacks and with harmless words it makes two sites that may differ in nothing but those words.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from types import ModuleType
from typing import Any

from text_fields import PLAIN_FIELDS

from generator import blocks, questions, registry
from generator.build import read
from generator.build.folder import Folder
from generator.node import Node
from generator.source import parse
from generator.text import Text

# Texts in which the gaps have to stand.
WITH_GAPS = frozenset({"Cloze.text"})
# The fields of process.yml, of which a site has one, and of the one preface, checklist and exam that are enough: they
# are filled with all words at once.
ONLY_ONCE = frozenset(
    {f"ProcessFile.{field}" for field in ("title", "subtitle", "welcome", "map_note")}
    | {f"Chapter.{field}" for field in ("title", "summary", "owner", "time", "note")}
    | {f"Checklist.{field}" for field in ("title", "summary", "form_number", "owner", "time", "note")}
    | {"Log.title", "Exam.title", "Exam.intro"}
)
PICTURE = (
    b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" onload="alert(1)"><script>alert(1)</script></svg>"""
)
MOST_SLIDES = 60  # that the examples name

Place = tuple[int | str, ...]


class Words:
    """Gives each field the words in turn, each field beginning with another one; remembers what it has given."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.given: dict[str, Counter[str]] = {}
        self.starts: dict[str, int] = {}

    def next(self, field: str) -> str:
        """Return the next word for `field`, such as "Stage.title"."""
        start = self.starts.setdefault(field, len(self.starts) * 7)
        had = self.given.setdefault(field, Counter())
        word = self.words[(start + had.total()) % len(self.words)]
        had[word] += 1
        return word

    def all(self) -> str:
        """Return all words as paragraphs of one text."""
        return "\n\n".join(self.words)


def files(words: Words, count: int) -> dict[str, bytes]:
    """Return the files of a process of `count` stages, terms and so on, by path."""
    stage, quiz, texts, quiz_texts = _template()
    made: dict[str, Any] = {
        "process.yml": _process(words, count),
        "glossary.yml": {"terms": [_term(words, number) for number in range(count)]},
        "sources.yml": {"sources": [*_decks(words, count), *(_law(words, number) for number in range(count))]},
        "preface/page.yml": {
            "id": "preface",
            **dict.fromkeys(("title", "summary", "owner", "time", "note"), words.all()),
        },
        "s0/checklists.yml": {"checklists": [_checklist(words, count)]},
        "exams.yml": {"exams": [_exam(words, count)]},
    }
    pictures = {}
    for number in range(count):
        one = deepcopy(stage)
        for path, field in texts:
            _put(one, path, words.next(field))
        one |= {"id": f"s{number}", "flow": f"flow-{number}", "places": [f"place-{number}"]}
        made[f"s{number}/stage.yml"] = one
        asked = deepcopy(quiz)
        for index, (path, field) in enumerate(quiz_texts):  # options may not be the same without their markup
            if field in WITH_GAPS:
                _put(asked, path, "[[earnest]] [[advance]]")
            else:
                _put(asked, path, f"{words.next(field)} {index}")
        made[f"s{number}/quiz.yml"] = asked
        pictures |= {f"s{number}/{entry['image']}": PICTURE for entry in _mappings(one, "image")}
    return {path: json.dumps(data, ensure_ascii=False).encode() for path, data in made.items()} | pictures


def write(folder: Path, made: Mapping[str, bytes]) -> Path:
    """Write the files below `folder`; return it."""
    for path, content in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def _template() -> tuple[dict[str, Any], dict[str, Any], list[tuple[Place, str]], list[tuple[Place, str]]]:
    """Return the data of a stage and its quiz, an example of each type in them, and place and name of their texts."""
    stage = {
        "id": "s0",
        "label": "1",
        "title": "x",
        "summary": "x",
        **_entry("x"),
        "parts": [{"id": "part", "title": "x", **_entry("x")}],
        "blocks": [_example(blocks, name) for name in registry.names(blocks)],
    }
    asked = [_example(questions, name) for name in registry.names(questions)]
    quiz = {"questions": [question | {"practises": stage["blocks"][0]["id"]} for question in asked]}
    process = read(_folder(stage, quiz))
    return stage, quiz, list(_texts(process.stages[0])), list(_texts(process.quizzes["s0"]))


def _example(kind: ModuleType, name: str) -> Any:  # noqa: ANN401  # data of any shape
    text = (registry.folder(kind, name) / "example.yml").read_bytes()
    block = json.loads(json.dumps(parse(text, "example.yml").data))
    if kind is questions:
        return {**block, **_entry("x"), "hints": ["x"]}
    for entry in _mappings(block, "id"):
        entry |= {key: entry.get(key, value) for key, value in _entry("x").items()}
        entry.setdefault("note_source", [{"of": "editors", "article": "x"}])
    return {**block, "id": f"{name.replace('_', '-')}-block", "intro": "x", "trainer_notes": "x", "title": "x"}


def _mappings(data: object, key: str) -> Iterator[dict[str, Any]]:
    """Yield every mapping in `data` that has `key`, from the outside in."""
    if isinstance(data, dict) and key in data:
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _mappings(inner, key)


def _entry(word: str) -> dict[str, str]:
    return dict.fromkeys(("owner", "time", "note"), word)


def _filled(words: Words, model: str, fields: Sequence[str], **others: object) -> dict[str, Any]:
    return others | {field: words.next(f"{model}.{field}") for field in (*fields, "owner", "time", "note")}


def _process(words: Words, count: int) -> dict[str, Any]:
    stages = [f"s{number}" for number in range(count)]
    return {
        "title": words.all(),
        "subtitle": words.all(),
        "welcome": words.all(),
        "map_note": words.all(),
        "languages": ["zh"],
        "prefaces": ["preface"],
        "stages": stages,
        "places": [_filled(words, "Place", ["title"], id=f"place-{number}") for number in range(count)],
        "flows": [_filled(words, "Lane", ["title"], id=f"flow-{number}") for number in range(count)],
        "routes": [
            _filled(
                words,
                "Route",
                ["title"],
                id=f"route-{number}",
                to=stage,
                place=f"place-{number}",
                parts=[_filled(words, "Part", ["title"], id=f"part-{number}")],
            )
            for number, stage in enumerate(stages)
        ],
    }


def _checklist(words: Words, count: int) -> dict[str, Any]:
    """Return a checklist with `count` of everything that it can have several of."""
    items = [
        _filled(words, "Item", ["text", "wanted", "how", "unit"], id=f"item-{number}", result="number")
        for number in range(count)
    ]
    groups = [
        _filled(words, "ItemGroup", ["title", "pause"], id=f"group-{number}", initials=True, items=items[number::count])
        for number in range(count)
    ]
    return {
        "id": "list",
        **dict.fromkeys(("title", "summary", "form_number", "owner", "time", "note"), words.all()),
        "fields": [_filled(words, "HeaderField", ["title"], id=f"field-{number}") for number in range(count)],
        "groups": groups,
        "log": {"title": words.all(), "columns": [words.next("Log.columns") for _ in range(count)], "rows": 1},
        "outline": True,
        "signatures": [words.next("Checklist.signatures") for _ in range(count)],
        "stamp": True,
        "copies": [words.next("Checklist.copies") for _ in range(count)],
    }


def _exam(words: Words, count: int) -> dict[str, Any]:
    """Return an exam of `count` sections, each of one question."""
    sections = [
        {
            "id": f"section-{number}",
            "title": words.next("Section.title"),
            "stages": [f"s{number}"],
            "count": 1,
            "marks": 1,
        }
        for number in range(count)
    ]
    texts = dict.fromkeys(("title", "intro"), words.all())
    return {"id": "exam", **texts, "pass_mark": 50, "marks": count, "sections": sections}


def _term(words: Words, number: int) -> dict[str, Any]:
    term = _filled(words, "Term", ["term", "definition", "beware"], id=f"term-{number}")
    return term | {"variants": [words.next("Term.variants")]}


def _decks(words: Words, count: int) -> list[dict[str, Any]]:
    slides = [
        {"number": number, "title": words.next("Slide.title")} for number in range(1, max(count, MOST_SLIDES) + 1)
    ]
    return [
        _source(words, id="deck", type="deck", slides=slides),
        _source(words, id="editors", type="editors"),
    ]


def _law(words: Words, number: int) -> dict[str, Any]:
    address = "https://elsewhere.example/`x`[y](z){#i}&lt;b&gt;*a*_b_"
    return _source(words, id=f"law-{number}", type="law", date=words.next("Source.date"), address=address)


def _source(words: Words, **others: object) -> dict[str, Any]:
    return _filled(words, "Source", ["title", "short", "detail", "issuer"], **others)


def _folder(stage: dict[str, Any], quiz: dict[str, Any]) -> Folder:
    settings = {"title": "x", "languages": ["zh"], "stages": ["s0"]}
    made = {"process.yml": settings, "s0/stage.yml": stage, "s0/quiz.yml": quiz}
    return Folder({name: json.dumps(data).encode() for name, data in made.items()}, ())


def _texts(node: Node, path: Place = ()) -> Iterator[tuple[Place, str]]:
    for step, value in node.members():
        field = f"{type(node).__name__}.{step[0]}"
        if isinstance(value, Node):
            yield from _texts(value, (*path, *step))
        elif isinstance(value, Text) or field in PLAIN_FIELDS:
            yield (*path, *step), field


def _put(data: Any, path: Place, word: str) -> None:  # noqa: ANN401  # data of any shape
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = word
