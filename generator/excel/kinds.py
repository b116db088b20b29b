"""The sheets: one for each kind of entry that trainers keep in Excel."""

from dataclasses import dataclass
from typing import Final

from generator.blocks.base import Entry
from generator.blocks.objections import Objection
from generator.blocks.signals import NearMiss, Signal
from generator.blocks.steps import Step
from generator.process import GLOSSARY_FILE, Term


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry with a sheet of its own.

    `path` are the keys of the lists that lead to the entries, from the top of a file. With `block` only the blocks of
    that type are looked into. `file` is the only file that has such entries; without it every page may.
    """

    name: str
    zh: str
    en: str
    model: type[Entry]
    path: tuple[str, ...]
    block: str = ""
    file: str = ""

    @property
    def title(self) -> str:
        """Name of the sheet."""
        return f"{self.zh} {self.en}"


KINDS: Final = (
    Kind("signals", "信号", "Signals", Signal, ("blocks", "items"), block="signals"),
    Kind("near-misses", "不是信号", "Near misses", NearMiss, ("blocks", "near_misses"), block="signals"),
    Kind("objections", "异议", "Objections", Objection, ("blocks", "items"), block="objections"),
    Kind("steps", "步骤", "Steps", Step, ("blocks", "phases", "steps"), block="steps"),
    Kind("glossary", "词汇", "Glossary", Term, ("terms",), file=GLOSSARY_FILE),
)
