"""Decides the pages, their addresses, order and navigation, for each language: `plan`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.audience import for_trainers, is_for_trainers
from generator.chapters import Chapter
from generator.checklists import Form
from generator.pages import Drilled, Guide, Page, PageKind, Section, Tree
from generator.process import Process
from generator.references import Source
from generator.sheets import Sheet, sheets
from generator.text import Text

MOST_CATEGORIES: Final = 9  # each has a key of its own
FEWEST_CARDS: Final = 6  # with less there is nothing to practise
EXAMS: Final = "practice/exams/"


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What will be rendered: a tree of pages per language, and the pictures that go along. Equal to itself only."""

    process: Process
    trees: tuple[Tree, ...]
    sources: Mapping[str, Source]
    """Everything that entries can come from, by its id."""
    media: Mapping[str, str]
    """Path below the language's root of every picture that a page shows, by its path in the process folder."""


def plan(process: Process, guides: Mapping[str, tuple[Guide, ...]]) -> Plan:
    """Lay out the site of `process`; `guides` are the hand-written pages by language."""
    trees = tuple(
        _tree(process, language, guides.get(language, ()), first=language == process.first_language)
        for language in process.settings.languages
    )
    trees = (replace(trees[0], lent=tuple(_bilingual(trees[1:]))), *trees[1:])
    return Plan(process, trees, {source.id: source for source in process.sources}, _media(process))


def media_address(chapter: Chapter, image: str) -> str:
    """Return where a chapter's picture stands, relative to the language's root."""
    return f"{chapter.id}/{image}"


def _tree(process: Process, language: str, guides: tuple[Guide, ...], *, first: bool) -> Tree:
    chapters = {c.id: Page(PageKind.CHAPTER, f"{c.id}/", c.title, chapter=c) for c in process.chapters}
    checklists = {c.id: tuple(_checklists(c)) for c in process.chapters if c.checklists}
    all_checklists = Page(PageKind.CHECKLISTS, "checklists/", None) if checklists else None
    trainers = {s.id: Page(PageKind.TRAINERS, f"trainers/{s.id}/", s.title, chapter=s) for s in process.stages}
    quizzes = {
        c.id: Page(PageKind.QUIZ, f"{c.id}/quiz/", c.title, chapter=c)
        for c in process.chapters
        if c.id in process.quizzes
    }
    drills = tuple(
        Page(PageKind.DRILL, f"practice/{key}/", drilled[0].drill.title, drills=drilled)
        for key, drilled in _drills(process).items()
    )
    practice = Page(PageKind.PRACTICE, "practice/", None) if quizzes or drills else None
    review = Page(PageKind.REVIEW, "practice/review/", None) if quizzes else None
    flashcards = Page(PageKind.FLASHCARDS, "practice/terms/", None) if quizzes and process.terms else None
    progress = Page(PageKind.PROGRESS, "practice/progress/", None) if quizzes else None
    exams = {e.id: Page(PageKind.EXAM, f"{EXAMS}{e.id}/", e.title, exam=e) for e in process.exams}
    exam_list = Page(PageKind.EXAMS, EXAMS, None) if exams else None
    glossary = Page(PageKind.GLOSSARY, "glossary/", None) if process.terms else None
    sources = Page(PageKind.SOURCES, "sources/", None) if process.sources else None
    written = tuple(Page(PageKind.GUIDE, _guide_address(g), Text({language: g.title}), guide=g) for g in guides)
    sections = (
        Section("process", tuple(chapters.values())),
        Section(
            "practice",
            tuple(
                page for page in (practice, review, flashcards, exam_list, progress, *quizzes.values(), *drills) if page
            ),
            unlisted=tuple(exams.values()),
        ),
        Section(
            "checklists",
            (*([all_checklists] if all_checklists else ()), *(p for of in checklists.values() for p in of)),
        ),
        Section("reference", tuple(page for page in (glossary, sources) if page)),
        Section("for_trainers", tuple(trainers.values())),
        Section("about", written),
    )
    return Tree(
        language=language,
        root="" if first else f"{language}/",
        home=Page(PageKind.HOME, "", process.settings.title),
        sections=tuple(section for section in sections if section.pages),
        chapters=chapters,
        checklists=checklists,
        all_checklists=all_checklists,
        trainers=trainers,
        quizzes=quizzes,
        practice=practice,
        drills=drills,
        review=review,
        flashcards=flashcards,
        progress=progress,
        exams=exams,
        exam_list=exam_list,
        glossary=glossary,
        sources=sources,
        sheets=tuple(sheets(process, language, frozenset(s.id for s in process.stages if for_trainers(s)))),
    )


def _bilingual(trees: tuple[Tree, ...]) -> Iterator[Sheet]:
    """Yield the sheets of `trees` with the first language in them too, as they are found from the site's root.

    Who prints one for a customer reads the first language; the customer's own pages have it as well.
    """
    for tree in trees:
        for sheet in tree.sheets:
            if sheet.form is Form.BILINGUAL:
                yield replace(sheet, address=f"{tree.root}{sheet.address}")


def _drills(process: Process) -> dict[str, tuple[Drilled, ...]]:
    """Return what can be drilled, by the last part of its page's address; those of one key together."""
    found: dict[str, list[Drilled]] = {}
    for chapter in process.chapters:
        for block in chapter.blocks:
            drill = None if is_for_trainers(block) else block.drill()
            if drill and 1 < len(drill.categories) <= MOST_CATEGORIES:
                key = drill.key if drill.key != block.id else f"{chapter.id}-{block.id}"
                found.setdefault(key, []).append(Drilled(chapter, block, drill))
    return {
        key: tuple(drilled)
        for key, drilled in found.items()
        if sum(len(one.drill.cards) for one in drilled) >= FEWEST_CARDS
    }


def _checklists(chapter: Chapter) -> Iterator[Page]:
    for checklist in chapter.checklists:
        address = f"{chapter.id}/checklists/{checklist.id}/"
        yield Page(PageKind.CHECKLIST, address, checklist.title, chapter=chapter, checklist=checklist)


def _guide_address(guide: Guide) -> str:
    folder = guide.path.removesuffix(".md").removesuffix("index").removesuffix("/")
    return f"about/{folder}/"


def _media(process: Process) -> dict[str, str]:
    return {f"{chapter.folder}/{image}": media_address(chapter, image) for chapter, _, image in process.images()}
