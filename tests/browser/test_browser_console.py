"""No page makes the browser complain, asks another host, or sticks out of the narrowest screen.

All in one walk over the pages, which takes long.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from kinds import FOLDERS, KINDS, place
from playwright.sync_api import BrowserContext
from watch import Watch
from web_pages import pages

from generator.process import Process

# What sticks out of the window to the right, though no box of its own scrolls. Around the article a box may also cut
# (the theme's header shortens titles); what a clip path hides is there for screen readers.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth
  const tamed = element => {
    const ways = element.closest("article") ? ["auto", "scroll"] : ["auto", "scroll", "hidden"]
    for (let box = element; box && box !== document.body; box = box.parentElement)
      if (ways.includes(getComputedStyle(box).overflowX) || getComputedStyle(box).clipPath !== "none") return true
    return false
  }
  const all = document.documentElement.scrollWidth
  const out = all > width ? [`the page is ${all} px wide`] : []
  for (const element of document.querySelectorAll("main *, header *, footer *")) {
    const {right, width: own} = element.getBoundingClientRect()
    if (own && right > width + 1 && element.checkVisibility({visibilityProperty: true}) && !tamed(element))
      out.push(`${element.closest("[class]").className} ${element.tagName}: ${Math.round(right)} px`)
  }
  return out
}"""


@pytest.mark.parametrize("language", FOLDERS)
def test_no_page_makes_the_browser_complain_or_needs_scrolling_sideways(
    language: str, shipped: Path, by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    places = [shown.name for shown in pages(shipped) if shown.language == language]
    assert faults(by_mkdocs, [name.replace("404.html", "no/such/place/") for name in places], context) == set()


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.thorough)])
def test_no_kind_of_page_does_whoever_builds_it(
    language: str, by_zensical: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    places = [FOLDERS[language] + place(kind, process) for kind in KINDS]
    assert faults(by_zensical, places, context) == set()


def faults(address: str, places: list[str], context: Callable[..., BrowserContext]) -> set[str]:
    """Return what a browser says of `places`, what they ask of other hosts, and what in them is too wide."""
    page = context(viewport={"width": 320, "height": 640}).new_page()
    watch = Watch(page)
    wide = []
    for name in places:
        page.goto(address + name)
        wide += [f"{name}: {found}" for found in page.evaluate(STICKING_OUT)[:3]]
    page.wait_for_load_state("networkidle")
    return {*watch.complaints, *(watch.hosts - {urlsplit(address).netloc}), *wide}


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.thorough)])
def test_what_readers_do_makes_no_browser_complain(
    scheme: str, served: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = context(color_scheme=scheme, viewport={"width": 1280, "height": 800}).new_page()
    watch = Watch(page)
    page.goto(served)
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("label[for^=__palette]:visible").click()
    page.wait_for_function("before => document.body.dataset.mdColorScheme !== before", arg=before)
    page.get_by_role("article").get_by_role("link").first.click()
    page.wait_for_load_state("networkidle")
    page.locator("[data-md-component=search-query], .md-search__button").first.click()
    page.keyboard.type("客户")
    page.keyboard.press("End")  # an input method ends with a key, and Material waits for one
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    page.goto(served + place("stage 5", process))
    for fold in page.locator("article details").all():
        if fold.get_attribute("open") is None and fold.is_visible():
            fold.locator("> summary").click()
    page.emulate_media(media="print")
    assert not watch.complaints, "\n".join(sorted(set(watch.complaints)))
    assert watch.hosts == {urlsplit(served).netloc}
