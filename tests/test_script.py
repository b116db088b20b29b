"""The blanks of a script: shown marked in its words, whatever else the words hold."""

from bs4 import BeautifulSoup, Tag
from showroom_site import Content


def words(text: str, *, title: str = "Name") -> Tag:
    """What a reader sees of a script whose one passage says `text`; `{name}` is to be filled in."""
    block = f"""
        - type: script
          id: calling
          placeholders: [{{id: name, title: '{title}'}}]
          channels:
            - {{id: phone, title: Phone, passages: [{{id: hello, purpose: Hello, text: '{text}'}}]}}
    """
    page = Content().in_languages("en").stage("stage", block).pages("en")["stage/index.md"]
    (shown,) = BeautifulSoup(page, "html.parser").select("#hello .show-speech")
    return shown


def test_blank_is_marked_and_named() -> None:
    assert str(words("Hello {name}!").p) == "<p>Hello <mark>[Name]</mark>!</p>"


def test_blanks_may_touch_each_other() -> None:
    assert str(words("{name}{name}").p) == "<p><mark>[Name]</mark><mark>[Name]</mark></p>"


def test_markdown_around_a_blank_is_read() -> None:
    assert str(words("**{name}**, hello").p) == "<p><strong><mark>[Name]</mark></strong>, hello</p>"


def test_blank_inside_an_address_cannot_leave_it() -> None:
    shown = words("[Form](https://example.com/{name})", title='" onclick="alert(1)')
    assert [set(link.attrs) for link in shown.find_all("a")] == [{"href", "rel"}]
    assert not shown.find_all(onclick=True)


def test_title_of_a_blank_is_text() -> None:
    assert not words("{name}", title="<img src=x onerror=alert(1)>").find_all("img")


def test_braces_that_name_nothing_stay() -> None:
    assert words("{} and { name }").get_text(strip=True) == "{} and { name }"
