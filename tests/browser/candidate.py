"""Somebody who takes an exam at the shipped site, and how to answer each type of question right."""

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

WORD = "周一早班"


class Candidate:
    """Somebody with a browser at the page of an exam."""

    def __init__(self, page: Page, address: str, exam: str = "delivery", language: str = "") -> None:
        self.page, self.exam = page, exam
        page.goto(f"{address}{language}practice/exams/{exam}/")
        self.field = page.locator("#exam-word")

    @property
    def questions(self) -> Locator:
        return self.page.locator("[data-name]")

    @property
    def names(self) -> list[str]:
        """The questions of the paper, as "stage/question"."""
        return [str(name) for name in self.questions.evaluate_all("all => all.map(one => one.dataset.name)")]

    @property
    def saved(self) -> dict[str, Any]:
        """What is saved of the exam."""
        text = self.page.evaluate("id => localStorage.getItem(`showroom:exam:${id}`)", self.exam)
        found: dict[str, Any] = json.loads(text)["data"]
        return found

    def at(self, step: str) -> None:
        """Wait until the exam is at `step`."""
        expect(self.page.locator("show-exam")).to_have_attribute("data-step", step)

    def begin(self, word: str = WORD) -> list[str]:
        """Draw the paper of `word`; return its questions."""
        self.field.fill(word)
        self.field.press("Enter")
        self.at("paper")
        return self.names

    def question(self, name: str) -> Locator:
        return self.page.locator(f"[data-name='{name}']")

    def of_type(self, name: str) -> list[str]:
        """Return the questions of that type on the paper."""
        return [one for one in self.names if self.question(one).locator(f"[data-type={name}]").count()]

    def number(self, place: int) -> Locator:
        """Return the number of a question, from 1, on the answer sheet."""
        return self.page.locator(".show-exam__number").nth(place - 1)

    def answer(self, name: str) -> None:
        """Give the right answer, which the page holds in the list that opens after handing in."""
        question = self.question(name).locator("show-question")
        right = question.locator(".show-question__answers [data-part]")
        parts = [(str(p.get_attribute("data-part")), p.get_attribute("data-right")) for p in right.all()]
        match question.get_attribute("data-type"):
            case "single" | "multiple" | "truefalse":
                for part, is_right in parts:
                    if is_right is not None:
                        question.locator(f"input[value='{part}']").check()
            case "order":
                self._order(question, [part for part, _ in parts])
            case "numeric":
                question.locator("input").fill(str(parts[0][1]))
            case _:
                for part, is_right in parts:
                    self._fill(question, part, is_right)

    def _order(self, question: Locator, wanted: list[str]) -> None:
        for place, part in enumerate(wanted):
            while question.locator(".show-order > li").nth(place).get_attribute("data-value") != part:
                question.locator(f"li[data-value='{part}'] [data-way=up]").click()

    def _fill(self, question: Locator, part: str, right: str | None) -> None:
        place = question.locator(f".show-question__ask [data-value='{part}']")
        field = place if place.evaluate("field => field.matches('select, input')") else place.locator("select, input")
        if field.evaluate("field => field.localName") == "select":
            field.select_option(str(right))
        else:
            accepted = question.locator(f"[data-part='{part}']").get_attribute("data-accept")
            field.fill(json.loads(str(accepted))["words"][0])

    def submit(self) -> None:
        self.page.locator("[data-do=submit]").click()

    def hand_in(self) -> None:
        """Hand in, whatever is asked before."""
        self.submit()
        anyway = self.page.locator("[data-do=submit-anyway]")
        expect(anyway.or_(self.page.locator("[data-do=another]")).locator("visible=true").first).to_be_visible()
        if anyway.is_visible():
            anyway.click()
        self.at("result")

    def marks(self) -> list[list[str]]:
        """Return the rows of the result: questions, marks got and marks there are, section by section and in all."""
        rows = self.page.locator(".show-exam__record tbody tr, .show-exam__record tfoot tr").all()
        return [row.locator("td").all_inner_texts() for row in rows]
