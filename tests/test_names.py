"""Names of the site and its pages hold nothing that an engine could take for markup, however often it unescapes."""

import html

import pytest
from attacks import ATTACKS

from generator.render.names import as_name
from generator.text import to_plain


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_name_is_markup(attack: str) -> None:
    name = as_name(to_plain(attack))
    assert not set('<>"') & set(name)
    assert html.unescape(name) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("R&D & more", "R&D & more"),
        ('The "big" one', "The “big” one"),
        ("价格 < 10万", "价格 ＜ 10万"),
        ("&lt;b&#62;", "＆lt;b＆#62;"),
        ("It's 5 p.m.", "It's 5 p.m."),
        ("&ltb &GT", "＆ltb ＆GT"),
    ],
)
def test_ordinary_names_read_as_they_did(words: str, name: str) -> None:
    assert as_name(words) == name


def test_a_very_long_name_is_cut() -> None:
    assert as_name("长" * 200) == "长" * 200
    assert as_name("长" * 201) == "长" * 200 + "…"
