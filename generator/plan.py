"""Decides the pages, their addresses, order and navigation, for each language: `plan`. All links are decided here."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.audience import only_trainers
from generator.blocks.base import Block, Drill
from generator.checklists import Checklist, Form
from generator.process import Chapter, Process, Source
from generator.sheets import CUT_OUT, Sheet, SheetKind, has_part, sheets
from generator.text import Text

if TYPE_CHECKING:
    from generator.exams import Exam

MOST_CATEGORIES: Final = 9  # each has a key of its own
FEWEST_CARDS: Final = 6  # with less there is nothing to practise
EXAMS: Final = "practice/exams/"


class PageKind(StrEnum):
    """What a page is; also the name of its template."""

    HOME = "home"
    CHAPTER = "chapter"
    QUIZ = "quiz"
    PRACTICE = "practice"
    DRILL = "drill"
    REVIEW = "review"
    FLASHCARDS = "flashcards"
    PROGRESS = "progress"
    CHECKLISTS = "checklists"
    CHECKLIST = "checklist"
    EXAMS = "exams"
    EXAM = "exam"
    TRAINERS = "trainers"
    GLOSSARY = "glossary"
    SOURCES = "sources"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Guide:
    """A page written by hand, the same path in every language that has it: `path` such as "architecture.md"."""

    path: str
    title: str
    content: str


@dataclass(frozen=True, slots=True)
class Drilled:
    """A drill with the block that it is made of, and the chapter that holds that."""

    chapter: Chapter
    block: Block
    drill: Drill


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language.

    `address` is relative to the language's root and ends with "/", empty for the home page; `path` is that of its
    Markdown file.
    """

    kind: PageKind
    address: str
    title: Text | None
    chapter: Chapter | None = None
    guide: Guide | None = None
    drills: "tuple[Drilled, ...]" = ()
    checklist: Checklist | None = None
    exam: "Exam | None" = None

    @property
    def path(self) -> str:
        """Path of the Markdown file that becomes this page.

        Zensical rewrites links in HTML on pages that are not called index.md. Pages written by hand link by Markdown,
        and to each other by the names of their files.
        """
        return f"about/{self.guide.path}" if self.guide else f"{self.address}index.md"

    def to(self, address: str, anchor: str = "") -> str:
        """Return the link from this page to `address` (relative to the language's root)."""
        return f"{_relative(address, self.address)}{'#' + anchor if anchor else ''}"


_SHEETS_ON: Mapping[PageKind, tuple[SheetKind, ...]] = {
    PageKind.HOME: (SheetKind.WORKBOOK, SheetKind.TRAINERS, SheetKind.CUT_OUTS),
    PageKind.CHAPTER: (SheetKind.CARD, SheetKind.WORKBOOK, SheetKind.CUT_OUTS),
    PageKind.TRAINERS: (SheetKind.TRAINERS, SheetKind.CARD, SheetKind.CUT_OUTS),
    PageKind.GLOSSARY: (SheetKind.WORKBOOK,),
    PageKind.CHECKLIST: (SheetKind.CHECKLIST,),
    PageKind.QUIZ: (SheetKind.QUIZ, SheetKind.KEY),
    PageKind.EXAM: (SheetKind.QUIZ, SheetKind.KEY),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the navigation: pages under a heading; `word` names the heading among the interface's words."""

    word: str
    pages: tuple[Page, ...]
    unlisted: tuple[Page, ...] = ()
    """Pages that another one of the section leads to, and the navigation does not."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The pages of one language. `root` is where it stands below the site's root: "" or "en/"."""

    language: str
    root: str
    home: Page
    sections: tuple[Section, ...]
    chapters: Mapping[str, Page]
    checklists: Mapping[str, tuple[Page, ...]]
    """The pages of each chapter's checklists, by the chapter's id; only of chapters that have any."""
    all_checklists: Page | None
    trainers: Mapping[str, Page]
    quizzes: Mapping[str, Page]
    practice: Page | None
    drills: tuple[Page, ...]
    review: Page | None
    flashcards: Page | None
    progress: Page | None
    exams: Mapping[str, Page]
    exam_list: Page | None
    glossary: Page | None
    sources: Page | None
    sheets: tuple[Sheet, ...]
    lent: tuple[Sheet, ...] = ()
    """Sheets of other trees that readers of this one print too."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, in the navigation's order."""
        return (self.home, *(page for section in self.sections for page in (*section.pages, *section.unlisted)))

    def sheets_for(self, page: Page) -> tuple[Sheet, ...]:
        """Return the sheets that readers of `page` can print."""
        return tuple(
            sheet
            for sheet in (*self.sheets, *self.lent)
            if sheet.kind in _SHEETS_ON.get(page.kind, ())
            and (sheet.chapter is None or sheet.chapter is page.chapter)
            and (sheet.checklist is page.checklist and sheet.exam is page.exam)
            and (sheet.kind is not SheetKind.CUT_OUTS or page.chapter is None or has_part(page.chapter, CUT_OUT))
        )


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


def for_trainers(chapter: Chapter) -> tuple[Block, ...]:
    """Return the blocks of `chapter` that have something for trainers, in order."""
    return tuple(
        block for block in chapter.blocks if block.trainer_notes or hasattr(block, "look_for") or is_for_trainers(block)
    )


def is_for_trainers(block: Block) -> bool:
    """Whether the block or anything in it is for trainers only: then they see all of it on their page."""
    return any(only_trainers(node) for node in block.walk())


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


@lru_cache(maxsize=1024)
def _relative(address: str, start: str) -> str:
    slash = "/" if not address or address.endswith("/") else ""
    return f"{posixpath.relpath(f'/{address}', f'/{start}')}{slash}"
