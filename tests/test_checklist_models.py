"""Checklists: what a trainer writes is once on the page, under a number, with what its step says."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from showroom_site import Content
from test_types import article, example

from generator.build import load
from generator.build.folder import read_folder
from generator.checklists import CHECKLISTS_FILE
from generator.checklists.assembled import EXAMPLE, Assembled, assemble
from generator.cli import main
from generator.plan import plan
from generator.process import Process
from generator.render import web
from generator.render.words import FOLDER

PROCEDURE = """
    - type: steps
      id: procedure
      phases:
        - id: before
          title: Before
          steps:
            - {id: wash, text: Wash it, owner: Service}
            - {id: fill, text: Fill it}
        - id: after
          title: After
          steps:
            - {id: thank, text: Thank them}
"""


def content(groups: str, *languages: str) -> Content:
    head = "checklists:\n  - id: pdi\n    title: Inspection\n    mode: read-do\n    groups:\n"
    stage = Content().in_languages(*languages).stage("stage", PROCEDURE)
    return stage.file(f"stage/{CHECKLISTS_FILE}", head + indent(dedent(groups), "      "))


def assembled(groups: str) -> Assembled:
    (chapter,) = content(groups, "en", "de").process().chapters
    return assemble(chapter.checklists[0], chapter.blocks)


def rows(groups: str) -> list[tuple[str, str, str]]:
    return [(row.number, row.id, row.text.in_language("en", "en")[0]) for row in assembled(groups).rows]


def test_a_phase_brings_in_its_steps_in_order() -> None:
    assert rows("- {id: one, title: One, pause: Now, phase: before}") == [
        ("1.1", "wash", "Wash it"),
        ("1.2", "fill", "Fill it"),
    ]


def test_an_item_adds_to_the_step_it_names_and_the_rest_follows() -> None:
    groups = """
        - id: one
          title: One
          pause: Now
          phase: before
          items:
            - {id: own, text: My own}
            - {id: filled, step: fill, wanted: Full, critical: true}
            - {id: thanked, step: thank, text: Say thank you}
    """
    assert rows(groups) == [
        ("1.1", "wash", "Wash it"),
        ("1.2", "filled", "Fill it"),
        ("1.3", "own", "My own"),
        ("1.4", "thanked", "Say thank you"),
    ]
    wash, fill, *_ = assembled(groups).rows
    assert wash.owner is not None
    assert (wash.critical, fill.critical) == (False, True)


def test_the_version_follows_what_is_checked() -> None:
    groups = "- {id: one, title: One, pause: Now, items: [{id: a, text: {en: Wash it, de: Waschen}, wanted: Clean}]}"
    version = assembled(groups).version("en")
    assert assembled(groups.replace("Waschen", "Wasche es")).version("en") == version
    assert assembled(groups.replace("pause: Now", "pause: Then")).version("en") == version
    assert assembled(groups.replace("Clean", "Spotless")).version("en") != version
    assert assembled(groups.replace("{id: a", "{critical: true, id: a")).version("en") != version


@pytest.fixture(scope="module")
def shipped() -> Process:
    process, warnings = load(read_folder(FOLDER.parents[2] / "process"))
    assert warnings == ()
    return process


def test_every_shipped_item_is_once_on_its_page_under_its_number(shipped: Process) -> None:
    pages = {file.path: file.content.decode() for file in web.render(plan(shipped, {}))}
    seen = 0
    for chapter in shipped.chapters:
        for checklist in chapter.checklists:
            for language in shipped.settings.languages:
                source = pages[f"{language}/docs/{chapter.id}/checklists/{checklist.id}/index.md"]
                items = BeautifulSoup(source, "html.parser").select(".show-sheet .show-check[id]")
                shown = [(item["data-number"], item["id"]) for item in items]
                expected = [(row.number, row.id) for row in assemble(checklist, chapter.blocks).rows]
                assert shown == expected
                seen += len(shown)
    assert seen > 150


def test_the_delivery_list_is_the_decks_procedure(shipped: Process) -> None:
    delivery = next(chapter for chapter in shipped.chapters if chapter.id == "delivery")
    checklist = next(checklist for checklist in delivery.checklists if checklist.id == "handing-over")
    made = assemble(checklist, delivery.blocks)
    assert [len(section.rows) for section in made.sections] == [6, 6, 5, 2, 3]
    assert [row.number for row in made.rows] == [row.step.number for row in made.rows if row.step]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_example_looks_as_it_did(language: str, golden: Callable[[str, str], None]) -> None:
    made = Content().with_sources().stage("stage", "-\n" + indent(example("steps"), "  "))
    written = "checklists:\n  -\n" + indent(EXAMPLE.read_text(encoding="utf-8"), "    ")
    page = article(made.file(f"stage/{CHECKLISTS_FILE}", written).pages(language)[_address()])
    (shown,) = page.select("show-checklist")
    golden(f"checklist.{language}.html", shown.prettify())


def _address() -> str:
    name = re.search(r"(?m)^id: (.+)$", EXAMPLE.read_text(encoding="utf-8"))
    assert name
    return f"stage/checklists/{name[1]}/index.md"


def test_its_words_are_the_same_in_both_languages() -> None:
    def keys(value: object) -> object:
        return {key: keys(inner) for key, inner in value.items()} if isinstance(value, dict) else None

    chinese, english = (json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")) for name in ("zh", "en"))
    assert keys(chinese["checklists"]) == keys(english["checklists"])


def test_a_new_checklist_is_sound_wherever_it_is_added(tmp_path: Path) -> None:

    folder = tmp_path
    for path, text in (
        content("- {id: one, title: One, pause: Now, phase: before}")
        .file("process.yml", "title: P\nlanguages: [en]\nstages: [stage, bare]\n")
        .file("bare/stage.yml", 'id: bare\nlabel: "2"\ntitle: Bare\n')
        .files.items()
    ):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(text)
    for stage in ("stage", "bare", "bare"):
        done = CliRunner().invoke(main, ["new", "checklist", stage, "--process", str(folder), "--lang", "en"])
        assert done.exit_code == 0, done.output
    process, warnings = load(read_folder(folder))
    assert warnings == ()
    assert [len(chapter.checklists) for chapter in process.chapters] == [2, 2]
    assert "# " in (folder / "bare" / CHECKLISTS_FILE).read_text(encoding="utf-8")
