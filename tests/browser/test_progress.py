"""Progress: what was read, practised and passed is shown wherever a stage is, and can be carried away and cleared."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from kinds import FOLDERS
from learner import DAY, Learner, attempt, now, record
from playwright.sync_api import BrowserContext, Page, expect
from test_saved_progress import DENY, FILL

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
WECHAT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50"


@pytest.fixture
def learner(by_mkdocs: str, context: Callable[..., BrowserContext]) -> Learner:
    return Learner(context(viewport=DESK).new_page(), by_mkdocs)


def part(page: Page, deck: str, name: str) -> str:
    place = page.locator(f"[data-progress='{deck}'][data-part={name}]")
    expect(place).not_to_be_empty()
    return place.inner_text()


def do_all_but(learner: Learner, deck: str, wrong: int) -> None:
    """Answer every question of a deck a moment ago, all right but the first `wrong`."""
    keys = [f"{deck}/{question}" for question in learner.catalogue[deck]]
    learner.has_done({key: [attempt(score=float(place >= wrong))] for place, key in enumerate(keys)})


def test_a_stage_is_read_when_its_end_comes_into_view(learner: Learner) -> None:
    stage = learner.keys()[0].partition("/")[0]
    page = learner.open(f"{stage}/")
    expect(page.locator(".show-reading .show-mark")).to_be_attached()
    page.wait_for_timeout(300)
    assert learner.kept() == []
    page.locator("show-reading").scroll_into_view_if_needed()
    page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('showroom:reading:'))")
    assert learner.kept() == [f"showroom:reading:{stage}"]
    expect(page.locator(".show-reading .show-mark")).to_have_text("已读")
    learner.open("practice/progress/")
    assert part(page, stage, "read") == "是"


@pytest.mark.parametrize(("more", "passed"), [(0, True), (1, False)])
def test_a_stage_is_passed_when_four_fifths_were_right_the_last_time(
    more: int, learner: Learner, passed: object
) -> None:
    stage = learner.keys()[0].partition("/")[0]
    total = len(learner.catalogue[stage])
    do_all_but(learner, stage, wrong=total // 5 + more)
    page = learner.open("practice/progress/")
    assert part(page, stage, "practised") == f"{total}/{total}"
    assert part(page, stage, "due") == str(total // 5 + more)
    assert (part(page, stage, "passed") == "是") is passed
    assert page.locator(f"[data-progress='{stage}'] .show-mark__sign--passed").count() == int(bool(passed))


def test_only_the_last_attempt_counts_and_what_was_edited_is_told(learner: Learner) -> None:
    one, other = learner.keys(deck="first-contact")[:2]
    learner.has_done({one: [attempt(days_ago=9, score=0), attempt()]}, hash_="00000000")
    learner.has_done({other: [attempt(days_ago=9), attempt(score=0)]})
    page = learner.open("practice/progress/")
    total = len(learner.catalogue["first-contact"])
    assert part(page, "first-contact", "practised") == f"2/{total} · 1 题有改动"
    assert part(page, "first-contact", "due") == "1"
    assert part(page, "", "due") == "1"


def test_what_is_named_like_a_member_of_every_object_is_no_question(learner: Learner) -> None:
    for name in ("first-contact/constructor", "constructor/name"):
        learner.save("question", name, record([attempt()], "x"))
    page = learner.open("practice/progress/")
    assert part(page, "first-contact", "practised") == f"0/{len(learner.catalogue['first-contact'])}"


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_the_map_shows_how_far_each_stage_is(
    window: dict[str, int], by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    learner = Learner(context(viewport=window).new_page(), by_mkdocs)
    page = learner.open("")
    stop = page.locator("a:visible", has_text="初次接触").and_(page.locator(".show-map__stop, .show-way__stop"))
    assert not page.locator(".show-mark__sign").count()
    assert "已通过" not in (stop.get_attribute("aria-label") or stop.inner_text())
    do_all_but(learner, "first-contact", wrong=2)
    page.reload()
    expect(page.locator(".show-map .show-mark__sign--passed:visible")).to_have_count(1)
    name = stop.get_attribute("aria-label") or stop.text_content() or ""
    assert "已通过" in name
    assert "2 题该复习" in name
    expect(page.locator(".show-marks__legend")).to_be_visible()


def test_who_has_done_nothing_fetches_no_list_of_questions(
    by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(viewport=DESK).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(by_mkdocs, wait_until="networkidle")
    assert any(address.endswith("/marks.js") for address in asked)
    assert not [address for address in asked if address.endswith("/questions.json")]


@pytest.mark.parametrize("path", ["practice/", "first-contact/"])
def test_stage_and_list_of_quizzes_show_it_too(path: str, learner: Learner) -> None:
    do_all_but(learner, "first-contact", wrong=0)
    page = learner.open(path)
    mark = page.locator("article .show-mark[data-progress='first-contact']")
    expect(mark.locator(".show-mark__sign--passed")).to_be_visible()
    expect(mark).to_contain_text("已通过")


def result(days_ago: int, *got: int, full: tuple[int, ...] = (50, 50)) -> dict[str, object]:
    """Return what is saved of a paper that was handed in, passed from 80 per cent on."""
    return {"at": now() - days_ago * DAY, "word": "x", "got": got, "full": full, "pass": 80}


def test_results_of_exams_are_listed_and_a_passed_one_marks_its_stage(learner: Learner) -> None:
    many = [result(40, 45, 47), *(result(30 - days, 10, 20) for days in range(25)), {"got": [1]}]
    for exam, past in {"delivery": many, "needs": [result(1, 40, 39)], "test-drive": [7, None, {}]}.items():
        learner.save("exam", exam, {"version": 1, "at": 1, "hash": "", "data": {"past": past}})
    page = learner.open("en/practice/progress/")
    rows = page.locator("[data-paper]")
    shown = {row.get_attribute("data-paper"): row.locator("dd").all_inner_texts() for row in rows.all()}
    day = page.evaluate("at => new Date(at).toLocaleDateString('en', {dateStyle: 'long'})", many[0]["at"])
    assert shown["delivery"] == ["yes", "92 of 100", day]
    assert shown["needs"][:2] == ["no", "79 of 100"]
    assert shown["test-drive"] == shown["whole-process"] == ["not yet", "–", "–"]
    assert rows.locator(".show-mark__sign--passed").count() == 1
    assert part(page, "delivery", "passed") == "yes"
    assert part(page, "needs", "passed") != "yes"
    page = learner.open("delivery/")
    expect(page.locator(".show-reading .show-mark")).to_contain_text("已通过")
    page = learner.open("")
    expect(page.locator(".show-map .show-mark__sign--passed:visible")).to_have_count(1)


def test_both_languages_show_the_same(learner: Learner) -> None:
    do_all_but(learner, "first-contact", wrong=1)
    page = learner.page
    found = []
    for folder in FOLDERS.values():
        learner.open(f"{folder}practice/progress/")
        found.append((part(page, "first-contact", "due"), part(page, "", "due")))
    assert found == [("1", "1")] * 2


def code_of(page: Page) -> str:
    page.locator("[data-do=code]").click()
    field = page.locator("[name=outgoing]")
    expect(field).to_be_visible()
    expect(field).not_to_have_value("")
    return field.input_value()


def test_a_code_carries_everything_to_another_device(
    learner: Learner, by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    do_all_but(learner, "first-contact", wrong=3)
    code = code_of(learner.open("practice/progress/"))
    other = Learner(context().new_page(), by_mkdocs)
    page = other.open("en/practice/progress/")
    page.locator("[name=incoming]").fill(f"  {code[:50]}\n{code[50:]}\n")
    page.locator("[data-do=take]").click()
    count = len(learner.kept())
    expect(page.locator(".show-carry__say")).to_have_text(
        f"Taken in: {count}. Left alone, being as new or newer here: 0."
    )
    assert other.kept() == learner.kept()
    expect(page.locator("[data-progress='first-contact'][data-part=due]")).to_have_text("3")
    page.locator("[data-do=take]").click()
    expect(page.locator(".show-carry__say")).to_contain_text(f"here: {count}.")


def test_a_file_carries_everything_too(learner: Learner, tmp_path: Path) -> None:
    do_all_but(learner, "first-contact", wrong=0)
    page = learner.open("practice/progress/")
    kept = learner.kept()
    with page.expect_download() as download:
        page.locator("[data-do=file]").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    assert len(json.loads(file.read_text(encoding="utf-8"))["items"]) == len(kept)
    page.evaluate("localStorage.clear()")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".show-carry__say")).to_contain_text(f"带入 {len(kept)} 项")
    assert learner.kept() == kept


def test_the_code_is_copied(by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    learner = Learner(context(permissions=["clipboard-read", "clipboard-write"]).new_page(), by_mkdocs)
    do_all_but(learner, "first-contact", wrong=0)
    page = learner.open("practice/progress/")
    code = code_of(page)
    page.locator("[data-do=copy]").click()
    expect(page.locator(".show-carry__say")).to_have_text("代码已复制。")
    assert page.evaluate("navigator.clipboard.readText()") == code


def test_wechat_which_saves_no_files_offers_the_code(by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    learner = Learner(context(user_agent=WECHAT).new_page(), by_mkdocs)
    page = learner.open("practice/progress/")
    assert code_of(page).startswith("SR1-")
    expect(page.locator("[data-do=file]")).to_be_hidden()


@pytest.mark.parametrize("damage", ["", "hello", "{}", "SR1-00000000-abcd"])
def test_what_is_no_code_is_refused(damage: str, learner: Learner) -> None:
    do_all_but(learner, "first-contact", wrong=0)
    page = learner.open("practice/progress/")
    kept = learner.kept()
    page.locator("[name=incoming]").fill(damage)
    page.locator("[data-do=take]").click()
    expect(page.locator(".show-carry__say")).to_contain_text("读不懂" if damage else "请先粘贴代码")
    assert learner.kept() == kept


def test_clearing_asks_a_second_time(learner: Learner) -> None:
    do_all_but(learner, "first-contact", wrong=0)
    learner.save("run", "car-1", {"version": 1, "at": 1, "hash": "", "data": {}})
    page = learner.open("practice/progress/")
    kept = learner.kept()
    clear, keep, really = (page.locator(f"[data-do={name}]") for name in ("clear", "keep", "really"))
    expect(really).to_be_hidden()
    clear.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".show-carry__question")).to_contain_text(f"{len(kept)} 项")
    expect(keep).to_be_focused()  # who presses Enter twice loses nothing
    page.keyboard.press("Enter")
    expect(really).to_be_hidden()
    expect(clear).to_be_focused()
    assert learner.kept() == kept
    clear.click()
    really.click()
    expect(page.locator(".show-carry__say")).to_have_text(f"已清空 {len(kept)} 项记录。")
    assert learner.kept() == []
    expect(page.locator("[data-progress='first-contact'][data-part=due]")).to_have_text("0")
    clear.click()
    expect(page.locator(".show-carry__say")).to_have_text("没有可清空的记录。")


def test_where_it_is_saved_is_said(learner: Learner) -> None:
    page = learner.open("practice/progress/")
    expect(page.get_by_text("只保存在这台设备的浏览器里")).to_be_visible()
    expect(page.locator(".show-carry__state")).to_be_hidden()


def test_storage_denied_is_said(by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    page.add_init_script(DENY)
    page.goto(f"{by_mkdocs}practice/progress/")
    expect(page.locator(".show-carry__state")).to_contain_text("不让本站保存")
    expect(page.locator("[data-progress='first-contact'][data-part=due]")).to_have_text("0")


def test_full_storage_is_said(learner: Learner, by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    do_all_but(learner, "first-contact", wrong=0)
    code = code_of(learner.open("practice/progress/"))
    page = context().new_page()
    page.goto(f"{by_mkdocs}practice/progress/")
    page.evaluate(f"() => {{ {FILL} }}")
    page.locator("[name=incoming]").fill(code)
    page.locator("[data-do=take]").click()
    expect(page.locator(".show-carry__state")).to_contain_text("设备存储已满")
