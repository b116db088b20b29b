"""What somebody typed into a cell, as text: Excel makes numbers, dates and formulas of what looks like them."""

import re
from typing import Final

from openpyxl.cell.cell import Cell, MergedCell

from generator.excel.cells import understood
from generator.excel.columns import Form

# Formats in which a number looks as it is; in others people see something that the file does not say.
PLAIN: Final = frozenset({"General", "@", "0"})
DIGITS: Final = 11  # more than these Excel shows rounded

ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")

WHAT: Final = {"f": ("a formula", "公式"), "e": ("an error", "错误值"), "b": ("TRUE or FALSE", "TRUE 或 FALSE")}
DATE: Final = ("a date or time", "日期或时间")
NUMBER: Final = ("a number in a format of its own", "带格式的数字")


class NotTextError(Exception):
    """The cell holds something else than text: what, in English and in Chinese."""

    def __init__(self, what: str, what_zh: str) -> None:
        super().__init__(what)
        self.what, self.what_zh = what, what_zh


def text_of(cell: Cell | MergedCell, form: Form) -> str:
    """Return the text of a cell; a number is text as long as it looks like what it is.

    Raises:
        NotTextError: for what Excel keeps as a date, a formula or the like.

    """
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool) and form is Form.FLAG:
        return str(value).lower()
    if cell.data_type in WHAT:
        raise NotTextError(*WHAT[cell.data_type])
    if isinstance(value, str):
        return understood(ESCAPED.sub(lambda match: chr(int(match[1], 16)), value), form)
    if isinstance(cell, Cell) and cell.is_date:
        raise NotTextError(*DATE)
    text = _number(value)
    if text is None or cell.number_format not in PLAIN:
        raise NotTextError(*NUMBER)
    return text


def _number(value: object) -> str | None:
    if not isinstance(value, int | float):
        return None
    text = str(int(value)) if float(value).is_integer() else repr(float(value))
    return text if len(text) <= DIGITS and "e" not in text else None
