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

from generator import blocks, questions, registry
from generator.blocks.base import Block
from generator.build import read
from generator.build.folder import Folder
from generator.node import Node
from generator.process import GlossaryFile, ProcessFile, SourcesFile, Stage
from generator.questions.base import Question
from generator.source import parse
from generator.text import Text

# Fields that are text as it is written, without Markdown and without languages.
PLAIN_FIELDS = frozenset({"Stage.label", "Source.date", "Citation.article", "Step.number", "Phase.number"})
# The fields of process.yml, of which a site has one: they are filled with all words at once.
# Texts in which the gaps have to stand.
WITH_GAPS = frozenset({"Cloze.text"})
ONLY_ONCE = frozenset({"ProcessFile.title", "ProcessFile.subtitle", "ProcessFile.welcome", "ProcessFile.map_note"})
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


def text_fields() -> set[str]:
    """Return every field of every model that holds text, as "Model.field"."""
    types = {**registry.types(blocks, Block), **registry.types(questions, Question)}
    roots = (ProcessFile, Stage, GlossaryFile, SourcesFile, *types.values())
    return {name for model in _models(roots) for name in _text_fields(model)}


def _models(roots: Sequence[type[Node]]) -> set[type[Node]]:
    found: set[type[Node]] = set()
    left = list(roots)
    while left:
        model = left.pop()
        if issubclass(model, Node) and model not in found:
            found.add(model)
            left += [part for info in model.model_fields.values() for part in _parts(info.annotation)]
    return found


def _parts(annotation: object) -> Iterator[type[Any]]:
    """Yield the classes that an annotation is put together from."""
    if isinstance(annotation, type) and issubclass(annotation, Node | Text | str):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _parts(part)


def _text_fields(model: type[Node]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        field = f"{model.__name__}.{name}"
        if Text in _parts(info.annotation) or field in PLAIN_FIELDS:
            yield field


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
