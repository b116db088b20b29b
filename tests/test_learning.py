"""The list of questions that the browser goes by: what is asked today, and whether it was edited."""

from typing import Any

import pytest
from showroom_site import Content

from generator.plan import plan
from generator.render import learning

QUIZ = """
    questions:
    - {id: when, type: numeric, prompt: When, answer: 48, explanation: {zh: 因为, en: Because}}
    - {id: unsure, type: numeric, prompt: What, answer: 1, explanation: Nobody knows, key: none}
    - id: customer
      type: case
      prompt: A customer
      stem: He comes in.
      questions:
      - {id: inside, type: flashcard, prompt: Front, answer: Back}
"""
CONTENT = Content().stage("greeting", "- {type: text, id: hello, body: Hello}").file("greeting/quiz.yml", QUIZ)


def listed(content: Content) -> dict[str, dict[str, Any]]:
    return learning.catalogue(content.process())


def test_every_question_with_a_verdict_is_listed_by_its_stage() -> None:
    types = {name: kind for name, (_, kind) in listed(CONTENT)["greeting"].items()}
    assert types == {"when": "numeric", "inside": "flashcard"}


def test_terms_are_cards() -> None:
    terms = "terms: [{id: pdi, term: PDI, definition: Pre-delivery inspection}]"
    decks = listed(CONTENT.file("glossary.yml", terms))
    assert [kind for _, kind in decks["glossary"].values()] == ["flashcard"]


@pytest.mark.parametrize(
    ("before", "after", "edited"),
    [
        ("en: Because", "en: Since", True),  # in either language
        ("prompt: When", "prompt: How soon", True),
        ("answer: 48", "points: 2, answer: 48", False),  # no word of it
    ],
)
def test_an_edited_text_changes_the_hash_of_its_question_alone(before: str, after: str, edited: object) -> None:
    one = listed(CONTENT)["greeting"]
    other = listed(CONTENT.file("greeting/quiz.yml", QUIZ.replace(before, after)))["greeting"]
    assert (one["when"] != other["when"]) is edited
    assert one["inside"] == other["inside"]


def test_every_language_gets_the_same_list() -> None:
    files = list(learning.render(plan(CONTENT.process(), {})))
    assert [file.path for file in files] == ["zh/docs/assets/questions.json", "en/docs/assets/questions.json"]
    assert len({file.content for file in files}) == 1


def test_a_process_without_questions_needs_no_list() -> None:
    content = Content().stage("greeting", "- {type: text, id: hello, body: Hello}")
    assert not list(learning.render(plan(content.process(), {})))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_show_words_and_nothing_of_python(language: str) -> None:
    """A word whose key is a method's name, such as `copy`, would show the method."""
    pages = CONTENT.pages(language)
    made = [pages[f"practice/{name}index.md"] for name in ("", "review/", "progress/")]
    assert not [page for page in made if "built-in method" in page]
