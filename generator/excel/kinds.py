"""The sheets: one for each kind of entry that trainers keep in Excel.

Questions follow from their types: one sheet for each, and one for each kind of part that questions are made of.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, get_args, get_origin

from generator.blocks.objections import Objection
from generator.blocks.signals import NearMiss, Signal
from generator.blocks.steps import Step
from generator.checklists import CHECKLISTS_FILE, Checklist, HeaderField, Item, ItemGroup
from generator.glossary import GLOSSARY_FILE, Term
from generator.node import Node
from generator.process import QUIZ_FILE
from generator.questions.base import Part
from generator.questions.every import TYPES

ALL: Final = 99  # more steps than a key ever has
CASE: Final = "case"
# Parts that other texts of their question name by id: `[[gap]]`, the category of a card.
NAMED: Final = frozenset({"gaps", "categories"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry with a sheet of its own.

    `path` are the keys of the lists that lead to the entries, from the top of a file. With `types` only those of the
    first list are looked into that are of such a type. `file` is the name of the file that has such entries; without
    it that of the page itself. `scope` says inside what their ids are unique: that many steps of the place's key.
    """

    name: str
    zh: str
    en: str
    model: type[Node]
    path: tuple[str, ...]
    types: tuple[str, ...] = ()
    file: str = ""
    scope: int = 1

    @property
    def title(self) -> str:
        """Name of the sheet."""
        return f"{self.zh} {self.en}"

    @property
    def type(self) -> str:
        """What stands under `type` in entries of this kind; nothing where they have no such key."""
        return self.types[0] if self.types and len(self.path) == 1 else ""

    @property
    def in_cases(self) -> bool:
        """Whether cases hold such entries, too, or entries that do."""
        return self.file == QUIZ_FILE and self.type != CASE

    @property
    def is_named(self) -> bool:
        """Whether people have to know the ids of such entries."""
        return self.path[-1] in NAMED

    def holds(self, other: "Kind") -> bool:
        """Whether entries of the kind `other` stand in entries of this one."""
        if self.type == CASE:
            return other.in_cases and len(other.path) == 1
        inside = self.file == other.file and self.path == other.path[:-1]
        return inside and bool(not other.types or set(self.types) & set(other.types))


def _questions() -> Iterator[Kind]:
    """Yield the kinds of questions, each followed by those of its parts."""
    titles = _titles()
    parts: dict[tuple[tuple[str, ...], type[Part]], list[str]] = {}
    order = [*(name for name in titles if name in TYPES), *(name for name in TYPES if name not in titles)]
    for name in order:
        for path, model in _parts(TYPES[name], ("questions",)):
            parts.setdefault((path, model), []).append(name)
    for name in order:
        zh, en = titles.get(name, (name, ""))
        yield Kind(name, zh, en, TYPES[name], ("questions",), (name,), QUIZ_FILE)
        for (path, model), types in parts.items():
            if types[-1] == name:  # shared ones follow the last of their types
                part = "-".join(path[1:])
                if [other for other, _ in parts].count(path) > 1:  # types that mean different things by one key
                    part = f"{name}-{part}"
                zh, en = titles.get(part, (part, ""))
                yield Kind(part, zh, en, model, path, tuple(types), QUIZ_FILE, ALL)


def _parts(model: type[Node], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], type[Part]]]:
    for name, field in model.model_fields.items():
        inner = get_args(field.annotation)[0] if get_origin(field.annotation) is tuple else None
        if isinstance(inner, type) and issubclass(inner, Part):
            yield (*path, name), inner
            yield from _parts(inner, (*path, name))


@cache
def _titles() -> dict[str, tuple[str, str]]:
    loaded = json.loads(Path(__file__).with_name("titles.json").read_text(encoding="utf-8"))
    return {name: (title["zh"], title["en"]) for name, title in loaded.items()}


# What holds others comes before them.
KINDS: Final = (
    Kind("signals", "信号", "Signals", Signal, ("blocks", "items"), ("signals",)),
    Kind("near-misses", "不是信号", "Near misses", NearMiss, ("blocks", "near_misses"), ("signals",)),
    Kind("objections", "异议", "Objections", Objection, ("blocks", "items"), ("objections",)),
    Kind("steps", "步骤", "Steps", Step, ("blocks", "phases", "steps"), ("steps",)),
    *_questions(),
    *(
        Kind(name, zh, en, model, path, file=CHECKLISTS_FILE, scope=min(len(path), 2) + 1)
        for name, zh, en, model, path in (
            ("checklists", "清单", "Checklists", Checklist, ("checklists",)),
            ("checklist-fields", "清单表头", "Heads of lists", HeaderField, ("checklists", "fields")),
            ("checklist-groups", "清单分组", "Groups of lists", ItemGroup, ("checklists", "groups")),
            ("checklist-items", "清单各项", "Items of lists", Item, ("checklists", "groups", "items")),
        )
    ),
    Kind("glossary", "词汇", "Glossary", Term, ("terms",), file=GLOSSARY_FILE),
)
