"""`showroom new`: well-formed examples to start from, in the right place."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from generator import blocks, questions, registry
from generator.cli.changes import stopping, write
from generator.cli.console import Console
from generator.cli.options import find_project, language_option, process_option

if TYPE_CHECKING:
    from generator.build.folder import Folder
    from generator.chapters import Chapter
    from generator.process import Process


@click.group()
def new() -> None:
    """Add a stage, a block, a question or a checklist: an example with comments, ready to be overwritten."""


@new.command("stage")
@click.argument("title")
@click.option("--id", "stage_id", default="", metavar="ID", help="Id of the stage; default: from its English title.")
@process_option
@language_option
def new_stage(title: str, stage_id: str, process_folder: Path | None, lang: str) -> None:
    """Add a stage called TITLE behind the others; "试驾 / Test drive" gives its title in both languages."""

    def made(process: "Process", folder: "Folder", _: Console) -> Mapping[str, bytes]:
        from generator.editing import new as adding  # noqa: PLC0415  # `--help` must not wait for pydantic

        return adding.new_stage(process, folder, title, stage_id)

    _add(process_folder, lang, made)


@new.command("block")
@click.argument("page", metavar="STAGE")
@click.argument("block_type", metavar="TYPE", type=click.Choice(registry.names(blocks)))
@process_option
@language_option
def new_block(page: str, block_type: str, process_folder: Path | None, lang: str) -> None:
    """Add an example of a TYPE of block at the end of a STAGE, named by its id, folder or number."""
    _add_to(page, "new_block", block_type, process_folder, lang)


@new.command("question")
@click.argument("page", metavar="STAGE")
@click.argument("question_type", metavar="TYPE", type=click.Choice(registry.names(questions)))
@process_option
@language_option
def new_question(page: str, question_type: str, process_folder: Path | None, lang: str) -> None:
    """Add an example of a TYPE of question to those of a STAGE, named by its id, folder or number."""
    _add_to(page, "new_question", question_type, process_folder, lang)


def _add_to(
    page: str, what: Literal["new_block", "new_question"], type_name: str, folder: Path | None, lang: str
) -> None:
    def made(process: "Process", folder: "Folder", console: Console) -> Mapping[str, bytes]:
        from generator.editing import new as adding  # noqa: PLC0415  # `--help` must not wait for pydantic

        add = adding.new_block if what == "new_block" else adding.new_question
        return add(process, folder, _chapter(process, page, console), type_name)

    _add(folder, lang, made)


@new.command("checklist")
@click.argument("page", metavar="STAGE")
@process_option
@language_option
def new_checklist(page: str, process_folder: Path | None, lang: str) -> None:
    """Add an example of a checklist to a STAGE, named by its id, folder or number."""

    def made(process: "Process", folder: "Folder", console: Console) -> Mapping[str, bytes]:
        from generator.editing import new as adding  # noqa: PLC0415  # `--help` must not wait for pydantic

        return adding.new_checklist(process, folder, _chapter(process, page, console))

    _add(process_folder, lang, made)


def _chapter(process: "Process", name: str, console: Console) -> "Chapter":
    """Return the page of that name; where there is none, say which there are and end."""
    from generator.editing.new import find_chapter  # noqa: PLC0415  # `--help` must not wait for pydantic

    chapter = find_chapter(process, name)
    if chapter is None:
        console.say("no_such_page", name=name, known=", ".join(chapter.id for chapter in process.chapters))
        raise SystemExit(1)
    return chapter


def _add(
    process_folder: Path | None, lang: str, made: "Callable[[Process, Folder, Console], Mapping[str, bytes]]"
) -> None:
    """Write the files that `made` returns, if the process is still sound with them."""
    from generator.build import read  # noqa: PLC0415  # `--help` must not wait for pydantic
    from generator.build.folder import Folder, read_folder  # noqa: PLC0415

    project = find_project(process_folder)
    console = Console(project.process, lang)
    folder = read_folder(project.process)
    with stopping(console):
        process = read(folder)
        files = made(process, folder, console)
        read(Folder({**folder.files, **files}, ()))
    write(console, project, folder.files, files)
