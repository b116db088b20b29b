"""Readers find every word, in both languages and by both engines, and see it in whole sentences."""

import re
from collections.abc import Callable

import pytest
from relevance import Answer, containing, folded, holding, mean, queries
from search_box import SearchBox

pytestmark = pytest.mark.browser

LANGUAGES = ("zh", "en")
Open = Callable[[str], SearchBox]
Pages = dict[str, dict[str, str]]


def test_enough_queries_are_on_some_page(pages: Pages) -> None:
    asked = {language: [query for query in queries(language) if holding(query, pages[language])] for language in pages}
    assert sum(map(len, asked.values())) >= 80
    assert len(asked["zh"]) >= 50
    assert len(asked["en"]) >= 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_found_and_little_else(language: str, searched: Open, pages: Pages) -> None:
    box, texts = searched(language), pages[language]
    answers = [
        Answer(query, held, containing(query, texts), box.pages(query))
        for query in queries(language)
        if (held := holding(query, texts))
    ]
    assert {answer.query: answer.missed for answer in answers if answer.missed} == {}
    wrong = {answer.query: answer.wrong for answer in answers if answer.wrong}
    assert mean([answer.precision for answer in answers]) >= 0.93, wrong
    assert mean([answer.precision_of_words for answer in answers]) >= 0.80


@pytest.mark.parametrize(("language", "word"), [("zh", "客户"), ("zh", "销售顾问"), ("zh", "充电"), ("en", "customer")])
def test_excerpts_are_the_words_of_the_page(language: str, word: str, searched: Open, pages: Pages) -> None:
    results = searched(language).ask(word)
    assert results
    for result in results:
        page = unspaced(pages[language][result.page])
        for sentence in re.split(r"\.\.\.|…|[\s–]+|(?=<p>)", without_marks(result.excerpt)):
            assert unspaced(re.sub("<[^>]*>", "", sentence)) in page, f"{result.page} does not say {sentence}"


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


@pytest.mark.parametrize("part", ["appointm", "custom", "deliv"])
def test_a_word_is_found_while_it_is_typed(part: str, searched: Open, pages: Pages) -> None:
    assert searched("en").pages(part) == containing(part, pages["en"])


def without_marks(html: str) -> str:
    return re.sub("</?(?:mark|u)[^>]*>", "", html)


def unspaced(text: str) -> str:
    return re.sub(r"\s", "", folded(text))
