"""`type: matrix`: a table of two dimensions."""

from collections.abc import Iterator
from typing import Literal

from generator.blocks.base import Block, Entry, Reference
from generator.blocks.facts import Trust
from generator.node import Choice, SomeItems
from generator.text import Text


class Axis(Entry):
    """A row or column."""

    text: Text
    """Its heading.

    行或列的标题。"""


class Cell(Entry):
    """What stands where a row and a column meet."""

    row: str
    """Id of the row.

    行的标识。"""
    column: str
    """Id of the column.

    列的标识。"""
    text: Text
    """What stands there.

    单元格内容。"""


class Matrix(Block):
    """A table of two dimensions."""

    type: Literal["matrix"]
    """A table of two dimensions.

    二维表。"""
    row_title: Text
    """What the rows are.

    行表示什么。"""
    column_title: Text
    """What the columns are.

    列表示什么。"""
    rows: SomeItems[Axis]
    """The rows.

    行。"""
    columns: SomeItems[Axis]
    """The columns.

    列。"""
    cells: SomeItems[Cell]
    """The cells; a place without one stays empty.

    单元格；可以留空。"""
    trust: Choice[Trust] | None = None
    """How far the figures can be trusted, as in facts.

    数字的可信程度，写法同 facts。"""
    origin: Text | None = None
    """What is known of where the figures come from.

    关于数字出处，已知的情况。"""

    def references(self) -> Iterator[Reference]:
        """Every cell stands in a row and a column of this table."""
        rows, columns = frozenset(axis.id for axis in self.rows), frozenset(axis.id for axis in self.columns)
        for cell in self.cells:
            yield Reference(cell.row, cell.where("row"), rows)
            yield Reference(cell.column, cell.where("column"), columns)

    def at(self, row: Axis, column: Axis) -> Iterator[Cell]:
        """Yield what stands in a place: one cell or none."""
        yield from (cell for cell in self.cells if (cell.row, cell.column) == (row.id, column.id))
