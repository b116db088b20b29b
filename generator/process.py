"""The process as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.blocks.base import Citation, Entry, FileName, Id, LanguageCode, WebAddress
from generator.chapters import Chapter, Part, Stage
from generator.glossary import Term
from generator.lock import Lock
from generator.node import Choice, Items, Node, SomeItems
from generator.references import Source
from generator.text import Text

if TYPE_CHECKING:
    from generator.exams import Exam
    from generator.questions.base import Question
    from generator.questions.every import Quiz

PROCESS_FILE = "process.yml"
QUIZ_FILE = "quiz.yml"
EXAMS_FILE = "exams.yml"


class Shape(StrEnum):
    """How the stages follow each other."""

    LINE = "line"
    RING = "ring"


class Place(Entry):
    """Where stages happen, such as "at the dealer's"."""

    title: Text
    """Its name.

    名称。"""


class Lane(Entry):
    """One of several parallel runs of stages."""

    title: Text
    """Its name.

    名称。"""


class Route(Entry):
    """A way in which customers come into the process."""

    title: Text
    """Its name.

    名称。"""
    to: Id
    """Id of the stage it leads to.

    通向的阶段的标识。"""
    place: Id | None = None
    """Id of the place it starts from.

    起点所在地点的标识。"""
    parts: Items[Part] = ()
    """Its kinds.

    细分的几种情况。"""


class ProcessFile(Node):
    """process.yml: the process as a whole."""

    title: Text
    """Name of the process; the site's name.

    流程名称，也是网站名称。"""
    subtitle: Text | None = None
    """A line under the title on the first page.

    首页标题下的一行字。"""
    welcome: Text | None = None
    """A few sentences on the first page.

    首页的几句话。"""
    languages: SomeItems[LanguageCode]
    """Codes of the languages, the first one at the site's root.

    语言代码；第一种语言放在网站根目录。"""
    site_url: WebAddress | None = None
    """Address of the finished site; without it there are no QR codes and no canonical links.

    网站地址；不写则没有二维码和规范链接。"""
    shape: Choice[Shape] = Shape.LINE
    """Whether the stages run in a line or in a ring.

    阶段排成直线（line）还是循环（ring）。"""
    places: Items[Place] = ()
    """Where stages happen.

    阶段发生的地点。"""
    flows: Items[Lane] = ()
    """Parallel runs of stages, where there are several.

    有多条并行流程时列出。"""
    routes: Items[Route] = ()
    """Ways into the process.

    客户进入流程的途径。"""
    prefaces: Items[FileName] = ()
    """Folders of pages before the stages.

    阶段之前的页面文件夹。"""
    stages: Items[FileName] = ()
    """Folders of the stages, in order.

    阶段文件夹，按顺序。"""
    appendices: Items[FileName] = ()
    """Folders of pages after the stages.

    阶段之后的页面文件夹。"""
    source: Items[Citation] = ()
    """Where the map comes from.

    流程图的来源。"""
    details_source: Items[Citation] = ()
    """Where everything comes from that no entry says otherwise of.

    没有另外注明来源的内容，来自哪里。"""
    map_note: Text | None = None
    """A remark under the map.

    流程图下面的说明。"""


@dataclass(frozen=True, slots=True)
class Process:
    """Everything a folder says, shape checked; `media` are the paths of its other files."""

    settings: ProcessFile
    prefaces: tuple[Chapter, ...]
    stages: tuple[Stage, ...]
    appendices: tuple[Chapter, ...]
    terms: tuple[Term, ...]
    sources: tuple[Source, ...]
    media: frozenset[str]
    page_folders: frozenset[str]
    """Every folder that holds a page, listed or not."""
    quizzes: "Mapping[str, Quiz]"
    """The questions of each chapter that has any, by its id."""
    lock: Lock | None = None
    """The ids that have to stay; None where the process keeps no such list."""
    exams: "tuple[Exam, ...]" = ()

    @property
    def first_language(self) -> str:
        """The language at the site's root, in which every text exists."""
        return self.settings.languages[0]

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Every page of content in reading order."""
        return (*self.prefaces, *self.stages, *self.appendices)

    def images(self) -> Iterator[tuple[Chapter, Node, str]]:
        """Yield the file name of every picture that something names, with that and the chapter it is in."""
        for chapter in self.chapters:
            for node in chapter.walk():
                # Asking pydantic for an attribute that a model lacks is slow, and most models lack it.
                if image := vars(node).get("image"):
                    yield chapter, node, image

    def locked(self) -> Iterator[tuple[str, Entry]]:
        """Yield what learners' progress can hang on, by the name it has in ids.lock: `page` or `page/entry`."""
        for chapter in self.chapters:
            yield chapter.id, chapter
            for block in chapter.blocks:
                for node in block.walk():
                    if isinstance(node, Entry):
                        yield f"{chapter.id}/{node.id}", node
            for question in self.questions(chapter):
                yield f"{chapter.id}/{question.id}", question
            for checklist in chapter.checklists:
                for node in checklist.walk():
                    if isinstance(node, Entry):
                        within = "" if node is checklist else f"/{node.id}"
                        yield f"{chapter.id}/checklists/{checklist.id}{within}", node

    def questions(self, chapter: Chapter) -> "Iterator[Question]":
        """Yield every question of `chapter`, those of a case after it."""
        if quiz := self.quizzes.get(chapter.id):
            yield from quiz.every()

    def has_new_ids(self) -> bool:
        """Whether ids.lock, where there is one, lacks an id."""
        lock = self.lock
        return lock is not None and any(name not in lock.ids and name not in lock.retired for name, _ in self.locked())

    def nodes(self) -> Iterator[Node]:
        """Yield everything that was written, file by file."""
        checklists = (checklist for chapter in self.chapters for checklist in chapter.checklists)
        asked = (*self.quizzes.values(), *self.exams)
        for root in (self.settings, *self.chapters, *asked, *checklists, *self.terms, *self.sources):
            yield from root.walk()
