"""Takes the pictures of docs/assets/ anew: `python tests/pictures.py`, where the packages of the tests are installed.

They show the site that the shipped process makes, in each language's own words. Reviewed by eye before they are
committed. Those of the editor and of the terminal are taken by scripts of their own.
"""

import sys
import tempfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
from browsers import browser
from built_sites import ROOT, build
from guide_session import ITEM, MISSPELT, OWNER, STAGE, TEXT
from PIL import Image
from playwright.sync_api import Page
from previews import PATIENCE, previewing
from web_server import serving

ASSETS = ROOT / "docs/assets"
LANGUAGES = {"zh": "", "en": "en/"}
SETTLING = 500  # milliseconds: the preview never stops asking, so there is nothing to wait for
HEAVIEST = 150_000  # bytes
PHONE = (340, 680)
BETWEEN = 20  # pixels between two phones
SHEETS = {"sheet-card": "card-delivery", "sheet-cut-outs": "cards-to-cut-out"}
SHEET_WIDTH = 747


def save(name: str, picture: Image.Image) -> None:
    """Write a picture in as few colours as it needs.

    Raises:
        ValueError: when it is heavier than a reader on a phone should have to load.

    """
    path = ASSETS / f"{name}.png"
    picture.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.stat().st_size > HEAVIEST:
        message = f"{path.name} is too heavy: {path.stat().st_size} bytes"
        raise ValueError(message)


def shot(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot()))


def opened(address: str, size: tuple[int, int]) -> Page:
    page = browser().new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce").new_page()
    page.goto(address)
    page.wait_for_timeout(SETTLING)
    return page


def above(page: Page, selector: str, header: int = 70) -> None:
    """Scroll until what `selector` finds first stands below the header; downwards, or the way back to the top shows."""
    page.evaluate("scrollTo(0, 0)")
    page.mouse.move(0, 0)
    page.wait_for_timeout(SETTLING)
    page.locator(selector).first.evaluate(
        "(one, header) => scrollTo(0, one.getBoundingClientRect().top + scrollY - header)", header
    )
    page.wait_for_timeout(SETTLING)


def question(page: Page) -> None:
    """Answer the first question wrongly, and be told why."""
    asked = page.locator("show-question").first
    wrong = asked.locator("[data-part]:not([data-right])").first.get_attribute("data-part")
    asked.locator(f"input[value='{wrong}']").check()
    asked.locator(".show-question__tools button").first.click()
    above(page, "show-question")


def exam(page: Page) -> None:
    page.locator(".show-exam__start button").click()
    page.locator(".show-exam__question").first.wait_for()
    page.locator(".show-exam__question input").nth(1).check()
    above(page, ".show-exam__section")


def checklist(page: Page) -> None:
    page.locator(".show-start input").first.fill("A-17")
    page.locator(".show-start button").first.click()
    items = page.locator(".show-run .show-check")
    items.first.wait_for()
    items.nth(0).locator("input").first.check()
    items.nth(1).locator("input").nth(1).check()
    above(page, ".show-run .show-check", header=130)


def progress(page: Page) -> None:
    home = page.url.removesuffix("practice/progress/")
    page.goto(f"{home}proposal-to-close/quiz/")
    page.wait_for_timeout(SETTLING)
    for asked in page.locator("show-question[data-type=single]").all()[:9]:
        right = asked.locator("[data-part][data-right]").first.get_attribute("data-part")
        asked.locator(f"input[value='{right}']").check()
        asked.locator(".show-question__tools button").first.click()
    page.goto(f"{home}proposal-to-close/")
    page.goto(f"{home}practice/progress/")
    page.wait_for_timeout(SETTLING)
    above(page, ".show-progress__decks > li:has(a[href$='test-drive/'])")


PHONES: dict[str, Callable[[Page], None]] = {
    "proposal-to-close/quiz/": question,
    "practice/exams/proposal-to-close/": exam,
    "delivery/checklists/pdi/": checklist,
    "practice/progress/": progress,
}


def phones(at: str) -> Image.Image:
    """Return what a phone shows of four kinds of pages, side by side."""
    shown = []
    for place, use in PHONES.items():
        page = opened(at + place, PHONE)
        use(page)
        shown.append(shot(page))
    row = Image.new("RGB", (len(shown) * (PHONE[0] + BETWEEN) - BETWEEN, PHONE[1]), "#8a949e")
    for number, one in enumerate(shown):
        row.paste(one, (number * (PHONE[0] + BETWEEN), 0))
    return row


def sheet(pdf: Path) -> Image.Image:
    first = pypdfium2.PdfDocument(pdf)[0]
    return first.render(scale=SHEET_WIDTH / first.get_width()).to_pil()


def mistake(folder: Path, language: str) -> Image.Image:
    with previewing(folder, language, ROOT / "process") as preview:
        page = opened(f"{preview.address}{LANGUAGES[language]}proposal-to-close/", (1000, 720))
        preview.replace(TEXT, TEXT + OWNER, STAGE)
        page.locator(f"#{ITEM} .show-duty").wait_for(timeout=PATIENCE * 1000)
        above(page, "#quotation-preparation")
        preview.replace(TEXT, MISSPELT, STAGE)
        page.get_by_role("region").filter(has=page.locator("mark")).wait_for(timeout=PATIENCE * 1000)
        return shot(page)


@cache
def site() -> Path:
    return build(Path(tempfile.mkdtemp()) / "site", ROOT / "process")


def main() -> None:
    with serving(site()) as at:
        save("home", shot(opened(at, (1280, 860))))
        for language, folder in LANGUAGES.items():
            save(f"stage-page.{language}", shot(opened(f"{at}{folder}proposal-to-close/", (1200, 820))))
            save(f"on-a-phone.{language}", phones(at + folder))
            for name, pdf in SHEETS.items():
                save(f"{name}.{language}", sheet(site() / folder / f"paper/{pdf}-{language}.pdf"))
            with tempfile.TemporaryDirectory() as temporary:
                save(f"mistake-on-the-page.{language}", mistake(Path(temporary), language))


if __name__ == "__main__":
    sys.exit(main())
