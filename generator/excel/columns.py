"""The columns of a sheet: what of an entry can stand in a cell, as its model has it."""

import json
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Final, Union, get_args, get_origin

from generator.blocks.base import Entry
from generator.node import Node
from generator.questions.base import Question
from generator.schema import descriptions
from generator.text import Text

# Columns that are no field of the entry: where it stands, its name in ids.lock, where its words come from.
PLACE: Final = "place"
NAME: Final = "id"
SOURCE: Final = "(source)"

# What every question can have and few have.
SCORING: Final = frozenset({"points", "attempts", "penalty", "key"})


class Form(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    TEXTS = "texts"
    """Several texts, a line for each."""
    CHOICE = "choice"
    WORD = "word"
    """One string for every language, such as the number of a step."""
    NUMBER = "number"
    FLAG = "flag"
    """true or false."""


FLAGS: Final = ("true", "false")
SIMPLE: Final[dict[object, Form]] = {Text: Form.TEXT, str: Form.WORD, int: Form.NUMBER, float: Form.NUMBER}


@dataclass(frozen=True, slots=True)
class Column:
    """A field of an entry, of a text in one language. `key` is how the sheet's hidden first row names it."""

    field: str
    form: Form
    language: str = ""
    choices: tuple[str, ...] = ()
    description: str = ""

    @property
    def key(self) -> str:
        """Its name in the hidden first row."""
        return f"{self.field}.{self.language}" if self.language else self.field

    @property
    def is_rare(self) -> bool:
        """Whether many kinds of entries have this field, and few entries."""
        return self.field in Entry.model_fields or self.field in SCORING

    @property
    def heading(self) -> str:
        """Its name for people, in both languages."""
        words = heading(self.field)
        return f"{words} ({self.language})" if self.language else words


@cache
def columns(model: type[Node], languages: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns for entries of `model`: its own fields first, then those that every entry has."""
    described = descriptions(model)
    found: list[Column] = []
    for name in fields(model):
        form, choices = _form(model.model_fields[name].annotation)
        if form is not None:
            spoken = languages if form in (Form.TEXT, Form.TEXTS) else ("",)
            found += [Column(name, form, language, choices, described.get(name, "")) for language in spoken]
    return tuple(found)


@cache
def fields(model: type[Node]) -> tuple[str, ...]:
    """Return the fields of `model` but its id, in the order of the columns; a question's own come behind its prompt."""
    shared = [name for name in Entry.model_fields if name == "id" or issubclass(model, Entry)]
    own = [name for name in model.model_fields if name not in shared]
    if issubclass(model, Question):
        last = ["explanation"] if "explanation" in own else []
        every = [name for name in Question.model_fields if name in own and name != "prompt"]
        own = ["prompt", *(name for name in own if name not in ("prompt", *last, *every)), *last, *every]
    return (*own, *(name for name in shared if name != "id"))


def heading(field: str) -> str:
    """Return how a field is called in the sheets; its own name where words.json has no other."""
    return _headings().get(field, field)


@cache
def _headings() -> dict[str, str]:
    loaded: dict[str, str] = json.loads(Path(__file__).with_name("headings.json").read_text(encoding="utf-8"))
    return loaded


def _form(annotation: object) -> tuple[Form | None, tuple[str, ...]]:
    bare = _bare(annotation)
    if bare is bool:
        return Form.FLAG, FLAGS
    if bare in SIMPLE:
        return SIMPLE[bare], ()
    if get_origin(bare) is tuple and _bare(get_args(bare)[0]) is Text:
        return Form.TEXTS, ()
    if isinstance(bare, type) and issubclass(bare, Enum):
        return Form.CHOICE, tuple(str(member.value) for member in bare)
    return None, ()


def _bare(annotation: object) -> object:
    """Return a type without what pydantic is told about it and without `| None`."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        rest = [part for part in get_args(annotation) if part is not NoneType]
        return float if set(rest) == {int, float} else _bare(rest[0]) if len(rest) == 1 else annotation
    return annotation
