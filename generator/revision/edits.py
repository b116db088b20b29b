"""Replacing stretches of a text: collected first, then made all at once."""

import bisect
import re
from dataclasses import dataclass


class Unrevisable(Exception):  # noqa: N818  # the house names exceptions by what they say
    """A file is written in a way that cannot be changed here without harm: it has to be changed by hand."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


class Lines:
    """Finds lines in a text by the index of a character in them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def start(self, index: int) -> int:
        """Return where the line begins that holds the character at `index`."""
        return self.starts[bisect.bisect_right(self.starts, index) - 1]

    def end(self, index: int) -> int:
        """Return where that line ends, before its line end."""
        end = self.text.find("\n", index)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[end - 1 : end] == "\r" else end

    def after(self, index: int) -> int:
        """Return where the line below begins."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end + 1

    def dash(self, index: int, column: int) -> int:
        """Return where the dash stands, in `column`, of the item that begins at `index`."""
        line = self.start(index)
        while not re.match(r"-(\s|$)", self.text[line + column : line + column + 2]):
            if line == 0:
                raise Unrevisable
            line = self.start(line - 1)
        return line + column


def apply(text: str, edits: list[Edit]) -> str:
    """Return `text` with every edit made; edits at the same place stay in their order.

    Raises:
        Unrevisable: when two edits overlap and not both of them only take away.

    """
    newline = "\r\n" if "\r\n" in text else "\n"
    made: list[str] = []
    here, taken_away = 0, False
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < here and (edit.text or not taken_away):
            raise Unrevisable
        made += text[here : edit.start], edit.text.replace("\n", newline)
        here, taken_away = max(here, edit.end), not edit.text
    return "".join([*made, text[here:]])
