"""What `single` and `multiple` share: options, and the giveaways that real question banks are full of."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Final

from pydantic import Field

from generator.problems import Problem, problem
from generator.questions.base import Explained, Option
from generator.text import Text, to_plain

ALL_OF_THEM: Final = re.compile(r"(?i)^(以上|上述)(都|全|皆)|^all of the above|^both of the above|^none of the above")
BLANK: Final = re.compile(r"_{2,}|＿{2,}")
TELLING: Final = 1.5  # a right option longer than this times the longest wrong one gives itself away
SHORT: Final = 8  # signs; with less than this between them lengths say nothing


class _Counting(dict[int, int | None]):
    """Which signs count where answers are compared, for `str.translate`; filled as signs are met."""

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = code if unicodedata.category(chr(code))[0] in "LNS" else None
        return kept


COUNTING: Final = _Counting()


class Options(Explained):
    """A question with options."""

    options: Annotated[tuple[Option, ...], Field(strict=False, min_length=2)]
    """The answers to choose from.

    供选择的答案。"""
    shuffle: bool = True
    """False where the options have an order that must stay.

    选项的顺序不能打乱时写 false。"""

    def problems(self) -> Iterator[Problem]:
        """Yield what gives the answer away, or makes it impossible."""
        yield from self._twins()
        if BLANK.search("".join(self.prompt.by_language.values())):
            yield problem("blank-in-stem", self.where("prompt"))
        answered = self.key is None and any(option.correct for option in self.options)
        for option in self.options:
            if any(ALL_OF_THEM.search(text) for text in option.text.by_language.values()):
                yield problem("all-of-the-above", option.where("text"))
            if not option.correct and option.feedback is None and answered:
                yield problem("no-feedback", option.where(), id=option.id)
        if self.key is None and (telling := self._telling()):
            yield telling

    def _twins(self) -> Iterator[Problem]:
        seen: dict[tuple[str, str], Option] = {}
        for option in self.options:
            for language, text in option.text.by_language.items():
                twin = seen.setdefault((language, normal(to_plain(text))), option)
                if twin is not option:
                    yield problem("same-option-twice", option.where("text"), first=twin.where("text"))
                    break

    def _telling(self) -> Problem | None:
        right = [option for option in self.options if option.correct]
        wrong = [option for option in self.options if not option.correct]
        if len(right) != 1 or not wrong:
            return None
        for language in right[0].text.by_language:
            length, others = _length(right[0].text, language), max(_length(o.text, language) for o in wrong)
            if length > TELLING * others and length - others >= SHORT:
                return problem("right-option-longest", right[0].where("text"), length=length, longest=others)
        return None


def normal(text: str) -> str:
    """Return `text` as answers are compared: without case, space, punctuation and the width of its signs.

    The browser does the same in elements/scoring.js, which knows no `casefold`.
    """
    folded = unicodedata.normalize("NFKC", text).upper().lower().replace("ς", "σ")
    return folded.translate(COUNTING)


def _length(text: Text, language: str) -> int:
    return len(to_plain(text.by_language.get(language, "")))
