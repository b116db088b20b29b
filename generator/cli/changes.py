"""What commands that change a process folder have in common: reading it, writing it, and what can go wrong."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bootstrap.exclusive import exclusive
from generator.cli.console import Console

if TYPE_CHECKING:
    from generator.build import Project


@contextmanager
def stopping(console: Console, *, refused: str = "") -> Iterator[None]:
    """End the command, saying why, where the content is unsound or the disk refuses; `refused` is a sentence to add."""
    from generator.problems import Unsound  # noqa: PLC0415  # `--help` must not wait for pydantic

    try:
        yield
    except Unsound as unsound:
        console.problems(unsound.problems)
        console.verdict(unsound.problems)
        if refused:
            console.say(refused)
        raise SystemExit(1) from unsound
    except OSError as error:  # a full disk names no file
        console.say("disk_refuses", reason=": ".join(filter(None, [error.filename, error.strerror])) or str(error))
        raise SystemExit(1) from error


@contextmanager
def alone(console: Console, project: "Project") -> Iterator[None]:
    """Wait until no other command works in the build folder: two at once would take each other's files away."""
    project.build.mkdir(parents=True, exist_ok=True)
    with exclusive(project.build / "lock", waiting=lambda: console.say("waiting")):
        yield


def write(console: Console, project: "Project", before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Write the files of `after` that differ and name them; end the command where that cannot be done."""
    from generator.editing.write import ChangedMeanwhileError  # noqa: PLC0415  # see `stopping`
    from generator.editing.write import write as write_files  # noqa: PLC0415

    try:
        changed = write_files(project.process, before, after)
    except ChangedMeanwhileError as error:
        console.say("changed_meanwhile", file=console.shown(project.process / str(error)))
        raise SystemExit(1) from error
    except OSError as error:
        console.say("cannot_write", file=error.filename, reason=error.strerror)
        raise SystemExit(1) from error
    for path in changed:
        console.say("written", file=console.shown(project.process / path))
