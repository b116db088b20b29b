"""What stands on one sheet: `content_of`."""

from typing import Any

from generator.audience import for_trainers, is_for_trainers, public
from generator.blocks.base import Block
from generator.chapters import Chapter, Stage
from generator.checklists import Form
from generator.glossary import Term
from generator.pages import Tree
from generator.paper.checklist import checklist_data
from generator.paper.content import NAMELESS
from generator.paper.data import BilingualDump, Dump
from generator.paper.qr import printed_address, qr_code
from generator.paper.questions import paper_data
from generator.plan import Plan
from generator.process import Process
from generator.render.glossary import in_order
from generator.render.words import words, words_of_type
from generator.sheets import CUT_OUT, ON_CARD, Sheet, SheetKind, type_has

# Chinese letters are drawn differently in China, Taiwan and Japan.
REGIONS = {"zh": "cn"}


def content_of(plan: Plan, tree: Tree, sheet: Sheet) -> dict[str, Any]:
    """Return everything the template of `sheet` sets, as plain data."""
    bilingual = sheet.form is Form.BILINGUAL
    dump = (BilingualDump if bilingual else Dump)(plan, tree.language)
    address = printed_address(plan, tree, sheet)
    said = words(tree.language)
    content = {
        "kind": sheet.kind.value,
        "language": tree.language.partition("-")[0],
        "region": REGIONS.get(tree.language),
        "process": dump.plain(plan.process.settings.title) or NAMELESS,
        "subtitle": dump.value(plan.process.settings.subtitle),
        "name": said["paper"]["kinds"][sheet.kind.value],
        "words": {key: said[key] for key in WORDS},
        "above": _above(plan) if bilingual else None,
        **{key: words_of_type("facts", tree.language)[key] for key in ("trust", "origin")},
        "address": address,
        "qr": qr_code(address) if address else None,
        "chapters": [_chapter(dump, sheet, chapter) for chapter in _chapters(plan, sheet)],
        "terms": [dump.node(term) for term in _terms(plan.process, tree.language, sheet)],
    }
    if sheet.checklist is not None and sheet.chapter is not None:
        content["checklist"] = checklist_data(dump, sheet.chapter, sheet.checklist, sheet.form)
    if sheet.kind in {SheetKind.QUIZ, SheetKind.KEY}:
        content |= paper_data(dump, plan.process, sheet)
    return content


WORDS = (
    "comma",
    "semicolon",
    "colon",
    "owner",
    "time",
    "note",
    "minutes",
    "source",
    "pages",
    "trainers",
    "glossary",
    "discussion",
    "paper",
    "checklists",
    "question",
)


def _above(plan: Plan) -> dict[str, Any]:
    """Return the words that stand above those of a bilingual sheet's own language, and the process's name in them."""
    language = plan.process.first_language
    said = words(language)
    return {
        "language": language.partition("-")[0],
        "words": {key: said[key] for key in WORDS},
        "process": Dump(plan, language).plain(plan.process.settings.title) or NAMELESS,
    }


def _chapters(plan: Plan, sheet: Sheet) -> tuple[Chapter, ...]:
    process = plan.process
    match sheet.kind:
        case SheetKind.CARD if sheet.chapter is not None:
            return (sheet.chapter,)
        case SheetKind.CHECKLIST | SheetKind.QUIZ | SheetKind.KEY:
            return ()
        case SheetKind.WORKBOOK:
            return process.chapters
        case _:
            return tuple(stage for stage in process.stages if _blocks(sheet, stage))


def _terms(process: Process, language: str, sheet: Sheet) -> tuple[Term, ...]:
    return in_order(process.terms, language, process.first_language) if sheet.kind is SheetKind.WORKBOOK else ()


def _chapter(dump: Dump, sheet: Sheet, chapter: Chapter) -> dict[str, Any]:
    fields = ("id", "summary", "owner", "time", "note", "note_source", "source")
    return {
        **{name: dump.value(getattr(chapter, name)) for name in fields},
        "label": dump.value(chapter.label) if isinstance(chapter, Stage) else "",
        "title": dump.plain(chapter.title) or NAMELESS,
        "parts": dump.value(chapter.parts) if isinstance(chapter, Stage) else [],
        "blocks": [dump.block(block, chapter) | {"whole": is_for_trainers(block)} for block in _blocks(sheet, chapter)],
    }


def _blocks(sheet: Sheet, chapter: Chapter) -> tuple[Block, ...]:
    match sheet.kind:
        case SheetKind.TRAINERS:
            return for_trainers(chapter)
        case SheetKind.WORKBOOK:
            return public(chapter.blocks)
        case SheetKind.CARD:
            return tuple(block for block in public(chapter.blocks) if type_has(block, ON_CARD))
        case SheetKind.CUT_OUTS:
            return tuple(block for block in public(chapter.blocks) if type_has(block, CUT_OUT))
        case _:
            return ()
