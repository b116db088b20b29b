"""Drills: cards of the stage's own blocks, one at a time, and steps to put in order."""

import json
from collections.abc import Callable

import pytest
from axe import violations
from playwright.sync_api import BrowserContext, Page, expect

ROUND = 20
VIEWS = [(width, scheme, language) for width in (360, 1280) for scheme in ("light", "dark") for language in ("", "en/")]


class Drill:
    """The drill on closing signals, and what one sees and does there."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.goto(f"{address}practice/signals/")
        expect(self.words).not_to_be_empty()
        page.keyboard.press("1")  # a number on the page is no answer: only in the drill is it one
        expect(page.locator("[data-do=next]")).to_have_count(0)
        page.locator("button[data-category]").first.focus()

    @property
    def words(self) -> object:
        return self.page.locator(".show-drill__text")

    def card(self) -> dict[str, str]:
        """The card that is shown, from the list that the page came with."""
        return dict(
            self.page.evaluate(
                """() => {
                  const words = document.querySelector(".show-drill__text").textContent
                  const card = [...document.querySelectorAll("[data-card]")]
                    .find(card => card.querySelector(".show-drill__words").textContent === words)
                  return {...card.dataset, words}
                }"""
            )
        )

    def answer(self, *, right: bool) -> dict[str, str]:
        """Answer the card by keyboard; return it."""
        card = self.card()
        signal = (card["category"] == "signal") == right
        self.page.keyboard.press("1" if signal else "2")
        return card

    @property
    def said(self) -> str:
        return self.page.locator("show-drill [role=status]").inner_text()


@pytest.fixture
def drill(by_mkdocs: str, context: Callable[..., BrowserContext]) -> Drill:
    return Drill(context().new_page(), by_mkdocs)


def test_there_are_forty_cards_and_half_of_them_are_no_signals(drill: Drill) -> None:
    kinds = drill.page.locator("[data-card]").evaluate_all("cards => cards.map(card => card.dataset.category)")
    assert len(kinds) >= 40
    assert 0.4 <= kinds.count("near-miss") / len(kinds) <= 0.6


def test_a_wrong_answer_is_told_at_once_with_the_right_one_and_its_reason(drill: Drill) -> None:
    card = drill.answer(right=False)
    assert "不对，应该是：" in drill.said
    assert ("是信号" if card["category"] == "signal" else "不是信号") in drill.said
    link = drill.page.locator("show-drill [role=status] a")
    assert link.get_attribute("href") == f"../../proposal-to-close/#{card['card'].split('/')[1]}"


def test_one_goes_on_by_the_keyboard_alone_and_a_second_answer_changes_nothing(drill: Drill) -> None:
    first = drill.answer(right=True)
    assert drill.said.startswith("对。")
    drill.page.keyboard.press("1")
    drill.page.keyboard.press("2")
    assert drill.said.startswith("对。")
    drill.page.keyboard.press("Enter")
    assert drill.card()["card"] != first["card"]
    assert drill.page.locator(".show-drill__count").inner_text() == f"第 2 张，共 {ROUND} 张"


def test_what_was_missed_is_named_at_the_end_saved_and_first_in_the_next_round(drill: Drill) -> None:
    missed = drill.answer(right=False)
    for _ in range(ROUND - 1):
        drill.page.keyboard.press("Enter")
        drill.answer(right=True)
    drill.page.keyboard.press("Enter")
    assert drill.page.locator(".show-drill__text").inner_text() == f"这一轮 {ROUND} 张，答对 {ROUND - 1} 张。"
    assert missed["words"] in drill.said
    saved = drill.page.evaluate("key => localStorage.getItem(key)", f"showroom:drill:{missed['card']}")
    assert [result for _, result in json.loads(saved)["data"]["history"]] == [0]
    drill.page.keyboard.press("Enter")
    seen = [drill.answer(right=True)["card"]]
    for _ in range(ROUND - 1):
        drill.page.keyboard.press("Enter")
        seen.append(drill.answer(right=True)["card"])
    assert missed["card"] in seen


def test_a_step_is_put_where_it_belongs_by_its_number(by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    page.goto(f"{by_mkdocs}practice/delivery-procedure/")
    question = page.locator("show-question").last
    right = question.locator(".show-question__answers [data-part]").evaluate_all(
        "parts => parts.map(p => p.dataset.part)"
    )
    assert len(right) == 22
    for place, name in enumerate(right):
        question.locator(f'[data-value="{name}"] select').select_option(str(place + 1))
    question.get_by_role("button", name="检查").click()
    expect(question.locator("[role=status]")).to_contain_text("答对了")


def test_without_script_the_cards_are_a_list_whose_answers_open(
    by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{by_mkdocs}practice/signals/")
    card = page.locator("[data-card]").first
    expect(card.locator(".show-drill__words")).to_be_visible()
    expect(card.locator("details > :not(summary)").first).to_be_hidden()
    card.locator("summary").click()
    expect(card.locator("details > strong")).to_be_visible()
    expect(page.locator(".show-drill__stage")).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme", "language"), VIEWS)
def test_nothing_keeps_anybody_out(
    width: int, scheme: str, language: str, by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    drill = Drill(page, by_mkdocs + language)
    assert violations(page) == []
    drill.answer(right=False)
    assert violations(page) == []
