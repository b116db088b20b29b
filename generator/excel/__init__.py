"""The content as a workbook, for trainers who live in Excel: `to_workbook`, `from_workbook`, `compare`.

kinds.py lists the sheets: another kind of entry is one more line there. What a cell may hold follows from the models.
"""

from generator.excel.compare import Comparison, compare
from generator.excel.reading import Book, from_workbook
from generator.excel.writing import to_workbook

__all__ = ["Book", "Comparison", "compare", "from_workbook", "to_workbook"]
