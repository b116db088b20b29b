"""Every page can be read: without script, on the narrowest screen."""

from collections.abc import Callable

import pytest
from kinds import FOLDERS, STAGES, place
from playwright.sync_api import BrowserContext

from generator import blocks, registry
from generator.process import Process

# Text of the article that its reader sees nowhere. A popover has a button of its own; a button that only a script makes
# work is rightly not there without one; and what a picture or the head of a table says may be said elsewhere instead,
# by a list or before each cell.
UNSEEN = """article => {
  const before = element => getComputedStyle(element, "::before").content
  const shown = [...article.querySelectorAll("td, th, dd, li")].filter(element => element.checkVisibility()).map(before)
  const seen = (article.innerText + shown.join()).replaceAll(/\\s/g, "")
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  const unseen = []
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim()
    const parent = walker.currentNode.parentElement
    if (!text || parent.closest("script, style, template, title, desc")) continue
    if (parent.closest("[popover], button, thead th:first-child")) continue
    if (!parent.checkVisibility({visibilityProperty: true, opacityProperty: true})
      && !seen.includes(text.replaceAll(/\\s/g, ""))) unseen.push(text.slice(0, 60))
  }
  return unseen
}"""


@pytest.mark.parametrize("kind", STAGES)
def test_a_stage_is_read_whole_without_script(
    kind: str, by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = context(java_script_enabled=False, viewport={"width": 390, "height": 800}).new_page()
    for folder in FOLDERS.values():
        page.goto(f"{by_mkdocs}{folder}{place(kind, process)}")
        for fold in page.locator("article details").all():
            if fold.get_attribute("open") is None:
                fold.locator("> summary").click()
        assert page.locator("article details:not([open])").count() == 0
        assert page.locator("article").evaluate(UNSEEN) == []


# What stands there to be pressed and does nothing without script. A term's button and the native controls of
# questions work by themselves.
DEAD = """block => {
  const pressed = block.querySelectorAll("button:not([popovertarget]), [role=button], .md-button:not([href])")
  return [...pressed].filter(one => one.checkVisibility({visibilityProperty: true})).map(one => one.outerHTML)
}"""


@pytest.mark.parametrize(("language", "width"), [("zh", 390), ("en", 1280)])
def test_every_type_of_block_is_read_whole_without_script(
    language: str, width: int, by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = context(java_script_enabled=False, viewport={"width": width, "height": 800}).new_page()
    page.goto(f"{by_mkdocs}{FOLDERS[language]}{place('types', process)}")
    lost = {}
    for name in registry.names(blocks):
        block = page.locator(f".show-example > .show-block.show-{name.replace('_', '-')}")
        assert block.inner_text().strip(), f"the guide has an example of {name}"
        for fold in block.locator("details").all():
            if fold.get_attribute("open") is None:
                fold.locator("> summary").click()
        lost[name] = block.evaluate(UNSEEN) + block.evaluate(DEAD)
    assert {name: what for name, what in lost.items() if what} == {}
