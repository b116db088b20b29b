"""The process as a whole, and the way to it from the documents of its folder: `validate`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, TypeVar, Union

from pydantic import Field, PrivateAttr, ValidationError

from generator import blocks, registry
from generator.blocks.base import Block, Citation, Entry, FileName, Id, IsoDate, LanguageCode, WebAddress
from generator.checklists import CHECKLISTS_FILE, Checklist, ChecklistsFile
from generator.lock import LOCK_FILE, Lock
from generator.misfits import problems_of
from generator.node import Choice, Items, Node, SomeItems
from generator.problems import Location, Problem, Unsound, problem
from generator.source import Document
from generator.text import Text

if TYPE_CHECKING:
    from generator.exams import Exam, ExamsFile
    from generator.questions.base import Question
    from generator.questions.every import Quiz

    AnyBlock: TypeAlias = Block
else:
    # The types are known only when the folders have been looked through: no `|` can name them.
    AnyBlock = Annotated[Union[tuple(registry.types(blocks, Block).values())], Field(discriminator="type")]  # noqa: UP007

PROCESS_FILE = "process.yml"
SOURCES_FILE = "sources.yml"
GLOSSARY_FILE = "glossary.yml"
STAGE_FILE = "stage.yml"
PAGE_FILE = "page.yml"
QUIZ_FILE = "quiz.yml"
EXAMS_FILE = "exams.yml"

AnyNode = TypeVar("AnyNode", bound=Node)
Known: TypeAlias = dict[tuple[str, type[Node]], tuple[Document, Node]]
"""What documents were validated to, by path and model: the same document makes the same model."""


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
    parts: "Items[Part]" = ()
    """Its kinds.

    细分的几种情况。"""


class Part(Entry):
    """A named part of a stage or route."""

    title: Text
    """Its name.

    名称。"""


class Chapter(Entry):
    """A page of content: a stage, a preface or an appendix."""

    title: Text
    """Title of the page.

    页面标题。"""
    summary: Text | None = None
    """What the page is for, in a sentence.

    一句话说明这一页的用途。"""
    blocks: Items[AnyBlock] = ()
    """What the page holds, top to bottom.

    页面内容，从上到下。"""

    _checklists: tuple[Checklist, ...] = PrivateAttr(default=())

    @property
    def checklists(self) -> tuple[Checklist, ...]:
        """The checklists beside the page, from a file of their own."""
        return self._checklists

    @property
    def folder(self) -> str:
        """Name of the folder that holds it, inside the process folder."""
        return self.where().file.rpartition("/")[0]


class Stage(Chapter):
    """A stage of the process."""

    label: str
    """Its number as text, such as "5", "9.1" or "7a".

    阶段编号，写成文字，例如 "5"、"9.1"、"7a"。"""
    places: Items[Id] = ()
    """Ids of the places where it happens.

    所在地点的标识。"""
    flow: Id | None = None
    """Id of the flow it belongs to, where the process has several.

    有多条并行流程时，所属流程的标识。"""
    parts: Items[Part] = ()
    """Named parts of the stage, shown on the map.

    阶段的组成部分，显示在流程图上。"""


class SourceKind(StrEnum):
    """What sort of source it is."""

    DECK = "deck"
    EDITORS = "editors"
    PUBLICATION = "publication"
    LAW = "law"


class Slide(Node):
    """What one slide of a deck shows."""

    number: int
    """Its number in the deck.

    页码。"""
    title: Text
    """Its title or what it shows.

    标题或内容。"""


class Source(Entry):
    """Something entries can come from."""

    type: Choice[SourceKind]
    """deck, editors, publication or law.

    deck 培训材料、editors 编者、publication 出版物、law 法规。"""
    title: Text
    """Its title.

    标题。"""
    short: Text | None = None
    """How it is named beside an entry, such as "slide"; for a deck the slide's number follows.

    条目旁边显示的简称；培训材料的简称后面会加页码。"""
    detail: Text | None = None
    """What a reader should know of it.

    读者需要了解的情况。"""
    address: WebAddress | None = None
    """Its web address.

    网址。"""
    issuer: Text | None = None
    """Who issued it: publisher or authority.

    发布者：出版社或机关。"""
    date: str | None = None
    """When it was published or came into force, such as "2021-11-01".

    发布或施行日期，例如 "2021-11-01"。"""
    review_by: IsoDate | None = None
    """When somebody has to look whether it still holds, such as "2027-06-30".

    复核期限，例如 "2027-06-30"。"""
    checked: bool = True
    """False where the wording could not be checked against the source itself.

    未能核对原文时写 false。"""
    slides: Items[Slide] = ()
    """The slides of a deck.

    培训材料的各页。"""


class Term(Entry):
    """An entry of the glossary."""

    term: Text
    """The word.

    词条。"""
    variants: Items[Text] = ()
    """Other words for it.

    其他说法。"""
    definition: Text
    """What it means.

    释义。"""
    beware: Text | None = None
    """What it is often mistaken for.

    容易混淆之处。"""


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


class GlossaryFile(Node):
    """glossary.yml: the terms."""

    terms: Items[Term] = ()
    """The terms.

    词条。"""


class SourcesFile(Node):
    """sources.yml: what entries can come from."""

    sources: Items[Source] = ()
    """The sources.

    来源。"""


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


def validate(documents: Mapping[str, Document], files: frozenset[str], known: Known | None = None) -> Process:
    """Turn the parsed documents (by path) of a folder that holds `files` into a `Process`.

    What is `known` is not validated again; what is validated is added to it.

    Raises:
        Unsound: with every wrong shape and every missing file of the folder.

    """
    reading = _Reading(documents, {} if known is None else known)
    settings = reading.document(PROCESS_FILE, ProcessFile)
    if settings is None:
        raise Unsound(reading.problems or [problem("no-process", Location(PROCESS_FILE))])
    prefaces = reading.chapters(settings, "prefaces", PAGE_FILE, Chapter)
    stages = reading.chapters(settings, "stages", STAGE_FILE, Stage)
    appendices = reading.chapters(settings, "appendices", PAGE_FILE, Chapter)
    glossary = reading.document(GLOSSARY_FILE, GlossaryFile)
    sources = reading.document(SOURCES_FILE, SourcesFile)
    lock = reading.document(LOCK_FILE, Lock)
    quizzes = reading.quizzes([*prefaces.values(), *stages.values(), *appendices.values()])
    exams = reading.exams()
    if reading.problems:
        raise Unsound(reading.problems)
    return Process(
        settings=settings,
        prefaces=tuple(prefaces.values()),
        stages=tuple(stages.values()),
        appendices=tuple(appendices.values()),
        terms=glossary.terms if glossary else (),
        sources=sources.sources if sources else (),
        media=frozenset(path for path in files if path not in documents),
        page_folders=frozenset(
            folder
            for folder, _, file in (path.rpartition("/") for path in documents)
            if file in (STAGE_FILE, PAGE_FILE)
        ),
        quizzes=quizzes,
        lock=lock,
        exams=exams.exams if exams else (),
    )


AnyChapter = TypeVar("AnyChapter", bound=Chapter)


class _Reading:
    """Validates documents one after the other and collects what is wrong with any of them."""

    def __init__(self, documents: Mapping[str, Document], known: Known) -> None:
        self.documents = documents
        self.known = known
        self.problems: list[Problem] = []

    def document(self, path: str, model: type[AnyNode]) -> AnyNode | None:
        """Validate the document at `path`; None when it is absent or wrong."""
        document = self.documents.get(path)
        if document is None:
            return None
        before, made = self.known.get((path, model), (None, None))
        if before is document and isinstance(made, model):
            return made
        try:
            node = model.model_validate(document.data)
        except ValidationError as error:
            self.problems += problems_of(error, document)
            return None
        self.known[path, model] = document, node
        return node

    def chapters(
        self,
        settings: ProcessFile,
        listed: Literal["prefaces", "stages", "appendices"],
        file: str,
        model: type[AnyChapter],
    ) -> dict[str, AnyChapter]:
        """Validate the pages of every folder that `settings` lists under `listed`, by folder."""
        read: dict[str, AnyChapter] = {}
        for index, folder in enumerate(getattr(settings, listed)):
            path = f"{folder}/{file}"
            if path not in self.documents:
                self.problems.append(problem("missing-file", settings.where(listed, index), path=path, by=PROCESS_FILE))
                continue
            chapter = self.document(path, model)
            beside = self.document(f"{folder}/{CHECKLISTS_FILE}", ChecklistsFile)
            if chapter is not None:
                chapter._checklists = beside.checklists if beside else ()  # noqa: SLF001  # its own module
                read[folder] = chapter
        return read

    def quizzes(self, chapters: Iterable[Chapter]) -> "dict[str, Quiz]":
        """Validate the questions of every chapter that has any, by its id."""
        paths = {chapter.id: f"{chapter.folder}/{QUIZ_FILE}" for chapter in chapters}
        if self.documents.keys().isdisjoint(paths.values()):
            return {}
        from generator.questions.every import Quiz  # noqa: PLC0415  # a process without questions starts faster

        read = {name: self.document(path, Quiz) for name, path in paths.items()}
        return {name: quiz for name, quiz in read.items() if quiz is not None}

    def exams(self) -> "ExamsFile | None":
        """Validate the exams, if there are any."""
        if EXAMS_FILE not in self.documents:
            return None
        from generator.exams import ExamsFile  # noqa: PLC0415  # a process without exams starts faster

        return self.document(EXAMS_FILE, ExamsFile)
