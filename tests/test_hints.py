"""What people are told to do is about the very text they wrote, and right."""

import pytest
from mistakes import SOUND, problems_of

from generator.problems import Problem

HEAD = 'id: first\nlabel: "1"\n'
TITLE = "title: {zh: 阶段, en: Stage}\n"


def told(stage: str) -> Problem:
    """Return the first problem of a stage."""
    files = {path: text.encode() for path, text in SOUND.items()}
    return problems_of(files | {"a/stage.yml": stage.encode()})[0]


@pytest.mark.parametrize(
    ("stage", "hint"),
    [
        ("id: first\nlabel: 5.10\n" + TITLE, '"5.10"'),
        (HEAD + "title: {zh: 97, en: One}\n", '"97"'),
        (HEAD + "title: false\n", '"false"'),
        (HEAD + TITLE + "source: editors\n", "[{of: editors}]"),
        (HEAD + TITLE + "source: [editors]\n", "{of: editors}"),
        (HEAD + TITLE + "source: [{of: deck, slides: 2-5}]\n", "[2, 3, 4, 5]"),
        (HEAD + TITLE + "source: [{of: deck, slides: [2-5]}]\n", "2, 3, 4, 5"),
        (HEAD + TITLE + "source: [{of: deck, slides: [第3页]}]\n", "3"),
        (HEAD + TITLE + "source: [{of: deck, reading: 是}]\n", "true"),
        (HEAD + TITLE + "source: [{of: deck, reading: No}]\n", "false"),
        (HEAD + TITLE + "places: here、there\n", "[here, there]"),
        (HEAD + TITLE + 'blocks: [{type: discussion, id: b, question: x, minutes: "１０"}]\n', "10"),
        (HEAD + TITLE + "blocks: [{type: discussion, id: b, question: x, minutes: 007}]\n", "7"),
        (HEAD + "title: {zh: 阶段, en: One, two}\n", 'en: "…, two"'),
        (HEAD + TITLE + "source: [{of: deck, reading: “true”}]\n", "true"),
        (HEAD + "title：阶段\n", "title: "),
        ('id: first\n  label: "1"\n' + TITLE, " 0 "),
    ],
)
def test_hint_says_what_to_write(stage: str, hint: str) -> None:
    assert hint in told(stage).hint("zh")
    assert hint in told(stage).hint("en")


@pytest.mark.parametrize(
    ("stage", "meant"),
    [
        (HEAD + TITLE + "Summary: 一\n", "summary"),
        (HEAD + TITLE + "摘要: 一\n", "summary"),
        (HEAD + TITLE + "地点: [here]\n", "places"),
        (HEAD + TITLE + "details-source: []\n", "details_source"),
        (HEAD + TITLE + "audience: 培训师\n", "trainers"),
        (HEAD + TITLE + "audience: trainers;\n", "trainers"),
        (HEAD + TITLE + "blocks: [{type: 异议, id: b}]\n", "objections"),
        (HEAD + TITLE + "blocks: [{type: Point, id: b}]\n", "points"),
        (HEAD + TITLE + "blocks: [{type: points, id: 1-One Thing, items: [{id: a, text: x}]}]\n", "one-thing"),
        (HEAD + "title: {中文: 阶段, en: Stage}\n", "zh"),
        (HEAD + "title: {zh: 阶段, eng: Stage}\n", "en"),
    ],
)
def test_guess_is_what_was_meant(stage: str, meant: str) -> None:
    assert told(stage).details["guess"] == meant


def test_nothing_is_guessed_where_nothing_is_near() -> None:
    assert told(HEAD + TITLE + "audience: 经理\n").details["guess"] == ""
    assert told('id: 接待\nlabel: "1"\n' + TITLE).details["guess"] == ""


@pytest.mark.parametrize(
    "stage",
    [
        "id: first\nlabel: 007\n" + TITLE,
        "id: first\nlabel: 7a\n" + TITLE,
        HEAD + "title: {zh: 12:30 开始, en: It begins at 12:30}\n",
        HEAD + "title: {zh: 递交新车🎉, en: Hand over}\n",
        HEAD + "title: 他说“你好”。\n",
        HEAD + "title: 见 https://example.com/a#b\n",
        HEAD + "title: 第一 # 这是注释\n",
        (HEAD + TITLE).replace("\n", "\r\n"),
    ],
)
def test_what_is_no_mistake_is_left_alone(stage: str) -> None:
    files = {path: text.encode() for path, text in SOUND.items()}
    found = problems_of(files | {"a/stage.yml": stage.encode()})
    assert [problem for problem in found if problem.code != "no-glyph"] == []  # paper cannot show an emoji


def test_a_word_is_guessed_from_the_one_beside_it() -> None:
    ring = problems_of(
        {
            path: text.encode()
            for path, text in (SOUND | {"process.yml": SOUND["process.yml"] + "shape: 循环\n"}).items()
        }
    )
    assert ring[0].details["guess"] == "ring"
    signals = "blocks: [{type: signals, id: b, items: [{id: a, text: x, strength: 强}]}]\n"
    assert told(HEAD + TITLE + signals).details["guess"] == "strong"


def test_a_line_without_a_value_is_to_be_deleted_only_where_that_helps() -> None:
    assert "delete" not in told("id:\n" + HEAD.partition("\n")[2] + TITLE).hint("en")
    assert "delete" in told(HEAD + TITLE + "source:\n").hint("en")


def test_a_folder_that_was_renamed_is_guessed() -> None:
    files = {path.replace("a/", "b/"): text.encode() for path, text in SOUND.items()}
    assert [(found.code, found.details["guess"]) for found in problems_of(files)] == [("missing-file", "b")]


def test_a_copy_is_not_to_take_the_place_of_its_original() -> None:
    files = {path: text.encode() for path, text in SOUND.items()}
    (found,) = problems_of(files | {"a/stage (1).yml": files["a/stage.yml"]})
    assert (found.code, found.details["guess"]) == ("file-name", "")


def test_an_id_that_was_renamed_is_to_be_changed_back() -> None:
    files = {path: text.encode() for path, text in SOUND.items()}
    body = "blocks: [{type: text, id: greetings, body: x}]\n"
    files |= {"a/stage.yml": (HEAD + TITLE + body).encode(), "ids.lock": b"ids: {first/greeting: text}\n"}
    (found,) = [found for found in problems_of(files) if found.code == "vanished-id"]
    assert found.hint("zh").startswith("把“greetings”改回“greeting”")
    assert found.hint("en").startswith("Change “greetings” back into “greeting”")
