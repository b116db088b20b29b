"""Text: which language a reader gets, and that nothing a trainer writes becomes anything but text."""

from collections.abc import Callable

import pytest
from attacks import ATTACKS
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator import text as module
from generator.encoding import FORBIDDEN
from generator.text import (
    ATTRIBUTES,
    EVERY_LANGUAGE,
    LANGUAGE_CODE,
    TAGS,
    Text,
    join_chinese,
    to_html,
    to_inline_html,
    to_phrase,
    to_plain,
)


@pytest.fixture(autouse=True)
def made_anew() -> None:
    """Let each test make the sanitiser that one run of the program makes once, so that it sees how that is made."""
    module._converter.cache_clear()  # noqa: SLF001  # see above


@pytest.mark.parametrize("convert", [to_html, to_inline_html, to_phrase])
@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_survives(attack: str, convert: object) -> None:
    made = BeautifulSoup(convert(attack), "html.parser")  # type: ignore[operator]  # either converter
    for tag in made.find_all():
        assert tag.name in TAGS
        assert set(tag.attrs) <= ATTRIBUTES.get(tag.name, set()) | {"rel"}
        assert str(tag.get("href", "https:")).startswith(("http:", "https:", "mailto:", "tel:"))


@given(st.text(alphabet=st.sampled_from("<>/=\"'&;:()[]{}`*_#!|\\- \nabjsx"), max_size=60))
def test_no_mixture_of_signs_makes_a_tag_of_its_own(text: str) -> None:
    for convert in (to_html, to_inline_html):
        for tag in BeautifulSoup(convert(text), "html.parser").find_all():
            assert tag.name in TAGS
            assert set(tag.attrs) <= ATTRIBUTES.get(tag.name, set()) | {"rel"}


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("客户说：“太贵了”。", "客户说：“太贵了”。"),
        ("A & B < C", "A &amp; B &lt; C"),
        ("**先听**，再答", "<strong>先听</strong>，再答"),
        ("[民法典](https://flk.npc.gov.cn/x)", '<a href="https://flk.npc.gov.cn/x" rel="noopener">民法典</a>'),
        ("[here](../delivery/)", '<a rel="noopener">here</a>'),
        ("a list:\n\n- b", "<p>a list:</p> <ul> <li>b</li> </ul>"),
        ("a\n\nb", "<p>a</p> <p>b</p>"),
        ("3. a\n4. b", '<ol start="3"> <li>a</li> <li>b</li> </ol>'),
        ('[a](tel:+86-10 "b")', '<a href="tel:+86-10" title="b" rel="noopener">a</a>'),
        ("[a](ftp://b.example)", '<a rel="noopener">a</a>'),
        ("a<br>b<img src=c>", "a<br>b"),
        ('<b class="c">a</b> <em id="d" lang="f" title="g">e</em>', "a <em>e</em>"),
        (
            "|a|\n|-:|\n|b|",
            (
                '<table> <thead> <tr> <th align="right">a</th> </tr> </thead>'
                ' <tbody> <tr> <td align="right">b</td> </tr> </tbody> </table>'
            ),
        ),
    ],
)
def test_markdown_inside_a_sentence(written: str, made: str) -> None:
    assert to_inline_html(written) == made


def test_a_line_end_between_chinese_characters_is_no_space() -> None:
    assert to_html("至少\n四十五分钟") == "<p>至少四十五分钟</p>"
    assert to_html("at least\nforty-five") == "<p>at least forty-five</p>"


def test_everything_is_on_one_line_and_code_keeps_its_lines() -> None:
    made = to_html("a\n\n- b\n- c\n\nd:\n\n    e\n\n    f\n")
    assert "\n" not in made
    assert BeautifulSoup(made, "html.parser").pre.get_text() == "e\n\nf\n"  # type: ignore[union-attr]  # there is one


def test_the_fast_path_for_plain_text_agrees_with_the_long_one() -> None:
    for plain in ("甲乙", "It’s 5 p.m.", "a - b", "50 %", "“x”", "A/B (c), d; e? f!"):
        assert to_html(plain) == BeautifulSoup(to_html(f"{plain} *z*"), "html.parser").decode().replace(
            " <em>z</em>", ""
        )


def test_plain_text_has_no_markup_and_no_lines() -> None:
    assert to_plain("**A** & `b`") == "A & b"
    assert to_plain("    a\n    b") == "a b"
    assert to_plain("甲\u3000乙  A\u00a0B") == "甲\u3000乙  A\u00a0B"
    assert to_plain("&amp;lt;b&amp;gt;") == "&lt;b&gt;"


def test_a_line_end_between_two_chinese_characters_is_no_space_except_in_code() -> None:
    code = "\n\n```\n丁\n戊\n```\n"
    assert join_chinese(f"* 甲，\n  乙\nA\n丙{code}") == f"* 甲，乙\nA\n丙{code}"
    assert join_chinese("# 甲\n\n乙") == "# 甲\n\n乙"


def test_a_name_keeps_what_may_stand_in_a_link_or_heading() -> None:
    assert to_phrase("**A** & [b](https://b.example)\n\n- c") == "<strong>A</strong> &amp; b  c"
    assert to_phrase("### A") == "A"
    assert to_phrase("A\u00a0B") == "A\u00a0B"


@pytest.mark.parametrize("convert", [to_html, to_inline_html, to_phrase, to_plain])
def test_no_character_that_is_refused_comes_out_of_a_reference(convert: Callable[[str], str]) -> None:
    made = convert("a&#x202e;b&#8238;&#2;&#x200b;&#xfffe;&#x2028;&rlm;c")
    assert not FORBIDDEN.search(made)
    assert "b" in made


def test_a_reader_gets_their_language_or_the_first() -> None:
    text = Text({"zh": "提案", "en": "Proposal"})
    assert text.in_language("en", "zh") == ("Proposal", "en")
    assert text.in_language("de", "zh") == ("提案", "zh")
    assert Text({EVERY_LANGUAGE: "PDI"}).in_language("de", "zh") == ("PDI", "de")


def test_a_text_is_what_it_says() -> None:
    assert Text({"zh": "提案"}) == Text({"zh": "提案"})
    assert Text({"zh": "提案"}) != Text({"zh": "方案"})
    assert Text({"zh": "提案"}) != {"zh": "提案"}
    assert len({Text({"zh": "提案"}), Text({"zh": "提案"}), Text({"zh": "方案"})}) == 2
    assert repr(Text({"zh": "提案"})) == "Text({'zh': '提案'})"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("PDI", {EVERY_LANGUAGE: "PDI"}),
        (" PDI\n", {EVERY_LANGUAGE: "PDI"}),
        ("x", {EVERY_LANGUAGE: "x"}),
        ({"zh": "提案", "en": " Proposal "}, {"zh": "提案", "en": "Proposal"}),
        ({"zh-Hant": "提案"}, {"zh-Hant": "提案"}),
    ],
)
def test_what_is_a_text(written: object, text: dict[str, str]) -> None:
    assert TypeAdapter(Text).validate_python(written) == Text(text)


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("", [("one", "string_too_short")]),
        (" \n", [("one", "string_too_short")]),
        (5, [("not-a-text",)]),
        (None, [("not-a-text",)]),
        (["x"], [("not-a-text",)]),
        ({}, [("many", "too_short")]),
        ({"zh": " "}, [("many", "zh", "string_too_short")]),
        ({"zh": b"x", "en": 5}, [("many", "zh", "string_type"), ("many", "en", "string_type")]),
        ({"Chinese": "x"}, [("many", "Chinese", "[key]", "string_pattern_mismatch")]),
    ],
)
def test_what_is_none(written: object, wrong: list[tuple[str, ...]]) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Text).validate_python(written)
    assert [(*error["loc"], error["type"]) for error in caught.value.errors()] == wrong


def test_editors_are_told_the_same() -> None:
    text = {"type": "string", "minLength": 1}
    by_language = {
        "type": "object",
        "patternProperties": {LANGUAGE_CODE: text},
        "additionalProperties": False,
        "minProperties": 1,
    }
    assert TypeAdapter(Text).json_schema() == {"anyOf": [text, by_language]}
