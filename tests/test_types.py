"""Every type of block and of question is complete: model, template, words, example; and its example looks as it did."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import indent

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from showroom_site import Content

from generator import blocks, questions, registry
from generator.blocks.base import Block, Entry
from generator.build.snapshot import CODE
from generator.node import Node
from generator.questions.base import Question
from generator.render.unread import CLOSING, OPENING
from generator.source import Map, parse
from generator.text import EVERY_LANGUAGE

BLOCKS = registry.types(blocks, Block)
TYPES: dict[str, type[Entry]] = {**BLOCKS, **registry.types(questions, Question)}
LANGUAGES = ("zh", "en")
DRILL_WORDS = {"drill", "drill_lead", "categories"}
every_type = pytest.mark.parametrize("name", TYPES)
every_block = pytest.mark.parametrize("name", BLOCKS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def folder(name: str) -> Path:
    return registry.folder(blocks if name in BLOCKS else questions, name)


def example(name: str) -> str:
    return (folder(name) / "example.yml").read_text(encoding="utf-8")


def content_of(name: str) -> Content:
    """A process whose only stage holds the example of a type."""
    if name in BLOCKS:
        return content(example(name))
    practised = "- {type: text, id: signals-at-the-table, body: {zh: 信号, en: Signals}, source: [{of: editors}]}"
    return Content().with_sources().stage("stage", practised).questions("stage", example(name))


def content(text: str) -> Content:
    """A process whose only stage holds the block that `text` writes, what it asks, and the pictures it names."""
    made = Content().with_sources().stage("stage", "-\n" + indent(text, "  "))
    if "type: practice" in text or '"type": "practice"' in text:
        asked = [re.sub("(?m)^practises: .*\n", "", example(kind)) for kind in ("single", "numeric")]
        made = made.questions("stage", *asked)
    for picture in re.findall(r'\bimage"?: "?([\w.-]+)', text):
        made = made.file(f"stage/{picture}", b"a picture")
    return made


def node_of(name: str) -> Entry:
    process = content_of(name).process()
    shown: tuple[Entry, ...] = process.stages[0].blocks if name in BLOCKS else process.quizzes["stage"].questions
    (node,) = shown
    return node


def article(markdown: str) -> BeautifulSoup:
    """What the engine makes of a page with its own extensions; of the theme, what it does with comments."""
    extensions = parse((CODE.parent / "mkdocs.yml").read_bytes(), "mkdocs.yml").data["markdown_extensions"]
    assert isinstance(extensions, Map)
    settings = {name: options for name, options in extensions.items() if isinstance(options, Map)}
    body = re.sub(r"(?s)\A\s*---\n.*?\n---\n", "", markdown)
    made = Markdown(extensions=list(settings), extension_configs=settings, output_format="html").convert(body)
    return BeautifulSoup(made.replace(OPENING, "").replace(CLOSING, ""), "html.parser")


def words(name: str, language: str) -> dict[str, object]:
    loaded = json.loads((folder(name) / "words.json").read_text(encoding="utf-8"))
    return dict(loaded[language])


def keys(value: object) -> object:
    return {key: keys(inner) for key, inner in value.items()} if isinstance(value, dict) else None


@every_type
@pytest.mark.parametrize("part", ["web.html.jinja", "words.json", "example.yml"])
def test_type_has_its_parts(name: str, part: str) -> None:
    assert (folder(name) / part).is_file()


@pytest.mark.parametrize("name", BLOCKS)
def test_block_has_its_part_on_paper(name: str) -> None:
    file = folder(name) / "paper.typ"
    assert file.is_file(), "without it the type is not in the workbook"
    assert file.read_text(encoding="utf-8").startswith("// ")


@every_type
def test_template_says_what_it_shows(name: str) -> None:
    template = (folder(name) / "web.html.jinja").read_text(encoding="utf-8")
    assert re.match(r"\{#- \w(?s:.+?)Context: (?s:.+?)-#\}", template)


@every_type
def test_words_are_the_same_in_both_languages(name: str) -> None:
    assert keys(words(name, "zh")) == keys(words(name, "en"))
    assert words(name, "zh")["name"]
    assert words(name, "en")["name"]


@every_type
def test_template_uses_every_word(name: str) -> None:
    templates = "".join(file.read_text(encoding="utf-8") for file in folder(name).glob("*.jinja"))
    used = set(re.findall(r"\bown\.(\w+)", templates)) | {"name"}
    drilled = getattr(TYPES[name], "drill", None) is not Block.drill and name in BLOCKS
    assert set(words(name, "en")) - (DRILL_WORDS if drilled else set()) == used


@every_type
def test_example_is_sound(name: str) -> None:
    assert content_of(name).problems() == ()


@every_type
def test_example_speaks_both_languages(name: str) -> None:
    for node in node_of(name).walk():
        for text, place in node.texts():
            for_all = text.by_language.get(EVERY_LANGUAGE, "")  # "97%" needs no translation
            assert set(text.by_language) == set(LANGUAGES) or not any(map(str.isalpha, for_all or "x")), place


@every_type
def test_example_uses_every_field_of_the_type(name: str) -> None:
    own = TYPES[name].__module__
    used: dict[type[Node], set[str]] = {}
    for node in node_of(name).walk():
        used.setdefault(type(node), set()).update(node.model_fields_set)
    of_the_type = {model: fields for model, fields in used.items() if model.__module__ == own}
    unused = {
        f"{model.__name__}.{field}"
        for model, fields in of_the_type.items()
        for field in model.__annotations__.keys() & model.model_fields.keys() - fields
    }
    assert unused == set()


@every_type
def test_no_field_has_the_name_of_its_type(name: str) -> None:
    # pydantic puts the type's name into the path of a problem: a field so named would be taken for it.
    assert name not in TYPES[name].model_fields


@every_block
def test_every_entry_shows_what_it_can_carry(name: str) -> None:
    data = parse(example(name).encode(), "example.yml").data
    entries = {node.id for node in node_of(name).walk() if isinstance(node, Entry)}
    said, linked = set(), set()
    for slide, entry in enumerate(mappings_with_id(data, entries), start=1):
        own_words = {key: f"{key} of {entry['id']}" for key in ("owner", "time", "note")}
        places = {"source": slide, "note_source": 60 - slide}
        entry.update(own_words)
        entry.update({key: [{"of": "deck", "slides": [place]}] for key, place in places.items()})
        said |= set(own_words.values())
        linked |= {f"../sources/#deck-{place}" for place in places.values()}
    page = article(content(json.dumps(data)).pages("en")["stage/index.md"])
    shown = page.get_text(" ", strip=True)
    assert {words for words in said if words not in shown} == set()
    assert linked - {link["href"] for link in page.find_all("a", href=True)} == set()
    assert entries - {tag["id"] for tag in page.find_all(id=True)} == set()


def mappings_with_id(data: object, ids: set[str]) -> Iterator[dict[str, object]]:
    """Every mapping in plain data whose id is one of `ids`, from the outside in."""
    if isinstance(data, dict) and data.get("id") in ids:
        yield data
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for value in list(inside):
        yield from mappings_with_id(value, ids)


@every_type
@every_language
def test_example_looks_as_it_did(name: str, language: str, golden: Callable[[str, str], None]) -> None:
    page, place = ("index.md", ".show-block") if name in BLOCKS else ("quiz/index.md", ".show-quiz")
    shown = article(content_of(name).pages(language)[f"stage/{page}"]).select_one(place)
    assert shown is not None
    golden(f"{name}.{language}.html", shown.prettify())
