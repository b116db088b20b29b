"""What a workbook was made from: kept in a sheet that nobody sees, so that what changed since can be told.

Without it an old workbook would silently undo what was changed in the files after it was made.
"""

import json
from collections.abc import Mapping
from typing import Final, TypeAlias

from openpyxl.worksheet.worksheet import Worksheet

from generator.excel.cells import digest

SHEET: Final = "showroom"
VERSION: Final = "showroom workbook 1"

# Digest of every cell's text, by column, by name of the entry, by kind.
Memory: TypeAlias = Mapping[str, Mapping[str, Mapping[str, str]]]


def remember(sheet: Worksheet, kind: str, name: str, texts: Mapping[str, str]) -> None:
    """Write down what the cells of a row showed."""
    digests = {key: digest(text) for key, text in texts.items()}
    sheet.append([kind, name, json.dumps(digests, separators=(",", ":"))])


def recall(sheet: Worksheet) -> Memory:
    """Return what was written down; nothing where it cannot be understood."""
    memory: dict[str, dict[str, Mapping[str, str]]] = {}
    for kind, name, digests in sheet.iter_rows(min_row=2, max_col=3, values_only=True):
        try:
            memory.setdefault(str(kind), {})[str(name)] = dict(json.loads(str(digests)))
        except ValueError:
            return {}
    return memory
