"""The options that commands share, and the project they work on."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import system_language

if TYPE_CHECKING:
    from generator.build import Project

ROOT = Path(__file__).parent.parent.parent
process_option = click.option(
    "--process",
    "process_folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    metavar="DIR",
    help="Folder of the process; default: process/.",
)
language_option = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default=system_language,
    show_default="the system's",
    help="Language of messages.",
)


def find_project(process: Path | None, site: Path | None = None, build: Path | None = None) -> "Project":
    """Return the folders of a command; those it does not name are the project's own."""
    from generator.build import Project  # noqa: PLC0415  # `--help` must not wait for pydantic

    own = ROOT / "process"
    process = (process or own).absolute()
    if build is None:
        # Another process must not take the place of the project's own, which a bare `mkdocs build` reads.
        build = ROOT / "build" if process == own else ROOT / "build" / "other" / process.name
    return Project(ROOT, process, build.absolute(), (site or ROOT / "site").absolute())
