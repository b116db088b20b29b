"""Writes the generated files: what changed, and nothing else; removes what is stale."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build.stamp import NAME, Stamp

if TYPE_CHECKING:
    from generator.render import OutputFile


def write_tree(
    folder: Path,
    languages: Iterable[tuple[str, Mapping[str, bytes]]],
    stamp: Stamp,
    written: Callable[[str], object] = lambda _: None,
) -> Stamp:
    """Make `folder` hold the files of `languages`, then the stamp that says so; return that.

    `written` is called with each language as soon as its files are there.

    The old stamp goes first: a run that is stopped half-way leaves none, and the next one writes everything anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).unlink(missing_ok=True)
    outputs: dict[str, bytes] = {}
    gone = {docs.parent.name for docs in folder.glob("*/docs")}
    for language, files in languages:
        write_files(folder, files, [f"{language}/docs"])
        written(language)
        outputs |= files
        gone.discard(language)
    write_files(folder, {}, [f"{language}/docs" for language in gone])
    made = stamp.over(outputs)
    (folder / NAME).write_bytes(made.to_bytes())
    return made


def write_files(folder: Path, files: Mapping[str, bytes], owned: Iterable[str]) -> None:
    """Write into `folder` what has changed, and nothing else; in its folders `owned` nothing but `files` remains."""
    for path, content in files.items():
        target = folder / path
        if not (target.is_file() and target.read_bytes() == content):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for name in owned:
        _remove_stale(folder, folder / name, files)


def write_guide(docs: Path, pages: "Iterable[OutputFile]") -> None:
    """Write the generated pages of the guide among those written by hand."""
    for page in pages:
        target = docs / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(page.content)


def _remove_stale(folder: Path, owned: Path, files: Mapping[str, bytes]) -> None:
    for path in sorted(owned.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in files:
            path.unlink()
