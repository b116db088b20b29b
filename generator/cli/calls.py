"""What every command says of itself, for the guide."""

from collections.abc import Iterator

import click

from generator.guide import Command

WIDTH = 100


def calls(group: click.Group, parent: click.Context | None = None) -> list[Command]:
    """Return every command below `group`, with the text that `--help` prints."""
    name = "showroom" if parent is None else group.name
    context = click.Context(group, info_name=name, parent=parent, **group.context_settings)
    return [made for name in sorted(group.commands) for made in _below(group.commands[name], context)]


def _below(command: click.Command, parent: click.Context) -> Iterator[Command]:
    if isinstance(command, click.Group):
        yield from calls(command, parent)
        return
    context = click.Context(
        command, info_name=command.name, parent=parent, max_content_width=WIDTH, terminal_width=WIDTH
    )
    yield Command(context.command_path.removeprefix("showroom "), command.get_help(context))
