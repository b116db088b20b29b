"""A paper can be drawn from the bank, whatever the word, and its marks add up."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.checks.references import resolve
from generator.draw import pools, sure_counts
from generator.problems import Location, Problem, problem
from generator.process import Process

if TYPE_CHECKING:
    from generator.exams import Exam, Section


def check(process: Process) -> Iterator[Problem]:
    """Yield what keeps an exam from being drawn, and marks that do not add up."""
    if not process.exams:
        return
    from generator.questions.every import TYPES  # noqa: PLC0415  # a process without exams starts faster

    types = {name for name, model in TYPES.items() if model.is_marked}
    pages = {chapter.id for chapter in process.chapters if chapter.id in process.quizzes}
    yield from _unique(process.exams)
    for exam in process.exams:
        yield from _unique(exam.sections)
        unknown = [found for section in exam.sections for found in _unknown(section, pages, types)]
        yield from unknown or _too_few(process, exam)
        total = sum(section.marks for section in exam.sections)
        if total != exam.marks:
            yield problem("marks-do-not-add-up", exam.where("marks"), marks=exam.marks, sum=total)


def _unknown(section: "Section", pages: set[str], types: set[str]) -> Iterator[Problem]:
    for index, stage in enumerate(section.stages):
        yield from resolve(stage, pages, "page with questions", section.where("stages", index))
    for index, name in enumerate(section.types):
        yield from resolve(name, types, "type of question that can be marked", section.where("types", index))


def _too_few(process: Process, exam: "Exam") -> Iterator[Problem]:
    counts = [section.count for section in exam.sections]
    for section, sure in zip(exam.sections, sure_counts(pools(process, exam), counts), strict=True):
        if sure < section.count:
            yield problem("too-few-questions", section.where("count"), count=section.count, has=max(0, sure))


def _unique(named: "tuple[Exam, ...] | tuple[Section, ...]") -> Iterator[Problem]:
    first: dict[str, Location] = {}
    for one in named:
        here = one.where("id")
        if first.setdefault(one.id, here) is not here:
            yield problem("duplicate-id", here, id=one.id, first=first[one.id])
