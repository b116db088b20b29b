"""Terms of the glossary are explained once, in prose, and whole."""

import pytest

from generator.glossary import GlossaryFile, Term
from generator.render.glossary import in_order
from generator.render.terms import Glossary
from generator.source import parse

TERMS = """terms:
  - {id: deposit, term: {zh: 定金, en: earnest money}, definition: {zh: 义, en: meaning}}
  - {id: pdi, term: PDI, definition: {zh: 义, en: meaning}}
  - {id: close, term: {zh: 成交, en: close}, definition: {zh: 义, en: meaning}}
  - id: signal
    term: {zh: 成交信号, en: closing signal}
    variants: [{zh: 信号, en: signal}]
    definition: {zh: 义, en: meaning}
  - {id: drive, term: {zh: 试乘&试驾, en: R&D}, definition: {zh: 义, en: meaning}}
  - {id: amplifier, term: {zh: 功放, en: amp}, definition: {zh: 义, en: meaning}}
  - {id: nothing, term: "<script>x</script>", definition: {zh: 义, en: meaning}}
"""


def terms() -> tuple[Term, ...]:
    return GlossaryFile.model_validate(parse(TERMS.encode(), "glossary.yml").data).terms


def explained(page: str, language: str) -> str:
    return Glossary(terms(), language, "zh").explain(
        page, lambda term, *parts: f"[{'|'.join((term.id, *filter(None, parts)))}]"
    )[0]


@pytest.mark.parametrize(
    ("language", "page", "made"),
    [
        ("zh", "<p>先付定金，再付定金。</p>", "<p>先付[deposit|定金|，]再付定金。</p>"),
        ("zh", "<p>有“信号”（成交）。</p>", "<p>有[signal|信号|“|”][close|成交|（|）。]</p>"),
        ("zh", "<p>成交信号和成交</p>", "<p>[signal|成交信号]和[close|成交]</p>"),
        ("zh", "<h3>定金</h3><p>定金</p>", "<h3>定金</h3><p>[deposit|定金]</p>"),
        (
            "zh",
            '<p><a href="#定金">定金</a> 与<b>定金</b></p>',
            '<p><a href="#定金">定金</a> 与<b>[deposit|定金]</b></p>',
        ),
        (
            "zh",
            "<details><summary>定金</summary>定金<br>x</details>",
            "<details><summary>定金</summary>[deposit|定金]<br>x</details>",
        ),
        (
            "zh",
            "<table><td data-plain>定金</td><td>定金</td></table>",
            "<table><td data-plain>定金</td><td>[deposit|定金]</td></table>",
        ),
        ("zh", "## 定金\n\n<p>x</p>", "## 定金\n\n<p>x</p>"),
        (
            "en",
            "<p>Earnest money, a PDIs list, a PDI.</p>",
            "<p>[deposit|Earnest money|,] a PDIs list, a [pdi|PDI|.]</p>",
        ),
        (
            "en",
            "<p>A &amp; B, R&amp;D, &#38; an amp</p>",
            "<p>A &amp; B, [drive|R&amp;D|,] &#38; an [amplifier|amp]</p>",
        ),
        (
            "en",
            "<p>Disclosed. Close the pre-close, a signal.</p>",
            "<p>Disclosed. [close|Close] the pre-close, a [signal|signal|.]</p>",
        ),
    ],
)
def test_the_first_occurrence_in_prose_is_explained(language: str, page: str, made: str) -> None:
    assert explained(page, language) == made


def test_a_page_without_terms_is_as_it_was() -> None:
    assert Glossary(terms(), "zh", "zh").explain("<p>别的</p>", lambda *_: "") == ("<p>别的</p>", ())


def test_letters_that_grow_when_they_become_small_do_no_harm() -> None:
    assert explained("<p>İ PDI 定金</p>", "zh") == "<p>İ PDI [deposit|定金]</p>"


def test_the_glossary_is_in_the_order_of_the_alphabet_whatever_signs_a_term_begins_with() -> None:
    words = ("Trade-in", "“Three”", "Émile", "test")
    lines = [f"  - {{id: term-{number}, term: {word}, definition: x}}\n" for number, word in enumerate(words)]
    written = GlossaryFile.model_validate(parse("".join(["terms:\n", *lines]).encode(), "glossary.yml").data).terms
    ordered = in_order(written, "en", "zh")
    assert [term.term.in_language("en", "zh")[0] for term in ordered] == ["Émile", "test", "“Three”", "Trade-in"]
    assert in_order(written, "zh", "zh") == written
