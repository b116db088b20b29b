"""A page on which nobody searches does no work for the search."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect


def test_the_index_is_built_when_something_is_asked_for(by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    page = context(viewport={"width": 1280, "height": 800}).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(by_mkdocs)
    page.wait_for_load_state("networkidle")
    assert any("/search_index.json" in address for address in asked)
    assert not any("/lunr/" in address for address in asked)  # the engine asks for it when it builds its index

    box = page.locator(".md-search__input")
    box.focus()
    expect(page.locator(".md-search-result__meta")).to_have_text("键入以开始搜索")
    box.fill("成交信号")
    box.press("End")  # the theme waits for a key
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert any("/lunr/" in address for address in asked)
