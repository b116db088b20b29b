"""The fonts of the sheets, and which characters they have. `subset.py` makes them from Noto Sans SC."""

from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
FAMILY: Final = "Noto Sans SC"
# What stands on a sheet for a character that the fonts lack: printers have used it for that for a hundred years.
SUBSTITUTE: Final = "〓"


@cache
def characters() -> frozenset[str]:
    """Return every character that the sheets can print."""
    return frozenset((FOLDER / "characters.txt").read_text(encoding="utf-8"))


def printable(text: str) -> str:
    """Return `text` with a substitute for each character that the fonts lack."""
    known = characters()
    if known.issuperset(text):
        return text
    return "".join(sign if sign in known else SUBSTITUTE for sign in text)
