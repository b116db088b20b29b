"""`showroom lock` and `showroom retire`: the ids that learners' saved progress hangs on."""

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
    """Write every id of the content into ids.lock, so that a later check misses any that vanishes."""
    project = find_project(process_folder)
    console = Console(project.process, lang)
    update(console, project)


def update(console: Console, project: "Project") -> None:
    """Add the ids that are new to ids.lock and say how many; make the file where there is none."""
    from generator.build import load  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.folder import read_folder  # noqa: PLC0415
    from generator.editing.lock import lock as locked  # noqa: PLC0415
    from generator.lock import LOCK_FILE  # noqa: PLC0415

    folder = read_folder(project.process)
    with stopping(console):
        process, _ = load(folder)
    content, count = locked(folder.files.get(LOCK_FILE), process)
    write(console, project, folder.files, {LOCK_FILE: content})
    console.say("locked", count=count)


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
