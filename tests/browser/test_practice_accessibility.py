"""axe-core finds nothing in any state of review, term cards and progress, nor on pages that show how far one is."""

from collections.abc import Callable, Iterator

from axe import View, in_every_view, violations
from kinds import FOLDERS
from learner import Learner, attempt
from playwright.sync_api import BrowserContext, expect


def states(learner: Learner) -> Iterator[str]:
    """Take a learner through everything there is to see; give the name of each state when it is there."""
    page = learner.page
    one, other = learner.keys(deck="first-contact")[:2]
    yield "review: nothing done"
    learner.open(f"{learner.folder}practice/progress/")
    expect(page.locator("[data-part=due]").first).not_to_be_empty()
    yield "progress: nothing done"

    learner.has_done({key: [attempt()] for key in learner.keys(deck="first-contact")})
    learner.has_done({one: [attempt(score=0)], other: [attempt(days_ago=90)]}, hash_="00000000")
    for path in ("", "practice/", "first-contact/"):
        learner.open(f"{learner.folder}{path}")
        expect(page.locator(".show-mark__sign").first).to_be_attached()
        yield f"marks: {path}"
    learner.open(f"{learner.folder}practice/review/")
    learner.says()
    yield "review: something due"
    learner.start()
    yield "review: asked"
    learner.answer(right=False)
    yield "review: answered"
    page.locator("[data-turn=end]").click()
    learner.says()
    yield "review: ended"

    learner.open(f"{learner.folder}practice/terms/")
    learner.start()
    page.locator("[data-do=check]").click()
    yield "terms: turned"

    result = {"at": 1, "word": "x", "got": [9], "full": [10], "pass": 80}
    learner.save("exam", "delivery", {"version": 1, "at": 1, "hash": "", "data": {"past": [result]}})
    learner.open(f"{learner.folder}practice/progress/")
    expect(page.locator("[data-paper=delivery] .show-mark__sign")).to_be_attached()
    page.locator("[data-do=code]").click()
    expect(page.locator("[name=outgoing]")).to_be_visible()
    page.locator("[data-do=clear]").click()
    yield "progress: a code, and the second question"
    page.locator("[name=incoming]").fill("nothing")
    page.locator("[data-do=take]").click()
    yield "progress: a code that is none"


@in_every_view
def test_axe_finds_nothing_in_any_state(view: View, by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    page = context(**view.options).new_page()
    found = []
    for state in states(Learner(page, by_mkdocs, FOLDERS[view.language])):
        found += [f"{state}: {violation}" for violation in violations(page)]
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found += [f"{state}: scrolls sideways"] if wide else []
    assert not found, "\n".join(found)
