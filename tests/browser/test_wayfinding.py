"""Readers get where they want: between the languages, from the map to the stages, and home from nowhere."""

from collections.abc import Callable

import pytest
from kinds import FOLDERS, place
from playwright.sync_api import BrowserContext, Page, expect

from generator.process import Process

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}


def switch(page: Page, language: str) -> None:
    page.locator(f"header a[hreflang={language}]").click()


@pytest.mark.parametrize("window", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("kind", ["home", "stage 5", "trainers", "glossary"])  # test_built_pages.py looks at all
def test_the_switch_leads_to_the_same_page_and_back(
    kind: str, window: dict[str, int], served: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=window).new_page()
    chinese, english = f"{served}{place(kind, process)}", f"{served}en/{place(kind, process)}"
    page.goto(chinese)
    switch(page, "en")
    expect(page).to_have_url(english)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    switch(page, "zh")
    expect(page).to_have_url(chinese)
    expect(page.locator("html")).to_have_attribute("lang", "zh")


def test_the_switch_leads_to_the_same_place_of_the_page(
    served: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=PHONE).new_page()
    stage = process.stages[4]
    anchor = stage.blocks[len(stage.blocks) // 2].id
    page.goto(f"{served}{stage.id}/#{anchor}")
    switch(page, "en")
    expect(page).to_have_url(f"{served}en/{stage.id}/#{anchor}")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    switch(page, "zh")
    expect(page).to_have_url(f"{served}{stage.id}/#{anchor}")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_the_switch_takes_along_an_anchor_that_was_clicked(
    served: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=DESK).new_page()
    stage = process.stages[4]
    page.goto(f"{served}{stage.id}/")
    page.locator(".md-nav--secondary a[href^='#']:visible").nth(1).click()
    anchor = page.evaluate("location.hash")
    assert anchor
    switch(page, "en")
    expect(page).to_have_url(f"{served}en/{stage.id}/{anchor}")


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_nowhere_says_so_in_both_languages_and_leads_home(
    folder: str, served: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=PHONE).new_page()
    nowhere = f"{served}{folder}no/such/place/"
    answer = page.goto(nowhere)
    assert answer is not None
    assert answer.status == 404
    for language, home in FOLDERS.items():
        page.goto(nowhere)
        page.locator(f"article [lang={language}] a").click()
        expect(page).to_have_url(f"{served}{home}")
    page.goto(nowhere)
    other = next(language for language, root in FOLDERS.items() if root != folder)
    switch(page, other)
    expect(page).to_have_url(f"{served}{FOLDERS[other]}")


def links_to_stages(page: Page, process: Process) -> dict[str, list[int]]:
    """Return the places of the article's visible links among all of its links, by the stage they lead to."""
    addresses = page.locator("article a").evaluate_all(
        "links => links.map(link => link.checkVisibility() ? new URL(link.getAttribute('href'), location).href : '')"
    )
    home = page.url
    return {
        stage.id: [index for index, address in enumerate(addresses) if address == f"{home}{stage.id}/"]
        for stage in process.stages
    }


@pytest.mark.parametrize(("way", "window"), [("click", DESK), ("keyboard", DESK), ("tap", PHONE)])
def test_the_map_leads_to_each_stage(
    way: str, window: dict[str, int], by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=window, has_touch=way == "tap").new_page()
    page.goto(by_mkdocs)
    found = links_to_stages(page, process)
    assert [stage for stage, links in found.items() if not links] == []
    for stage, links in found.items():
        for index in links:
            page.goto(by_mkdocs)
            link = page.locator("article a").nth(index)
            if way == "click":
                link.click()
            elif way == "tap":
                link.tap()
            else:
                link.focus()
                page.keyboard.press("Enter")
            expect(page).to_have_url(f"{by_mkdocs}{stage}/")


def test_every_stage_is_reached_by_tab_alone(
    by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=DESK).new_page()
    page.goto(by_mkdocs)
    reached = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('article a')?.getAttribute('href')"))
    assert {f"{stage.id}/" for stage in process.stages} <= reached
