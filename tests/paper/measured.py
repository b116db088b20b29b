"""What is measured on a page: how large its letters are, how high the rows of its tables."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

MILLIMETRE = 72 / 25.4


def letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float]]:
    """Yield every letter of `page` with its size in points."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        yield chr(raw.FPDFText_GetUnicode(text, index)), raw.FPDFText_GetFontSize(text, index)


def rows(page: pypdfium2.PdfPage) -> list[float]:
    """Return the height in mm of every row of the tables on `page`: the space between rules of one length."""
    ends: dict[tuple[int, int], list[float]] = defaultdict(list)
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = (edge / MILLIMETRE for edge in path.get_bounds())
        if top - bottom < 1:
            ends[round((left + right) / 2), round((right - left) / 2)].append((top + bottom) / 2)
    tables = [sorted(heights, reverse=True) for (_, half), heights in ends.items() if half > page.get_width() / 9]
    return [above - below for heights in tables for above, below in pairwise(heights)]
