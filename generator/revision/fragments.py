"""Values that are new to a file, as YAML: short ones in braces on one line, the others line by line."""

from typing import Final

from generator.revision.data import Data
from generator.revision.scalars import write

WIDTH: Final = 64  # characters of a value that is still written on one line


def pair(key: str, value: Data, indent: int) -> str:
    """Return `key: value`, to stand at `indent`; lines after the first are moved in by that and more."""
    name = write(key, flow=True)
    if isinstance(value, dict | list) and not _on_one_line(value):
        return f"{name}:\n{' ' * (indent + 2)}{block(value, indent + 2)}"
    return f"{name}: {block(value, indent + 2)}".rstrip(" ")


def item(value: Data, indent: int) -> str:
    """Return `- value`, to stand at `indent`."""
    return f"- {block(value, indent + 2)}".rstrip(" ")


def block(value: Data, indent: int) -> str:
    """Return `value` as it stands behind a dash, or on lines of its own that begin at `indent`."""
    if isinstance(value, dict | list) and _on_one_line(value):
        return flow(value)
    line = "\n" + " " * indent
    if isinstance(value, dict):
        return line.join(pair(key, inner, indent) for key, inner in value.items())
    if isinstance(value, list):
        return line.join(item(inner, indent) for inner in value)
    return write(value, flow=False, indent=indent)


def flow(value: Data) -> str:
    """Return `value` on one line, in braces and brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{write(key, flow=True)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return write(value, flow=True)


def _on_one_line(value: dict[str, Data] | list[Data]) -> bool:
    # An entry has lines of its own, however short: there is more to come in it.
    return not value or (not _holds_entry(value) and len(flow(value)) <= WIDTH)


def _holds_entry(value: Data) -> bool:
    if isinstance(value, dict):
        return "id" in value or any(map(_holds_entry, value.values()))
    return isinstance(value, list) and any(map(_holds_entry, value))
