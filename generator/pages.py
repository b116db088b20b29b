"""The pages of a site and how they hang together. All links are decided here."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.blocks.base import Block, Drill
from generator.chapters import Chapter
from generator.checklists import Checklist
from generator.sheets import CUT_OUT, Sheet, SheetKind, has_part
from generator.text import Text

if TYPE_CHECKING:
    from generator.exams import Exam


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


@lru_cache(maxsize=1024)
def _relative(address: str, start: str) -> str:
    slash = "/" if not address or address.endswith("/") else ""
    return f"{posixpath.relpath(f'/{address}', f'/{start}')}{slash}"
