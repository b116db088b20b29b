"""What the search takes for the same, told by an index of a few lines."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsers import browser
from web_server import serving

pytestmark = pytest.mark.browser

# As Material writes them: HTML, with a mark of no width between Chinese words.
PAGES = {
    "signals/": "<p>听懂\u200b客户\u200b发出\u200b的\u200b成交\u200b信号\u200b。</p><p>不\u200b急\u200b。</p>",
    "apart/": "<p>成交\u200b之后\u200b，\u200b信号\u200b更\u200b多</p>",
    "lines/": "<li>成交</li><li>信号</li>",
    "inspection/": "<p>ＰＤＩ：two inspections</p>",
    "tyres/": "<p>Four <code>new</code> tyres</p>",
    "calls/": "<p>A follow\u2011up call, the customer\u2019s wish</p>",
    "research/": "<p>R&amp;D, 5 &lt; 6</p>",
}
ASKING = """async ([docs, query]) => {
  const worker = new Worker(JSON.parse(document.getElementById("__config").textContent).search)
  const answer = () => new Promise(done => { worker.onmessage = ({data}) => done(data.data) })
  const fields = {title: {boost: 1000}, text: {boost: 1}, tags: {boost: 1}}
  const config = {lang: ["zh", "en"], separator: "[\\\\s\\u200b\\\\-]+", pipeline: ["stemmer"], fields}
  worker.postMessage({type: 0, data: {config, docs, options: {suggest: false}}})
  await answer()
  worker.postMessage({type: 2, data: query})
  const {items} = await answer()
  worker.terminate()
  return items
}"""
Ask = Callable[[str], list[list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def ask(shipped: Path) -> Iterator[Ask]:
    """Return a function that asks Material's search about PAGES; it gives the entries of each page found."""
    docs = [{"location": name, "title": f"Title of {name}", "text": text} for name, text in PAGES.items()]
    with serving(shipped) as address:
        page = browser().new_page()
        page.goto(address)
        yield lambda query: page.evaluate(ASKING, [docs, query])
        page.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("成交信号", {"signals/"}),  # as it is typed: neither its parts apart, nor across lines
        ("户发出的成", {"signals/"}),  # wherever the words were cut
        ("信号 成交", {"signals/", "apart/", "lines/"}),  # words in any order
        ("pdi", {"inspection/"}),
        ("PDI:", {"inspection/"}),  # signs of full width
        ("tyre", {"tyres/"}),
        ("New TYRES", {"tyres/"}),  # across tags inside a line
        ("yre", set()),  # no Latin word begins there
        ("inspec", {"inspection/"}),  # while it is typed
        ("follow-up", {"calls/"}),  # any hyphen
        ("customer's", {"calls/"}),  # any apostrophe
        ("R&D", {"research/"}),
        ("5 < 6", {"research/"}),
        ("", set()),
    ],
)
def test_finds(query: str, found: set[str], ask: Ask) -> None:
    assert {entry["location"] for entries in ask(query) for entry in entries} == found


@pytest.mark.parametrize(
    ("query", "excerpt"),
    [
        ("成交信号", "<p>听懂客户发出的<mark>成交信号</mark>。</p>"),
        ("tyre", "<p>Four new <mark>tyre</mark>s</p>"),
        ("d, 5", "<p>R&amp;<mark>D, 5</mark> &lt; 6</p>"),
    ],
)
def test_shows_the_line_with_what_was_typed(query: str, excerpt: str, ask: Ask) -> None:
    assert [entry["text"] for entries in ask(query) for entry in entries] == [excerpt]
