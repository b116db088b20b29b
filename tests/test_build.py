"""Reading folders, writing the generated tree, sealing pages and swapping sites: the edge that touches the disk."""

import os
from pathlib import Path

import pytest

from generator.build import read, site
from generator.build.engine import Engine, EngineError
from generator.build.folder import read_folder
from generator.build.not_found import stand_at
from generator.build.policy import seal
from generator.build.stamp import Stamp, digest
from generator.build.tree import write_tree

HEAD = '<!doctype html><html lang="zh"><head><meta charset="utf-8">'


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def content(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_folder_is_read_without_what_editors_and_systems_leave_behind(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"a/b.yml": "x", ".git/config": "x", "a/.b.yml.swp": "x", "a/~$b.xlsx": "x", "Thumbs.db": "x", "c~": "x"},
    )
    assert read_folder(tmp_path).files == {"a/b.yml": b"x"}


def test_a_link_out_of_the_folder_is_refused_and_one_inside_is_not(tmp_path: Path) -> None:
    write(tmp_path, {"secret/key": "x", "process/a.yml": "x", "process/dir/c.yml": "x"})
    (tmp_path / "process/b.yml").symlink_to(tmp_path / "secret/key")
    (tmp_path / "process/stage").symlink_to(tmp_path / "secret")
    (tmp_path / "process/same.yml").symlink_to(tmp_path / "process/a.yml")
    folder = read_folder(tmp_path / "process")
    assert sorted(folder.files) == ["a.yml", "dir/c.yml", "same.yml"]
    assert sorted((p.code, p.location.file) for p in folder.problems) == [("symlink", "b.yml"), ("symlink", "stage")]


SMALLEST = read(read_folder(Path(__file__).parent / "processes/no-stages"))


def write_chinese(folder: Path, files: dict[str, bytes]) -> Stamp:
    """Write `files` as all that is generated, in one language."""
    return write_tree(folder, [("zh", files)], Stamp.of("key", (), SMALLEST))


def test_the_tree_holds_what_was_generated_and_nothing_stale(tmp_path: Path) -> None:
    first = {"zh/docs/a.md": b"a", "zh/docs/old/b.md": b"b", "base.yml": b"{}"}
    write_chinese(tmp_path, first)
    write(tmp_path, {"zh/site/index.html": "the engine's"})
    second = {"zh/docs/a.md": b"a", "base.yml": b"{}"}
    write_chinese(tmp_path, second)
    assert set(content(tmp_path)) == {"zh/docs/a.md", "base.yml", "stamp.json", "zh/site/index.html"}


def test_a_language_is_announced_when_its_files_are_there_and_one_that_is_gone_leaves_none(tmp_path: Path) -> None:
    write(tmp_path, {"fr/docs/index.md": "of a language that was"})
    announced: dict[str, list[str]] = {}
    write_tree(
        tmp_path,
        [(language, {f"{language}/docs/a.md": b"a"}) for language in ("zh", "en")],
        Stamp.of("key", (), SMALLEST),
        lambda language: announced.update({language: sorted(path for path in content(tmp_path) if "fr" not in path)}),
    )
    assert announced == {"zh": ["zh/docs/a.md"], "en": ["en/docs/a.md", "zh/docs/a.md"]}
    assert set(content(tmp_path)) == {"zh/docs/a.md", "en/docs/a.md", "stamp.json"}


def test_a_file_that_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    files = {"zh/docs/a.md": b"a"}
    write_chinese(tmp_path, files)
    os.utime(tmp_path / "zh/docs/a.md", (1, 1))
    write_chinese(tmp_path, files)
    assert (tmp_path / "zh/docs/a.md").stat().st_mtime == 1


def test_a_stamp_notices_when_a_generated_file_was_changed_by_hand(tmp_path: Path) -> None:
    files = {"zh/docs/a.md": b"a"}
    made = write_chinese(tmp_path, files)
    assert Stamp.read(tmp_path) == made
    assert made.holds(tmp_path)
    write(tmp_path, {"zh/docs/a.md": "b"})
    assert not made.holds(tmp_path)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"input": "x"}'])
def test_a_damaged_stamp_is_no_stamp(tmp_path: Path, damage: str) -> None:
    write(tmp_path, {"stamp.json": damage})
    assert Stamp.read(tmp_path) is None


def test_a_digest_sees_content_names_and_where_one_file_ends() -> None:
    plain = digest({"a": {"x": b"1", "y": b"2"}})
    assert plain == digest({"a": {"y": b"2", "x": b"1"}})
    assert len({plain, digest({"a": {"x": b"12", "y": b""}}), digest({"a": {"x": b"1"}, "b": {"y": b"2"}})}) == 3


def test_the_old_site_is_replaced_whole(tmp_path: Path) -> None:
    write(tmp_path, {"site/old.html": "old", "zh/index.html": "new", "en/index.html": "new"})
    site.replace(tmp_path / "site", {"": tmp_path / "zh", "en/": tmp_path / "en"}, sealed_for=None)
    assert content(tmp_path / "site") == {"index.html": "new", "en/index.html": "new"}
    assert {path.name for path in tmp_path.iterdir()} == {"site"}


def test_the_swap_in_two_renames_ends_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "_exchange", lambda *_: False)
    write(tmp_path, {"site/old.html": "old", "zh/index.html": "new"})
    site.replace(tmp_path / "site", {"": tmp_path / "zh"}, sealed_for=None)
    assert content(tmp_path / "site") == {"index.html": "new"}
    assert {path.name for path in tmp_path.iterdir()} == {"site"}


def test_a_swap_that_the_system_refuses_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses while a virus scanner is looking at the new files."""
    rename = Path.rename

    def refusing(path: Path, target: Path) -> Path:
        if path.name == "site.new":
            raise PermissionError
        return rename(path, target)

    monkeypatch.setattr(site, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refusing)
    write(tmp_path, {"site/index.html": "old", "zh/index.html": "new"})
    with pytest.raises(PermissionError):
        site.replace(tmp_path / "site", {"": tmp_path / "zh"}, sealed_for=None)
    assert content(tmp_path / "site") == {"index.html": "old"}


def test_what_an_earlier_run_left_and_nobody_can_remove_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(path: Path, *, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(path)

    monkeypatch.setattr(site.shutil, "rmtree", held)
    write(tmp_path, {"site/index.html": "old", "site.new/held.html": "", "zh/index.html": "new"})
    with pytest.raises(PermissionError):
        site.replace(tmp_path / "site", {"": tmp_path / "zh"}, sealed_for=None)
    assert content(tmp_path / "site") == {"index.html": "old"}


def test_a_site_that_is_a_link_stays_one(tmp_path: Path) -> None:
    write(tmp_path, {"www/html/index.html": "old"})
    (tmp_path / "site").symlink_to(tmp_path / "www" / "html")
    for words in ("new", "newer"):
        write(tmp_path, {"zh/index.html": words})
        site.replace(tmp_path / "site", {"": tmp_path / "zh"}, sealed_for=None)
        assert (tmp_path / "site").is_symlink()
        assert content(tmp_path / "www") == {"html/index.html": words}


def test_a_swap_that_was_interrupted_is_undone(tmp_path: Path) -> None:
    write(tmp_path, {"site.old/index.html": "old", "site.new/index.html": "new"})
    site.recover(tmp_path / "site")
    assert content(tmp_path / "site") == {"index.html": "old"}


def test_a_page_gets_a_policy_that_knows_the_themes_scripts(tmp_path: Path) -> None:
    theme = "<script>theme()</script>"
    write(tmp_path, {"404.html": HEAD + theme, "index.html": HEAD + theme + '<script src="a.js"></script>'})
    seal(tmp_path, Engine.MKDOCS)
    page = content(tmp_path)["index.html"]
    assert page.index("Content-Security-Policy") < page.index("<script")
    assert "script-src 'self' 'sha256-Rfr3GgHZFiXm+TmNr+li+0sZ4J9FGllo8jsXcJF5XZ8=';" in page
    assert "unsafe" not in page


def test_a_script_that_is_not_the_themes_stops_the_build(tmp_path: Path) -> None:
    write(tmp_path, {"404.html": HEAD, "index.html": HEAD + "<script>alert(1)</script>"})
    with pytest.raises(EngineError, match=r"index\.html has an inline script"):
        seal(tmp_path, Engine.MKDOCS)


def test_the_english_page_not_found_leads_to_the_english_site(tmp_path: Path) -> None:
    page = (
        '<a href="/glossary/"><a href="https://x.example/"><script src="/a.js"></script>{"base": "/", "search": "/s"}'
    )
    stand_at("en/", write(tmp_path, {"404.html": page}))
    assert content(tmp_path)["404.html"] == (
        '<a href="/en/glossary/"><a href="https://x.example/"><script src="/en/a.js"></script>'
        '{"base": "/en/", "search": "/en/s"}'
    )
