"""`showroom excel out` and `showroom excel in`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.changes import stopping, write
from generator.cli.console import Console
from generator.cli.options import find_project, language_option, process_option

if TYPE_CHECKING:
    from generator.editing.take_in import TakenIn
    from generator.excel import Comparison

file_argument = click.argument("file", metavar="FILE.xlsx", type=click.Path(path_type=Path, dir_okay=False))


@click.group()
def excel() -> None:
    """Take questions, signals, objections, steps, checklists and the glossary to Excel and back."""


@excel.command("out")
@file_argument
@process_option
@language_option
@click.option("--force", is_flag=True, help="Replace FILE without asking.")
def out(file: Path, process_folder: Path | None, lang: str, *, force: bool) -> None:
    """Write the content to a workbook: a sheet for each kind of entry, a column for each language."""
    from generator.build import load  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.folder import read_folder  # noqa: PLC0415
    from generator.editing.take_in import documents  # noqa: PLC0415
    from generator.excel import to_workbook  # noqa: PLC0415

    project = find_project(process_folder)
    console = Console(project.process, lang)
    folder = read_folder(project.process)
    with stopping(console):
        process, _ = load(folder)
    content = to_workbook(process, documents(process, folder.files))
    if file.exists() and not force and not console.ask("excel_replace", file=file):
        raise SystemExit(1)
    try:
        file.write_bytes(content)
    except OSError as error:
        console.say("cannot_write", file=file, reason=error.strerror)
        raise SystemExit(1) from error
    console.say("excel_made", file=file)


@excel.command("in")
@file_argument
@process_option
@language_option
@click.option(
    "--deleted",
    type=click.Choice(["ask", "keep", "remove"]),
    default="ask",
    show_default=True,
    help="What becomes of entries whose rows were deleted.",
)
@click.option("--reason", default=None, metavar="TEXT", help="Why rows were deleted; asked for where it is left out.")
def take_in(file: Path, process_folder: Path | None, lang: str, deleted: str, reason: str | None) -> None:
    """Take a workbook's changes back into the YAML files: what changed, and nothing else; all of it or nothing."""
    from generator.build import load  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.folder import read_folder  # noqa: PLC0415
    from generator.editing import take_in as taking  # noqa: PLC0415
    from generator.excel import compare, from_workbook  # noqa: PLC0415

    project = find_project(process_folder)
    console = Console(project.process, lang)
    folder = read_folder(project.process)
    with stopping(console):
        process, _ = load(folder)
    with stopping(console, refused="excel_refused"):
        book = from_workbook(_content(console, file), str(file.absolute()), process.settings.languages)
        found = compare(book, process, taking.documents(process, folder.files))
        remove = _removed(console, found, deleted)
        hangs = process.lock is not None and any(name in process.lock.ids for name in remove)
        why = reason or (console.ask_for("excel_reason") if hangs else "")
        taken = taking.take_in(found, process, folder, remove=remove, reason=why)
    console.problems([*found.problems, *taken.warnings])
    _say_what_changed(console, found, taken, remove)
    write(console, project, folder.files, taken.files)
    if taken.new:
        console.say("excel_again")


def _content(console: Console, file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        console.say("cannot_read", file=file, reason=error.strerror)
        raise SystemExit(1) from error


def _removed(console: Console, found: "Comparison", deleted: str) -> list[str]:
    """Return the names of the deleted rows that are to go from the process, too."""
    if found.stops:
        return []
    answers = {"keep": False, "remove": True}
    return [
        row.name
        for kind, row in found.deleted
        if answers.get(deleted)
        or (deleted == "ask" and console.ask("excel_deleted", sheet=kind.title, name=row.name, text=row.says))
    ]


def _say_what_changed(console: Console, found: "Comparison", taken: "TakenIn", remove: list[str]) -> None:
    for changed in found.changed:
        console.say("excel_changed", name=changed.row.name, columns=", ".join(changed.texts))
    for name in taken.new:
        console.say("excel_new", name=name)
    for name in remove:
        console.say("excel_removed", name=name)
    if not (found.changed or taken.new or remove):
        console.say("excel_unchanged")
