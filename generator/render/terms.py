"""Explains the glossary's terms where they first appear on a page.

Python-Markdown's `abbr` cannot: it sees nothing inside HTML and nothing in the middle of Chinese text. So the page is
searched after it has been rendered. What is put in is a button that opens a card by the browser's own popover.
"""

import html
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.glossary import Term
from generator.text import to_plain

TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*?(/?)>")
ENTITY: Final = re.compile(r"&#?\w+;")
LONGEST_ENTITY: Final = 33
# Inside these a button would be wrong or a word is no prose.
CLOSED: Final = frozenset(
    {"a", "button", "summary", "label", "code", "pre", "svg", "script", "h1", "h2", "h3", "h4", "dt", "th", "option"}
)
# Marks an element of a template whose words stay as they are: a narrow column, say.
PLAIN: Final = " data-plain"
VOID: Final = frozenset({"br", "hr", "img", "input", "wbr", "col", "source"})

# Marks that no line may end or begin with. Next to a button a browser breaks the line all the same.
OPENING: Final = re.compile("[（“‘《「【(]*$")
MOST_MARKS: Final = 4
CLOSING: Final = re.compile("[，。、；：！？）”’》」】…,.;:!?)]*")

Wrap = Callable[[Term, str, str, str], str]
"""What stands for a term: the term, the words that are it, and the marks right before and after them."""


@dataclass(frozen=True, slots=True)
class _Name:
    written: str
    term: Term
    is_word: bool  # of a language that puts spaces between words: only whole words count


class Glossary:
    """The terms of one language, ready to be looked for."""

    def __init__(self, terms: Sequence[Term], language: str, first: str) -> None:
        self.names = sorted(_names(terms, language, first), key=lambda name: -len(name.written))

    def explain(self, page: str, wrap: Wrap) -> tuple[str, tuple[Term, ...]]:
        """Put what `wrap` makes in the place of each term's first occurrence on `page`, and of the marks beside it.

        Only prose inside HTML counts: no headings, links, buttons or code. Returns the page, and the terms that were
        explained in the order of the glossary.
        """
        lowered = page.lower()
        if len(lowered) != len(page):  # a few capital letters have longer small ones; positions would not fit
            lowered = page
        present = [name for name in self.names if name.written in lowered]
        if not present:
            return page, ()
        prose = list(_prose(page))
        taken: dict[str, tuple[int, int]] = {}
        for name in present:
            if name.term.id not in taken and (place := _find(name, lowered, prose, taken.values())):
                taken[name.term.id] = place
        terms = {name.term.id: name.term for name in present}
        for term_id, (start, end) in sorted(taken.items(), key=lambda item: -item[1][0]):
            before, after = _marks(page, start, end)
            made = wrap(terms[term_id], page[start:end], before, after)
            page = page[: start - len(before)] + made + page[end + len(after) :]
        return page, tuple(terms[term_id] for term_id in sorted(taken))


def _names(terms: Sequence[Term], language: str, first: str) -> Iterator[_Name]:
    for term in terms:
        for text in (term.term, *term.variants):
            written = html.escape(to_plain(text.in_language(language, first)[0]), quote=False).lower()
            if written:  # of a text that is nothing but markup no word is left
                yield _Name(written, term, is_word=written.isascii())


def _prose(page: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every stretch of text in which a term may be explained."""
    open_tags: list[tuple[str, bool]] = []
    end = 0
    for tag in TAG.finditer(page):
        if open_tags and tag.start() > end and not any(closed for _, closed in open_tags):
            yield end, tag.start()
        end = tag.end()
        closing, name, self_closing = tag[1], tag[2].lower(), tag[3]
        if closing:
            if any(name == open_name for open_name, _ in open_tags):
                while open_tags.pop()[0] != name:
                    pass
        elif name not in VOID and not self_closing:
            open_tags.append((name, name in CLOSED or PLAIN in tag[0]))


def _find(
    name: _Name, page: str, prose: Sequence[tuple[int, int]], taken: Collection[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the first place of `name` in the prose that no longer term has taken."""
    for start, end in prose:
        found = page.find(name.written, start, end)
        while found >= 0:
            place = (found, found + len(name.written))
            inside = (name.is_word and _inside_a_word(page, *place)) or _inside_an_entity(page, found)
            if not inside and not any(_overlap(place, other) for other in taken):
                return place
            found = page.find(name.written, place[1], end)
    return None


def _marks(page: str, start: int, end: int) -> tuple[str, str]:
    before, after = OPENING.search(page, max(start - MOST_MARKS, 0), start), CLOSING.match(page, end)
    return before[0] if before else "", after[0] if after else ""


def _inside_a_word(page: str, start: int, end: int) -> bool:
    return any(sign.isascii() and (sign.isalnum() or sign == "-") for sign in (page[start - 1], page[end]))


def _inside_an_entity(page: str, start: int) -> bool:
    before = page.rfind("&", max(start - LONGEST_ENTITY, 0), start)
    entity = ENTITY.match(page, before) if before >= 0 else None
    return entity is not None and entity.end() > start


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
