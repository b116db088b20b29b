"""A new type of block is a new folder: nothing else has to be touched."""

import json
from pathlib import Path

import pytest
from built_sites import JEWELLERY, build, copy_of_project, showroom
from web_pages import WebPage, pages

MODEL = '''
"""`type: toast`: a line to raise a glass to."""

from typing import Literal

from generator.blocks.base import Block
from generator.text import Text


class Toast(Block):
    """A toast."""

    type: Literal["toast"]
    """A toast."""
    line: Text
    """What is said over the glasses."""
'''
FOLDER = {
    "__init__.py": MODEL.lstrip(),
    "web.html.jinja": (
        "{#- The line. Context: block. -#}\n"
        '<p class="show-toast__line">{{ own.cheers }}: {{ block.line | inline }}</p>\n'
    ),
    "words.json": json.dumps({"zh": {"name": "祝酒", "cheers": "干杯"}, "en": {"name": "Toast", "cheers": "Cheers"}}),
    "paper.typ": '#import "base.typ": *\n#let show-block(b, s) = [#b.own.cheers: #render(b.line)]\n',
    "web.css": ".show-toast__line { font-weight: 700 }\n",
    "element.js": 'customElements.define("show-toast", class extends HTMLElement {})\n',
    "example.yml": "id: toast\ntype: toast\nline: {zh: 为新车, en: To the new car}\n",
}
BLOCK = "  - {id: to-them, type: toast, title: A toast, line: To the **happy** couple, audience: everyone}\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with one more folder among the blocks, and a block of that type in a stage."""
    folder = copy_of_project(tmp_path_factory.mktemp("dropped-in") / "project", JEWELLERY)
    toast = folder / "generator" / "blocks" / "toast"
    toast.mkdir()
    for name, text in FOLDER.items():
        (toast / name).write_text(text, encoding="utf-8")
    stage = folder / "process" / "a-greeting" / "stage.yml"
    stage.write_text(stage.read_text(encoding="utf-8") + BLOCK, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def page(project: Path) -> WebPage:
    root = build(project / "site", project / "process", project=project)
    return next(page for page in pages(root) if page.name == "greeting/")


def test_it_is_on_its_page(page: WebPage) -> None:
    (line,) = page.article.select(".show-block.show-toast .show-toast__line")
    assert line.decode_contents() == "Cheers: To the <strong>happy</strong> couple"
    assert [heading.get_text() for heading in page.article.select("h2#to-them")] == ["A toast"]


def test_its_style_and_its_element_come_along(page: WebPage) -> None:
    assert ".show-toast__line" in (page.root / "assets" / "blocks.css").read_text(encoding="utf-8")
    scripts = [str(script["src"]) for script in page.soup.find_all("script", src=True, type="module")]
    assert [script for script in scripts if "toast" in script] == ["../assets/blocks/toast/element.js"]
    assert (page.root / "assets" / "blocks" / "toast" / "element.js").read_text(encoding="utf-8") == FOLDER["element.js"]


def test_it_is_in_the_schema_for_editors(project: Path) -> None:
    schema = json.loads(showroom("schema", "stage", project=project).stdout)
    assert schema["$defs"]["Toast"]["properties"]["line"]["description"] == "What is said over the glasses."
    assert '"#/$defs/Toast"' in json.dumps(schema)


def test_its_mistakes_are_told_like_all_others(project: Path) -> None:
    stage = project / "process" / "c-repair" / "stage.yml"
    stage.write_text(stage.read_text(encoding="utf-8") + "  - {id: bad, type: toast}\n", encoding="utf-8")
    told = json.loads(showroom("check", "--format", "json", project=project).stdout)
    assert [(problem["code"], Path(problem["file"]).name) for problem in told] == [("missing-key", "stage.yml")]
