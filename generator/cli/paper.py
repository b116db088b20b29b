"""`showroom paper`: the sheets of paper, without the site."""

from pathlib import Path

import click

from generator.cli.changes import alone, stopping
from generator.cli.console import Console
from generator.cli.options import find_project, language_option, process_option


@click.command()
@process_option
@language_option
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("paper"),
    metavar="DIR",
    help="Folder for the PDFs; default: paper/ where you are.",
)
def paper(process_folder: Path | None, lang: str, target: Path) -> None:
    """Make the sheets to print as PDFs; `build` puts them on the site too."""
    from generator.build import print_sheets  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.engine import EngineError  # noqa: PLC0415

    project = find_project(process_folder)
    console = Console(project.process, lang)
    try:
        with stopping(console), alone(console, project), console.working("paper"):
            made, sheets = print_sheets(project, target)
    except EngineError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    console.problems(made.warnings)
    for sheet in sheets:
        click.echo(console.shown(sheet))
    if not made.has_address:
        console.say("no_address")
