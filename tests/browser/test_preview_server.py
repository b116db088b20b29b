"""`showroom serve` in an open page: it follows changes, keeps its reader's place, and shows mistakes on top."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe import violations
from playwright.sync_api import BrowserContext, Locator, Page, expect
from previews import STAGE, Preview, previewing

PATIENCE = 30_000  # milliseconds
LONG = "".join(
    f"  - {{id: part-{number}, type: text, title: Part {number}, body: '{'Words and more words. ' * 60}'}}\n"
    for number in range(1, 9)
)
TALK = "  - {id: talk, type: discussion, title: Talk, question: The first sentence, look_for: [What to look for]}\n"
WORDS = {
    "zh": {"title": "1 处错误。改正之前，页面保持原样。", "hint": "是不是想写“steps”？"},
    "en": {
        "title": "Mistakes: 1. The pages stay as they were until this is mended.",
        "hint": "Did you mean “steps”?",
    },
}


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    with previewing(tmp_path) as running:
        yield running


@pytest.fixture(params=["zh", "en"])
def in_both_languages(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Preview]]:
    """Run the preview for a Chinese and for an English trainer; give the language with it."""
    with previewing(tmp_path, request.param) as running:
        yield request.param, running


@pytest.fixture
def reader(preview: Preview, context: Callable[..., BrowserContext]) -> Page:
    return opened(preview, context)


def opened(preview: Preview, context: Callable[..., BrowserContext], page: str = "meeting/", **options: object) -> Page:
    made = context(**options).new_page()
    made.goto(preview.address + page)
    return made


def test_it_answers_in_both_languages(preview: Preview, reader: Page) -> None:
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Meeting")
    reader.locator("header a[hreflang=zh]").click()
    expect(reader).to_have_url(f"{preview.address}zh/meeting/")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("见面")


def test_an_open_page_follows_a_change(preview: Preview, context: Callable[..., BrowserContext]) -> None:
    page = opened(preview, context, "zh/meeting/")
    preview.replace("向客户问好", "请客户入座")
    expect(page.get_by_text("请客户入座")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("向客户问好")).to_have_count(0)


def test_a_page_that_does_not_change_is_not_loaded_anew(
    preview: Preview, reader: Page, context: Callable[..., BrowserContext]
) -> None:
    other = opened(preview, context, "zh/meeting/")
    reader.evaluate("window.untouched = true")
    preview.replace("向客户问好", "请客户入座")
    expect(other.get_by_text("请客户入座")).to_be_visible(timeout=PATIENCE)
    assert reader.evaluate("window.untouched")


def test_a_page_that_nobody_wrote_any_more_goes_and_comes_back(preview: Preview, reader: Page) -> None:
    expect(reader.get_by_text("Greet the customer")).to_be_visible()
    preview.replace("id: meeting", "id: reception")
    expect(reader.get_by_text("Greet the customer")).to_have_count(0, timeout=PATIENCE)
    preview.replace("id: reception", "id: meeting")
    expect(reader.get_by_text("Greet the customer")).to_be_visible(timeout=PATIENCE)


def test_the_reader_stays_at_the_passage(preview: Preview, reader: Page) -> None:
    preview.write(preview.read() + LONG)
    passage = reader.locator("h2#part-6")
    passage.wait_for(timeout=PATIENCE)
    passage.evaluate("heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 130)")
    before = top(passage)
    assert reader.evaluate("scrollY") > 300
    longer = "A text that grows above. " * 80
    preview.replace("title: Part 2, body: '", f"title: Part 2, body: '{longer}")
    expect(reader.get_by_text("A text that grows above.")).to_have_count(1, timeout=PATIENCE)
    reader.wait_for_load_state()
    assert top(passage) == pytest.approx(before, abs=3)
    reader.wait_for_function("history.scrollRestoration === 'auto'")  # so that a reader's own reload is like any other
    assert top(passage) == pytest.approx(before, abs=3)


def test_what_the_reader_unfolded_stays_open(preview: Preview, reader: Page) -> None:
    preview.write(preview.read() + TALK)
    fold = reader.locator("article details")
    fold.wait_for(timeout=PATIENCE)
    reader.locator("article textarea").fill("Mine")
    fold.locator("summary").click()
    preview.replace("The first sentence", "Another sentence")
    expect(reader.get_by_text("Another sentence")).to_be_visible(timeout=PATIENCE)
    expect(reader.get_by_text("What to look for")).to_be_visible()


def test_a_mistake_is_shown_on_the_page_until_it_is_mended(
    in_both_languages: tuple[str, Preview], context: Callable[..., BrowserContext]
) -> None:
    language, preview = in_both_languages
    page = opened(preview, context)
    preview.replace("type: steps", "type: stepz")
    panel = page.get_by_role("region", name=WORDS[language]["title"])
    expect(panel).to_be_visible(timeout=PATIENCE)
    expect(panel.get_by_role("alert")).to_have_text(WORDS[language]["title"])
    expect(panel.get_by_role("listitem")).to_have_count(1)
    expect(panel).to_contain_text(f"process/{STAGE}:7:11 unknown-type")
    expect(panel).to_contain_text(WORDS[language]["hint"])
    expect(panel.locator("mark")).to_have_text("stepz")
    link = panel.get_by_role("link", name=f"process/{STAGE}:7:11")
    expect(link).to_have_attribute("href", f"vscode://file{preview.process / STAGE}:7:11")
    expect(page.locator("div[lang]").last).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", name="First steps")).to_be_visible()
    page.reload()
    expect(panel).to_be_visible(timeout=PATIENCE)
    preview.replace("type: stepz", "type: steps")
    expect(panel).to_have_count(0, timeout=PATIENCE)
    expect(page.get_by_role("heading", name="First steps")).to_be_visible()


def test_the_mistakes_can_be_put_away_and_fetched_by_key(preview: Preview, reader: Page) -> None:
    preview.replace("type: steps", "type: stepz")
    panel, fetch = reader.get_by_role("region", name="Mistakes"), reader.get_by_role("button", name="Mistakes: 1")
    expect(panel).to_be_visible(timeout=PATIENCE)
    reader.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(fetch).to_be_focused()
    reader.keyboard.press("Enter")
    expect(panel).to_be_focused()
    reader.keyboard.press("Tab")
    expect(reader.get_by_role("button", name="Put away")).to_be_focused()
    reader.keyboard.press("Enter")
    expect(panel).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_mistakes(
    width: int, preview: Preview, context: Callable[..., BrowserContext]
) -> None:
    preview.wait_for_text("First steps")
    preview.replace("type: steps", "type: stepz")
    found = []
    for scheme in ("light", "dark"):
        page = opened(preview, context, color_scheme=scheme, viewport={"width": width, "height": 700})
        panel = page.get_by_role("region", name="Mistakes")
        expect(panel).to_be_visible(timeout=PATIENCE)
        found += violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        found += violations(page)
    assert not found, "\n".join(found)


def test_the_end_of_the_page_can_be_read_above_the_mistakes(preview: Preview, reader: Page) -> None:
    preview.write(preview.read() + LONG)
    reader.locator("#part-8").wait_for(timeout=PATIENCE)
    preview.replace("type: steps", "type: stepz")
    panel = reader.get_by_role("region", name="Mistakes")
    expect(panel).to_be_visible(timeout=PATIENCE)
    reader.evaluate("scrollTo(0, document.body.scrollHeight)")
    end = reader.locator("article").bounding_box()
    assert end is not None
    assert end["y"] + end["height"] <= top(panel)


def test_many_open_pages_leave_room_for_another(preview: Preview, context: Callable[..., BrowserContext]) -> None:
    """A browser keeps six connections to a host: a page that waits for news must not hold one while it is hidden."""
    reader = context()
    for _ in range(8):
        page = reader.new_page()
        page.add_init_script("Object.defineProperty(document, 'hidden', {get: () => true})")
        page.goto(f"{preview.address}meeting/", wait_until="commit")
    last = reader.new_page()
    last.goto(f"{preview.address}meeting/")
    expect(last.get_by_role("heading", level=1)).to_contain_text("Meeting")


def top(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["y"]
