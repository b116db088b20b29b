"""Answers questions on a page as a learner does: by mouse, by touch, or by keyboard alone."""

import json
from collections.abc import Sequence
from typing import Any, Literal

from playwright.sync_api import Locator, Page

Hand = Literal["mouse", "touch", "keyboard"]
# One thing that is done: press an option; choose in a list; type into a field; bring items into an order.
Deed = tuple[str, ...]
SAVED = """([key, expected]) => {
  const { data } = JSON.parse(localStorage.getItem(key) ?? "{}")
  return data && Object.entries(expected).every(([name, value]) => JSON.stringify(data[name]) === JSON.stringify(value))
}"""
FARTHEST = 40  # stops of the Tab key inside one question


class Learner:
    """Answers one question; every deed is done by `hand`."""

    def __init__(self, page: Page, question: str, hand: Hand = "mouse") -> None:
        self.page, self.hand, self.id = page, hand, question
        self.question = page.locator(f'show-question[data-id="stage/{question}"]')

    @property
    def status(self) -> Locator:
        """What is announced."""
        return self.question.get_by_role("status")

    @property
    def answer(self) -> Locator:
        """The list with what is right, and why."""
        return self.question.locator(".show-question__answer")

    def button(self, name: str) -> Locator:
        return self.question.get_by_role("button", name=name, exact=True)

    def option(self, value: str) -> Locator:
        return self.question.locator(f'input[value="{value}"]')

    def list_of(self, name: str) -> Locator:
        """Return the list or field of a part."""
        return self.question.locator(f'[data-value="{name}"] :is(select, input)')

    def press(self, control: Locator) -> None:
        if self.hand == "mouse":
            control.click()
        elif self.hand == "touch":
            control.tap()
        else:
            self._reach(control)
            if not (control.get_attribute("type") == "radio" and control.is_checked()):
                self.page.keyboard.press("Space")

    def check(self) -> None:
        self.press(self.question.locator("button[data-do=check]"))

    def do(self, deeds: Sequence[Deed]) -> None:
        for kind, *words in deeds:
            getattr(self, f"_{kind}")(*words)

    def saved(self, **expected: object) -> Any:  # noqa: ANN401  # as it was saved
        """Return the record in the browser's storage, once its data has what is `expected`: saving takes a moment."""
        self.page.wait_for_function(SAVED, arg=[f"showroom:question:stage/{self.id}", expected])
        return json.loads(self.page.evaluate("key => localStorage.getItem(key)", f"showroom:question:stage/{self.id}"))

    def _press(self, value: str) -> None:
        self.press(self.option(value))

    def _choose(self, name: str, value: str) -> None:
        control = self.list_of(name)
        if self.hand != "keyboard":  # the list that opens is the system's, not the page's
            control.select_option(value)
            return
        self._reach(control)
        values = control.evaluate("list => [...list.options].map(option => option.value)")
        way = values.index(value) - values.index(control.input_value())
        for _ in range(abs(way)):
            self.page.keyboard.press("ArrowDown" if way > 0 else "ArrowUp")

    def _type(self, name: str, text: str) -> None:
        control = self.list_of(name) if name else self.question.locator("input[type=text], textarea").first
        if self.hand == "keyboard":
            self._reach(control)
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.type(text)
        else:
            control.fill(text)

    def _order(self, *names: str) -> None:
        for place, name in enumerate(names):
            while self.question.locator(".show-order__item").nth(place).get_attribute("data-value") != name:
                self.press(self.question.locator(f'[data-value="{name}"] [data-way=up]'))

    def _reach(self, control: Locator) -> None:
        """Go to `control` with the Tab key, and among radio buttons with the arrows."""
        self.question.evaluate("question => { question.tabIndex = -1; question.focus() }")
        here = "control => control === document.activeElement"
        of_group = "control => control.type === 'radio' && control.name === document.activeElement.name"
        for _ in range(FARTHEST):
            self.page.keyboard.press("Tab")
            if control.evaluate(here):
                return
            if control.evaluate(of_group):
                for _ in range(10):
                    self.page.keyboard.press("ArrowDown")
                    if control.evaluate(here):
                        return
        message = f"the Tab key does not reach {control}"
        raise AssertionError(message)
