"""Which pages a query should find, computed from the finished pages alone: those that contain it literally."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

QUERIES = Path(__file__).parent / "queries"
# Elements between whose text a reader sees no gap; at any other one a word ends.
INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "q", "ruby", "small", "span", "strong", "sub", "sup", "u"}
# What a page holds besides the text that is read on it. The text of pop-ups stands on a page of its own.
UNREAD = "script, style, template, [hidden], [popover]"
# What is no content of the page: ways to other pages, marks of sources, pop-ups. MkDocs leaves the attribute in its
# pages, Zensical takes it out.
REFERRING = "[data-search-exclude]"
# Pages that the search leaves out on purpose: a trainee finds what trainees read.
UNSEARCHED = ("trainers/", "about/")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the search said to a query.

    Attributes:
        query: what was typed.
        holding: the pages that hold it as a word; these should be found.
        containing: the pages that contain it literally, be it inside a longer word such as "tyres"; any other is wrong.
        found: the pages in the list of results.

    """

    query: str
    holding: frozenset[str]
    containing: frozenset[str]
    found: frozenset[str]

    @property
    def recall(self) -> float:
        return len(self.holding & self.found) / len(self.holding)

    @property
    def precision(self) -> float:
        return self._share(self.containing)

    @property
    def precision_of_words(self) -> float:
        """The precision if a page with "tyres" were wrong for "tyre"."""
        return self._share(self.holding)

    @property
    def missed(self) -> list[str]:
        return sorted(self.holding - self.found)

    @property
    def wrong(self) -> list[str]:
        return sorted(self.found - self.containing)

    def _share(self, right: frozenset[str]) -> float:
        return len(right & self.found) / len(self.found) if self.found else 1.0


def queries(language: str) -> list[str]:
    """Return the committed queries of a language."""
    lines = (QUERIES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def texts(tree: Path, unread: str = f"{UNREAD}, {REFERRING}") -> dict[str, str]:
    """Return what is read on each page of a language's tree, by the page's address in it ("" for the first page)."""
    others = {path.parent for path in tree.rglob("404.html")} - {tree}
    pages = {
        path.parent.relative_to(tree).as_posix(): path
        for path in tree.rglob("index.html")
        if not any(path.is_relative_to(other) for other in others)
    }
    return {
        "" if name == "." else f"{name}/": _text_of(path, unread)
        for name, path in sorted(pages.items())
        if not f"{name}/".startswith(UNSEARCHED)
    }


def _text_of(path: Path, unread: str) -> str:
    """Return the text inside the page's <article>, a line for every block of it."""
    article = BeautifulSoup(path.read_bytes(), "lxml").find("article")
    assert isinstance(article, Tag), f"{path} has no article"
    for tag in article.select(unread):
        tag.decompose()
    for tag in article.select("*"):
        if tag.name not in INLINE:
            tag.insert_before("\n")
            tag.insert_after("\n")
    return folded(article.get_text())


def folded(text: str) -> str:
    """Return `text` without what a reader does not see: the width and case of letters, line breaks in a sentence."""
    return re.sub(r"[^\S\n]+", " ", unicodedata.normalize("NFKC", text).casefold())


def holding(query: str, pages: dict[str, str]) -> frozenset[str]:
    """Return the pages that hold `query` as a word; in Chinese, which does not part words, those that contain it."""
    literal = re.escape(folded(query))
    word = re.sub(r"^(?=[a-z0-9])", r"(?<![a-z0-9])", re.sub(r"(?<=[a-z0-9])$", r"(?![a-z0-9])", literal))
    return frozenset(name for name, text in pages.items() if re.search(word, text))


def containing(query: str, pages: dict[str, str]) -> frozenset[str]:
    """Return the pages that contain `query` literally."""
    return frozenset(name for name, text in pages.items() if folded(query) in text)


def mean(values: list[float]) -> float:
    """Return the mean: every query counts the same, however many pages it has."""
    return sum(values) / len(values)
