"""Questions for discussion: one's own answer, kept on the device; then what to look for; all of a page in one go."""

import json
from collections.abc import Callable

import pytest
from axe import View, in_every_view, violations
from kinds import FOLDERS
from playwright.sync_api import BrowserContext, Locator, Page, expect
from test_progress import WECHAT
from test_saved_progress import DENY, FILL

STAGE = "proposal-to-close"
OWN, OTHER = "没有人接电话。\n第二天才回。", "声音太小"
SAVED = "() => Object.keys(localStorage).filter(key => key.startsWith('showroom:discussion:')).length"


class Group:
    """A group at a stage's page of the shipped site."""

    def __init__(self, page: Page, address: str, folder: str = "") -> None:
        self.page = page
        page.goto(f"{address}{folder}{STAGE}/")
        self.cards = page.locator("show-discussion")
        expect(self.field(1)).to_be_visible()

    def field(self, place: int) -> Locator:
        return self.cards.nth(place).locator("textarea")

    def fold(self, place: int) -> Locator:
        return self.cards.nth(place).locator("details")

    def state(self, place: int) -> Locator:
        return self.cards.nth(place).locator(".show-discussion__state")

    def question(self, place: int) -> str:
        return self.cards.nth(place).locator(".show-discussion__question").inner_text()

    @property
    def done(self) -> Locator:
        return self.page.locator(".show-discussion__done:visible")

    def writes(self, *answers: str) -> None:
        for place, answer in ((place, answer) for place, answer in enumerate(answers) if answer):
            self.field(place).fill(answer)
            expect(self.state(place)).not_to_be_empty()

    def press(self, what: str) -> None:
        self.page.locator(f"show-discussion [data-do={what}]:visible").click()


@pytest.fixture
def group(by_mkdocs: str, context: Callable[..., BrowserContext]) -> Group:
    return Group(context(permissions=["clipboard-read", "clipboard-write"]).new_page(), by_mkdocs)


def test_who_has_written_compares_and_finds_it_again(
    by_mkdocs: str, context: Callable[..., BrowserContext], group: Group
) -> None:
    page = group.page
    summary = group.fold(0).locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(group.fold(0).locator("li").first).to_be_hidden()
    expect(group.state(0)).to_have_text("先写下自己的答案，再打开对照。")
    expect(group.field(0)).to_be_focused()
    page.keyboard.type("x")
    expect(group.state(0)).to_have_text("已保存在这台设备上。")
    group.field(0).fill(OWN)
    summary.click()
    expect(group.fold(0).locator("li").first).to_be_visible()
    expect(group.field(0)).to_be_visible()  # beside each other
    page.reload()
    expect(group.field(0)).to_have_value(OWN)
    expect(group.field(1)).to_have_value("")
    expect(group.fold(0).locator("li").first).to_be_hidden()

    other = Group(page.context.new_page(), by_mkdocs, "en/")  # one item in both languages, and in two tabs
    expect(other.field(0)).to_have_value(OWN)
    other.field(0).fill(OTHER)
    expect(group.field(0)).to_have_value(OTHER)

    page.goto(f"{by_mkdocs}practice/progress/")
    page.locator("[data-do=code]").click()
    expect(page.locator("[name=outgoing]")).not_to_have_value("")
    code = page.locator("[name=outgoing]").input_value()
    page.locator("[data-do=clear]").click()
    page.locator("[data-do=really]").click()
    expect(page.locator(".show-carry__say")).to_contain_text("已清空")
    assert page.evaluate(SAVED) == 0
    expect(other.field(0)).to_have_value("")
    elsewhere = context().new_page()
    elsewhere.goto(f"{by_mkdocs}practice/progress/")
    elsewhere.locator("[name=incoming]").fill(code)
    elsewhere.locator("[data-do=take]").click()
    expect(elsewhere.locator(".show-carry__say")).to_contain_text("带入")
    expect(Group(elsewhere, by_mkdocs).field(0)).to_have_value(OTHER)


def test_all_answers_of_a_page_are_copied_and_printed_with_their_questions(group: Group) -> None:
    page = group.page
    assert page.locator("show-discussion [data-do=copy]:visible").count() == 1
    group.press("copy")
    expect(group.done).to_have_text("这一页还没有写下答案。")
    group.writes(f"  {OWN}\n", "", OTHER)
    group.press("copy")
    expect(group.done).to_have_text("已复制 2 道题的答案。")
    title = page.locator("h1").evaluate("heading => heading.firstChild.textContent")
    assert page.evaluate("navigator.clipboard.readText()").split("\n\n") == [
        title,
        f"{group.question(0)}\n{OWN}",
        f"{group.question(2)}\n{OTHER}",
    ]
    page.evaluate("window.print = () => {}")
    group.press("print")
    page.emulate_media(media="print")
    for shown in (title, group.question(0), OWN, group.question(2), OTHER):
        expect(page.locator(".show-notes")).to_contain_text(shown, use_inner_text=True)
    expect(page.locator("article > :visible")).to_have_count(1)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".show-notes")).to_have_count(0)
    expect(group.cards.nth(0).locator(".show-discussion__written")).to_have_text(OWN, use_inner_text=True)
    lines = page.locator(".show-discussion__lines")
    expect(lines.nth(0)).to_be_hidden()
    expect(lines.nth(1)).to_be_visible()  # nothing is written there
    expect(group.field(0)).to_be_hidden()


def test_in_wechat_without_a_clipboard_the_answers_are_copied_too(
    by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    group = Group(context(user_agent=WECHAT).new_page(), by_mkdocs)
    group.page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    group.writes(OWN)
    expect(group.page.locator("[data-do=print]:visible")).to_have_count(0)  # it prints nothing
    group.press("copy")
    expect(group.done).to_have_text("已复制 1 道题的答案。")
    expect(group.page.locator("[data-do=copy]:visible")).to_be_focused()
    group.field(0).fill("")
    group.field(0).press("ControlOrMeta+v")
    assert group.field(0).input_value().endswith(OWN)


def test_a_browser_that_saves_nothing_lets_one_write_and_says_so(
    by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    denied = context().new_page()
    denied.add_init_script(DENY)
    group = Group(denied, by_mkdocs)
    group.writes(OWN)
    expect(group.state(0)).to_contain_text("浏览器没有保存")
    expect(group.field(0)).to_have_value(OWN)
    full = Group(context().new_page(), by_mkdocs)
    full.page.evaluate(f"() => {{ {FILL} }}")
    full.writes(OWN)
    expect(full.state(0)).to_contain_text("设备存储已满")
    full.fold(0).locator("summary").click()
    expect(full.fold(0).locator("li").first).to_be_visible()


def test_what_was_saved_before_an_edit_or_is_damaged_does_no_harm(group: Group) -> None:
    page = group.page
    keys = [f"showroom:discussion:{key}" for key in group.cards.evaluate_all("all => all.map(one => one.dataset.id)")]
    records = [{"version": 1, "at": 1, "hash": "0ld", "data": data} for data in ({"text": OWN}, {"text": {}}, None)]
    for key, record in zip(keys, map(json.dumps, records), strict=False):
        page.evaluate("([key, record]) => localStorage.setItem(key, record)", [key, record])
    page.reload()
    expect(group.field(0)).to_have_value(OWN)
    expect(group.state(0)).to_have_text("这道题在你写下答案之后改过。")
    for place in (1, 2):
        expect(group.field(place)).to_have_value("")
        expect(group.state(place)).to_be_empty()


def test_without_script_the_question_is_read_and_what_to_look_for_opens(
    by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{by_mkdocs}{STAGE}/")
    card = page.locator("show-discussion").first
    expect(card.locator("textarea, button")).to_have_count(0)
    card.locator("summary").click()
    expect(card.locator("li").first).to_be_visible()


@in_every_view
def test_axe_finds_nothing_in_any_state(view: View, by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    group = Group(context(**view.options).new_page(), by_mkdocs, FOLDERS[view.language])
    page = group.page

    def compared() -> None:
        group.writes(OWN)
        group.fold(0).locator("summary").click()

    steps: dict[str, Callable[[], object]] = {
        "refused": lambda: group.fold(0).locator("summary").click(),
        "nothing to copy": lambda: group.press("copy"),
        "compared": compared,
    }
    found = []
    for name, go in steps.items():
        go()
        page.evaluate("scrollTo(0, 0)")  # or the theme's contents are cut off in the middle of a link
        found += [f"{name}: {violation}" for violation in violations(page)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert not found, "\n".join(found)
