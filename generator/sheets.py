"""Decides which sheets of paper there are, and where: `sheets`."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from generator import blocks, registry
from generator.blocks.base import Block
from generator.process import Chapter, Process

FOLDER: Final = "paper"
# What a type of block has in its folder when it stands on the sheets of a kind.
ON_CARD: Final = "card.typ"
CUT_OUT: Final = "cut-outs.typ"


class SheetKind(StrEnum):
    """What a sheet of paper is; also the name of its template."""

    WORKBOOK = "workbook"
    TRAINERS = "trainers"
    CUT_OUTS = "cut-outs"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Something printed in one language: a PDF at `address`, with a QR code that leads to the page at `leads_to`.

    Both addresses are relative to the language's root; `chapter` is the stage of a sheet that is about one.
    """

    kind: SheetKind
    address: str
    leads_to: str
    chapter: Chapter | None = None

    @property
    def name(self) -> str:
        """Name of the file, without its ending."""
        return self.address.removeprefix(f"{FOLDER}/").removesuffix(".pdf")


def sheets(process: Process, language: str, for_trainers: frozenset[str]) -> Iterator[Sheet]:
    """Yield the sheets of `process` in `language`; stages whose ids are in `for_trainers` have a page for trainers."""
    if process.chapters:
        yield _sheet(SheetKind.WORKBOOK, "workbook", language, "")
    if for_trainers:
        first = next(stage.id for stage in process.stages if stage.id in for_trainers)
        yield _sheet(SheetKind.TRAINERS, "trainers-guide", language, f"trainers/{first}/")
    if cut := next((stage for stage in process.stages if has_part(stage, CUT_OUT)), None):
        yield _sheet(SheetKind.CUT_OUTS, "cards-to-cut-out", language, f"{cut.id}/")
    for stage in process.stages:
        if has_part(stage, ON_CARD):
            yield _sheet(SheetKind.CARD, f"card-{stage.id}", language, f"{stage.id}/", stage)


def has_part(chapter: Chapter, part: str) -> bool:
    """Whether a block of `chapter` is of a type that has the file `part` in its folder."""
    return any(type_has(block, part) for block in chapter.blocks)


def type_has(block: Block, part: str) -> bool:
    """Whether the type of `block` has the file `part` in its folder."""
    return _type_has(str(getattr(block, "type")), part)  # noqa: B009  # every subclass declares it; the base does not


@cache
def _type_has(name: str, part: str) -> bool:
    return (registry.folder(blocks, name) / part).is_file()


def _sheet(kind: SheetKind, name: str, language: str, leads_to: str, chapter: Chapter | None = None) -> Sheet:
    # The language is in the name: a file that somebody saves still says what it is.
    return Sheet(kind, f"{FOLDER}/{name}-{language}.pdf", leads_to, chapter)
