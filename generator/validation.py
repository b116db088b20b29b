"""Documents → `Process`: every file is held against its model, and all that does not fit is said at once."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from pydantic import ValidationError

from generator.chapters import PAGE_FILE, STAGE_FILE, Chapter, Stage
from generator.checklists import CHECKLISTS_FILE, ChecklistsFile
from generator.glossary import GLOSSARY_FILE, GlossaryFile
from generator.lock import LOCK_FILE, Lock
from generator.misfits import problems_of
from generator.node import Node
from generator.problems import Location, Problem, Unsound, problem
from generator.process import EXAMS_FILE, PROCESS_FILE, QUIZ_FILE, Process, ProcessFile
from generator.references import SOURCES_FILE, SourcesFile
from generator.source import Document

if TYPE_CHECKING:
    from generator.exams import ExamsFile
    from generator.questions.every import Quiz

AnyNode = TypeVar("AnyNode", bound=Node)
AnyChapter = TypeVar("AnyChapter", bound=Chapter)
Known: TypeAlias = dict[tuple[str, type[Node]], tuple[Document, Node]]
"""What documents were validated to, by path and model: the same document makes the same model."""


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
                place = settings.where(listed, index)
                meant = self._renamed(settings, file)
                self.problems.append(problem("missing-file", place, path=path, by=PROCESS_FILE, guess=meant))
                continue
            chapter = self.document(path, model)
            beside = self.document(f"{folder}/{CHECKLISTS_FILE}", ChecklistsFile)
            if chapter is not None:
                chapter._checklists = beside.checklists if beside else ()  # noqa: SLF001  # they stand in a file of their own
                read[folder] = chapter
        return read

    def _renamed(self, settings: ProcessFile, file: str) -> str:
        """Return the folder that holds a `file` and is not listed, if there is just one: another was renamed to it."""
        listed = {*settings.prefaces, *settings.stages, *settings.appendices}
        folders = {path.removesuffix(f"/{file}") for path in self.documents if path.endswith(f"/{file}")} - listed
        return folders.pop() if len(folders) == 1 else ""

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
