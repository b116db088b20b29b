"""What is printed below the prompt of a question to be answered by hand: `asked`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from generator.paper.content import as_blocks, as_inline
from generator.render.environment import type_of
from generator.render.words import words_of_type
from generator.text import Text

if TYPE_CHECKING:
    from generator.paper.data import Data, Dump
    from generator.questions.base import Question

BLANK: Final = "＿＿＿＿＿＿"


def asked(dump: "Dump", question: "Question") -> "Data":
    """Return what is to be chosen, ordered or filled in, by the names that the templates know; no answer."""
    return _Asked(dump, question).data()


class _Asked:
    """What is printed below the prompt: options, things to order, halves to match."""

    def __init__(self, dump: "Dump", question: "Question") -> None:
        self.dump, self.question = dump, question

    def data(self) -> "Data":
        """Return it by the names that the templates know."""
        made = getattr(self, f"_{type_of(self.question)}", None)
        return made() if made else {}

    def _single(self) -> "Data":
        return {"options": [self.dump.value(option.text) for option in self._of("options")]}

    _multiple = _single

    def _truefalse(self) -> "Data":
        own = own_words("truefalse", self.dump)
        return {
            "options": [[own["is_true"]], [own["is_false"]]],
            "lines": 2 if getattr(self.question, "reason", None) else 0,
        }

    def _order(self) -> "Data":
        return {"to_order": [self.dump.value(item.text) for item in self._mixed("items")]}

    def _match(self) -> "Data":
        return {
            "left": [self.dump.value(pair.text) for pair in self._of("pairs")],
            "right": [self.dump.value(part.text) for part in _halves(self.question)],
        }

    def _categorize(self) -> "Data":
        return {
            "left": [self.dump.value(card.text) for card in self._mixed("cards")],
            "right": [self.dump.value(category.title) for category in self._of("categories")],
        }

    def _cloze(self) -> "Data":
        from generator.render.questions import ordered_choices  # noqa: PLC0415  # a process without questions starts faster

        gaps = [
            [self.dump.value(text) for _, text in ordered_choices(self.question, gap)]
            for gap in self._of("gaps")
            if not gap.typed
        ]
        return {"text": _with_blanks(self.dump, getattr(self.question, "text")), "choices": gaps}  # noqa: B009  # a cloze has it

    def _numeric(self) -> "Data":
        return {"unit": self.dump.value(getattr(self.question, "unit", None)), "blank": BLANK}

    def _short(self) -> "Data":
        return {"lines": 5}

    def _flashcard(self) -> "Data":
        return {"lines": 1}

    def _case(self) -> "Data":
        stem: Text = getattr(self.question, "stem")  # noqa: B009  # a case has it
        return {"stem": as_blocks(stem, self.dump.language, self.dump.first)}

    def _of(self, name: str) -> Sequence[Any]:
        found: Sequence[Any] = getattr(self.question, name)
        return found

    def _mixed(self, name: str) -> Sequence[Any]:
        from generator.render.questions import shuffled  # noqa: PLC0415  # see above

        return shuffled(self._of(name), self.question)


def _halves(question: "Question") -> list[Any]:
    from generator.questions.match import Match  # noqa: PLC0415  # see above
    from generator.render.questions import matches, shuffled  # noqa: PLC0415

    return list(shuffled(matches(question), question)) if isinstance(question, Match) else []


def _with_blanks(dump: "Dump", text: Text) -> list[Any]:
    """Return the text of a cloze with a numbered blank in the place of each gap, in the order of the gaps."""
    from generator.questions.cloze import GAP  # noqa: PLC0415  # see above

    numbers: dict[str, int] = {}
    written = {
        language: GAP.sub(lambda found: f" {BLANK} ({numbers.setdefault(found[1], len(numbers) + 1)})", words_)
        for language, words_ in text.by_language.items()
    }
    return as_inline(Text(written), dump.language, dump.first)


def own_words(name: str, dump: "Dump") -> dict[str, Any]:
    """Return the words that a type of question brings along."""
    from generator import questions  # noqa: PLC0415  # a process without questions starts faster

    return words_of_type(name, dump.language, questions)
