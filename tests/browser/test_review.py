"""Review: what was missed or is due is asked again, ten minutes at a time, wherever it was answered before."""

import gzip
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from kinds import FOLDERS
from learner import Learner, attempt, record
from playwright.sync_api import BrowserContext, Page, Response, expect
from test_saved_progress import DENY
from web_server import serving

ROOT = Path(__file__).parents[2]
LONG_AGO = 30  # days


@pytest.fixture
def learner(by_mkdocs: str, context: Callable[..., BrowserContext]) -> Learner:
    return Learner(context().new_page(), by_mkdocs)


def asked_in_one_session(learner: Learner) -> list[str]:
    """Return the keys of all questions of a session; each is skipped."""
    found = [learner.start()]
    while key := learner.next():
        found.append(key)
    return found


def test_what_was_missed_or_is_due_is_asked_and_nothing_else(learner: Learner) -> None:
    missed, forgotten, fresh, hinted, known, never = learner.keys()[:6]
    learner.has_done(
        {
            missed: [attempt(days_ago=1), attempt(score=0)],
            forgotten: [attempt(days_ago=LONG_AGO)],
            fresh: [attempt()],
            hinted: [attempt(days_ago=1, hints=1)],
            known: [attempt(days_ago=1)],
        }
    )
    for retired in (f"{missed.partition('/')[0]}/gone", "no-such-stage/gone"):
        learner.save("question", retired, record([attempt(score=0)], "00000000"))
    learner.open("practice/review/")
    assert learner.says() == "该复习：3 题。其中做错的：1 题。"
    assert set(asked_in_one_session(learner)) == {missed, forgotten, hinted}
    assert f"showroom:question:{never}" not in learner.kept()


def test_a_session_takes_the_twelve_most_urgent(learner: Learner) -> None:
    keys = learner.keys()[:30]
    learner.has_done({key: [attempt(days_ago=LONG_AGO)] for key in keys[:20]})
    learner.has_done({key: [attempt(days_ago=2, score=0)] for key in keys[20:]})
    learner.open("practice/review/")
    learner.start()
    expect(learner.page.locator(".show-review__place")).to_contain_text("第 1 题，共 12 题")
    learner.open("practice/review/")
    asked = asked_in_one_session(learner)
    assert len(asked) == 12
    assert set(keys[20:]) <= set(asked)
    decks = [key.partition("/")[0] for key in asked]
    assert all(one != other for one, other in pairwise(decks)), "stages follow each other mixed"


def test_similar_questions_stand_apart_and_vocabulary_together(context: Callable[..., BrowserContext]) -> None:
    with serving(ROOT / "generator") as address:
        page = context().new_page()
        page.goto(f"{address}elements/")
        kinds = ["flashcard", "single", "single", "single", "order", "flashcard", "order", "cloze", "single"]
        ordered: list[dict[str, Any]] = page.evaluate(
            """async kinds => {
              const {inOrder} = await import("/elements/session.js")
              return inOrder(kinds.map((type, place) => ({type, deck: String(place % 2), key: String(place)})))
            }""",
            kinds,
        )
    found = [item["type"] for item in ordered]
    assert sorted(found) == sorted(kinds)
    assert found[-2:] == ["flashcard", "flashcard"]
    assert all(one != other for one, other in pairwise(found[:-2]))


def test_what_is_missed_comes_back_once_at_the_end(learner: Learner) -> None:
    first, second = learner.keys()[:2]
    learner.has_done({key: [attempt(days_ago=LONG_AGO)] for key in (first, second)})
    learner.open("practice/review/")
    order = [learner.start()]
    for right in (False, True, False):
        learner.answer(right=right)
        order.append(learner.next())
    assert order[3] == ""
    assert order[0] == order[2] != order[1]
    assert learner.says().startswith("做了 3 题，一次答对 1 题。")
    history = learner.saved("question", order[0])["data"]["history"]
    assert [score for _, score, _ in history] == [1, 0, 0]


def test_what_was_answered_on_a_stages_page_counts(learner: Learner) -> None:
    key = learner.keys()[0]
    deck, _, name = key.partition("/")
    page = learner.open(f"{deck}/quiz/#{name}")
    question = page.locator(f"show-question[data-id='{key}']")
    wrong = question.locator("[data-part]:not([data-right])").first.get_attribute("data-part")
    question.locator(f"input[value='{wrong}']").check()
    question.locator("[data-do=check]").click()
    expect(question.locator("[data-verdict=wrong]").first).to_be_visible()
    learner.open("practice/review/")  # left after one wrong try of three
    assert learner.says() == "该复习：1 题。其中做错的：1 题。"
    assert learner.start() == key
    assert not page.locator(".show-review__ask input:checked").count(), "it is asked from the beginning"
    learner.answer(right=True)
    assert [score for _, score, _ in learner.saved("question", key)["data"]["history"]] == [0, 1]
    learner.open("practice/review/")
    assert learner.says() == "现在没有要复习的。下一次：明天，1 题。"


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "现在没有要复习的。下一次：后天，2 题。"), ("en", "Nothing is due now. Next: in 2 days (2).")],
)
def test_nothing_due_says_when(language: str, words: str, learner: Learner) -> None:
    one, other, later = learner.keys()[:3]
    learner.has_done({one: [attempt()], other: [attempt()], later: [attempt(days_ago=3), attempt()]})
    learner.open(f"{FOLDERS[language]}practice/review/")
    assert learner.says() == words
    assert not learner.page.locator(".show-review__tools button").count()


def test_who_has_done_nothing_is_led_to_the_questions(learner: Learner) -> None:
    page = learner.open("practice/review/")
    assert "还没有题" in learner.says()
    links = page.locator(".show-review__plain a")
    addresses = links.evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    decks = [deck for deck, questions in learner.catalogue.items() if questions and deck != "glossary"]
    assert addresses == [f"/{deck}/quiz/" for deck in decks]


def test_an_edited_question_says_so_and_keeps_its_history(learner: Learner) -> None:
    key = learner.keys()[0]
    learner.has_done({key: [attempt(days_ago=40), attempt(days_ago=LONG_AGO)]}, hash_="00000000")
    page = learner.open("practice/review/")
    learner.start()
    expect(page.locator(".show-question__note")).to_be_visible()
    learner.answer(right=True)
    saved = learner.saved("question", key)
    assert len(saved["data"]["history"]) == 3
    assert saved["hash"] == learner.hash_of(key)


def test_the_other_language_goes_on_where_this_one_was(learner: Learner) -> None:
    keys = learner.keys()[:3]
    learner.has_done({key: [attempt(score=0)] for key in keys})
    page = learner.open("practice/review/")
    assert learner.says().startswith("该复习：3 题。")
    page.locator("header a[hreflang=en]").click()
    expect(page).to_have_url(f"{learner.address}en/practice/review/")
    assert learner.says() == "Due for review: 3. Missed last time: 3."
    assert learner.start() in keys
    expect(page.locator(".show-review__ask .show-question__prompt")).to_contain_text(" ")  # English words
    learner.answer(right=True)
    page.goto(f"{learner.address}practice/review/")
    assert learner.says().startswith("该复习：2 题。")


def test_a_question_of_a_case_comes_with_its_story(learner: Learner) -> None:
    page = learner.page
    for deck in learner.catalogue:
        if learner.catalogue[deck] and deck != "glossary":
            learner.open(f"{deck}/quiz/")
            inside = page.locator(".show-case show-question")
            if inside.count():
                break
    key = inside.first.get_attribute("data-id") or ""
    story = page.locator(".show-case__stem").first.inner_text()
    learner.has_done({key: [attempt(score=0)]})
    learner.open("practice/review/")
    learner.start()
    assert page.locator(".show-review__ask .show-case__stem").inner_text() == story
    assert page.locator(".show-review__ask show-question").count() == 1


def test_links_of_a_question_lead_where_they_led(learner: Learner) -> None:
    key = learner.keys()[0]
    deck, _, _ = key.partition("/")
    page = learner.open(f"{deck}/quiz/")
    links = "links => links.map(link => link.href)"
    there = page.locator(f"show-question[data-id='{key}'] a").evaluate_all(links)
    learner.has_done({key: [attempt(score=0)]})
    learner.open("practice/review/")
    learner.start()
    assert page.locator(".show-review__ask a").evaluate_all(links) == there
    assert there


@pytest.mark.parametrize("lost", ["**/assets/questions.json", "**/quiz/"])
def test_without_a_connection_it_says_so_and_tries_again(lost: str, learner: Learner) -> None:
    key = learner.keys()[0]
    learner.has_done({key: [attempt(score=0)]})
    page = learner.page
    page.route(lost, lambda route: route.abort())
    learner.open("practice/review/")
    if not lost.endswith(".json"):
        learner.press()
    expect(page.locator(".show-review__say")).to_contain_text("没有取到题目")
    if not lost.endswith(".json"):
        expect(page.locator(".show-review__say")).to_be_focused()
    page.unroute(lost)
    learner.press()
    if lost.endswith(".json"):
        expect(page.locator(".show-review__say")).to_contain_text("该复习")
        learner.press()
    assert learner.asked() == key


def test_keys_alone_do_for_a_session(learner: Learner) -> None:
    learner.has_done({key: [attempt(score=0)] for key in learner.keys()[:2]})
    page = learner.open("practice/review/")
    page.locator(".show-review__tools button").focus()
    page.keyboard.press("Enter")
    first = learner.asked()
    expect(page.locator(".show-review__place")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".show-review__ask input").first).to_be_checked()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.turn") == "next":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".show-review__place")).to_contain_text("第 2 题")
    expect(page.locator(".show-review__place")).to_be_focused()
    assert learner.asked() != first


def test_terms_are_cards_of_their_own(learner: Learner) -> None:
    page = learner.open("practice/terms/")
    total = len(learner.catalogue["glossary"])
    assert learner.says() == f"没练过的：{total} 个。"
    known = learner.start()
    page.locator("[data-do=check]").click()
    expect(page.locator(".show-question__model")).to_be_visible()
    page.locator("[data-do=known]").click()
    learner.wait_until_saved(known)
    unknown = learner.next()
    page.locator("[data-do=check]").click()
    page.locator("[data-do=unknown]").click()
    learner.wait_until_saved(unknown)
    assert learner.saved("question", known)["hash"] == learner.hash_of(known)
    learner.open("practice/terms/")
    assert learner.says() == f"该复习：1 题。其中做错的：1 题。没练过的：{total - 2} 个。"
    learner.open("practice/review/")
    assert learner.says() == "该复习：1 题。其中做错的：1 题。"
    assert learner.start() == unknown
    term = page.locator(".show-review__ask .show-question__prompt").inner_text()
    learner.open(f"glossary/#{unknown.partition('/')[2]}")
    assert page.locator(f"[id='{unknown.partition('/')[2]}'] dfn").inner_text() == term


def test_storage_denied_is_said(by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    page.add_init_script(DENY)
    learner = Learner(page, by_mkdocs)
    assert "浏览器不保存记录" in learner.says()


@pytest.mark.parametrize(
    ("path", "wanted"), [("review", "quiz/"), ("terms", "glossary/"), ("progress", "quiz/")], ids=str
)
def test_without_script_a_page_says_what_it_is_and_leads_on(
    path: str, wanted: str, by_mkdocs: str, context: Callable[..., BrowserContext]
) -> None:
    page: Page = context(java_script_enabled=False).new_page()
    page.goto(f"{by_mkdocs}practice/{path}/")
    expect(page.locator("article .show-summary")).to_be_visible()
    expect(page.locator(f"article a[href*='{wanted}']").first).to_be_visible()
    expect(page.get_by_text("浏览器脚本").first).to_be_visible()
    assert not page.locator("article button:visible, article textarea:visible").count()


def test_a_day_of_25_hours_brings_nothing_forward(by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    """What is answered right for the first time rests for two days, wherever the clocks go back meanwhile."""
    learner = Learner(context(timezone_id="America/New_York").new_page(), by_mkdocs)
    just_after_midnight = 1793506200  # 1 November 2026, 0:10; the clocks go back at 2:00
    learner.has_done({learner.keys()[0]: [[just_after_midnight * 1000, 1, 0]]})
    for hours, words in ((48, "明天"), (49, "该复习")):  # 23:10 on 2 November, 0:10 on the 3rd
        learner.page.clock.set_fixed_time(just_after_midnight + hours * 3600)
        learner.open("practice/review/")
        assert words in learner.says()


def test_the_page_stays_light(by_mkdocs: str, context: Callable[..., BrowserContext]) -> None:
    """What it loads beside what every page does, as a host that compresses sends it."""
    page = context().new_page()
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        path = urlsplit(response.url).path
        if path.endswith((".js", ".css")) and path.startswith(("/assets/elements/", "/assets/questions")):
            sizes[path] = len(gzip.compress(response.body()))

    page.on("response", weigh)
    page.goto(f"{by_mkdocs}practice/review/", wait_until="networkidle")
    assert "/assets/elements/review.js" in sizes
    assert sum(sizes.values()) <= 24_000, sizes
