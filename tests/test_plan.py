"""The plan decides pages, addresses and links."""

import pytest

from generator.build import load
from generator.build.folder import Folder
from generator.pages import Guide, Page, PageKind
from generator.plan import Plan, plan

FILES = {
    "process.yml": "title: {zh: 流程, en: Process}\nlanguages: [zh, en]\nprefaces: [w]\nstages: [a]\n",
    "w/page.yml": "id: welcome\ntitle: {zh: 欢迎, en: Welcome}\n",
    "a/stage.yml": """id: first
label: "7a"
title: {zh: 阶段, en: Stage}
blocks: [{id: f, type: figure, image: seat.png, alt: {zh: 座位, en: Seat}}]
""",
    "a/seat.png": "picture",
}


@pytest.fixture
def made() -> Plan:
    process, _ = load(Folder({path: text.encode() for path, text in FILES.items()}, ()))
    return plan(process, {"en": (Guide("architecture.md", "How it is built", "# How it is built"),)})


def test_the_first_language_is_at_the_root_and_the_others_under_their_code(made: Plan) -> None:
    assert [(tree.language, tree.root) for tree in made.trees] == [("zh", ""), ("en", "en/")]


def test_every_language_has_the_same_pages_but_those_written_by_hand(made: Plan) -> None:
    chinese, english = ([page.address for page in tree.pages] for tree in made.trees)
    assert chinese == ["", "welcome/", "first/", "trainers/first/"]
    assert english == [*chinese, "about/architecture/"]


def test_a_process_without_terms_and_sources_has_no_pages_for_them(made: Plan) -> None:
    assert (made.trees[0].glossary, made.trees[0].sources) == (None, None)


def test_pictures_go_where_their_chapter_is(made: Plan) -> None:
    assert made.media == {"a/seat.png": "first/seat.png"}


@pytest.mark.parametrize(
    ("start", "to", "anchor", "link"),
    [
        ("", "first/", "", "first/"),
        ("first/", "", "", "../"),
        ("first/", "first/", "f", "./#f"),
        ("trainers/first/", "first/", "f", "../../first/#f"),
        ("first/", "first/seat.png", "", "seat.png"),
        ("", "", "x", "./#x"),
    ],
)
def test_links_are_relative(start: str, to: str, anchor: str, link: str) -> None:
    assert Page(PageKind.CHAPTER, start, None).to(to, anchor) == link
