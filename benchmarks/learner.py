"""How long the pages of a learner with 5,000 saved items need, in Chromium on a processor slowed four times.

    python benchmarks/learner.py SITE

SITE is a finished site with questions. The questions that it has are not 5,000: the list of questions is replaced on
its way to the page by one that names them all.
"""

import json
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browsers import browser  # noqa: E402  # of the tests
from playwright.sync_api import Page, Route  # noqa: E402
from web_server import serving  # noqa: E402

ITEMS, DECKS, SLOWED, RUNS = 5000, 10, 4, 5
DAY = 24 * 60 * 60_000
FIGURES = ("read the records", "tell what is due", "tell how far each stage is")
LOAD = """async () => {
  const {catalogue, practised, standings} = await import("/assets/elements/learning.js")
  const {store} = await import("/assets/elements/store.js")
  const questions = await catalogue("/assets/questions.json")
  const times = []
  for (const work of [() => store.all("question"), () => practised(questions), () => standings(questions)]) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
  }
  return times
}"""


def main() -> None:
    """Print the times, in milliseconds: the median of some fresh pages."""
    decks = {
        f"stage-{n}": {f"question-{m}": ["0a1b2c3d", "single"] for m in range(ITEMS // DECKS)} for n in range(DECKS)
    }
    listed = json.dumps(decks)
    with serving(Path(sys.argv[1])) as address:
        page = browser().new_context().new_page()
        page.route("**/assets/questions.json", lambda route: _answer(route, listed))
        page.goto(f"{address}practice/review/")
        page.evaluate("all => { for (const [key, text] of all) localStorage.setItem(key, text) }", _saved(decks))
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        found = [_one(page, address) for _ in range(RUNS)]
    for name, times in zip(FIGURES, zip(*found, strict=True), strict=True):
        print(f"{name}: {statistics.median(times):.0f} ms ({', '.join(f'{time:.0f}' for time in sorted(times))})")


def _saved(decks: dict[str, dict[str, list[str]]]) -> list[tuple[str, str]]:
    """Return a record of five attempts for each question."""
    now = round(time.time() * 1000)
    history = [[now - days * DAY, score, 0] for days, score in ((40, 0), (39, 1), (30, 1), (12, 0.67), (3, 1))]
    data = {"answer": ["asks-first"], "tries": 1, "hints": 0, "done": True, "score": 1, "history": history}
    text = json.dumps({"version": 1, "at": now, "hash": "0a1b2c3d", "data": data})
    return [(f"showroom:question:{deck}/{name}", text) for deck, names in decks.items() for name in names]


def _one(page: Page, address: str) -> list[float]:
    page.goto(f"{address}practice/")
    times: list[float] = page.evaluate(LOAD)
    return times


def _answer(route: Route, listed: str) -> None:
    route.fulfill(body=listed, content_type="application/json")


if __name__ == "__main__":
    main()
