"""The parts of the authoring guide that follow from the program: every block type, problem and command.

They are made from the type folders, the catalogue and the commands, so that they cannot say anything else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Final

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from markupsafe import Markup, escape

from generator import blocks, questions, registry
from generator.blocks.base import Block, Entry
from generator.catalogue import CATALOGUE, Kind
from generator.chapters import STAGE_FILE
from generator.checklists import Checklist, HeaderField, Item, ItemGroup, Log
from generator.checklists.assembled import EXAMPLE
from generator.descriptions import descriptions
from generator.node import Node
from generator.pages import Page, PageKind
from generator.plan import plan
from generator.process import PROCESS_FILE, QUIZ_FILE, Process
from generator.questions.base import Question
from generator.render import OutputFile
from generator.render.environment import environment, type_of
from generator.render.web import context_of
from generator.render.words import words_of_type
from generator.source import parse
from generator.validation import validate

LANGUAGES: Final = ("zh", "en")
# The id of the stage that holds the examples: their pictures are looked for in the site's folder of that name.
FOLDER: Final = "assets"
# The parts of a checklist, as people call them.
PARTS: Final = {
    "Checklist": {"zh": "清单", "en": "List"},
    "HeaderField": {"zh": "栏目（fields）", "en": "Field (fields)"},
    "ItemGroup": {"zh": "组（groups）", "en": "Group (groups)"},
    "Item": {"zh": "项（items）", "en": "Item (items)"},
    "Log": {"zh": "空表格（log）", "en": "Empty table (log)"},
}


@dataclass(frozen=True, slots=True)
class Command:
    """One command: how it is called, and what it does in the words of its help."""

    call: str
    help: str


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """One type of block or question: its name for people, what opens its example, its YAML, and the keys it adds."""

    type: str
    name: str
    purpose: str
    yaml: str
    keys: tuple[tuple[str, str], ...]
    block: Entry


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a checklist: its name for people, and its keys with what they mean."""

    name: str
    keys: tuple[tuple[str, str], ...]


def pages(commands: Sequence[Command]) -> Iterator[OutputFile]:
    """Yield the pages for each language, by their path in docs/."""
    process = _examples()
    for language in LANGUAGES:
        for name in ("block-types", "question-types", "checklists", "problems", "commands"):
            template = _environment().get_template(f"{name}.md.jinja")
            made = template.render(_context(process, language, commands))
            yield OutputFile(f"{language}/{name}/index.md", made.encode())


def _context(process: Process, language: str, commands: Sequence[Command]) -> dict[str, object]:
    laid_out = plan(process, {})
    tree = next(tree for tree in laid_out.trees if tree.language == language)
    page = Page(PageKind.CHAPTER, "about/block-types/", process.stages[0].title, chapter=process.stages[0])
    asking = Page(PageKind.QUIZ, "about/question-types/", process.stages[0].title, chapter=process.stages[0])
    asked = context_of(laid_out, tree, asking)
    context = context_of(laid_out, tree, page)
    # The examples name sources and entries of the shipped process; another one may have others, and a link would lead
    # nowhere.
    return context | {
        **{name: asked[name] for name in ("asked", "questions", "elements", "questions_style", "say")},
        "block_elements": context["elements"],
        "stage": "",
        "cited": lambda _: (),
        "types": [_entry(block, language, blocks) for block in process.stages[0].blocks],
        "question_types": [_entry(q, language, questions) for q in process.quizzes[FOLDER].questions],
        "parts": [_part(model, language) for model in (Checklist, HeaderField, ItemGroup, Item, Log)],
        "yaml": _yaml(EXAMPLE.read_text(encoding="utf-8")),
        "problems": sorted(CATALOGUE.items()),
        "placeholders": _without_placeholders,
        "commands": commands,
    }


def _environment() -> Environment:
    shared = environment()
    made = shared.overlay(
        loader=ChoiceLoader([FileSystemLoader(Path(__file__).parent), shared.loader or DictLoader({})])
    )
    made.filters = made.filters | {"code": _as_code}
    return made


def _as_code(text: str) -> Markup:
    """Keep the lines of `text` inside HTML that the engine's Markdown reads as one line."""
    return Markup(str(escape(text)).replace("\n", "&#10;"))  # noqa: S704  # escaped here


def _without_placeholders(kind: Kind, language: str) -> tuple[str, str]:
    class Dots(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return "…"

    def said(wording: str) -> str:
        # No full stop after dots, and no dots for what may follow a sentence.
        return re.sub(r"(?<=…)\.(?!\w)|(?<=[.。]) ?…$", "", wording.format_map(Dots()))

    return said(kind.message_in(language)), said(kind.hint_in(language))


def _examples() -> Process:
    """Return a process of one stage that holds the example of every type."""
    names = registry.names(blocks)
    stage = f'id: {FOLDER}\nlabel: "1"\ntitle: {{zh: 示例, en: Examples}}\nblocks:\n'
    stage += "".join(_indented(_example(name)) for name in names)
    quiz = "questions:\n" + "".join(_indented(_example(name, questions)) for name in registry.names(questions))
    files = {
        f"{FOLDER}/{QUIZ_FILE}": quiz,
        PROCESS_FILE: f"title: x\nlanguages: [{', '.join(LANGUAGES)}]\nstages: [{FOLDER}]\n",
        f"{FOLDER}/{STAGE_FILE}": stage,
    }
    documents = {path: parse(text.encode(), path) for path, text in files.items()}
    return validate(documents, frozenset(files))


def _example(name: str, kind: ModuleType = blocks) -> str:
    return (registry.folder(kind, name) / "example.yml").read_text(encoding="utf-8")


def _indented(example: str) -> str:
    lines = [line for line in example.splitlines() if line and not line.startswith("#")]
    return "".join(f"  {'- ' if index == 0 else '  '}{line}\n" for index, line in enumerate(lines))


def _entry(block: Entry, language: str, kind: ModuleType) -> TypeEntry:
    name = type_of(block)
    example = _example(name, kind)
    comments = [line.removeprefix("#").strip() for line in example.splitlines() if line.startswith("#")]
    own = [line for line in comments if _is_chinese(line) == (language == "zh")]
    yaml = _yaml(example)
    shared = descriptions(Block) | descriptions(Question)
    added = {key: said for key, said in descriptions(type(block)).items() if key not in shared and key != "type"}
    keys = tuple((key, _in_language(said, language)) for key, said in added.items())
    joined = ("" if language == "zh" else " ").join(own)
    return TypeEntry(name, str(words_of_type(name, language, kind)["name"]), joined, yaml, keys, block)


def _yaml(example: str) -> str:
    """Return an example without its comments."""
    return "\n".join(line for line in example.splitlines() if not line.startswith("#")).strip()


def _part(model: type[Node], language: str) -> Part:
    """Return the keys of `model`, without those that every entry has."""
    shared = descriptions(Entry) if issubclass(model, Entry) else {}
    own = {key: said for key, said in descriptions(model).items() if key not in shared}
    return Part(
        PARTS[model.__name__][language], tuple((key, _in_language(said, language)) for key, said in own.items())
    )


def _in_language(description: str, language: str) -> str:
    english, _, chinese = description.partition("\n\n")
    return " ".join((chinese if language == "zh" else english).split())


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)
