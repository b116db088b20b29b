"""The columns of a sheet: what of an entry can stand in a cell, as its model has it."""

import json
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Final, Union, get_args, get_origin

from generator.blocks.base import Entry
from generator.schema import descriptions
from generator.text import Text

# Columns that are no field of the entry: where it stands, its name in ids.lock, where its words come from.
PLACE: Final = "place"
NAME: Final = "id"
SOURCE: Final = "(source)"


class Form(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    TEXTS = "texts"
    """Several texts, a line for each."""
    CHOICE = "choice"
    WORD = "word"
    """One string for every language, such as the number of a step."""


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
    def is_shared(self) -> bool:
        """Whether every kind of entry has this field."""
        return self.field in Entry.model_fields

    @property
    def heading(self) -> str:
        """Its name for people, in both languages."""
        words = heading(self.field)
        return f"{words} ({self.language})" if self.language else words


@cache
def columns(model: type[Entry], languages: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns for entries of `model`: its own fields first, then those that every entry has."""
    described = descriptions(model)
    own = [name for name in model.model_fields if name not in Entry.model_fields]
    shared = [name for name in Entry.model_fields if name != "id"]
    found: list[Column] = []
    for name in (*own, *shared):
        form, choices = _form(model.model_fields[name].annotation)
        if form is not None:
            spoken = languages if form in (Form.TEXT, Form.TEXTS) else ("",)
            found += [Column(name, form, language, choices, described.get(name, "")) for language in spoken]
    return tuple(found)


def heading(field: str) -> str:
    """Return how a field is called in the sheets; its own name where words.json has no other."""
    return _headings().get(field, field)


@cache
def _headings() -> dict[str, str]:
    loaded: dict[str, str] = json.loads(Path(__file__).with_name("headings.json").read_text(encoding="utf-8"))
    return loaded


def _form(annotation: object) -> tuple[Form | None, tuple[str, ...]]:
    bare = _bare(annotation)
    if bare is Text:
        return Form.TEXT, ()
    if bare is str:
        return Form.WORD, ()
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
        return _bare(rest[0]) if len(rest) == 1 else annotation
    return annotation
