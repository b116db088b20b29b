"""axe-core finds nothing on any kind of page as it comes: light and dark, on a phone and on a desk, both languages."""

from collections.abc import Callable

import pytest
from axe import View, in_every_view, violations
from kinds import FOLDERS, KINDS, place
from playwright.sync_api import BrowserContext, expect

from generator.process import Process


@in_every_view
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(
    kind: str, view: View, by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = context(**view.options).new_page()
    page.goto(f"{by_mkdocs}{FOLDERS[view.language]}{place(kind, process)}")
    scheme = {"light": "default", "dark": "slate"}[view.scheme]
    assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
    found = violations(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", ["home", "stage 5", "glossary"])
def test_paper_is_readable_whatever_the_screen_shows(
    kind: str, by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = context(color_scheme="dark").new_page()
    page.goto(f"{by_mkdocs}{place(kind, process)}")
    page.emulate_media(media="print")
    found = violations(page, "color-contrast")
    assert not found, "\n".join(found)
    assert page.pdf().startswith(b"%PDF-")


@pytest.mark.parametrize("language", FOLDERS)
def test_axe_finds_nothing_in_what_opens(
    language: str, by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    """Every fold, the card of a term, the signals of one strength, the list of what the search found."""
    found = []
    for scheme, width in (("light", 360), ("dark", 1280)):
        page = context(color_scheme=scheme, viewport={"width": width, "height": 800}).new_page()
        page.goto(f"{by_mkdocs}{FOLDERS[language]}{place('stage 5', process)}")
        page.evaluate("document.querySelectorAll('article details').forEach(fold => fold.open = true)")
        page.locator("button[data-strength=strong]").click()
        found += [f"{scheme}, open: {violation}" for violation in violations(page)]
        page.locator("article button[popovertarget]").first.click()
        expect(page.locator("[popover]:popover-open")).to_be_visible()
        found += [f"{scheme}, card: {violation}" for violation in violations(page)]
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        page.locator(".md-search__input").fill({"zh": "信号", "en": "signal"}[language])
        page.keyboard.press("End")  # the theme waits for a key
        expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=15_000)
        found += [f"{scheme}, search: {violation}" for violation in violations(page)]
    assert not found, "\n".join(found)
