"""What stands on a paper of questions and on the sheet with its answers: `paper_data`."""

import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from generator.draw import draw, pools
from generator.paper.content import NAMELESS, as_blocks, as_inline
from generator.paper.data import Data, Dump
from generator.process import Process
from generator.render.environment import type_of
from generator.render.words import words, words_of_type
from generator.sheets import Sheet, SheetKind
from generator.text import Text

if TYPE_CHECKING:
    from generator.questions.base import Question

# The word that the printed papers are drawn with: who types it on the page of the exam gets the same paper.
WORD: Final = "A"
Say = Callable[[Any], Any]
BLANK: Final = "＿＿＿＿＿＿"


def paper_data(dump: Dump, process: Process, sheet: Sheet) -> Data:
    """Return the questions of `sheet` in sections; their answers only on the sheet that is for them."""
    key = sheet.kind is SheetKind.KEY
    if sheet.exam is None:
        chapter = sheet.chapter
        name = f"{getattr(chapter, 'label', '')} {dump.plain(chapter.title)}".strip() if chapter else ""
        asked = process.quizzes[chapter.id].questions if chapter else ()
        return {"title": name, "sections": [{"title": None, "questions": _numbered(dump, asked, key=key)}]}
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


def _numbered(dump: Dump, asked: Iterable["Question"], start: int = 1, *, key: bool) -> list[Data]:
    made: list[Data] = []
    for question in asked:
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
        **_Asked(dump, question).data(),
    }
    if key:
        data |= {"answer": _answer(dump, question), "explanation": dump.value(getattr(question, "explanation", None))}
        data["no_key"] = words(dump.language)["question"]["no_key"][question.key.value] if question.key else None
    return data


class _Asked:
    """What is printed below the prompt: options, things to order, halves to match."""

    def __init__(self, dump: Dump, question: "Question") -> None:
        self.dump, self.question = dump, question

    def data(self) -> Data:
        """Return it by the names that the template knows."""
        made = getattr(self, f"_{type_of(self.question)}", None)
        return made() if made else {}

    def _single(self) -> Data:
        return {"options": [self.dump.value(option.text) for option in self._of("options")]}

    _multiple = _single

    def _truefalse(self) -> Data:
        own = _own("truefalse", self.dump)
        return {
            "options": [[own["is_true"]], [own["is_false"]]],
            "lines": 2 if getattr(self.question, "reason", None) else 0,
        }

    def _order(self) -> Data:
        return {"to_order": [self.dump.value(item.text) for item in self._mixed("items")]}

    def _match(self) -> Data:
        return {
            "left": [self.dump.value(pair.text) for pair in self._of("pairs")],
            "right": [self.dump.value(part.text) for part in _halves(self.question)],
        }

    def _categorize(self) -> Data:
        return {
            "left": [self.dump.value(card.text) for card in self._mixed("cards")],
            "right": [self.dump.value(category.title) for category in self._of("categories")],
        }

    def _cloze(self) -> Data:
        from generator.render.questions import ordered_choices  # noqa: PLC0415  # see above

        gaps = [
            [self.dump.value(text) for _, text in ordered_choices(self.question, gap)]
            for gap in self._of("gaps")
            if not gap.typed
        ]
        return {"text": _with_blanks(self.dump, getattr(self.question, "text")), "choices": gaps}  # noqa: B009  # a cloze has it

    def _numeric(self) -> Data:
        return {"unit": self.dump.value(getattr(self.question, "unit", None)), "blank": BLANK}

    def _short(self) -> Data:
        return {"lines": 5}

    def _flashcard(self) -> Data:
        return {"lines": 1}

    def _case(self) -> Data:
        stem: Text = getattr(self.question, "stem")  # noqa: B009  # a case has it
        return {"stem": as_blocks(stem, self.dump.language, self.dump.first)}

    def _of(self, name: str) -> Sequence[Any]:
        found: Sequence[Any] = getattr(self.question, name)
        return found

    def _mixed(self, name: str) -> Sequence[Any]:
        from generator.render.questions import shuffled  # noqa: PLC0415  # see above

        return shuffled(self._of(name), self.question)


def _answer(dump: Dump, question: "Question") -> list[Any]:
    """Return the answer as lines of text: letters where there are options, else words."""
    make = ANSWERS.get(type_of(question))
    return make(dump.value, question, dump) if make else []


def _letters(say: Say, question: Any, _: Dump) -> list[Any]:  # noqa: ANN401  # of the types that have options
    options = zip(string.ascii_uppercase, question.options, strict=False)
    return [[f"{letter}  ", *say(option.text)] for letter, option in options if option.correct]


def _judgement(say: Say, question: Any, dump: Dump) -> list[Any]:  # noqa: ANN401
    own = _own("truefalse", dump)
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


def _halves(question: "Question") -> list[Any]:
    from generator.questions.match import Match  # noqa: PLC0415  # see above
    from generator.render.questions import matches, shuffled  # noqa: PLC0415

    return list(shuffled(matches(question), question)) if isinstance(question, Match) else []


def _with_blanks(dump: Dump, text: Text) -> list[Any]:
    """Return the text of a cloze with a numbered blank in the place of each gap, in the order of the gaps."""
    from generator.questions.cloze import GAP  # noqa: PLC0415  # see above

    numbers: dict[str, int] = {}
    written = {
        language: GAP.sub(lambda found: f" {BLANK} ({numbers.setdefault(found[1], len(numbers) + 1)})", words_)
        for language, words_ in text.by_language.items()
    }
    return as_inline(Text(written), dump.language, dump.first)


def _own(name: str, dump: Dump) -> dict[str, Any]:
    from generator import questions  # noqa: PLC0415  # a process without questions starts faster

    return words_of_type(name, dump.language, questions)
