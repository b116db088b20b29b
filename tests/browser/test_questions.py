"""Questions as a learner meets them: every type by mouse, touch and keyboard; tries, hints, drafts and what is said."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from answering import Deed, Hand, Learner
from asked import QUIZ, at_its_address, build_instant_once, build_once
from axe import View, in_every_view, violations
from playwright.sync_api import BrowserContext, Page, expect
from test_saved_progress import DENY, FILL
from web_server import serving

Opened = Callable[..., Page]

# By question: what to do to be wrong (and the feedback of that mistake), partly right, and right.
WRONG: dict[str, tuple[list[Deed], str]] = {
    "asks-how-to-pay": ([("press", "explains-car")], "more about the car is a step back"),
    "signals-to-act-on": ([("press", "nice-car"), ("press", "leaflet")], "nothing is decided"),
    "silence-is-no": ([("press", "true")], "taken for a no"),
    "handing-over": ([("order", "farewell", "car", "papers", "welcome")], "the car before the papers"),
    "who-says-what": (
        [("choose", "too-expensive", "dislikes-you"), ("choose", "think-about-it", "too-expensive")],
        "It need not be lack of money.",
    ),
    "before-or-after": ([("choose", "call", "after"), ("choose", "ask", "before")], "Nothing has been driven yet."),
    "money-words": ([("choose", "earnest", "earnest:advance"), ("type", "advance", "deposit")], "two consequences"),
    "forty-eight-hours": ([("type", "", "２４ 小时")], "A day is too soon"),
    "whom-first": ([("press", "him")], "She is left standing"),
}
PARTLY: dict[str, list[Deed]] = {
    "signals-to-act-on": [("press", "plate")],  # after the two wrong ones: see `unpressed`
    "handing-over": [("order", "papers", "car", "welcome", "farewell")],
    "who-says-what": [("choose", "too-expensive", "too-expensive")],
    "before-or-after": [("choose", "call", "before")],
    "money-words": [("type", "advance", "訂金")],
}
RIGHT: dict[str, list[Deed]] = {
    "asks-how-to-pay": [("press", "answers-plainly")],
    "signals-to-act-on": [("press", "seats")],
    "silence-is-no": [("press", "false")],
    "handing-over": [("order", "welcome", "papers", "car", "farewell")],
    "who-says-what": [("choose", "think-about-it", "think-about-it")],
    "before-or-after": [("choose", "ask", "after")],
    "money-words": [("choose", "earnest", "earnest")],
    "forty-eight-hours": [("type", "", "48")],
    "whom-first": [("press", "her")],
}
EXPLANATION = {
    "asks-how-to-pay": "A question of payment is a strong signal.",
    "signals-to-act-on": "has the car bought already",
    "silence-is-no": "Who speaks first, pays for it.",
    "handing-over": "a mind for the car",
    "who-says-what": "Hear what lies behind",
    "before-or-after": "about the owner",
    "money-words": "which of the two is being signed",
    "forty-eight-hours": "that is when a call helps",
    "whom-first": "The back seat is what she has to be sure of",
    "first-sentence": "At ease first",
    "what-is-conquest": "It is not the same as",
    "nobody-knows": "Opinions differ.",
}
HANDS: tuple[Hand, ...] = ("mouse", "touch", "keyboard")


@pytest.fixture(scope="module")
def asked(run_folder: Path) -> Iterator[str]:
    """Serve the site with every type of question; give its address."""
    with serving(build_once(run_folder)) as address:
        yield address


@pytest.fixture
def opened(asked: str, context: Callable[..., BrowserContext]) -> Opened:
    """Return a function that opens the questions' page for a reader with the given options."""

    def open_page(language: str = "en", script: str = "", **options: object) -> Page:
        page = context(**options).new_page()
        if script:
            page.add_init_script(script)
        return alive(page, f"{asked}{'en/' if language == 'en' else ''}{QUIZ}")

    return open_page


def alive(page: Page, address: str) -> Page:
    """Go to `address` and wait until its questions can be answered."""
    page.goto(address)
    page.locator(".show-question__tools button").last.wait_for()
    return page


DRAFTED = "id => document.querySelector(`show-question[data-id='stage/${id}']`).answer"


def unpressed(learner: Learner) -> None:
    """Take back the options that were chosen, where several can be."""
    boxes = learner.question.locator("input[type=checkbox]:checked")
    while boxes.count():
        learner.press(learner.option(boxes.first.input_value()))


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("question", WRONG)
def test_a_question_is_answered_wrong_partly_and_right(question: str, hand: Hand, opened: Opened) -> None:
    learner = Learner(opened(has_touch=hand == "touch"), question, hand)
    deeds, feedback = WRONG[question]
    learner.do(deeds)
    expect(learner.status).not_to_contain_text("right")  # nothing is said before it is asked for
    learner.check()
    expect(learner.status).to_contain_text("Not right. Tries left: 2.")
    expect(learner.status).to_contain_text(feedback)
    expect(learner.button("Check")).to_be_focused()
    expect(learner.answer).to_be_hidden()
    if question in PARTLY:
        unpressed(learner)
        learner.do(PARTLY[question])
        expect(learner.status).not_to_contain_text("Not right")  # what was said of the last answer is gone
        learner.check()
        expect(learner.status).to_contain_text("Partly right. Tries left: 1.")
        expect(learner.question.get_by_role("img", name="Right.")).not_to_have_count(0)
    learner.do(RIGHT[question])
    learner.check()
    expect(learner.status).to_contain_text("Right.")
    expect(learner.status).to_have_attribute("data-verdict", "right")
    expect(learner.button("Try it again")).to_be_focused()
    expect(learner.answer).to_contain_text(EXPLANATION[question])
    assert learner.answer.is_visible()
    tries = 2 if question in PARTLY else 1
    assert learner.saved(done=True)["data"]["score"] == pytest.approx(1 - tries / 3)


@pytest.mark.parametrize("hand", HANDS)
def test_own_words_are_compared_and_marked_by_who_wrote_them(hand: Hand, opened: Opened) -> None:
    learner = Learner(opened(has_touch=hand == "touch"), "first-sentence", hand)
    learner.press(learner.button("Compare"))
    expect(learner.status).to_contain_text("Nothing filled in yet")
    learner.do([("type", "", "Welcome!")])
    learner.press(learner.button("Compare"))
    expect(learner.answer).to_contain_text("I’ll open it for you")
    expect(learner.button("Save my marks")).to_be_focused()
    learner.do([("press", "offers")])
    learner.saved(draft=["Welcome!", "offers"])
    alive(learner.page, learner.page.url)  # in the middle of comparing: all is kept
    expect(learner.question.locator("textarea").first).to_have_value("Welcome!")
    expect(learner.option("offers")).to_be_checked()
    learner.press(learner.button("Save my marks"))
    expect(learner.status).to_contain_text("Partly right.")
    assert learner.saved(done=True)["data"]["score"] == 0.5


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize(("said", "score"), [("I knew it", 1), ("Not yet", 0)])
def test_a_card_is_turned_over(said: str, score: int, hand: Hand, opened: Opened) -> None:
    learner = Learner(opened(has_touch=hand == "touch"), "what-is-conquest", hand)
    expect(learner.answer).to_be_hidden()
    learner.press(learner.button("Turn over"))
    expect(learner.answer).to_contain_text("A sale won from another brand.")
    learner.press(learner.button(said))
    expect(learner.status).to_have_text(said)
    expect(learner.button("Try it again")).to_be_visible()
    assert learner.saved(done=True)["data"]["score"] == score


@pytest.mark.parametrize("question", WRONG)
def test_when_tries_run_out_the_answer_and_the_reason_are_shown(question: str, opened: Opened) -> None:
    learner = Learner(opened(), question)
    learner.do(WRONG[question][0])
    for _ in range(3):
        expect(learner.answer).to_be_hidden()
        learner.check()
    expect(learner.status).to_contain_text("Not right. No tries left.")
    expect(learner.answer).to_contain_text(EXPLANATION[question])
    controls = learner.question.locator(".show-question__ask :is(input, select, button)")
    assert all(control.is_disabled() for control in controls.all())
    assert learner.saved(done=True)["data"]["history"][0][1] == 0
    alive(learner.page, learner.page.url)
    expect(learner.status).to_contain_text("Not right. No tries left.")
    expect(learner.answer).to_contain_text(EXPLANATION[question])


LACKING = {"money-words": "Nothing filled in yet", "forty-eight-hours": "Enter a number"}


@pytest.mark.parametrize("question", [question for question in WRONG if question != "handing-over"])
def test_nothing_chosen_says_so_and_costs_no_try(question: str, opened: Opened) -> None:
    learner = Learner(opened(), question)
    learner.check()
    lacking = LACKING.get(question, "Nothing chosen yet")
    expect(learner.status).to_have_text(f"{lacking}; this does not count as a try.")
    expect(learner.button("Check")).to_be_focused()
    learner.do(WRONG[question][0])
    learner.check()
    expect(learner.status).to_contain_text("Tries left: 2.")


@pytest.mark.parametrize(
    ("question", "slips", "number"),
    [("forty-eight-hours", ("两天", "1/2", "$&<b>"), "47"), ("how-many", ("a lot", "很多"), "２１")],
)
def test_what_is_no_number_is_said_to_be_none_and_costs_no_try(
    question: str, slips: tuple[str, ...], number: str, opened: Opened
) -> None:
    learner = Learner(opened(), question)
    for slip in slips:
        learner.do([("type", "", slip)])
        learner.check()
        expect(learner.status).to_have_text(
            f"“{slip}” is not a number: enter one, in digits. This does not count as a try."
        )
        expect(learner.button("Check")).to_be_focused()
    learner.do([("type", "", number)])
    learner.check()
    expect(learner.status).to_contain_text("Not right. Tries left: 2.")


def test_an_order_may_be_right_as_it_stands(opened: Opened) -> None:
    learner = Learner(opened(), "handing-over")
    learner.check()
    expect(learner.status).to_contain_text("Tries left: 2.")


def test_moving_an_item_keeps_the_focus_and_says_where_it_went(opened: Opened) -> None:
    learner = Learner(opened(), "handing-over", "keyboard")
    last = learner.question.locator(".show-order__item").last.get_attribute("data-value")
    up = learner.question.locator(f'[data-value="{last}"] [data-way=up]')
    for place in (3, 2, 1):
        learner.press(up) if place == 3 else learner.page.keyboard.press("Enter")
        expect(learner.status).to_have_text(f"Now number {place}")
        expect(up).to_be_focused()
    learner.page.keyboard.press("Enter")  # it is the first: nothing more happens, and the focus is not lost
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")


@pytest.mark.parametrize("question", [*WRONG, "first-sentence"])
def test_try_again_begins_anew(question: str, opened: Opened) -> None:
    learner = Learner(opened(), question)
    items = learner.question.locator(".show-order__item")
    came = items.evaluate_all("items => items.map(item => item.dataset.value)")
    if question == "first-sentence":
        learner.do([("type", "", "Welcome!")])
        learner.check()
        learner.do([("press", "offers")])
        learner.press(learner.button("Save my marks"))
    else:
        learner.do([*PARTLY.get(question, []), *RIGHT[question]])
        learner.check()
    learner.press(learner.button("Try it again"))
    expect(learner.question.locator("button[data-do=check]")).to_be_focused()
    expect(learner.answer).to_be_hidden()
    expect(learner.status).to_be_empty()
    expect(learner.question.locator(".show-verdict, :disabled, :checked:not(option)")).to_have_count(0)
    fields = learner.question.locator("select, input[type=text], textarea").all()
    assert [field.input_value() for field in fields] == [""] * len(fields)
    assert items.evaluate_all("items => items.map(item => item.dataset.value)") == came
    assert len(learner.saved(done=False, tries=0)["data"]["history"]) == 1


def test_hints_come_one_by_one_and_the_focus_stays(opened: Opened) -> None:
    learner = Learner(opened(), "asks-how-to-pay", "keyboard")
    hint = learner.question.get_by_text("How far along is somebody")
    expect(hint).to_be_hidden()
    learner.press(learner.button("Hint"))
    expect(hint).to_be_visible()
    expect(learner.button("Hint")).to_have_count(0)  # there was one
    expect(learner.button("Check")).to_be_focused()
    learner.saved(hints=1)
    alive(learner.page, learner.page.url)
    expect(hint).to_be_visible()


@pytest.mark.parametrize("question", WRONG)
def test_a_draft_is_kept_and_nothing_is_said_of_it(question: str, opened: Opened) -> None:
    learner = Learner(opened(), question)
    learner.do(WRONG[question][0])
    state = """question => [...question.querySelectorAll('input, select, .show-order__item')].map(
      control => [control.checked, control.value, control.dataset.value])"""
    before = learner.question.evaluate(state)
    learner.saved(draft=learner.page.evaluate(DRAFTED, question))
    alive(learner.page, learner.page.url)
    assert learner.question.evaluate(state) == before
    expect(learner.status).to_be_empty()
    expect(learner.question.locator(".show-verdict")).to_have_count(0)
    expect(learner.answer).to_be_hidden()
    assert learner.saved()["data"]["tries"] == 0


def test_back_and_forward_keep_what_was_done(opened: Opened) -> None:
    page = opened()
    done, begun = Learner(page, "asks-how-to-pay"), Learner(page, "forty-eight-hours")
    done.do(RIGHT["asks-how-to-pay"])
    done.check()
    begun.do([("type", "", "4")])
    done.saved(done=True)
    begun.saved(draft=["4"])
    page.locator(".show-lead .show-reading a").click()
    page.wait_for_url("**/stage/")
    page.go_back()
    page.locator(".show-question__tools button").last.wait_for()
    expect(done.status).to_contain_text("Right.")
    expect(begun.question.locator("input")).to_have_value("4")
    expect(begun.status).to_be_empty()


def test_two_tabs_show_the_same_and_lose_no_attempt(opened: Opened) -> None:
    page = opened()
    one = Learner(page, "asks-how-to-pay")
    other = Learner(alive(page.context.new_page(), page.url), "asks-how-to-pay")
    one.do(RIGHT["asks-how-to-pay"])
    one.check()
    expect(other.status).to_contain_text("Right.")
    expect(other.option("answers-plainly")).to_be_checked()
    other.press(other.button("Try it again"))
    expect(one.button("Check")).to_be_visible()
    expect(one.option("answers-plainly")).not_to_be_checked()
    one.do(WRONG["asks-how-to-pay"][0])
    for _ in range(3):
        one.check()
    expect(other.status).to_contain_text("No tries left.")
    assert [score for _, score, _ in one.saved(done=True, tries=3)["data"]["history"]] == [1, 0]


def test_an_attempt_that_ended_in_another_tab_is_not_written_over(opened: Opened) -> None:
    learner = Learner(opened(), "asks-how-to-pay")
    ended = {"version": 1, "at": 1, "hash": "", "data": {"tries": 1, "hints": 0, "done": True, "history": [[1, 1, 0]]}}
    put(learner, ended)  # as if the news of it had not come yet
    learner.do(RIGHT["asks-how-to-pay"])
    learner.check()
    expect(learner.status).to_contain_text("Right.")
    assert [score for _, score, _ in learner.saved(answer=["answers-plainly"])["data"]["history"]] == [1, 1]


def put(learner: Learner, record: object, key: str = "") -> None:
    """Put a record into the browser's storage."""
    text = record if isinstance(record, str) else json.dumps(record)
    learner.page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [f"showroom:question:{key or f'stage/{learner.id}'}", text]
    )


def test_a_browser_that_saves_nothing_lets_one_answer_and_says_so(opened: Opened) -> None:
    learner = Learner(opened(script=DENY), "asks-how-to-pay")
    learner.do(RIGHT["asks-how-to-pay"])
    learner.check()
    expect(learner.status).to_contain_text("Right.")
    expect(learner.question).to_contain_text("Your browser saves nothing")


def test_a_full_device_lets_one_answer_and_says_so(opened: Opened) -> None:
    learner = Learner(opened(), "asks-how-to-pay")
    learner.page.evaluate(f"() => {{ {FILL} }}")
    learner.do(RIGHT["asks-how-to-pay"])
    learner.check()
    expect(learner.status).to_contain_text("Right.")
    expect(learner.question).to_contain_text("No room left on this device")
    learner.page.evaluate("() => Object.keys(localStorage).forEach(key => localStorage.removeItem(key))")
    learner.press(learner.button("Try it again"))
    expect(learner.question).not_to_contain_text("No room left on this device")


DAMAGED = (
    None,
    7,
    "x",
    [],
    {"answer": 5, "draft": {"a": {}}, "tries": "x", "history": {"a": 1}},
    {"answer": ['"]'], "tries": 1},
    {"answer": {'x"]': "y"}, "draft": {"constructor": "z"}, "tries": 1},
    {"done": True},
    {"draft": ["no-such-option"], "history": [1, None]},
)


@pytest.mark.parametrize("question", ["asks-how-to-pay", "who-says-what", "handing-over", "money-words"])
def test_a_damaged_record_does_no_harm(question: str, opened: Opened) -> None:
    learner = Learner(opened(), question)
    problems: list[str] = []
    learner.page.on("pageerror", lambda error: problems.append(str(error)))
    own = learner.question.get_attribute("data-hash")
    for record in ("{", *({"version": 1, "at": 1, "hash": own, "data": data} for data in DAMAGED)):
        put(learner, record)
        alive(learner.page, learner.page.url)
        again = learner.button("Try it again")
        if again.count():
            again.click()
        learner.do([*PARTLY.get(question, []), *RIGHT[question]])
        learner.check()
        expect(learner.status, json.dumps(record)).to_contain_text("Right.")
        assert not problems, record


def test_an_edited_question_keeps_its_history_and_says_that_it_changed(opened: Opened) -> None:
    learner = Learner(opened(), "asks-how-to-pay")
    history = [[1_700_000_000_000, 0.5, 1]]
    data = {"answer": ["explains-car"], "tries": 3, "hints": 1, "done": True, "score": 0, "history": history}
    put(learner, {"version": 1, "at": 1, "hash": "0ld", "data": data})
    alive(learner.page, learner.page.url)
    expect(learner.question).to_contain_text("This question has changed since you last answered.")
    expect(learner.question.locator(":checked")).to_have_count(0)
    expect(learner.status).to_be_empty()
    learner.do(RIGHT["asks-how-to-pay"])
    learner.check()
    expect(learner.status).to_contain_text("Right.")
    saved = learner.saved(done=True)
    assert (saved["data"]["history"][0], len(saved["data"]["history"])) == (history[0], 2)
    assert saved["hash"] == learner.question.get_attribute("data-hash")


def test_the_record_of_a_retired_question_does_no_harm(opened: Opened) -> None:
    learner = Learner(opened(), "asks-how-to-pay")
    record = {"version": 1, "at": 1, "hash": "x", "data": {"tries": 1, "hints": 0, "done": True, "history": []}}
    put(learner, record, "stage/long-gone")
    alive(learner.page, learner.page.url)
    learner.do(RIGHT["asks-how-to-pay"])
    learner.check()
    expect(learner.status).to_contain_text("Right.")
    stands = learner.page.evaluate("localStorage.getItem('showroom:question:stage/long-gone')")
    assert json.loads(stands) == record


def test_where_nobody_knows_the_answer_there_is_no_verdict(opened: Opened) -> None:
    learner = Learner(opened(), "nobody-knows")
    learner.do([("press", "the-consultant")])
    learner.check()
    expect(learner.status).to_have_text("Noted. There is no verdict on this one.")
    expect(learner.question.locator(".show-verdict")).to_have_count(0)
    expect(learner.answer).to_contain_text("Opinions differ.")
    expect(learner.answer.locator(".show-question__mark")).to_have_count(0)
    assert learner.saved(done=True)["data"]["history"] == []


def test_without_script_questions_are_read_and_answers_open(asked: str, context: Callable[..., BrowserContext]) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{asked}en/{QUIZ}")
    for question, explanation in EXPLANATION.items():
        learner = Learner(page, question)
        assert learner.question.locator(".show-question__ask").is_visible()
        assert learner.question.get_by_text(explanation).is_hidden()
        learner.answer.locator("summary").click()
        assert learner.question.get_by_text(explanation).is_visible()
    assert page.get_by_text("Work it out at once").first.is_visible()


@pytest.mark.parametrize("scripted", [True, False])
def test_paper_shows_questions_and_no_answers(
    scripted: bool,  # noqa: FBT001  # one of two cases
    asked: str,
    context: Callable[..., BrowserContext],
) -> None:
    page = context(java_script_enabled=scripted).new_page()
    page.goto(f"{asked}en/{QUIZ}")
    if scripted:
        alive(page, page.url)
        done = Learner(page, "asks-how-to-pay")
        done.do(RIGHT["asks-how-to-pay"])
        done.press(done.button("Hint"))
        done.check()
    page.emulate_media(media="print")
    if scripted:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")  # the theme opens what folds
    for question, explanation in EXPLANATION.items():
        learner = Learner(page, question)
        assert learner.question.locator(".show-question__prompt").is_visible()
        assert learner.question.get_by_text(explanation).is_hidden()
    hidden = ".show-question__hints, .show-question__tools, .show-question__result, .show-order__button, .show-verdict"
    assert not [part for part in page.locator(hidden).all() if part.is_visible()]


SECRETS = [feedback for _, feedback in WRONG.values()] + list(EXPLANATION.values()) + ["How far along is somebody"]


def test_answers_are_nowhere_before_they_are_due(opened: Opened, run_folder: Path) -> None:
    page = opened()
    tree = page.locator("body").aria_snapshot()
    seen = page.locator("body").inner_text()
    comments = page.evaluate(
        "() => { const found = [], walk = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);"
        " while (walk.nextNode()) found.push(walk.currentNode.data); return found.join() }"
    )
    index = (build_once(run_folder) / "en/search/search_index.json").read_text(encoding="utf-8")
    assert "Work it out at once" in tree  # what is asked is there
    found = [(secret, place[:20]) for secret in SECRETS for place in (tree, seen, comments, index) if secret in place]
    assert not found


def test_questions_survive_instant_navigation(run_folder: Path, context: Callable[..., BrowserContext]) -> None:
    reader = context()
    with at_its_address(reader, build_instant_once(run_folder)) as address:
        page = reader.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(f"{address}en/stage/")
        page.evaluate("window.loadedOnce = true")
        page.locator('article a[href$="quiz/"]').first.click()
        for _ in range(2):
            page.locator(".show-question__tools button").last.wait_for()
            learner = Learner(page, "asks-how-to-pay")
            again = learner.button("Try it again")
            if again.count():
                expect(learner.status).to_contain_text("Right.")
                again.click()
            learner.do(RIGHT["asks-how-to-pay"])
            learner.check()
            expect(learner.status).to_contain_text("Right.")
            expect(learner.question.get_by_role("button")).to_have_count(1)
            page.locator(".show-lead .show-reading a").click()
            page.wait_for_url("**/en/stage/")
            page.go_back()
        page.locator(".show-question__tools button").last.wait_for()
        assert page.evaluate("window.loadedOnce")
        assert not problems


STATES: dict[str, list[tuple[str, list[Deed]]]] = {
    "unanswered": [],
    "wrong": [(question, deeds) for question, (deeds, _) in WRONG.items()],
    "partly": list(PARTLY.items()),
    "right": [(question, [*PARTLY.get(question, []), *deeds]) for question, deeds in RIGHT.items()],
    "out of tries": [(question, deeds) for question, (deeds, _) in WRONG.items()],
    "hint": [],
}


@in_every_view
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(state: str, view: View, opened: Opened) -> None:
    page = opened(view.language, **view.options)
    for question, deeds in STATES[state]:
        learner = Learner(page, question)
        learner.do(deeds)
        for _ in range(3 if state == "out of tries" else 1):
            learner.check()
    if state == "hint":
        page.locator("button[data-do=hint]").first.click()
        Learner(page, "first-sentence").do([("type", "", "?")])
        Learner(page, "first-sentence").check()
        Learner(page, "what-is-conquest").check()
    found = violations(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_narrow_phone_needs_no_sideways_scrolling_and_has_room_for_a_finger(language: str, opened: Opened) -> None:
    page = opened(language, viewport={"width": 320, "height": 640}, has_touch=True)
    for question, (deeds, _) in WRONG.items():
        learner = Learner(page, question)
        learner.do(deeds)
        learner.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        """() => {
          const controls = document.querySelectorAll(".show-quiz :is(button, select, input, textarea, summary)")
          return [...controls].filter(control => control.checkVisibility()).flatMap(control => {
            const target = control.closest("label.show-option") ?? control
            const {width, height} = target.getBoundingClientRect()
            return width < 44 || height < 44 ? [`${target.outerHTML.slice(0, 80)} ${width} x ${height}`] : []
          })
        }"""
    )
    assert not small
