"""The search as a reader has it: types into the box of a page in a browser and reads the list of results."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from playwright.sync_api import Page

# Counts what the page asks its search worker and what the worker answers: the list is read when both are equal.
COUNTING = """
window.asked = window.answered = 0
const Native = window.Worker
window.Worker = class extends Native {
  constructor(...parts) {
    super(...parts)
    this.addEventListener("message", ({data}) => { if (data.type === 3) setTimeout(() => window.answered++) })
  }
  postMessage(message, ...rest) {
    if (message.type === 2) window.asked++
    super.postMessage(message, ...rest)
  }
}
"""

# Scrolls whatever holds the list up and down again: the themes add entries when its end comes into sight.
SCROLLING = """async last => {
  const frame = () => new Promise(done => requestAnimationFrame(done))
  for (let part = last; part; part = part.parentElement ?? part.getRootNode().host) {
    if (part.scrollHeight === part.clientHeight || getComputedStyle(part).overflowY === "visible") continue
    part.scrollTo(0, 0)
    await frame()
    await frame()
    part.scrollTo(0, part.scrollHeight)
    await frame()
    await frame()
    return
  }
}"""


@dataclass(frozen=True, slots=True)
class Result:
    """One entry of the list: the page it leads to (its address in the tree), title, and excerpt with marks as HTML."""

    page: str
    title: str
    excerpt: str


class SearchBox:
    """The search of the language's tree at `address`, opened on its first page."""

    button: str | None = None
    box: str
    entry: str
    announced: str
    reading: str  # JavaScript: the list's links → address, title and excerpt of each

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        page.add_init_script(COUNTING)
        self.open()

    def open(self) -> None:
        """Load the page anew and open its search."""
        self.page.goto(self.address)
        if self.button:
            self.page.locator(self.button).click()
        self.page.locator(self.box).focus()

    @classmethod
    def of(cls, page: Page, address: str, engine: str) -> Self:
        """Open the search that `engine` made."""
        kinds = {"mkdocs": MaterialSearch, "zensical": ZensicalSearch}
        return kinds[engine](page, address)  # type: ignore[return-value]  # both are subclasses

    def ask(self, query: str) -> list[Result]:
        """Return what the list shows for `query` after it has been scrolled to its end."""
        asked = self.page.evaluate("window.asked")
        box = self.page.locator(self.box)
        box.fill(query)
        box.press("End")  # the theme looks at the box when a key is let go
        self._wait_for_answers(asked)
        self._scroll_to_the_end()
        return list(self._results())

    def pages(self, query: str) -> frozenset[str]:
        """Return the pages that the list shows for `query`."""
        return frozenset(result.page for result in self.ask(query))

    def _wait_for_answers(self, after: int = -1) -> None:
        self.page.wait_for_function("asked => window.asked > asked && window.answered === window.asked", arg=after)
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")  # it is drawn

    def _scroll_to_the_end(self) -> None:
        for _ in range(200):
            if self._shown() >= self._count():
                return
            self.page.locator(self.entry).last.evaluate(SCROLLING)
            self._wait_for_answers()
        message = f"the list stays at {self._shown()} of {self._count()}"
        raise AssertionError(message)

    def _shown(self) -> int:
        return self.page.locator(self.entry).count()

    def _count(self) -> int:
        said = self.page.locator(self.announced).inner_text()
        found = re.search(r"\d+", said)
        return int(found[0]) if found else 0

    def _results(self) -> Iterator[Result]:
        root = urlsplit(self.address).path
        for link, title, excerpt in self.page.locator(f"{self.entry} a").evaluate_all(self.reading):
            yield Result(urlsplit(link).path.removeprefix(root), title, excerpt)


class MaterialSearch(SearchBox):
    """MkDocs with Material: an entry for each page, with its sections."""

    box = ".md-search__input"
    entry = ".md-search-result__item"
    announced = ".md-search-result__meta"
    reading = """links => links.map(link => {
      const rest = link.cloneNode(true)
      rest.querySelectorAll("h1, h2, .md-search-result__icon, .md-search-result__terms").forEach(part => part.remove())
      return [link.href, link.querySelector("h1, h2").innerHTML, rest.firstElementChild.innerHTML]
    })"""


class ZensicalSearch(SearchBox):
    """Zensical: an entry for each section."""

    button = ".md-search__button"
    box = "dialog input"
    entry = "dialog [role=listbox] > li"
    announced = "dialog [role=status]"
    reading = """links => links.map(link => [
      link.href, link.querySelector("h2").innerHTML, link.querySelector("h2 ~ div")?.innerHTML ?? ""
    ])"""
