"""Readers find every word, in both languages and by both engines, and see it in whole sentences."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from relevance import Answer, containing, folded, holding, mean, queries, texts
from search_box import SearchBox, ZensicalSearch
from web_pages import languages

pytestmark = pytest.mark.browser

LANGUAGES = ("zh", "en")
Open = Callable[[str], SearchBox]
Pages = dict[str, dict[str, str]]


def test_enough_queries_are_on_some_page(pages: Pages) -> None:
    asked = {language: [query for query in queries(language) if holding(query, pages[language])] for language in pages}
    assert sum(map(len, asked.values())) >= 80
    assert len(asked["zh"]) >= 50
    assert len(asked["en"]) >= 30


@pytest.mark.parametrize("whole_set", [False, pytest.param(True, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_found_and_little_else(language: str, searched: Open, pages: Pages, *, whole_set: bool) -> None:
    box, read = searched(language), pages[language]
    # Zensical's list takes five times as long: a third of the queries has to do, but in the thorough run.
    asked = queries(language)[:: 3 if isinstance(box, ZensicalSearch) and not whole_set else 1]
    answers = [
        Answer(query, held, containing(query, read), box.pages(query))
        for query in asked
        if (held := holding(query, read))
    ]
    assert {answer.query: answer.missed for answer in answers if answer.missed} == {}
    wrong = {answer.query: answer.wrong for answer in answers if answer.wrong}
    assert mean([answer.precision for answer in answers]) >= 0.93, wrong
    assert mean([answer.precision_of_words for answer in answers]) >= 0.80


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("zh", "客户"),
        pytest.param("zh", "销售顾问", marks=pytest.mark.thorough),
        pytest.param("zh", "充电", marks=pytest.mark.thorough),
        ("en", "customer"),
    ],
)
def test_excerpts_are_the_words_of_the_page(language: str, word: str, searched: Open, shipped: Path) -> None:
    pages = texts(tree(shipped, language), unread="script")
    results = searched(language).ask(word)
    assert results
    for result in results:
        page = unspaced(pages[result.page])
        for part in pieces(result.excerpt):
            assert unspaced(part) in page, f"{result.page} does not say {part}"


@pytest.mark.parametrize(("language", "word"), [("zh", "成交"), ("en", "deposit")])
def test_what_was_typed_is_marked_in_each_excerpt(language: str, word: str, searched: Open) -> None:
    results = [result for result in searched(language).ask(word) if result.excerpt]
    assert results
    assert all(f"{word}</" in folded(f"{result.title}{result.excerpt}") for result in results)


def test_the_list_shows_words_not_what_makes_them_found(searched: Open) -> None:
    assert not any("md-tag" in result.excerpt for result in searched("zh").ask("客户"))


@pytest.mark.parametrize(("language", "question"), [("zh", "客户说的定金到底能不能退呢"), ("en", "customre")])
def test_where_no_page_has_it_the_engine_answers(language: str, question: str, searched: Open, pages: Pages) -> None:
    assert not containing(question, pages[language])
    box = searched(language)
    with_ours = box.pages(question)
    box.page.route(
        "**/literal-search.js*", lambda route: route.fulfill(body=ENGINE_ALONE, content_type="text/javascript")
    )
    box.open()
    alone = box.pages(question)
    box.page.unroute_all()
    box.open()
    assert with_ours == alone


ENGINE_ALONE = "importScripts(self.location.hash.slice(1))"


@pytest.mark.parametrize("part", ["appointm", "satisfac"])
def test_a_word_is_found_while_it_is_typed(part: str, searched: Open, pages: Pages) -> None:
    begun = {name for name, text in pages["en"].items() if re.search(rf"\b{part}", text)}
    assert begun
    assert begun <= searched("en").pages(part)


def tree(site: Path, language: str) -> Path:
    return next(site / folder for code, folder in languages(site) if code == language)


def pieces(excerpt: str) -> list[str]:
    """Return what stands between the spaces and signs of an excerpt: words in English, clauses in Chinese."""
    blocks = re.sub(r"</?(?!mark|u\b)", r" \g<0>", excerpt)
    return re.findall(r"\w+", BeautifulSoup(blocks, "html.parser").get_text())


def unspaced(text: str) -> str:
    return re.sub(r"\s", "", folded(text))
