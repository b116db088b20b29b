"""What the templates of questions need beyond those of blocks: answers mixed, gaps filled in, a hash of the text."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final, TypeVar
from zlib import crc32

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.node import Node
from generator.questions.base import Part, Question
from generator.questions.choices import normal
from generator.questions.cloze import GAP, Cloze, Gap
from generator.questions.match import Match, Pair
from generator.render.environment import as_inline
from generator.text import Text, to_plain

Parts = TypeVar("Parts", bound=Part)

HAN: Final = range(0x4E00, 0xA000)


def text_hash(asked: Node) -> str:
    """Return a hash of all that a learner reads of a question, in every language: it tells an edited one."""
    texts = [text.by_language for node in asked.walk() for _, text in node.placed_texts()]
    return f"{crc32(json.dumps(texts, ensure_ascii=False).encode()):08x}"


def shuffled(parts: Sequence[Parts], question: Question) -> list[Parts]:
    """Return `parts` in an order that is always the same and says nothing, and never in their own."""
    if not getattr(question, "shuffle", True):
        return list(parts)
    mixed = sorted(parts, key=lambda part: crc32(f"{question.id}/{part.id}".encode()))
    return mixed if mixed != list(parts) else [*mixed[1:], mixed[0]]


@pass_context
def pairs(context: Context, parts: Iterable[Part], field: str) -> list[tuple[str, Markup]]:
    """Return the id of each part with the words in its `field`."""
    return [(part.id, as_inline(context, getattr(part, field))) for part in parts]


def matches(question: Match) -> list[Part]:
    """Return the answers to choose from, those that read alike once: each pair's other half, and what matches nothing.

    The other halves stand as parts with the id of their pair, and their words in `text`.
    """
    found = {pair.match: pair.model_copy(update={"text": pair.match}) for pair in reversed(question.pairs)}
    return [*reversed(found.values()), *question.distractors]


def match_of(question: Match, pair: Pair) -> str:
    """Return the id under which `matches` has the other half of `pair`."""
    return next(other.id for other in question.pairs if other.match == pair.match)


@pass_context
def gap_choices(context: Context, question: Cloze, gap: Gap) -> list[tuple[str, Markup]]:
    """Return what a gap offers to choose from; the right answer under the gap's own id."""
    return [(value, as_inline(context, text)) for value, text in ordered_choices(question, gap)]


def ordered_choices(question: Question, gap: Gap) -> list[tuple[str, Text]]:
    """Return the answers that a gap offers, mixed, each with its id."""
    offered = [(gap.id, gap.answer), *((f"{gap.id}:{mistake.id}", mistake.text) for mistake in gap.wrong)]
    return sorted(offered, key=lambda one: crc32(f"{question.id}/{one[0]}".encode()))


@pass_context
def with_gaps(context: Context, question: Cloze, macro: Any) -> Markup:  # noqa: ANN401  # a Jinja macro has no type
    """Write the question's text with `macro(gap, number)` in the place of each gap."""
    gaps = {gap.id: gap for gap in question.gaps}
    pieces = GAP.split(str(as_inline(context, question.text)))
    numbers = {name: number for number, name in enumerate(pieces[1::2], start=1)}
    made = [str(macro(gaps[piece], numbers[piece])) if index % 2 else piece for index, piece in enumerate(pieces)]
    return Markup("".join(made))  # noqa: S704  # the text is clean, the macro escapes


def accepted(answer: Any) -> str:  # noqa: ANN401  # a gap or a mistake
    """Return what may be typed for `answer`, as JSON: normalised and simplified, of every language.

    `same` has the traditional forms of each character that has any, by which the browser simplifies what is typed.
    """
    texts: Iterable[Text] = (answer.answer, *answer.accept) if isinstance(answer, Gap) else (answer.text,)
    written = {normal(to_plain(words)) for text in texts for words in text.by_language.values()}
    words = sorted({word.translate(_simplified()) for word in written})
    known = {sign: others for word in words for sign in word if (others := _traditional().get(sign, ""))}
    return json.dumps({"words": words, "same": known}, ensure_ascii=False)


def number(value: float) -> str:
    """Write a number as people do: without a fraction that is none."""
    return str(int(value)) if value == int(value) else str(value)


@cache
def _simplified() -> dict[int, str]:
    return {ord(other): sign for sign, others in _traditional().items() for other in others}


@cache
def _traditional() -> dict[str, str]:
    """Return the traditional forms of each simplified character that has any."""
    from opencc import OpenCC  # noqa: PLC0415  # only processes with typed answers pay for it

    signs = [chr(code) for code in HAN]
    found: dict[str, str] = {}
    for sign, simple in zip(signs, OpenCC("t2s").convert("\n".join(signs)).split("\n"), strict=True):
        if sign != simple:
            found[simple] = found.get(simple, "") + sign
    return found


FILTERS: Final = {
    "text_hash": text_hash,
    "shuffled": shuffled,
    "pairs": pairs,
    "matches": matches,
    "match_of": match_of,
    "gap_choices": gap_choices,
    "with_gaps": with_gaps,
    "accepted": accepted,
    "number": number,
}
