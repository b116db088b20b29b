"""`showroom new`: what it adds is sound, commented, and calls nothing by a name that is taken."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import blocks, registry
from generator.build import load
from generator.build.folder import read_folder
from generator.chapters import Chapter
from generator.cli import main
from generator.source import parse

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "process"
JEWELLERY = ROOT / "tests/processes/jewellery"
SOUND = {
    "process.yml": "title: {zh: 流程, en: Process}\nlanguages: [zh, en] # both\n# in order\nstages:\n  - a # one\n",
    "sources.yml": "sources:\n  - {id: editors, type: editors, title: 编者}\n",
    "a/stage.yml": 'id: first\nlabel: "7"\ntitle: {zh: 阶段, en: Stage}\nblocks: []\n',
}
TYPES = registry.names(blocks)


@pytest.fixture
def process(tmp_path: Path) -> Path:
    return write(tmp_path, {path: text.encode() for path, text in SOUND.items()})


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def new(process: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", *arguments, "--process", str(process), "--lang", "en"])


def page(process: Path, name: str) -> Chapter:
    made, warnings = load(read_folder(process))
    assert warnings == ()
    return next(chapter for chapter in made.chapters if name in (chapter.id, chapter.folder))


def test_a_new_stage_has_a_folder_and_is_listed_with_every_comment_kept(process: Path) -> None:
    result = new(process, "stage", "试驾 / Test drive")
    assert result.exit_code == 0, result.output
    assert (process / "process.yml").read_text(encoding="utf-8") == SOUND["process.yml"] + "  - test-drive\n"
    stage = page(process, "test-drive")
    assert (stage.title.by_language, getattr(stage, "label", "")) == ({"zh": "试驾", "en": "Test drive"}, "8")
    text = (process / "test-drive/stage.yml").read_text(encoding="utf-8")
    assert re.search(r"(?m)^# .*[\u4e00-\u9fff]", text)
    assert re.search(r"(?m)^# .*[a-z]{3}", text)


@pytest.mark.parametrize(
    ("title", "name", "written"),
    [
        ("试驾", "stage-2", {"": "试驾"}),
        ("Test drive", "test-drive", {"": "Test drive"}),
        ("Glossary", "glossary-2", {"": "Glossary"}),  # an address of the site's own
        ("First", "first-2", {"": "First"}),  # the stage that is there
        ("Trade: in # out", "trade-out", {"": "Trade: in # out"}),
    ],
)
def test_a_stage_is_called_by_its_title(process: Path, title: str, name: str, written: dict[str, str]) -> None:
    assert new(process, "stage", title).exit_code == 0
    assert page(process, name).title.by_language == written


def test_folders_are_numbered_where_the_others_are(tmp_path: Path) -> None:
    process = write(tmp_path, dict(read_folder(SHIPPED).files))
    count = len(load(read_folder(process))[0].stages)
    assert new(process, "stage", "Lease return", "--id", "lease").exit_code == 0
    assert page(process, "lease").folder == f"{count + 1}-lease"


@pytest.mark.parametrize("name", TYPES)
def test_a_block_of_every_type_can_be_added_twice(process: Path, name: str) -> None:
    assert new(process, "block", "first", name).exit_code == 0
    once = (process / "a/stage.yml").read_text(encoding="utf-8")
    assert new(process, "block", "7", name).exit_code == 0
    twice = (process / "a/stage.yml").read_text(encoding="utf-8")
    assert twice.startswith(once.rstrip("\n"))
    assert [getattr(block, "type", "") for block in page(process, "first").blocks] == [name, name]
    comments = re.findall(r"(?m)^# .*", (registry.folder(blocks, name) / "example.yml").read_text(encoding="utf-8"))
    assert comments
    assert [line for line in comments if twice.count(f"  {line}\n") != 2] == []


@pytest.mark.parametrize("name", TYPES)
def test_a_new_block_says_that_the_editors_wrote_it(process: Path, name: str) -> None:
    new(process, "block", "first", name)
    cited = re.findall(r"\bof: ([\w-]+)", (process / "a/stage.yml").read_text(encoding="utf-8"))
    assert set(cited) == {"editors"}


def test_a_process_of_one_language_and_without_sources_gets_blocks_that_fit(tmp_path: Path) -> None:
    process = write(tmp_path, dict(read_folder(JEWELLERY).files))
    for name in TYPES:
        assert new(process, "block", "fitting", name).exit_code == 0, name
    assert {getattr(block, "type", "") for block in page(process, "fitting").blocks} == set(TYPES)
    assert "zh:" not in (process / "b2-fitting/stage.yml").read_text(encoding="utf-8")


def test_the_shipped_files_keep_every_line_when_a_block_is_added(tmp_path: Path) -> None:
    process = write(tmp_path, dict(read_folder(SHIPPED).files))
    for chapter in load(read_folder(process))[0].chapters:
        file = process / chapter.where().file
        before = file.read_bytes()
        assert new(process, "block", chapter.id, "dialogue").exit_code == 0
        assert file.read_bytes().startswith(before.rstrip())


def test_a_retired_id_does_not_come_back(process: Path) -> None:
    example = parse((registry.folder(blocks, "text") / "example.yml").read_bytes(), "").data
    lock = f"ids: {{first: stage}}\nretired: {{first/{example['id']}: {{kind: text, reason: x}}}}\n"
    (process / "ids.lock").write_text(lock, encoding="utf-8")
    new(process, "block", "first", "text")
    assert [block.id for block in page(process, "first").blocks] == [f"{example['id']}-2"]


def test_a_page_that_is_not_there_is_named_with_those_that_are(process: Path) -> None:
    result = new(process, "block", "frist", "text")
    assert (result.exit_code, result.output) == (1, "There is no page “frist”. Pages there are: first\n")
