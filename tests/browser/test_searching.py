"""The search finds words that stand in the middle of a sentence, in both languages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

# Words of the deck itself, which stays as it is, and the stage whose page has them.
WORDS = [
    ("", "肢体语言", "proposal-to-close/"),  # 用语言、肢体语言等发出信号，导向成交
    ("", "忠诚度", "delivery/"),  # 确保高的客户忠诚度
    ("en/", "negotiation", "proposal-to-close/"),
    ("en/", "handover", "delivery/"),
]


@pytest.mark.parametrize(("folder", "word", "stage"), WORDS)
def test_a_word_inside_a_sentence_is_found(
    folder: str, word: str, stage: str, served: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(f"{served}{folder}")
    page.locator("[data-md-component=search-query], .md-search__button").first.click()
    page.keyboard.type(word)
    page.keyboard.press("End")  # an input method ends with a key, and Material waits for one
    found = page.locator(f"a[href*='/{folder}{stage}']:visible, a[href^='{stage}']:visible").filter(has_text=word)
    expect(found.first).to_be_visible()
