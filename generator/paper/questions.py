"""What stands on a paper of questions and on the sheet with its answers: `paper_data`."""

import string
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from generator.draw import draw, pools
from generator.paper.asked import asked, own_words
from generator.paper.content import NAMELESS
from generator.paper.data import Data, Dump
from generator.process import Process
from generator.render.environment import type_of
from generator.render.words import words, words_of_type
from generator.sheets import Sheet, SheetKind

if TYPE_CHECKING:
    from generator.questions.base import Question

# The word that the printed papers are drawn with: who types it on the page of the exam gets the same paper.
WORD: Final = "A"
Say = Callable[[Any], Any]


def paper_data(dump: Dump, process: Process, sheet: Sheet) -> Data:
    """Return the questions of `sheet` in sections; their answers only on the sheet that is for them."""
    key = sheet.kind is SheetKind.KEY
    if sheet.exam is None:
        chapter = sheet.chapter
        name = f"{getattr(chapter, 'label', '')} {dump.plain(chapter.title)}".strip() if chapter else ""
        every = process.quizzes[chapter.id].questions if chapter else ()
        return {"title": name, "sections": [{"title": None, "questions": _numbered(dump, every, key=key)}]}
    exam = sheet.exam
    bank = {
        f"{chapter.id}/{question.id}": question
        for chapter in process.chapters
        for question in process.questions(chapter)
    }
    drawn = draw(pools(process, exam), [section.count for section in exam.sections], WORD)
    sections, start = [], 1
    for section, names in zip(exam.sections, drawn, strict=True):
        questions = _numbered(dump, [bank[name] for name in names], start, key=key)
        sections.append({"title": dump.value(section.title), "marks": section.marks, "questions": questions})
        start += len(questions)
    return {
        "title": dump.plain(exam.title) or NAMELESS,
        "intro": dump.value(exam.intro),
        "exam": {"minutes": exam.minutes, "marks": exam.marks, "pass_mark": exam.pass_mark, "word": WORD},
        "sections": sections,
    }


def _numbered(dump: Dump, questions: Iterable["Question"], start: int = 1, *, key: bool) -> list[Data]:
    made: list[Data] = []
    for question in questions:
        inner = getattr(question, "questions", ())
        made.append(_question(dump, question, start, key=key))
        if inner:
            made[-1]["questions"] = _numbered(dump, inner, start, key=key)
        start += len(inner) or 1
    return made


def _question(dump: Dump, question: "Question", number: int, *, key: bool) -> Data:
    kind = type_of(question)
    from generator import questions  # noqa: PLC0415  # a process without questions starts faster

    data: Data = {
        "type": kind,
        "number": number,
        "name": words_of_type(kind, dump.language, questions)["name"],
        "prompt": dump.value(question.prompt),
        "points": question.points,
        **asked(dump, question),
    }
    if key:
        data |= {"answer": _answer(dump, question), "explanation": dump.value(getattr(question, "explanation", None))}
        data["no_key"] = words(dump.language)["question"]["no_key"][question.key.value] if question.key else None
    return data


def _answer(dump: Dump, question: "Question") -> list[Any]:
    """Return the answer as lines of text: letters where there are options, else words."""
    make = ANSWERS.get(type_of(question))
    return make(dump.value, question, dump) if make else []


def _letters(say: Say, question: Any, _: Dump) -> list[Any]:  # noqa: ANN401  # of the types that have options
    options = zip(string.ascii_uppercase, question.options, strict=False)
    return [[f"{letter}  ", *say(option.text)] for letter, option in options if option.correct]


def _judgement(say: Say, question: Any, dump: Dump) -> list[Any]:  # noqa: ANN401
    own = own_words("truefalse", dump)
    said = [] if question.correct is None else [[own["is_true"] if question.correct else own["is_false"]]]
    return said + ([say(question.reason)] if question.reason else [])


def _places(say: Say, question: Any, _: Dump) -> list[Any]:  # noqa: ANN401
    return [[f"{place}  ", *say(item.text)] for place, item in enumerate(question.items, start=1)]


def _pairs(say: Say, question: Any, _: Dump) -> list[Any]:  # noqa: ANN401
    return [[*say(pair.text), " — ", *say(pair.match)] for pair in question.pairs]


def _sorted(say: Say, question: Any, _: Dump) -> list[Any]:  # noqa: ANN401
    titles = {category.id: say(category.title) for category in question.categories}
    return [[*say(card.text), " — ", *titles[card.category]] for card in question.cards]


def _filled(say: Say, question: Any, _: Dump) -> list[Any]:  # noqa: ANN401
    return [[f"({place})  ", *say(gap.answer)] for place, gap in enumerate(question.gaps, start=1)]


def _figure(say: Say, question: Any, _: Dump) -> list[Any]:  # noqa: ANN401
    from generator.render.questions import number  # noqa: PLC0415  # a process without questions starts faster

    return [[number(question.answer), " ", *(say(question.unit) or [])]]


def _model(say: Say, question: Any, _: Dump) -> list[Any]:  # noqa: ANN401
    return [say(question.answer), *([["· ", *say(point.text)] for point in getattr(question, "look_for", ())])]


ANSWERS: Final[Mapping[str, Callable[[Say, Any, Dump], list[Any]]]] = {
    "single": _letters,
    "multiple": _letters,
    "truefalse": _judgement,
    "order": _places,
    "match": _pairs,
    "categorize": _sorted,
    "cloze": _filled,
    "numeric": _figure,
    "short": _model,
    "flashcard": _model,
}
