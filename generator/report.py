"""What the content holds and lacks, counted: `report`."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.audience import public
from generator.blocks.base import Citation, Entry
from generator.chapters import Chapter
from generator.node import Node
from generator.problems import Location
from generator.process import Process
from generator.questions.base import Mistake
from generator.reading_time import reading_minutes
from generator.references import SourceKind
from generator.text import EVERY_LANGUAGE, Text
from generator.translations import Stale, stale

if TYPE_CHECKING:
    from generator.questions.base import Question


@dataclass(frozen=True, slots=True)
class ChapterReport:
    """One page: how many blocks of each type, entries from each kind of source, its texts, its questions.

    `minutes` are what its blocks take to read in each language, as it says itself.
    """

    id: str
    label: str
    blocks: Mapping[str, int]
    entries: Mapping[str, int]
    texts: Mapping[str, int]
    questions: "QuestionReport"
    minutes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """The questions of a page, those of cases too: how many of each type, level and aim, from each kind of source."""

    types: Mapping[str, int]
    levels: Mapping[str, int]
    aims: Mapping[str, int]
    sources: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the content lacks: where, and the language or id it is about."""

    where: Location
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """Counts per page, and what is missing. `overdue` are laws whose review date has passed.

    `mute` are questions that say nothing to any mistake, `silent` wrong answers to which nothing is said.
    `stale` are translations that have not followed a change, as far as translations.lock knows.
    """

    chapters: tuple[ChapterReport, ...]
    terms: int
    sources: Mapping[str, int]
    untranslated: tuple[Gap, ...]
    unsourced: tuple[Gap, ...]
    overdue: tuple[Gap, ...]
    unchecked: tuple[Gap, ...]
    mute: tuple[Gap, ...]
    silent: tuple[Gap, ...]
    stale: tuple[Stale, ...]


def report(process: Process, today: date, translations: bytes | None = None) -> Report:
    """Count what `process` holds; `today` decides which laws are past their review date.

    `translations` is the content of translations.lock.
    """
    asked = [question for chapter in process.chapters for question, _ in _questions(process, chapter)]
    kinds = {source.id: source.type for source in process.sources}
    return Report(
        chapters=tuple(_chapter(process, chapter, kinds) for chapter in process.chapters),
        terms=len(process.terms),
        sources=_sorted(Counter(source.type.value for source in process.sources)),
        untranslated=tuple(_untranslated(process)),
        unsourced=tuple(
            Gap(entry.where(), entry.id)
            for chapter in process.chapters
            for entry, cited in _entries(chapter)
            if not cited
        ),
        overdue=tuple(
            Gap(source.where("review_by"), source.id)
            for source in process.sources
            if source.review_by is not None and date.fromisoformat(source.review_by) < today
        ),
        unchecked=tuple(Gap(source.where(), source.id) for source in process.sources if not source.checked),
        mute=tuple(Gap(question.where(), question.id) for question in asked if _is_mute(question)),
        silent=tuple(gap for question in asked for gap in _silent(question)),
        stale=tuple(stale(process, translations)),
    )


def _chapter(process: Process, chapter: Chapter, kinds: Mapping[str, SourceKind]) -> ChapterReport:
    entries = Counter(_kind(cited, kinds) for _, cited in _entries(chapter))
    texts = Counter(
        language or "every" for node in chapter.walk() for text, _ in node.texts() for language in text.by_language
    )
    return ChapterReport(
        id=chapter.id,
        label=getattr(chapter, "label", ""),
        blocks=_sorted(Counter(str(getattr(block, "type", "")) for block in chapter.blocks)),
        entries=_sorted(entries),
        texts=_sorted(texts),
        questions=_asked(list(_questions(process, chapter)), kinds),
        minutes=_minutes(process, chapter),
    )


def _minutes(process: Process, chapter: Chapter) -> dict[str, int]:
    blocks, first = public(chapter.blocks), process.first_language
    return {language: reading_minutes(blocks, language, first) for language in process.settings.languages if blocks}


def _asked(asked: Sequence[tuple["Question", tuple[Citation, ...]]], kinds: Mapping[str, SourceKind]) -> QuestionReport:
    return QuestionReport(
        types=_sorted(Counter(str(getattr(question, "type", "")) for question, _ in asked)),
        levels=_sorted(Counter(question.level.value for question, _ in asked)),
        aims=_sorted(Counter(question.aim.value for question, _ in asked)),
        sources=_sorted(Counter(_kind(cited, kinds) for _, cited in asked)),
    )


def _questions(process: Process, chapter: Chapter) -> Iterator[tuple["Question", tuple[Citation, ...]]]:
    """Yield what a page asks, with the source that holds for it; a case stands for its questions."""
    quiz = process.quizzes.get(chapter.id)
    for question in quiz.questions if quiz else ():
        inner: tuple[Question, ...] = getattr(question, "questions", ())
        for one in inner or (question,):
            yield one, one.source or question.source


def _is_mute(question: "Question") -> bool:
    """Whether a question says the same to every mistake; those without a verdict need say nothing."""
    unmarked = question.key is not None or isinstance(getattr(question, "answer", None), Text)
    return not unmarked and all(getattr(node, "feedback", None) is None for node in question.walk())


def _silent(question: "Question") -> Iterator[Gap]:
    """Yield the wrong answers of a question that get no feedback; itself, where it has one for all of them."""
    if question.key is not None:
        return
    if "feedback" in type(question).model_fields and getattr(question, "feedback", None) is None:
        yield Gap(question.where(), question.id)
    for node in question.walk():
        if isinstance(node, Mistake) and node.feedback is None and not getattr(node, "correct", False):
            yield Gap(node.where(), f"{question.id}/{node.id}")


def _entries(chapter: Chapter) -> Iterator[tuple[Entry, tuple[Citation, ...]]]:
    """Yield every entry of the page's blocks with the source that holds for it: its own, or that of what it is in."""

    def below(node: Node, inherited: tuple[Citation, ...]) -> Iterator[tuple[Entry, tuple[Citation, ...]]]:
        cited = inherited
        if isinstance(node, Entry):
            cited = node.source or inherited
            yield node, cited
        for _, value in node.members():
            if isinstance(value, Node):
                yield from below(value, cited)

    for block in chapter.blocks:
        yield from below(block, ())


def _kind(cited: tuple[Citation, ...], kinds: Mapping[str, SourceKind]) -> str:
    return kinds[cited[0].of].value if cited else "none"


def _untranslated(process: Process) -> Iterator[Gap]:
    languages = set(process.settings.languages)
    for node in process.nodes():
        for text, where in node.texts():
            if EVERY_LANGUAGE not in text.by_language:
                for language in sorted(languages - set(text.by_language)):
                    yield Gap(where, language)


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))
