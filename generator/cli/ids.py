"""`showroom lock`, `retire` and `translated`: the ids that learners' progress hangs on, and what texts said."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.changes import stopping, write
from generator.cli.console import Console
from generator.cli.options import find_project, language_option, process_option

if TYPE_CHECKING:
    from generator.build import Project
    from generator.process import Process


@click.command()
@process_option
@language_option
def lock(process_folder: Path | None, lang: str) -> None:
    """Note every id of the content in ids.lock, and what each text says in translations.lock.

    A later check misses ids that vanish, and a report tells translations that did not follow a change.
    """
    project = find_project(process_folder)
    console = Console(project.process, lang)
    update(console, project)


def update(console: Console, project: "Project") -> None:
    """Add the ids that are new to ids.lock and say how many; note the texts, too; make the files that there are not."""
    from generator.build import load  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.folder import read_folder  # noqa: PLC0415
    from generator.editing.lock import lock as locked  # noqa: PLC0415
    from generator.lock import LOCK_FILE  # noqa: PLC0415
    from generator.translations import TRANSLATIONS_FILE, written  # noqa: PLC0415

    folder = read_folder(project.process)
    with stopping(console):
        process, _ = load(folder)
    content, count = locked(folder.files.get(LOCK_FILE), process)
    texts = written(process, folder.files.get(TRANSLATIONS_FILE))
    noted = {TRANSLATIONS_FILE: texts} if texts is not None else {}
    write(console, project, folder.files, {LOCK_FILE: content, **noted})
    console.say("locked", count=count)


@click.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every one that the report calls stale.")
@process_option
@language_option
def translated(names: tuple[str, ...], process_folder: Path | None, lang: str, *, every: bool) -> None:
    """Say that stale translations still hold: NAME as the report has it, or its beginning (page, page/entry)."""
    from generator.build import load  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.folder import read_folder  # noqa: PLC0415
    from generator.translations import TRANSLATIONS_FILE, stale, written  # noqa: PLC0415

    if not names and not every:
        message = "Name what still holds, or add --all."
        raise click.UsageError(message)
    project = find_project(process_folder)
    console = Console(project.process, lang)
    folder = read_folder(project.process)
    with stopping(console):
        process, _ = load(folder)
    before = folder.files.get(TRANSLATIONS_FILE)
    known = sorted({text.name for text in stale(process, before)})
    fine = {text for text in known if every or any(f"{text}/".startswith(f"{name}/") for name in names)}
    for name in names:
        if not any(f"{text}/".startswith(f"{name}/") for text in known):
            console.say("stale_unknown", name=name, known=", ".join(known) or "–")
            raise SystemExit(1)
    if fine:
        write(console, project, folder.files, {TRANSLATIONS_FILE: written(process, before, fine) or b""})
    console.say("stale_fine" if fine else "stale_none", count=len(fine))


@click.command()
@click.argument("name", metavar="ID")
@click.option("--reason", default=None, metavar="TEXT", help="Why it goes; asked for where it is left out.")
@process_option
@language_option
def retire(name: str, reason: str | None, process_folder: Path | None, lang: str) -> None:
    """Let an id go that was deleted from the content for good: ID is page/entry, a page, or an entry of any page."""
    from generator.build import read  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.folder import read_folder  # noqa: PLC0415
    from generator.editing import lock as locking  # noqa: PLC0415
    from generator.lock import LOCK_FILE  # noqa: PLC0415

    project = find_project(process_folder)
    console = Console(project.process, lang)
    folder = read_folder(project.process)
    with stopping(console):
        process = read(folder)
    if process.lock is None:
        console.say("no_lock")
        raise SystemExit(1)
    names = _gone(console, project, process, name)
    reason = reason or console.ask_for("retire_reason", name=name)
    write(console, project, folder.files, {LOCK_FILE: locking.retire(folder.files[LOCK_FILE], names, reason)})
    console.say("retired", names=", ".join(names))


def _gone(console: Console, project: "Project", process: "Process", name: str) -> tuple[str, ...]:
    """Return the ids that `name` means, which have to be gone from the content; else end the command."""
    from generator.editing.lock import find, with_content  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.problems import guess  # noqa: PLC0415

    known = process.lock.ids if process.lock else {}
    entries = dict(process.locked())
    found = find(known, name)
    gone = [full for full in found if full not in entries]
    if len(gone) == 1:
        return with_content(known, gone[0])
    if not found:
        console.say("retire_unknown", name=name, known=guess(name, known) or guess(name, map(_own, known)))
    elif gone:
        console.say("retire_several", name=name, known=", ".join(gone))
    else:
        place = entries[found[0]].where("id")
        console.say("retire_there", name=found[0], place=f"{console.shown(project.process / place.file)}:{place.line}")
    raise SystemExit(1)


def _own(name: str) -> str:
    return name.rpartition("/")[2]
