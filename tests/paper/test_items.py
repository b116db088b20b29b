"""Every text of the YAML is on the sheets it belongs on, and no more often than it is written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import Printed

from generator.blocks.base import Audience, Block, Entry
from generator.blocks.script import Placeholder
from generator.build import load
from generator.build.folder import read_folder
from generator.chapters import Chapter
from generator.checklists import Form
from generator.checklists.assembled import Row, assemble
from generator.node import Node
from generator.process import Process
from generator.questions.base import Question
from generator.text import Text, to_plain

ROOT = Path(__file__).parents[2]
# A text as long as this does not stand inside another one by chance.
LONG = {"zh": 14, "en": 40}
languages = pytest.mark.parametrize("language", ["zh", "en"])


@pytest.fixture(scope="module")
def process() -> Process:
    return load(read_folder(ROOT / "process"))[0]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def texts(nodes: Iterable[Node], language: str, *, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the texts of `nodes` in `language` without spaces and markup, but those of the fields `without`."""
    for node in nodes:
        for path, value in node.members():
            if isinstance(value, Text) and path[0] not in without:
                plain = to_plain(value.in_language(language, "zh")[0])
                yield from filter(None, map(squeezed, re.split(r"\{[a-z][a-z0-9-]*\}|\n", plain)))


def public(node: Node) -> Iterator[Node]:
    """Yield a node and all below it that is not for trainers alone."""
    if not (isinstance(node, Entry) and node.audience is Audience.TRAINERS):
        yield node
        for _, value in node.members():
            if isinstance(value, Node):
                yield from public(value)


def compare(sheet: Printed, expected: list[str], *, also: str = "") -> None:
    """Every text of `expected` is on the sheet, a long one exactly as often as it is written (`also` elsewhere too)."""
    printed = squeezed("".join(run.text for run in sheet.runs if "Lbl" not in run.tags))
    assert [text for text in expected if text not in printed] == []
    written = Counter(expected)
    whole = "\n".join(expected)
    for text in written:
        if len(text) >= LONG[sheet.language] and text not in also:
            assert printed.count(text) == whole.count(text), text


@languages
def test_the_workbook_has_every_text_for_trainees_once(
    sheets: dict[str, Printed], process: Process, language: str
) -> None:
    for_trainers = frozenset({"look_for", "trainer_notes", "alt"})
    nodes = chain.from_iterable(public(root) for root in (*process.chapters, *process.terms))
    # A chapter's title is in the contents too, what is to be filled in stands in every line that needs it, and what is
    # to choose from may say what the page says.
    again = [*process.chapters, *(node for node in process.nodes() if isinstance(node, Placeholder))]
    choices = [text for chapter in process.chapters for asked in process.questions(chapter) for text in offered(asked)]
    texts_again = [*(entry.title for entry in again), *choices]
    also = "\n".join(squeezed(to_plain(text.in_language(language, "zh")[0])) for text in texts_again)
    compare(sheets[f"workbook-{language}"], list(texts(nodes, language, without=for_trainers)), also=also)


def offered(question: Question) -> Iterator[Text]:
    """Yield what a question gives to choose from, to order or to match."""
    for name in ("options", "items", "pairs", "distractors", "cards"):
        yield from (part.text for part in getattr(question, name, ()))
    yield from (pair.match for pair in getattr(question, "pairs", ()))
    yield from (category.title for category in getattr(question, "categories", ()))
    for gap in getattr(question, "gaps", ()):
        if not gap.typed:
            yield from (gap.answer, *(mistake.text for mistake in gap.wrong))
    for inner in getattr(question, "questions", ()):
        yield from offered(inner)


@languages
def test_the_trainers_guide_has_every_text_for_trainers_once(
    sheets: dict[str, Printed], process: Process, language: str
) -> None:
    shown: list[str] = []
    titles: list[str] = []
    for block in chain.from_iterable(stage.blocks for stage in process.stages):
        own = {name: getattr(block, name, ()) for name in ("trainer_notes", "question")}
        values = [*own.values(), *getattr(block, "look_for", ())]
        if block.trainer_notes or hasattr(block, "look_for"):
            shown += [squeezed(to_plain(v.in_language(language, "zh")[0])) for v in values if isinstance(v, Text)]
            titles += [squeezed(to_plain(block.title.in_language(language, "zh")[0]))] if block.title else []
        if block.audience is Audience.TRAINERS:
            shown += texts(block.walk(), language, without=frozenset({"title"}))
    compare(sheets[f"trainers-guide-{language}"], [*shown, *titles], also="".join(titles))


@languages
def test_every_signal_and_objection_has_its_card(sheets: dict[str, Printed], process: Process, language: str) -> None:
    found: list[Node] = []
    for block in chain.from_iterable(stage.blocks for stage in process.stages):
        if getattr(block, "type") in {"signals", "objections"}:  # noqa: B009  # every subclass declares it
            found += [node for node in block.walk() if not isinstance(node, Block)]
    compare(sheets[f"cards-to-cut-out-{language}"], list(texts(found, language)))


@languages
def test_a_pocket_card_has_every_statement_of_its_stage_once(
    sheets: dict[str, Printed], process: Process, language: str
) -> None:
    for stage in process.stages:
        compare(sheets[f"card-{stage.id}-{language}"], list(statements(stage, language)))


def statements(stage: Chapter, language: str) -> Iterator[str]:
    for block in stage.blocks:
        match getattr(block, "type"), getattr(block, "kind", None):  # noqa: B009  # every subclass declares it
            case ("points", kind) if kind != "list":
                pass
            case ("steps" | "signals" | "dos_donts", _):
                pass
            case _:
                continue
        nodes = [node for node in public(block) if type(node).__name__ != "NearMiss"]
        other = {"detail", "tip", "documents", "owner", "time", "note", "intro", "trainer_notes", "explanation"}
        yield from texts(nodes, language, without=frozenset(other | {"utterances"}))


@languages
def test_a_checklist_has_every_item_once_under_the_number_that_it_has_on_the_page(
    sheets: dict[str, Printed], process: Process, language: str, shipped: Path
) -> None:
    for stage in process.stages:
        for checklist in stage.checklists:
            rows = assemble(checklist, stage.blocks).rows
            page = shipped / ("" if language == "zh" else language) / f"{stage.id}/checklists/{checklist.id}/index.html"
            items = BeautifulSoup(page.read_bytes(), "html.parser").select(".show-check[data-number]")
            assert [(item["id"], item["data-number"]) for item in items] == [(row.id, row.number) for row in rows]
            name = f"checklist-{stage.id}-{checklist.id}-{language}"
            for sheet in (sheets[found] for found in sheets if found == name or found.endswith(f"-{name}")):
                printed = squeezed("".join(run.text for run in sheet.runs))
                for row in rows:
                    standing_alone = rf"(?<![\d.]){re.escape(row.number)}(?![\d.])"
                    assert len(re.findall(standing_alone, numbers(sheet))) == 1, row.number
                    assert all(text in printed for text in said(row, language))


def said(row: Row, language: str) -> list[str]:
    """Return what an item says, without spaces and markup."""
    own = (row.item.wanted, row.item.how) if row.item else ()
    return [squeezed(to_plain(text.in_language(language, "zh")[0])) for text in (row.text, *own) if text]


def test_a_bilingual_list_has_every_line_in_chinese_with_english_below(
    sheets: dict[str, Printed], process: Process
) -> None:
    seen = 0
    for stage in process.stages:
        for checklist in stage.checklists:
            if Form.BILINGUAL in checklist.forms:
                sheet = sheets[f"bilingual-checklist-{stage.id}-{checklist.id}-en"]
                printed = squeezed("".join(run.text for run in sheet.runs))
                for row in assemble(checklist, stage.blocks).rows:
                    for above, below in zip(said(row, "zh"), said(row, "en"), strict=True):
                        assert f"{above}{below}" in printed
                        seen += 1
    assert seen > 30


def numbers(sheet: Printed) -> str:
    """The numbers of items that stand on a sheet by themselves."""
    return " ".join(run.text.strip() for run in sheet.runs if re.fullmatch(r"\s*\d+\.\d+\s*", run.text))


@languages
def test_a_paper_asks_every_question_and_only_its_key_answers(
    sheets: dict[str, Printed], process: Process, language: str
) -> None:
    for stage in process.stages:
        asked = squeezed("".join(run.text for run in sheets[f"quiz-{stage.id}-{language}"].runs))
        answered = squeezed("".join(run.text for run in sheets[f"key-{stage.id}-{language}"].runs))
        for question in process.questions(stage):
            assert squeezed(to_plain(question.prompt.in_language(language, "zh")[0])) in asked, question.id
            if explanation := getattr(question, "explanation", None):
                said = squeezed(to_plain(explanation.in_language(language, "zh")[0]))
                assert said in answered, question.id
                assert said not in asked, question.id
