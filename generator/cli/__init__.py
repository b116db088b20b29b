"""The commands. Nothing else in Showroom prints."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.changes import alone, stopping
from generator.cli.changes import write as write_files
from generator.cli.console import Console
from generator.cli.ids import lock, retire, translated
from generator.cli.ids import update as update_lock
from generator.cli.new import new
from generator.cli.options import ROOT, find_project, language_option, process_option
from generator.cli.paper import paper
from generator.cli.workbook import excel
from generator.file_names import TRANSLATIONS_FILE

if TYPE_CHECKING:
    from generator.build import Project
    from generator.build.stamp import Stamp
    from generator.problems import Problem

strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="showroom")
def main() -> None:
    """Showroom makes a training site of a dealership's sales process."""


@main.command()
@process_option
@strict_option
@language_option
@click.option("--format", "output", type=click.Choice(["text", "json"]), default="text", help="How to print problems.")
@click.option("--watch", is_flag=True, help="Look again after every change, until Ctrl-C.")
def check(process_folder: Path | None, lang: str, output: str, *, strict: bool, watch: bool) -> None:
    """Look for mistakes in the content, all at once; exit status 1 when there are any."""
    from generator.build import load  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.folder import read_folder  # noqa: PLC0415
    from generator.problems import Unsound  # noqa: PLC0415

    project = find_project(process_folder)
    console = Console(project.process, lang)

    def tell(found: "Sequence[Problem]") -> None:
        if output == "json":
            click.echo(json.dumps(console.as_data(found), ensure_ascii=False, indent=2))
        else:
            console.problems(found)
            console.verdict(found)

    def tell_again(names: Collection[str], found: "Exception | Sequence[Problem]") -> None:
        if output == "text":
            console.following(names)
        if isinstance(found, Exception):
            console.failed(found)
        else:
            tell(found)

    if watch:
        from generator.cli.preview import watch_problems  # noqa: PLC0415  # a check alone watches nothing

        watch_problems(project, tell_again)
        return
    with stopping(console):
        try:
            _, found = load(read_folder(project.process))
        except Unsound as unsound:
            found = unsound.problems
    tell(found)
    if console.stops(found, strict=strict):
        raise SystemExit(1)


@main.command()
@process_option
@strict_option
@language_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    metavar="DIR",
    help="Folder for the finished site; default: site/.",
)
@click.option(
    "--build-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    metavar="DIR",
    help="Folder for generated files; default: build/.",
)
@click.option("--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", help="What makes the pages.")
def build(  # noqa: PLR0913  # one parameter an option
    process_folder: Path | None,
    site_dir: Path | None,
    build_dir: Path | None,
    lang: str,
    engine: str,
    *,
    strict: bool,
) -> None:
    """Make the finished site; the old one stays until the new one is whole."""
    from generator.build import build as build_site  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.engine import Engine, EngineError  # noqa: PLC0415

    project = find_project(process_folder, site_dir, build_dir)
    console = Console(project.process, lang)

    def tell(made: "Stamp") -> None:
        console.problems(made.warnings)
        if strict and made.warnings:
            console.verdict(made.warnings)
            raise SystemExit(1)

    try:
        with stopping(console), alone(console, project), console.working("engine"):
            made = build_site(project, Engine(engine), checked=tell)
    except EngineError as error:
        console.engine_failed(str(error))
        raise SystemExit(1) from error
    _built(console, project, made)


@main.command()
@process_option
@language_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to serve on.")
def serve(process_folder: Path | None, lang: str, port: int) -> None:
    """Show the site at http://127.0.0.1:8000/ and follow every change of the content."""
    from generator.cli.preview import preview  # noqa: PLC0415  # `--help` must not wait for pydantic

    project = find_project(process_folder)
    preview(project, Console(project.process, lang), port)


@main.command()
@process_option
@language_option
@click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", help="How to print the report."
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Date for reviews; default: today.")
def report(process_folder: Path | None, lang: str, output: str, today: datetime | None) -> None:
    """Count what the content holds and lacks: sources, translations, feedback, minutes to read, laws to be reviewed."""
    from generator.build import load  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.folder import read_folder  # noqa: PLC0415
    from generator.report import report as make_report  # noqa: PLC0415

    project = find_project(process_folder)
    console = Console(project.process, lang)
    with stopping(console):
        folder = read_folder(project.process)
        process, _ = load(folder)
    day = (today or datetime.now().astimezone()).date()
    made = make_report(process, day, folder.files.get(TRANSLATIONS_FILE))
    if output == "json":
        click.echo(json.dumps(asdict(made), ensure_ascii=False, indent=2))
    else:
        console.report(made)


@main.command()
@click.argument(
    "name",
    required=False,
    type=click.Choice(["process", "stage", "page", "checklists", "glossary", "sources", "quiz", "exams"]),
)
@click.option("--write", is_flag=True, help="Write every schema and VS Code's snippets into the project.")
def schema(name: str | None, *, write: bool) -> None:
    """Print the JSON Schema of the files NAME.yml, for editors; with --write write all of them."""
    from generator.schema import schema as make_schema  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.schema.editor import files  # noqa: PLC0415

    if name is not None:
        click.echo(json.dumps(make_schema(name), ensure_ascii=False, indent=2))
    if name is None and not write:
        message = "Name a kind of file, or add --write."
        raise click.UsageError(message)
    for path, content in files().items() if write else ():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_bytes(content)
        click.echo(path)


def _built(console: Console, project: "Project", made: "Stamp") -> None:
    # What is on a finished site, learners' progress can hang on. A process without ids.lock does without.
    if made.has_new_ids:
        update_lock(console, project)
    elif made.texts is not None:
        known = (project.process / TRANSLATIONS_FILE).read_bytes()
        write_files(console, project, {TRANSLATIONS_FILE: known}, {TRANSLATIONS_FILE: made.texts})
    if not made.has_address:
        console.say("no_address")
    console.say("built", site=console.shown(project.site))


@main.command()
def guide() -> None:
    """Write the guide's pages on block types, problems and commands anew, from the program itself, into docs/."""
    from generator.build.tree import write_guide  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.cli.calls import calls  # noqa: PLC0415
    from generator.guide import pages  # noqa: PLC0415

    write_guide(ROOT / "docs", pages(calls(main)))


for command in (excel, lock, new, paper, retire, translated):
    main.add_command(command)
