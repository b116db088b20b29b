"""A learner at the shipped site: what is saved on the device, put there and read, and answers given by hand."""

import json
import time
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page, expect

DAY = 24 * 60 * 60_000  # milliseconds
Catalogue = dict[str, dict[str, tuple[str, str]]]


def now() -> int:
    return round(time.time() * 1000)


def attempt(*, days_ago: float = 0, score: float = 1, hints: int = 0) -> list[float]:
    return [now() - days_ago * DAY, score, hints]


def record(history: list[list[float]], hash_: str) -> dict[str, Any]:
    """Return what is saved of a question after the attempts `history`."""
    data = {"tries": 1, "hints": 0, "done": True, "score": history[-1][1], "history": history}
    return {"version": 1, "at": history[-1][0], "hash": hash_, "data": data}


class Learner:
    """Somebody with a browser at the site at `address`."""

    def __init__(self, page: Page, address: str, folder: str = "") -> None:
        self.page, self.address, self.folder = page, address, folder
        page.goto(f"{address}{folder}practice/review/")
        self.catalogue: Catalogue = json.loads(page.evaluate("fetch('/assets/questions.json').then(a => a.text())"))

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.address}{path}")
        return self.page

    def keys(self, kind: str = "single", deck: str = "") -> list[str]:
        """Return the keys of the questions of a type, of every deck in turn."""
        found = [
            [f"{name}/{question}" for question, (_, own) in questions.items() if own == kind]
            for name, questions in self.catalogue.items()
            if not deck or name == deck
        ]
        longest = max(map(len, found))
        return [keys[place] for place in range(longest) for keys in found if place < len(keys)]

    def hash_of(self, key: str) -> str:
        deck, _, question = key.partition("/")
        return self.catalogue[deck][question][0]

    def has_done(self, histories: Mapping[str, list[list[float]]], hash_: str = "") -> None:
        """Save attempts, as if they had been made here; with `hash_` at another wording."""
        for key, history in histories.items():
            self.save("question", key, record(history, hash_ or self.hash_of(key)))

    def save(self, kind: str, name: str, saved: dict[str, Any]) -> None:
        self.page.evaluate(
            "([key, text]) => localStorage.setItem(key, text)", [f"showroom:{kind}:{name}", json.dumps(saved)]
        )

    def saved(self, kind: str, name: str) -> dict[str, Any]:
        text = self.page.evaluate("key => localStorage.getItem(key)", f"showroom:{kind}:{name}")
        found: dict[str, Any] = json.loads(text)
        return found

    def kept(self) -> list[str]:
        """Return the names of all that is saved."""
        keys: list[str] = self.page.evaluate("Object.keys(localStorage)")
        return sorted(key for key in keys if key.startswith("showroom:"))

    def asked(self) -> str:
        """Return the key of the question that is asked."""
        question = self.page.locator(".show-review__ask show-question")
        expect(question.locator(".show-question__tools button").first).to_be_visible()
        return question.get_attribute("data-id") or ""

    def start(self) -> str:
        self.press()
        return self.asked()

    def next(self) -> str:
        """Go on to the next question; return its key, or "" where the session has ended."""
        place = self.page.locator(".show-review__place")
        before = place.text_content()
        self.press()
        self.page.wait_for_function(
            "([place, before]) => place.hidden || place.textContent !== before", arg=[place.element_handle(), before]
        )
        return self.asked() if place.is_visible() else ""

    def press(self) -> None:
        """Press the first button of the page."""
        self.page.locator(".show-review__tools button").first.click()

    def answer(self, *, right: bool) -> None:
        """Answer the single question that is asked, wrongly until no try is left."""
        question = self.page.locator("show-question").first
        parts = question.locator("[data-part]")
        chosen = parts.and_(self.page.locator("[data-right]" if right else ":not([data-right])")).first
        value = chosen.get_attribute("data-part")
        for _ in range(1 if right else int(question.get_attribute("data-attempts") or "1")):
            question.locator(f"input[value='{value}']").check()
            question.locator("[data-do=check]").click()
        expect(question.locator("[data-do=again]")).to_be_visible()
        self.wait_until_saved(question.get_attribute("data-id") or "")

    def wait_until_saved(self, key: str) -> None:
        """Wait until the attempt at a question that has just ended is saved."""
        done = "key => JSON.parse(localStorage.getItem(key) ?? '{}').data?.done"
        self.page.wait_for_function(done, arg=f"showroom:question:{key}")

    def says(self) -> str:
        place = self.page.locator(".show-review__say")
        expect(place).not_to_be_empty()
        return place.inner_text()
