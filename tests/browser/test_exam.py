"""Exams: a word draws a paper, which is answered in any order, handed in once and gone through afterwards."""

import json
import re
from collections.abc import Callable

import pytest
from axe import View, in_every_view, violations
from candidate import WORD, Candidate
from kinds import FOLDERS
from playwright.sync_api import BrowserContext, Page, Route, expect
from test_saved_progress import DENY

SECTIONS = [["5", "50"], ["3", "30"], ["2", "20"]]  # of the exam on delivery


@pytest.fixture
def candidate(by_mkdocs: str, context: Callable[..., BrowserContext]) -> Candidate:
    return Candidate(context(viewport={"width": 1280, "height": 900}).new_page(), by_mkdocs)


def test_a_word_gives_the_same_paper_in_both_languages(
    by_mkdocs: str, context: Callable[..., BrowserContext], candidate: Candidate
) -> None:
    other = Candidate(context().new_page(), by_mkdocs, language=FOLDERS["en"])
    assert candidate.begin("Monday early") == other.begin("ｍｏｎｄａｙ, early!")
    third = Candidate(context().new_page(), by_mkdocs)
    assert third.begin("Tuesday") != other.names


def test_everything_right_is_full_marks_by_either_engine(served: str, context: Callable[..., BrowserContext]) -> None:
    candidate = Candidate(context(viewport={"width": 360, "height": 800}).new_page(), served, "whole-process")
    names = candidate.begin()
    assert len(names) == 50
    for name in names:
        candidate.answer(name)
    candidate.submit()  # nothing is open, so nothing is asked
    candidate.at("result")
    assert candidate.marks()[-1] == ["50", "100", "100"]
    expect(candidate.page.locator(".show-exam__verdict")).to_have_text("通过：100 / 100 分")
    assert candidate.page.locator(".show-exam__mark[data-verdict=right]").count() == 50
    candidate.page.goto(f"{served}practice/progress/")
    shown = candidate.page.locator("[data-paper=whole-process] dd")
    expect(shown.nth(1)).to_have_text("100 / 100 分")
    expect(shown.first).to_have_text("是")


def test_marks_are_those_of_scoring_and_add_up(candidate: Candidate) -> None:
    names = candidate.begin()
    single = candidate.of_type("single")
    for name in single[:3]:
        candidate.answer(name)
    wrong = candidate.question(single[3]).locator("show-question")
    value = wrong.locator("[data-part]:not([data-right])").first.get_attribute("data-part")
    wrong.locator(f"input[value='{value}']").check()
    multiple = candidate.question(
        next(n for n in names if candidate.question(n).locator("[data-type=multiple]").count())
    )
    rights = multiple.locator("[data-part][data-right]")
    multiple.locator(f"input[value='{rights.first.get_attribute('data-part')}']").check()
    part = round(10 / rights.count(), 2)
    candidate.hand_in()
    *sections, total = candidate.marks()
    assert [[count, full] for count, _, full in sections] == SECTIONS
    assert sum(float(got) for _, got, _ in sections) == float(total[1])
    assert float(total[1]) == 30 + part
    expect(candidate.page.locator(".show-exam__verdict")).to_contain_text("未通过")
    expect(multiple.locator(".show-exam__mark")).to_have_text(f"部分正确 {part:g} / 10 分")
    unanswered = next(name for name in names if name not in candidate.saved["answers"])
    expect(candidate.question(unanswered).locator(".show-exam__mark")).to_have_text("未答 0 / 10 分")


def test_nothing_is_said_of_an_answer_before_the_paper_is_handed_in(candidate: Candidate) -> None:
    name = candidate.begin()[0]
    candidate.answer(name)
    question = candidate.question(name)
    expect(candidate.number(1)).to_have_accessible_name("第 1 题、已答")
    expect(question.locator(".show-question__result")).to_be_empty()
    expect(question.locator(".show-question__answer")).to_be_hidden()
    assert question.locator(".show-question__tools button").count() == 0
    assert (
        candidate.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('showroom:question:'))") == []
    )
    candidate.hand_in()
    expect(question.locator(".show-question__explanation")).to_be_visible()
    back = question.locator(".show-question__back")
    expect(back).to_have_attribute("href", re.compile(r"/delivery/#[a-z-]+$"))


def test_by_keyboard_alone(candidate: Candidate) -> None:
    page = candidate.page
    candidate.field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("by key")
    page.keyboard.press("Enter")
    candidate.at("paper")
    expect(page.locator("#exam-1")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".show-exam__flag").first).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(candidate.number(1)).to_have_accessible_name("第 1 题、已答、已标记")
    candidate.number(3).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#exam-3")).to_be_focused()
    page.locator("[data-do=submit]").focus()
    page.keyboard.press("Enter")
    asked = page.locator(".show-exam__ask p")
    expect(asked).to_be_focused()
    expect(asked).to_have_text("还没答：第 2、3、4、5、6、7、8、9、10 题。做了标记：第 1 题。确定交卷吗？")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(candidate.number(1)).to_be_focused()
    page.locator("[data-do=submit]").press("Enter")
    expect(asked).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".show-exam__record h2")).to_be_focused()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_reload_goes_on_where_one_was(width: int, candidate: Candidate) -> None:
    candidate.page.set_viewport_size({"width": width, "height": 800})
    names = candidate.begin()
    for name in names[:6]:
        candidate.answer(name)
    candidate.page.locator(".show-exam__flag").nth(7).click()
    counts = candidate.page.locator(".show-exam__sheet [data-part=counts]")
    expect(counts).to_have_text("已答 6 / 10，标记 1")
    before = candidate.saved
    candidate.page.reload()
    candidate.at("paper")
    assert candidate.names == names
    expect(counts).to_have_text("已答 6 / 10，标记 1")
    candidate.hand_in()
    assert candidate.saved["answers"] == before["answers"]
    assert candidate.page.locator(".show-exam__mark[data-verdict=right]").count() == 6
    result = candidate.marks()
    candidate.page.reload()
    candidate.at("result")
    assert candidate.marks() == result
    assert candidate.page.locator(".show-exam__mark[data-verdict=right]").count() == 6


def test_the_same_again_or_another_paper(candidate: Candidate) -> None:
    names = candidate.begin()
    candidate.answer(names[0])
    candidate.hand_in()
    candidate.page.locator("[data-do=same]").click()
    expect(candidate.field).to_have_value(WORD)
    candidate.field.press("Enter")
    candidate.at("paper")
    assert candidate.names == names
    assert candidate.saved["answers"] == {}
    candidate.hand_in()
    candidate.page.locator("[data-do=another]").click()
    expect(candidate.field).to_have_value(re.compile(r"^\d{6}$"))
    expect(candidate.field).to_be_focused()
    candidate.field.press("Enter")
    candidate.at("paper")
    assert candidate.names != names
    assert [sum(result["got"]) for result in candidate.saved["past"]] == [10, 0]


def test_a_result_is_part_of_each_questions_history(candidate: Candidate) -> None:
    page = candidate.page
    candidate.begin()
    single, missed = candidate.of_type("single")[:2]
    practised = {"tries": 1, "hints": 1, "done": True, "score": 1, "history": [[1, 1, 1]]}
    hash_ = candidate.question(single).locator("show-question").get_attribute("data-hash")
    saved = {"version": 1, "at": 2, "hash": hash_, "data": practised}
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [f"showroom:question:{single}", json.dumps(saved)]
    )
    candidate.answer(single)
    candidate.hand_in()

    def kept(name: str) -> dict[str, object]:
        data = page.evaluate("key => JSON.parse(localStorage.getItem(key)).data", f"showroom:question:{name}")
        return dict(data)

    at = candidate.saved["done"]
    assert kept(single) == practised | {"history": [[1, 1, 1], [at, 1, 0]]}
    assert kept(missed) == {"tries": 0, "hints": 0, "done": False, "history": [[at, 0, 0]]}
    page.goto(page.url.replace("practice/exams/delivery", "delivery/quiz"))
    expect(page.locator(f"show-question[data-id='{missed}'] [data-do=check]")).to_be_enabled()


def test_a_browser_that_saves_nothing_says_so(by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    page.add_init_script(DENY)
    candidate = Candidate(page, by_mkdocs)
    names = candidate.begin()
    expect(page.locator(".show-exam__status")).to_have_text("浏览器没有保存：离开这一页，答卷就没有了。")
    candidate.answer(names[0])
    candidate.hand_in()
    assert candidate.marks()[-1] == ["10", "10", "100"]


def test_without_a_connection_it_can_be_tried_again(candidate: Candidate) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    candidate.page.route("**/delivery/quiz/", refuse)
    candidate.field.press("Enter")
    candidate.at("failed")
    expect(candidate.page.locator(".show-exam__status")).to_contain_text("题目没有取到")
    candidate.page.unroute("**/delivery/quiz/", refuse)
    candidate.page.locator("[data-do=retry]").click()
    candidate.at("paper")
    assert len(candidate.names) == 10


def test_a_question_that_is_gone_counts_as_not_answered(candidate: Candidate) -> None:
    candidate.begin()
    candidate.page.evaluate(
        """() => {
          const saved = JSON.parse(localStorage.getItem("showroom:exam:delivery"))
          saved.data.drawn[0][0] = "delivery/no-more"
          localStorage.setItem("showroom:exam:delivery", JSON.stringify(saved))
        }"""
    )
    candidate.page.reload()
    candidate.at("paper")
    expect(candidate.questions.first).to_contain_text("这道题已经不在题库里")
    candidate.hand_in()
    assert candidate.marks()[-1] == ["10", "0", "100"]


@pytest.mark.parametrize(
    "data", ["7", "{}", '{"word": "x", "drawn": [[], [], [7]], "answers": {}, "flags": [], "past": []}']
)
def test_what_no_exam_has_saved_is_passed_over(data: str, candidate: Candidate) -> None:
    text = f'{{"version": 1, "at": 1, "hash": "", "data": {data}}}'
    candidate.page.evaluate("text => localStorage.setItem('showroom:exam:delivery', text)", text)
    candidate.page.reload()
    candidate.at("start")
    assert len(candidate.begin()) == 10


def test_a_paper_that_another_tab_has_begun_takes_the_place_of_the_old_one(
    by_mkdocs: str, candidate: Candidate
) -> None:
    candidate.begin()
    other = Candidate(candidate.page.context.new_page(), by_mkdocs)
    other.at("paper")
    other.hand_in()
    other.page.locator("[data-do=another]").click()
    new = other.begin("another")
    # Two questions in one go, before the other paper can come; one of them is on that one too.
    both = [next(name for name in candidate.of_type("single") if (name in new) == on_both) for on_both in (False, True)]
    candidate.page.evaluate(
        "names => { for (const name of names) document.querySelector(`[data-name='${name}'] input`).click() }", both
    )
    expect(candidate.questions.first).to_have_attribute("data-name", new[0])
    candidate.answer(new[-1])
    expect(candidate.number(len(new))).to_have_accessible_name(re.compile("已答"))
    assert list(candidate.saved["answers"]) == [new[-1]]


def test_a_word_of_signs_alone_is_none(candidate: Candidate) -> None:
    candidate.field.fill("…!")
    candidate.field.press("Enter")
    expect(candidate.page.locator(".show-exam__status")).to_contain_text("请先写一个口令")
    candidate.at("start")


def test_the_record_prints_on_one_sheet_and_says_what_it_is(candidate: Candidate) -> None:
    page = candidate.page
    candidate.begin()
    candidate.hand_in()
    page.emulate_media(media="print")
    article = page.locator("article")
    for said in ("第6阶段考试：交车", WORD, "80%（80 分）", "0 / 100", "不是证书", "姓名"):
        expect(article).to_contain_text(said, use_inner_text=True)
    for hidden in (".show-exam__paper", ".show-exam__after", ".show-exam__rules"):
        expect(page.locator(hidden)).to_be_hidden()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_without_script_the_rules_and_the_way_to_practice_are_there(
    by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{by_mkdocs}practice/exams/delivery/")
    assert [row.locator("td").all_inner_texts() for row in page.locator("tbody tr").all()] == SECTIONS
    page.locator(".show-exam__rules li a").click()
    assert page.url == f"{by_mkdocs}delivery/quiz/"
    page.locator(".show-to-quiz a[href*=exams]").click()
    assert page.url == f"{by_mkdocs}practice/exams/delivery/"


def steps(candidate: Candidate) -> "list[tuple[str, Callable[[], object]]]":
    """Return the states of the page, each with how one gets there from the one before."""
    page = candidate.page

    def answered_and_flagged() -> None:
        for name in candidate.begin()[:4]:
            candidate.answer(name)
        page.locator(".show-exam__flag").nth(1).click()

    def sheet_open() -> None:
        if not page.locator(".show-exam__numbers").is_visible():
            page.locator(".show-exam__sheet summary").click()

    def asked() -> None:
        page.locator(".show-exam__to-end a").click()
        candidate.submit()
        expect(page.locator(".show-exam__ask")).to_be_visible()

    return [
        ("start", lambda: None),
        ("paper", answered_and_flagged),
        ("sheet", sheet_open),
        ("asked", asked),
        ("result", candidate.hand_in),
    ]


@in_every_view
def test_axe_finds_nothing_at_any_step(view: View, by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    page: Page = context(**view.options).new_page()
    candidate = Candidate(page, by_mkdocs, language=FOLDERS[view.language])
    found = []
    for name, go in steps(candidate):
        go()
        found += [f"{name}: {violation}" for violation in violations(page)]
        sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert sideways <= 0, name
    assert not found, "\n".join(found)


def test_what_another_tab_has_answered_is_handed_in_too(by_mkdocs: str, candidate: Candidate) -> None:
    candidate.begin()
    single = candidate.of_type("single")
    other = Candidate(candidate.page.context.new_page(), by_mkdocs)
    other.at("paper")

    def answer_there(name: str) -> None:
        other.answer(name)
        expect(other.number(other.names.index(name) + 1)).to_have_accessible_name(re.compile("已答"))

    candidate.answer(single[1])
    answer_there(single[0])
    candidate.submit()
    places = [candidate.names.index(name) + 1 for name in candidate.names if name not in single[:2]]
    asked = candidate.page.locator(".show-exam__ask p")
    expect(asked).to_contain_text(f"还没答：第 {'、'.join(map(str, places))} 题")
    answer_there(single[2])
    # Two taps in one go, as an impatient thumb gives them.
    candidate.page.evaluate("for (const _ of [1, 2]) document.querySelector('[data-do=submit-anyway]').click()")
    candidate.at("result")
    assert candidate.marks()[-1] == ["10", "30", "100"]
    text = candidate.page.evaluate("key => localStorage.getItem(key)", f"showroom:question:{single[2]}")
    assert [score for _, score, _ in json.loads(text)["data"]["history"]] == [1]
