"""Decides which sheets of paper there are, and where: `sheets`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from generator import blocks, registry
from generator.blocks.base import Block
from generator.chapters import Chapter
from generator.checklists import Checklist, Form
from generator.process import Process

if TYPE_CHECKING:
    from generator.exams import Exam

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
    CHECKLIST = "checklist"
    QUIZ = "quiz"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Something printed in one language: a PDF at `address`, with a QR code that leads to the page at `leads_to`.

    Both addresses are relative to the language's root; `chapter` is the stage of a sheet that is about one, and
    `checklist` or `exam` what it prints, a checklist in one `form` of several.
    """

    kind: SheetKind
    language: str
    address: str
    leads_to: str
    chapter: Chapter | None = None
    checklist: Checklist | None = None
    form: Form | None = None
    exam: "Exam | None" = None

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
    for chapter in process.chapters:
        yield from _of_chapter(process, chapter, language)
    for exam in process.exams:
        for kind in (SheetKind.QUIZ, SheetKind.KEY):
            sheet = _sheet(kind, f"exam-{exam.id}-{kind}", language, f"practice/exams/{exam.id}/")
            yield replace(sheet, exam=exam)


def _of_chapter(process: Process, chapter: Chapter, language: str) -> Iterator[Sheet]:
    for checklist in chapter.checklists:
        name, leads_to = f"checklist-{chapter.id}-{checklist.id}", f"{chapter.id}/checklists/{checklist.id}/"
        own = Form(checklist.paper)
        for form in (own, *_further_forms(process, checklist, language)):
            in_form = name if form is own else f"{form}-{name}"
            sheet = _sheet(SheetKind.CHECKLIST, in_form, language, leads_to, chapter)
            yield replace(sheet, checklist=checklist, form=form)
    if chapter.id in process.quizzes:
        for kind in (SheetKind.QUIZ, SheetKind.KEY):
            yield _sheet(kind, f"{kind}-{chapter.id}", language, f"{chapter.id}/quiz/", chapter)


def _further_forms(process: Process, checklist: Checklist, language: str) -> Iterator[Form]:
    """Yield what else `checklist` is printed as in `language`, each once; in the first language nothing is in two."""
    for form in dict.fromkeys(checklist.forms):
        alone = form is Form.BILINGUAL and language == process.first_language
        if not alone and form != checklist.paper.value:
            yield form


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
    return Sheet(kind, language, f"{FOLDER}/{name}-{language}.pdf", leads_to, chapter)
