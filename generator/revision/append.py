"""Puts an entry, with the comments it comes with, at the end of a list of a file: `append`."""

from textwrap import indent
from typing import Final

from generator.revision.data import plain, same
from generator.revision.edits import Edit, Lines, Unrevisable, apply
from generator.revision.layout import NoLayout, Pairs, Run, lay_out
from generator.source import parse

BOM: Final = "\ufeff"


def append(content: bytes, key: str, entry: str) -> bytes:
    """Return `content` with `entry` (the text of a mapping, with comments) as the last item of its list `key`.

    A list in brackets gets a line for each item; where there is none it is begun at the end of the file.

    Raises:
        Unrevisable: when that cannot be done to this text.

    """
    data = plain(parse(content, "").data)
    items = data.get(key) or [] if isinstance(data, dict) else None
    if not isinstance(items, list):
        raise Unrevisable
    text = content.decode()
    bom = BOM if text.startswith(BOM) else ""
    text = text.removeprefix(BOM)
    try:
        made = (bom + apply(text, [_edit(text, lay_out(text), key, entry.strip("\n"))])).encode()
    except NoLayout as error:
        raise Unrevisable(str(error)) from error
    if not same(plain(parse(made, "").data[key]), [*items, plain(parse(entry.encode(), "").data)]):
        raise Unrevisable
    return made


def _edit(text: str, place: Pairs, key: str, entry: str) -> Edit:
    lines = Lines(text)
    if key not in place.keys:
        return Edit(len(text), len(text), _gap(text) + f"{key}:\n{_item(entry, 2)}\n")
    run = place.values[key]
    if isinstance(run, Run) and not run.flow:
        end = lines.end(run.end)
        return Edit(end, end, "\n\n" + _item(entry, run.column))
    # Nothing, or a list in brackets: what is in it gets lines of its own.
    before = [text[item.start : item.end] for item in run.items] if isinstance(run, Run) else []
    items = [*(f"  - {item}" for item in before), _item(entry, 2)]
    return Edit(place.keys[key].start, max(run.end, place.keys[key].end + 1), f"{key}:\n" + "\n".join(items))


def _gap(text: str) -> str:
    return "" if text.endswith("\n") or not text else "\n"


def _item(entry: str, column: int) -> str:
    """Return `entry` with a dash before its first line that is no comment, all of it at `column`."""
    lines = entry.split("\n")
    first = next(index for index, line in enumerate(lines) if line.strip() and not line.startswith("#"))
    moved = ["  " + line if line.strip() and index > first else line for index, line in enumerate(lines)]
    moved[first] = "- " + moved[first]
    return indent("\n".join(moved), " " * column)
