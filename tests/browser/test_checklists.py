"""A checklist on screen: runs are started, worked through, finished, carried away; and printed without a script."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from axe import View, in_every_view, violations
from kinds import FOLDERS
from playwright.sync_api import BrowserContext, Locator, Page, expect
from test_saved_progress import DENY, FILL

PHONE: Final = {"width": 360, "height": 740}
PDI: Final = "delivery/checklists/pdi/"
HANDING_OVER: Final = "delivery/checklists/handing-over/"
ALL: Final = "checklists/"
SMALLEST: Final = 44  # pixels, of what is touched
UNCOVERED: Final = """
document.activeElement.getBoundingClientRect().bottom >
  document.querySelector(".show-run__bar").getBoundingClientRect().bottom
"""


@pytest.fixture
def page(by_mkdocs: str, context: Callable[..., BrowserContext]) -> Page:
    page = context(base_url=f"{by_mkdocs}en/", viewport=PHONE, has_touch=True).new_page()
    page.goto(PDI)
    return page


def start(page: Page, code: str) -> None:
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", name=code, exact=True)).to_be_focused()


def item(page: Page, number: str) -> Locator:
    """Return the item of that number in the run."""
    here = page.locator("[data-slot=number]").filter(has_text=re.compile(rf"^{re.escape(number)}$"))
    return page.locator(".show-run .show-check").filter(has=here)


def field(page: Page, name: str) -> Locator:
    """Return the field of that name at the head of the run."""
    return page.locator(".show-run__head").get_by_label(name, exact=True)


def progress(page: Page) -> Locator:
    return page.locator(".show-run__progress")


def finish(page: Page) -> None:
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("button", name="Finish anyway").click()
    expect(page.locator(".show-run__facts")).to_contain_text("Finished")


def runs(page: Page) -> list[dict[str, Any]]:
    """Return what the browser keeps of the runs."""
    texts = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('showroom:run:')).map(e => e[1])"
    )
    return [json.loads(text)["data"] for text in texts]


def test_what_is_noted_is_there_after_a_reload(page: Page) -> None:
    start(page, "8841")
    item(page, "4.1").get_by_role("checkbox").check()
    item(page, "2.1").get_by_label("Defect").check()
    item(page, "2.1").get_by_label("2.1 Remark").fill("Scratch on the left door")
    item(page, "2.1").get_by_label("2.1 Photo no.").fill("17")
    page.get_by_label("Model").fill("A6")
    page.reload()
    expect(item(page, "4.1").get_by_role("checkbox")).to_be_checked()
    expect(item(page, "2.1").get_by_label("Defect")).to_be_checked()
    expect(item(page, "2.1").get_by_label("2.1 Remark")).to_have_value("Scratch on the left door")
    expect(item(page, "2.1").get_by_label("2.1 Photo no.")).to_have_value("17")
    expect(page.get_by_label("Model")).to_have_value("A6")
    expect(progress(page)).to_have_text("2 of 19 · 1 with a defect")


def test_a_run_lives_whatever_engine_made_the_page(served: str, context: Callable[..., BrowserContext]) -> None:
    page = context(viewport=PHONE).new_page()
    page.goto(f"{served}en/{PDI}")
    start(page, "8841")
    item(page, "4.1").get_by_role("checkbox").check()
    expect(progress(page)).to_have_text("1 of 19")


def test_what_is_critical_stays_so_until_it_is_as_it_should_be(page: Page) -> None:
    start(page, "8841")
    critical = page.locator(".show-run__critical")
    expect(critical).to_have_text("6 critical still open: 1.1 1.2 2.1 3.1 3.2 4.1")
    item(page, "1.1").get_by_label("In order").check()
    item(page, "1.2").get_by_label("Defect").check()
    expect(critical).to_have_text("5 critical still open: 1.2 2.1 3.1 3.2 4.1")
    for number in ("1.2", "2.1", "3.1"):
        item(page, number).get_by_label("In order").check()
    item(page, "3.2").get_by_role("textbox").first.fill("60")
    item(page, "4.1").get_by_role("checkbox").check()
    expect(critical).to_have_text("Nothing critical is open")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("49", "⚠ Outside the limits: below 50 km"),
        ("50", ""),
        ("６０，５", ""),  # full-width digits, as an input method gives them
        ("1,060", ""),  # a thousand, and not a little more than one
        ("a lot", "A figure belongs here."),
    ],
)
def test_a_figure_outside_its_limits_is_told(typed: str, said: str, page: Page) -> None:
    start(page, "8841")
    item(page, "3.2").get_by_role("textbox").first.fill(typed)
    expect(item(page, "3.2").get_by_role("status")).to_have_text(said)


def test_a_run_needs_a_code_and_no_name(page: Page) -> None:
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".show-start [role=status]")).to_contain_text("Give it a code first")
    assert runs(page) == []
    start(page, "8841")
    page.goto(HANDING_OVER)
    start(page, "8842")
    asked = page.locator(".show-run__head label .show-label").all_text_contents()
    assert "Customer’s name" not in asked
    assert "VIN" in asked


def test_two_runs_stand_beside_each_other_for_the_next_shift(page: Page) -> None:
    start(page, "8841")
    item(page, "4.1").get_by_role("checkbox").check()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.get_by_label("Code")).to_be_focused()
    start(page, "8842")
    expect(progress(page)).to_have_text("0 of 19")
    page.goto(ALL)
    lines = page.locator("[data-part=open] .show-run-line__link")
    expect(lines).to_have_count(2)
    lines.filter(has_text="8841").click()
    expect(page).to_have_url(re.compile(r"/pdi/#run-"))
    expect(progress(page)).to_have_text("1 of 19")


def test_two_tabs_work_on_one_run(page: Page) -> None:
    start(page, "8841")
    other = page.context.new_page()
    other.goto(page.url)
    item(other, "1.1").get_by_label("In order").check()
    expect(item(page, "1.1").get_by_label("In order")).to_be_checked()
    item(page, "1.2").get_by_label("In order").check()
    expect(progress(other)).to_have_text("2 of 19")


def test_the_head_is_typed_once_for_a_car_and_printed_on_each_of_its_lists(page: Page) -> None:
    """Fields of one id, under one code: taken over when a list is started, and followed while it is open."""
    start(page, "ab41")
    field(page, "Model").fill("A6")
    field(page, "Engine or motor number").fill("CZS 0815")
    page.goto(HANDING_OVER)
    start(page, " ＡＢ41")  # as an input method gives it
    expect(field(page, "Model")).to_have_value("A6")
    taken = page.locator(".show-run__taken")
    expect(taken).to_contain_text("Taken over from “PDI and document check” under the same code")
    expect(taken).to_contain_text(re.compile(r": Model\W*Another car"))
    field(page, "VIN").press_sequentially("LFV123")
    field(page, "Delivery time agreed").fill("10:00")
    page.emulate_media(media="print")
    expect(field(page, "VIN")).to_have_value("LFV123")
    expect(page.locator(".show-run__blank")).to_have_text("Customer’s name")
    expect(page.locator(".show-run__blank")).to_be_visible()
    expect(taken).to_be_hidden()
    page.wait_for_function("() => Object.values(localStorage).filter(run => run.includes('LFV123')).length === 2")
    page.wait_for_function("() => Object.values(localStorage).some(run => run.includes('10:00'))")
    heads = {str(run["list"]): run["head"] for run in runs(page)}
    assert heads == {
        "delivery/pdi": {"model": "A6", "motor-number": "CZS 0815", "vin": "LFV123"},
        "delivery/handing-over": {"model": "A6", "vin": "LFV123", "delivery-time": "10:00"},
    }
    page.emulate_media(media="screen")
    expect(page.locator(".show-run__blank")).to_be_hidden()
    page.goto(PDI)
    page.locator("[data-part=open] .show-run-line__link").click()
    expect(field(page, "VIN")).to_have_value("LFV123")
    field(page, "VIN").fill("")
    page.wait_for_function("() => !Object.values(localStorage).some(run => run.includes('LFV'))")


def test_a_code_that_comes_back_for_another_car_shares_nothing(page: Page) -> None:
    start(page, "Bay 3")
    field(page, "Model").fill("A6")
    finish(page)
    page.get_by_role("button", name="Back", exact=True).click()
    start(page, "Bay 3")
    expect(field(page, "Model")).to_have_value("A6")
    page.get_by_role("button", name="Another car: empty them").click()
    expect(field(page, "Model")).to_have_value("")
    expect(field(page, "Model")).to_be_focused()
    expect(page.locator(".show-run__taken")).to_be_hidden()
    field(page, "Model").fill("Q5")
    page.reload()
    expect(field(page, "Model")).to_have_value("Q5")
    assert sorted(str(run["head"]["model"]) for run in runs(page)) == ["A6", "Q5"]


def test_finishing_asks_while_something_is_open_and_freezes(page: Page) -> None:
    start(page, "8841")
    item(page, "4.1").get_by_role("checkbox").check()
    page.get_by_role("button", name="Finish", exact=True).click()
    sure = page.locator(".show-run__sure")
    expect(sure).to_be_focused()
    expect(sure).to_contain_text("18 items have no entry: 1.1 1.2")
    expect(sure).to_contain_text("5 critical still open")
    page.get_by_role("button", name="Go on").click()
    finish(page)
    page.reload()
    expect(item(page, "4.1").get_by_role("checkbox")).to_be_disabled()
    expect(item(page, "1.1").get_by_label("In order")).to_be_disabled()
    expect(page.get_by_role("button", name="Finish", exact=True)).to_be_hidden()


def test_a_run_keeps_the_version_it_was_started_with(page: Page) -> None:
    start(page, "8841")
    expect(page.locator(".show-run__changed")).to_be_hidden()
    page.evaluate("""() => {
      const key = Object.keys(localStorage).find(key => key.startsWith("showroom:run:"))
      const saved = JSON.parse(localStorage.getItem(key))
      saved.hash = "0ld0ld00"
      saved.data.groups[0].items[0].text = "As it was worded <b>then</b>"
      const {items} = saved.data.groups[0]
      items.push({...items[0], id: "gone", number: "1.6", text: "No longer there"})
      localStorage.setItem(key, JSON.stringify(saved))
    }""")
    page.reload()
    expect(page.locator(".show-run__changed")).to_be_visible()
    expect(item(page, "1.1")).to_contain_text("As it was worded <b>then</b>")
    item(page, "1.6").get_by_label("In order").check()
    expect(progress(page)).to_have_text("1 of 20")


def test_the_day_becomes_a_table(page: Page, tmp_path: Path) -> None:
    start(page, "=8841")
    item(page, "2.1").get_by_label("Defect").check()
    item(page, "2.1").get_by_label("2.1 Remark").fill('Scratch, "long"\nand deep')
    item(page, "3.2").get_by_role("textbox").first.fill("20")
    finish(page)
    page.goto(ALL)
    with page.expect_download() as download:
        page.get_by_role("button", name="Table (CSV)").click()
    file = tmp_path / "runs.csv"
    download.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as text:
        table = list(csv.DictReader(text))
    assert {row["Code"] for row in table} == {"'=8841"}  # no formula
    by_number = {row["No."]: row for row in table}
    assert by_number["2.1"]["Result"] == "Defect"
    assert by_number["2.1"]["Remark"] == 'Scratch, "long"\nand deep'
    assert (by_number["3.2"]["Result"], by_number["3.2"]["Unit"]) == ("20", "km")
    assert by_number["3.2"]["Remark"].startswith("Outside the limits")
    assert len([row for row in table if row["No."]]) == 19
    page.get_by_role("button", name="Table as text").click()
    expect(page.locator("[data-part=text] textarea")).to_have_value(re.compile("Scratch"))


@pytest.mark.parametrize("way", ["text", "file"])
def test_runs_are_carried_to_another_device(
    way: str, page: Page, by_mkdocs: str, context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    start(page, "8841")
    item(page, "4.1").get_by_role("checkbox").check()
    expect(progress(page)).to_have_text("1 of 19")
    page.goto(ALL)
    other = context(base_url=f"{by_mkdocs}en/").new_page()
    other.goto(ALL)
    for each in (page, other):
        each.locator(".show-runs summary").filter(has_text="Carry them").click()
    if way == "text":
        page.get_by_role("button", name="Turn into text").click()
        box = page.locator("[data-part=text] textarea")
        expect(box).to_have_value(re.compile("^SR"))
        other.get_by_label("Paste the text").fill(f" {box.input_value()}\n")
    else:
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as a file").click()
        download.value.save_as(tmp_path / "runs.json")
        other.get_by_label("or choose the file").set_input_files(tmp_path / "runs.json")
    other.get_by_role("button", name="Take in").click()
    expect(other.locator("[data-part=said]")).to_contain_text("Taken in: 1")
    other.locator("[data-part=open] .show-run-line__link").click()
    expect(item(other, "4.1").get_by_role("checkbox")).to_be_checked()


def test_what_is_no_code_is_refused(page: Page) -> None:
    page.goto(ALL)
    page.locator(".show-runs summary").filter(has_text="Carry them").click()
    page.get_by_label("Paste the text").fill("SR1-00000000-abc")
    page.get_by_role("button", name="Take in").click()
    expect(page.locator("[data-part=said]")).to_have_text(
        "This is not a whole code: please copy all of the text again."
    )


def test_deleting_asks_first(page: Page) -> None:
    start(page, "8841")
    page.goto(ALL)
    page.get_by_role("button", name="Delete 8841").click()
    assert len(runs(page)) == 1
    page.get_by_role("button", name="Really delete? 8841").click()
    expect(page.locator("[data-part=said]")).to_have_text("“8841” is deleted.")
    assert runs(page) == []
    expect(page.locator("[data-part=said]")).to_be_focused()


def test_it_works_by_keyboard_alone(page: Page) -> None:
    page.get_by_label("Code").focus()
    page.keyboard.type("8841")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="8841", exact=True)).to_be_focused()
    page.get_by_label("Date of inspection").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(item(page, "1.1").get_by_label("In order")).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(item(page, "1.1").get_by_label("1.1 Remark")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("Wrong number")
    expect(item(page, "1.1").get_by_label("1.1 Remark")).to_have_value("Wrong number")
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate(UNCOVERED), "what has focus is under the head of the run"


def test_what_is_touched_is_large_enough_for_gloves(page: Page) -> None:
    start(page, "8841")
    item(page, "2.1").get_by_label("Defect").check()
    for selector in (".show-check__touch", ".show-check__option", ".show-run .show-input", ".show-run .show-button"):
        for element in page.locator(selector).all():
            if element.is_visible():
                box = element.bounding_box()
                assert box
                assert box["height"] >= SMALLEST, selector


@pytest.mark.parametrize(("fault", "said"), [("denied", "does not allow saving"), ("full", "storage is full")])
def test_a_page_that_cannot_save_works_and_says_so(
    fault: str, said: str, by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(base_url=f"{by_mkdocs}en/", viewport=PHONE).new_page()
    if fault == "denied":
        page.add_init_script(DENY)
    page.goto(PDI)
    if fault == "full":
        page.evaluate(f"() => {{ {FILL} }}")
    start(page, "8841")
    item(page, "4.1").get_by_role("checkbox").check()
    expect(progress(page)).to_have_text("1 of 19")
    expect(page.locator(".show-run__state")).to_contain_text(said)


def test_the_printed_run_shows_what_was_noted_and_no_button(page: Page) -> None:
    start(page, "8841")
    item(page, "2.1").get_by_label("Defect").check()
    page.emulate_media(media="print")
    expect(item(page, "2.1").get_by_label("Defect")).to_be_checked()
    expect(page.locator(".show-sheet__signatures")).to_be_visible()
    expect(page.locator("[data-part=sheet]")).to_be_hidden()
    for button in page.locator("article button").all():
        expect(button).to_be_hidden()
    assert not violations(page, "color-contrast")


def test_without_a_script_it_is_a_list_to_print(by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    page = context(base_url=f"{by_mkdocs}en/", java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(PDI)
    expect(page.locator(".show-sheet .show-check")).to_have_count(19)
    expect(page.locator(".show-sheet .show-check__square").first).to_be_visible()
    for hidden in (".show-start", ".show-run", "show-runs"):
        expect(page.locator(hidden)).to_be_hidden()


@in_every_view
def test_axe_finds_nothing_in_any_state(view: View, by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    page = context(base_url=f"{by_mkdocs}{FOLDERS[view.language]}", **view.options).new_page()
    found: list[str] = []

    def look(state: str) -> None:
        found.extend(f"{state}: {violation}" for violation in violations(page))
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found.extend([f"{state}: scrolls sideways"] if wide else [])

    page.goto("prospect-follow-up/checklists/daily-log/")
    look("a list with an empty table")
    page.goto(PDI)
    look("a list")
    page.locator("input[name=code]").fill("8841")
    page.locator(".show-start .md-button--primary").click()
    item(page, "2.1").locator("[value=defect]").check()
    item(page, "3.2").locator("input").first.fill("1")
    item(page, "4.1").locator("input").first.check()
    look("a run")
    page.locator("[data-do=finish]").click()
    look("asked to finish")
    page.locator("[data-do=finish-anyway]").click()
    expect(item(page, "4.1").locator("input").first).to_be_disabled()
    look("finished")
    page.goto(ALL)
    page.locator(".show-runs summary:visible").click()
    page.locator("[data-do=text]").click()
    look("all of them")
    assert not found, "\n".join(found)
