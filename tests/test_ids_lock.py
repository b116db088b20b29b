"""ids.lock: what learners' saved progress hangs on does not get lost unnoticed."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build import load
from generator.build.folder import read_folder
from generator.build.snapshot import Snapshot
from generator.cli import main
from generator.editing.write import ChangedMeanwhileError, write

ROOT = Path(__file__).parent.parent
FILES = {
    "process.yml": "title: x\nlanguages: [en]\nstages: [a, b]\n",
    "a/stage.yml": """id: greeting
label: "1"
title: Greeting
blocks:
  - {id: why, type: text, body: x}
  - id: points
    type: points
    items:
      - id: smile
        text: Smile
        items: [{id: eyes, text: Look}]
""",
    "b/stage.yml": 'id: parting\nlabel: "2"\ntitle: Parting\nblocks: [{id: why, type: text, body: x}]\n',
}
LOCKED = """ids:
  greeting: stage
  greeting/eyes: point
  greeting/points: points
  greeting/smile: point
  greeting/why: text
  parting: stage
  parting/why: text
"""


@pytest.fixture
def process(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def showroom(command: str, *arguments: str, process: Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [command, *arguments, "--process", str(process), "--lang", "en"], input=typed)


def change(process: Path, path: str, before: str, after: str) -> None:
    text = (process / path).read_text(encoding="utf-8")
    assert before in text
    (process / path).write_text(text.replace(before, after), encoding="utf-8")


def locked(process: Path) -> str:
    return (process / "ids.lock").read_text(encoding="utf-8")


def test_every_page_and_entry_is_locked_in_alphabetical_order_a_line_each(process: Path) -> None:
    result = showroom("lock", process=process)
    assert result.exit_code == 0, result.output
    assert locked(process).partition("ids:")[0].startswith("# ")
    assert locked(process).endswith(LOCKED)


def test_a_process_without_the_file_has_nothing_locked(process: Path) -> None:
    change(process, "a/stage.yml", "id: smile", "id: grin")
    assert showroom("check", process=process).exit_code == 0
    assert not (process / "ids.lock").exists()


def test_an_id_that_vanishes_fails_the_check_until_it_is_restored(process: Path) -> None:
    showroom("lock", process=process)
    change(process, "a/stage.yml", "id: smile", "id: smiles")
    failed = showroom("check", process=process)
    assert failed.exit_code == 1
    assert f"{process / 'a/stage.yml'}:9:13 vanished-id: “smile” (point) of “greeting” is gone" in failed.output
    assert "Change “smiles” back into “smile”" in failed.output
    change(process, "a/stage.yml", "id: smiles", "id: smile")
    assert showroom("check", process=process).exit_code == 0


def test_an_id_that_vanishes_fails_the_check_until_it_is_retired_with_a_reason(process: Path) -> None:
    showroom("lock", process=process)
    change(process, "b/stage.yml", "[{id: why, type: text, body: x}]", "[]")
    assert showroom("check", process=process).exit_code == 1
    assert showroom("retire", "parting/why", "--reason", "Said elsewhere", process=process).exit_code == 0
    assert showroom("check", process=process).exit_code == 0
    assert "parting/why: {kind: text, reason: Said elsewhere}" in locked(process)
    assert locked(process).count("parting/why") == 1


def test_the_reason_is_asked_for(process: Path) -> None:
    showroom("lock", process=process)
    change(process, "b/stage.yml", "[{id: why, type: text, body: x}]", "[]")
    result = showroom("retire", "parting/why", process=process, typed="\nToo long\n")
    assert result.exit_code == 0
    assert "reason: Too long" in locked(process)


def test_the_page_need_not_be_named_where_only_one_lacks_the_id(process: Path) -> None:
    showroom("lock", process=process)
    change(process, "b/stage.yml", "[{id: why, type: text, body: x}]", "[]")
    assert "Retired: parting/why\n" in showroom("retire", "why", "--reason", "x", process=process).output


def test_a_page_is_retired_with_all_that_was_on_it(process: Path) -> None:
    showroom("lock", process=process)
    change(process, "process.yml", "[a, b]", "[b]")
    (process / "a/stage.yml").unlink()
    assert showroom("check", process=process).output.count("vanished-id") == 1
    assert showroom("retire", "greeting", "--reason", "merged", process=process).exit_code == 0
    assert locked(process).count("reason: merged") == 5
    assert showroom("check", process=process).exit_code == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("greeting/smlie", "ids.lock has no id “greeting/smlie”. Nearest to it: greeting/smile\n"),
        ("smile", "“greeting/smile” is still at {a}:9. Delete it from the file first, then retire the id.\n"),
        ("why", "“greeting/why” is still at {a}:5. Delete it from the file first, then retire the id.\n"),
    ],
)
def test_what_cannot_be_retired_is_explained_and_stays(process: Path, name: str, said: str) -> None:
    showroom("lock", process=process)
    result = showroom("retire", name, "--reason", "x", process=process)
    assert (result.exit_code, result.output) == (1, said.format(a=process / "a/stage.yml"))
    assert locked(process).endswith(LOCKED)


def test_several_that_are_gone_have_to_be_told_apart(process: Path) -> None:
    showroom("lock", process=process)
    change(process, "a/stage.yml", "  - {id: why, type: text, body: x}\n", "")
    change(process, "b/stage.yml", "[{id: why, type: text, body: x}]", "[]")
    result = showroom("retire", "why", "--reason", "x", process=process)
    assert (result.exit_code, result.output) == (
        1,
        "Several pages have “why”; say which one: greeting/why, parting/why\n",
    )


def test_new_ids_are_added_and_nothing_else_changes(process: Path) -> None:
    showroom("lock", process=process)
    (process / "ids.lock").write_text(locked(process).replace("greeting/why: text", "greeting/why: text # mine"))
    change(process, "b/stage.yml", "[{id: why,", "[{id: bow, type: text, body: x}, {id: why,")
    assert showroom("check", process=process).exit_code == 0
    assert "ids.lock: 1 new ids.\n" in showroom("lock", process=process).output
    expected = LOCKED.replace("greeting/why: text", "greeting/why: text # mine")
    assert locked(process).endswith(expected.replace("  parting/why", "  parting/bow: text\n  parting/why"))


def test_a_lock_with_nothing_new_is_not_written_again(process: Path) -> None:
    showroom("lock", process=process)
    before = (process / "ids.lock").stat().st_mtime_ns
    assert showroom("lock", process=process).output == "ids.lock: 0 new ids.\n"
    assert (process / "ids.lock").stat().st_mtime_ns == before


def test_a_copied_entry_is_found_with_both_places(process: Path) -> None:
    change(process, "a/stage.yml", "  - id: points", "  - {id: why, type: text, body: x}\n  - id: points")
    output = showroom("check", process=process).output
    assert f"{process / 'a/stage.yml'}:6:10 duplicate-id: The id “why” is used twice on this page" in output
    assert "first at a/stage.yml:5:10." in output


def test_a_finished_site_locks_what_is_new_on_it(
    process: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import generator.build as building  # noqa: PLC0415  # to do without the engine

    monkeypatch.setattr(building, "build", lambda project, *_, **__: building.generate(Snapshot.of(project)))
    arguments = ("--build-dir", str(tmp_path / "build"), "--site-dir", str(tmp_path / "site"))
    assert showroom("build", *arguments, process=process).exit_code == 0
    assert not (process / "ids.lock").exists()
    showroom("lock", process=process)
    change(process, "b/stage.yml", "[{id: why,", "[{id: bow, type: text, body: x}, {id: why,")
    assert showroom("build", *arguments, process=process).exit_code == 0
    assert "parting/bow: text" in locked(process)


def test_the_shipped_process_keeps_what_it_has_locked(tmp_path: Path) -> None:
    for path, content in read_folder(ROOT / "process").files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert showroom("lock", process=tmp_path).exit_code == 0
    made, _ = load(read_folder(tmp_path))
    assert made.lock is not None
    assert made.lock.ids.keys() == {name for name, _ in made.locked()}


# Writing: all or nothing.


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").mkdir()  # cannot be replaced by a file
    with pytest.raises(OSError, match="b"):
        write(tmp_path, {"a": b"1"}, {"b/": b"x", "a": b"2"})
    assert (tmp_path / "a").read_bytes() == b"1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhileError, match="a"):
        write(tmp_path, {"a": b"1", "b": b"1"}, {"a": b"2"})
    assert (tmp_path / "a").read_bytes() == b"theirs"
