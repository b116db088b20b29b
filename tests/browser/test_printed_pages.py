"""Every kind of page as Chromium prints it: what is read, nothing to press, and where it comes from."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from kinds import FOLDERS, place
from playwright.sync_api import BrowserContext, Page
from printed import Printed, squeezed

from generator.process import Process

# By kind of page: the language and the scheme that its reader has chosen.
READERS = {
    "home": ("zh", "light"),
    "preface": ("zh", "light"),
    "stage 1": ("zh", "light"),
    "stage 5": ("en", "dark"),
    "trainers": ("zh", "dark"),
    "quiz": ("zh", "dark"),
    "drill": ("zh", "light"),
    "exam": ("zh", "light"),
    "exams": ("zh", "light"),
    "checklist": ("zh", "dark"),
    "checklists": ("zh", "light"),
    "progress": ("zh", "dark"),
    "review": ("zh", "light"),
    "term cards": ("en", "light"),
    "glossary": ("en", "light"),
    "sources": ("zh", "light"),
    "about": ("zh", "light"),
    "types": ("zh", "dark"),
}
MANY_SHEETS = {"stage 1", "stage 5", "trainers", "quiz", "sources", "glossary", "types"}
# What is there to be pressed, or to lead elsewhere.
TO_PRESS = "button:not(.show-term), .md-button, nav, .show-door, .show-screen, input[type=file]"
ANSWERS = ".show-question__feedback, .show-question__explanation, .show-drill__reason, .show-discussion__answer li"
LABELS = "h1, h2, h3, h4, .show-label, dt, summary, .admonition-title"
BOXES = ".show-option input, .show-order__item, .show-check__box, .show-check__square"
FOOT = 12  # mm at the foot of a sheet
A4 = 297


def texts(page: Page, selector: str) -> set[str]:
    return {squeezed(text) for text in page.locator(f"article :is({selector})").all_text_contents()} - {""}


def seen(page: Page, selector: str) -> list[str]:
    """Return what of `selector` is on paper."""
    page.emulate_media(media="print")
    found: list[str] = page.locator(f"article :is({selector})").evaluate_all(
        "all => all.filter(one => one.checkVisibility({visibilityProperty: true})).map(one => one.outerHTML)"
    )
    return found


def contrast_with_paper(ink: tuple[int, int, int]) -> float:
    """Return the contrast of a colour with white, from 1 to 21, as WCAG 2.2 defines it."""
    linear = [((one / 255 + 0.055) / 1.055) ** 2.4 if one > 10 else one / 255 / 12.92 for one in ink]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def opened(kind: str, at: str, process: Process, context: Callable[..., BrowserContext], **options: object) -> Page:
    language, scheme = READERS[kind]
    page = context(color_scheme=scheme, **options).new_page()
    page.goto(f"{at}{FOLDERS[language]}{place(kind, process)}", wait_until="networkidle")
    return page


@pytest.mark.parametrize("kind", READERS)
def test_a_page_prints_well(
    kind: str, by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = opened(kind, by_mkdocs, process, context)
    printed = Printed(page)
    assert (len(printed.sheets) > 1) >= (kind in MANY_SHEETS), "these tests look at what goes over several sheets"
    if kind == "home":
        assert len(printed.sheets) == 1, "the map is on one sheet"

    assert {run.text for run in printed.runs if "Art" not in run.tags} == set(), "nothing around the article"
    assert [text for text in texts(page, ANSWERS) if text in printed.text] == []
    for number, sheet in enumerate(printed.sheets, start=1):
        revision = page.locator(".show-foot").get_attribute("data-revision") or ""
        foot = f"{squeezed(page.url)}{squeezed(revision)}{number}/{len(printed.sheets)}"
        assert foot in sheet.text
        assert sheet.down_to(page.url) > A4 - FOOT
        assert min(contrast_with_paper(ink) for ink in sheet.inks()) >= 4.5
        assert sheet.picture.getpixel((3, 3)) == 255

    labels = texts(page, LABELS)
    assert [run.text for run in printed.ends() if squeezed(run.text) in labels] == []
    for head, *others in printed.rows():
        assert {sheet for row in others for sheet in row} <= head.keys(), "the head of a table is repeated"
        assert [row for row in others if len(set(row.values())) > 1] == [], "a row of a head is whole on each sheet"

    choices = page.locator("[data-choices]").evaluate_all("all => all.map(one => one.dataset.choices)")
    assert [text for text in choices if not any(squeezed(text) in sheet.text for sheet in printed.sheets)] == [], (
        "no list opens on paper"
    )
    empty = [box for sheet in printed.sheets for box in sheet.boxes() if sheet.is_empty(box)]
    assert seen(page, TO_PRESS) == []
    assert len(empty) >= len(seen(page, BOXES))


def test_backgrounds_on_paper_are_as_light_as_paper(
    by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    printed = Printed(opened("stage 5", by_mkdocs, process, context), backgrounds=True)
    for sheet in printed.sheets:
        tones = sheet.picture.histogram()
        assert sum(tones[:200]) < 0.12 * sum(tones)
        assert min(contrast_with_paper(ink) for ink in sheet.inks()) >= 4.5


def test_there_are_lines_to_write_on(by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]) -> None:
    for kind, question, lines in (
        ("stage 5", ".show-discussion__question", 6),
        ("quiz", ".show-question:has(textarea) > * > .show-question__prompt, .show-question__own > span", 5),
    ):
        page = opened(kind, by_mkdocs, process, context)
        printed = Printed(page)
        asked = texts(page, question)
        assert asked
        for text in asked:
            sheet = next(one for one in printed.sheets if text in one.text)
            below = [down for down in sheet.rules() if down > sheet.down_to(text)][:lines]
            assert len(below) == lines, text
            assert all(8.5 < second - first < 9.5 for first, second in pairwise(below)), below


def test_paper_shows_what_folds_and_where_it_is_from_without_script(
    by_mkdocs: str, process: Process, context: Callable[..., BrowserContext]
) -> None:
    page = opened("stage 5", by_mkdocs, process, context, java_script_enabled=False)
    printed = Printed(page)
    folded = texts(page, ".show-signals__signal li, details:not(.show-discussion__answer, .show-question__answer) li")
    assert folded
    assert [text for text in folded if text not in printed.text] == []
    assert squeezed(page.locator(".show-foot").get_attribute("data-revision") or "") in printed.sheets[-1].text
