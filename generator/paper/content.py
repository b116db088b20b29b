"""Text → what a template of paper can set: nodes of plain data, never typst's own code.

A node is a string, or a mapping with `tag` (that of the safe HTML that `text.py` makes), `inside` (a list of nodes)
and what else the tag has: `href`, `start`, `lang`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any, Final

from generator.text import SPECIAL, Text, to_html, to_inline_html

Node = str | dict[str, Any]
Nodes = list[Node]

HAN: Final = re.compile("([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+)")
NAMELESS: Final = "—"  # for a text of which markup leaves nothing
KEPT: Final = ("href", "start")
NUMBER: Final = re.compile("[0-9]{1,6}")
VOID: Final = frozenset({"br", "hr"})
BLOCKS: Final = frozenset({"p", "ul", "ol", "pre", "blockquote", "table", "h4", "h5", "h6", "hr"})


def as_blocks(text: Text, language: str, first: str) -> Nodes:
    """Return `text` as paragraphs and lists, marked with `lang` where it is not in `language`."""
    return _nodes(text, language, first, to_html)


def as_inline(text: Text, language: str, first: str) -> Nodes:
    """Return `text` for the inside of a sentence, marked with `lang` where it is not in `language`."""
    return _nodes(text, language, first, to_inline_html)


@lru_cache(4096)  # many texts stand on several sheets
def _nodes(text: Text, language: str, first: str, convert: Callable[[str], str]) -> Nodes:
    words, spoken = text.in_language(language, first)
    # Plain text is HTML already and needs no parser; `&` is a special sign, so there is no entity in it.
    made = runs(words, spoken) if not SPECIAL.search(words) else _parsed(convert(words), spoken)
    if not can_be_seen(plain_of(made)):
        return [NAMELESS]
    return made if spoken == language else [{"tag": "span", "lang": spoken, "inside": made}]


def plain_of(nodes: Iterable[Any]) -> str:
    """Return the words of nodes without markup."""
    return "".join(node if isinstance(node, str) else plain_of(node.get("inside", ())) for node in nodes)


def can_be_seen(words: str) -> bool:
    """Whether `words` have a letter, digit or sign."""
    # Nearly every text begins with a letter: the category of each sign takes a seventh of all the time for paper.
    return words[:1].isalnum() or any(unicodedata.category(sign)[0] in "LNPS" for sign in words)


def runs(words: str, language: str) -> Nodes:
    """Return plain text, with Chinese words marked as such where they stand in a text of another language."""
    if language.partition("-")[0] in {"zh", "ja"} or not HAN.search(words):
        return [words]
    parts = HAN.split(words)
    return [
        {"tag": "span", "lang": "zh", "inside": [part]} if index % 2 else part
        for index, part in enumerate(parts)
        if part
    ]


def _parsed(made: str, language: str) -> Nodes:
    parser = _Parser(language)
    parser.feed(made)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    """Turns safe HTML into nodes."""

    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = language
        self.root: Nodes = []
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node: dict[str, Any] = {"tag": tag, "inside": []}
        kept = {name: value for name, value in attrs if name in KEPT and value}
        if not NUMBER.fullmatch(kept.get("start", "1")):
            del kept["start"]  # a list in HTML may begin at anything
        node |= kept
        self.open[-1].append(node)
        if tag not in VOID:
            self.open.append(node["inside"])

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1] += runs(data, self.language)
