"""The guide says what the program does: its generated pages are the ones the program would write now."""

import re
from pathlib import Path

import pytest

from generator import blocks, registry
from generator.catalogue import CATALOGUE
from generator.cli import main
from generator.cli.calls import calls
from generator.guide import pages
from generator.render import OutputFile

DOCS = Path(__file__).parent.parent / "docs"
PAGES = list(pages(calls(main)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_generated_page_is_the_one_that_is_committed(page: OutputFile) -> None:
    written = (DOCS / page.path).read_bytes()
    assert written == page.content, "run `python3 start.py guide`"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_type_code_and_command_is_in_the_guide(language: str) -> None:
    text = "".join(page.content.decode() for page in PAGES if page.path.startswith(language))
    for name in registry.names(blocks):
        assert f"`{name}` {{: #type-{name.replace('_', '-')} data-toc-label=" in text
    for code in CATALOGUE:
        assert f"## `{code}`" in text
    for command in calls(main):
        assert f"## `{command.call}` " in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_by_hand_name_only_commands_there_are(language: str) -> None:
    known = {command.call.split()[0] for command in calls(main)} | {"test", "COMMAND", "命令"}
    for path in [*(DOCS / language).glob("*.md"), DOCS.parent / "README.md"]:
        for name in re.findall(r"start\.py ([\w]+)", path.read_text(encoding="utf-8")):
            assert name in known, f"{path.name} names `{name}`"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pictures_are_light_speak_the_language_of_their_page_and_have_a_text(language: str) -> None:
    other = {"zh": "en", "en": "zh"}[language]
    for path in (DOCS / language).glob("*.md"):
        for text, picture in re.findall(r"!\[([^\]]*)\]\((\S+)\)", path.read_text(encoding="utf-8")):
            assert len(text) > 10, f"{path.name}: {picture} says what it shows"
            assert f".{other}." not in picture, f"{path.name}: {picture}"
            assert (path.parent / picture).stat().st_size <= 150_000, f"{path.name}: {picture}"
