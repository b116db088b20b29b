"""Draws a paper: a word decides which questions of the bank somebody gets, so one word gives a class one paper.

`elements/draw.js` does the same in the browser, and a test holds the two together.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from generator.process import Process

if TYPE_CHECKING:
    from generator.exams import Exam, Section
    from generator.questions.base import Question

FNV_OFFSET: Final = 0x811C9DC5
FNV_PRIME: Final = 0x01000193
WORD: Final = 0xFFFFFFFF  # 32 bits


def pools(process: Process, exam: "Exam") -> list[tuple[str, ...]]:
    """Return what each section of `exam` may draw: questions as "stage/question", in the bank's order."""
    return [tuple(_fitting(process, section)) for section in exam.sections]


def sure_counts(found: Sequence[Sequence[str]], counts: Sequence[int]) -> list[int]:
    """Return how many questions each pool has left in the worst case, when earlier ones have taken their `counts`."""
    sets = [frozenset(pool) for pool in found]
    return [
        len(own) - sum(min(counts[other], len(own & sets[other])) for other in range(place))
        for place, own in enumerate(sets)
    ]


def draw(found: Sequence[Sequence[str]], counts: Sequence[int], word: str) -> list[list[str]]:
    """Return the paper that `word` gives: of each pool its count, in an order of the word's, and nothing twice."""
    seed = plain(word)
    taken: set[str] = set()
    paper: list[list[str]] = []
    for pool, count in zip(found, counts, strict=True):
        left = (name for name in pool if name not in taken)
        paper.append(sorted(left, key=lambda name: (mixed(f"{seed}:{name}"), name))[:count])
        taken.update(paper[-1])
    return paper


def plain(word: str) -> str:
    """Return `word` as it counts: without case, blanks, punctuation and the width of its signs."""
    folded = unicodedata.normalize("NFKC", word).lower()
    return "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LN")


def mixed(text: str) -> int:
    """Return the 32-bit FNV-1a hash of `text`, with the last step of MurmurHash3: FNV alone mixes the end badly."""
    number = FNV_OFFSET
    for byte in text.encode():
        number = (number ^ byte) * FNV_PRIME & WORD
    number = (number ^ number >> 16) * 0x85EBCA6B & WORD
    number = (number ^ number >> 13) * 0xC2B2AE35 & WORD
    return number ^ number >> 16


def _fitting(process: Process, section: "Section") -> Iterator[str]:
    for chapter in process.chapters:
        quiz = process.quizzes.get(chapter.id)
        if quiz is None or (section.stages and chapter.id not in section.stages):
            continue
        for question in quiz.questions:
            if question.is_marked and question.key is None and _fits(question, section):
                yield f"{chapter.id}/{question.id}"


def _fits(question: "Question", section: "Section") -> bool:
    return (
        (not section.types or str(getattr(question, "type")) in section.types)  # noqa: B009  # every subclass declares it
        and (not section.levels or question.level in section.levels)
        and (not section.aims or question.aim in section.aims)
    )
