"""A page as a browser prints it: what stands on each sheet and where, and how the tags of the PDF arrange it."""

import ctypes
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO

import pikepdf
import pypdfium2
from PIL import Image
from playwright.sync_api import Page
from pypdfium2 import raw
from tagged import Run, runs

MM = 72 / 25.4  # points
SCALE = 2  # pixels a point of the pictures that are looked at


def squeezed(text: str) -> str:
    """Return a text without spaces; signs that PDFs take for letters of the same look are the letters."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


class Sheet:
    """One printed page. Lengths are mm from its left and its top."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.page = page
        self._text = page.get_textpage()

    @cached_property
    def letters(self) -> list[tuple[str, int]]:
        """Every letter in the order of drawing, with its number in the PDF."""
        found = ((self._text.get_text_range(number, 1), number) for number in range(self._text.count_chars()))
        return [(letter, number) for text, number in found for letter in squeezed(text)]

    @cached_property
    def text(self) -> str:
        return "".join(letter for letter, _ in self.letters)

    def down_to(self, text: str) -> float:
        """Return how far from the top `text` begins."""
        _, number = self.letters[self.text.index(squeezed(text))]
        return float(self.page.get_height() - self._text.get_charbox(number)[1]) / MM

    @cached_property
    def picture(self) -> Image.Image:
        """What the sheet looks like, in grey."""
        return self.page.render(scale=SCALE).to_pil().convert("L")

    def rules(self) -> list[float]:
        """Return how far from the top the lines are that go over more than half of the sheet."""
        black = self.picture.point(lambda grey: 0 if grey < 160 else 255)
        long = re.compile(rb"\x00{%d,}" % (black.width // 2))
        rows = [row for row in range(black.height) if long.search(black.crop((0, row, black.width, row + 1)).tobytes())]
        return [row / SCALE / MM for row in rows if row - 1 not in rows]

    def boxes(self) -> list[tuple[float, float, float]]:
        """Return left, top and side of every box to tick, and of round ones."""
        found: list[tuple[float, float, float]] = []
        for shape in self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = (edge / MM for edge in shape.get_bounds())
            side, height = right - left, top - bottom
            one = (left, self.page.get_height() / MM - top, side)
            is_box = 3.5 < side < 7 and abs(side - height) < 0.5
            if is_box and not any(abs(one[0] - x) < 1 and abs(one[1] - y) < 1 for x, y, _ in found):
                found.append(one)
        return found

    def is_empty(self, box: tuple[float, float, float]) -> bool:
        """Whether there is a frame and nothing in it."""
        left, top, side = (length * MM * SCALE for length in box)
        inside = (left + side / 4, top + side / 4, left + side * 3 / 4, top + side * 3 / 4)
        paper, frame = (self._darkest(area) for area in (inside, (left, top, left + side, top + side)))
        return paper > 250 and frame < 130

    def _darkest(self, area: tuple[float, float, float, float]) -> int:
        left, top, right, bottom = map(round, area)
        return min(self.picture.crop((left, top, right, bottom)).tobytes())

    def inks(self) -> set[tuple[int, int, int]]:
        """Return the colours of the text that is seen, as red, green and blue from 0 to 255."""
        found = set()
        for text in self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
            raw.FPDFPageObj_GetFillColor(text, red, green, blue, opacity)
            if opacity.value:  # what shines through is paper
                shade = [255 - (255 - one.value) * opacity.value // 255 for one in (red, green, blue)]
                found.add((shade[0], shade[1], shade[2]))
        return found


class Printed:
    """What a browser prints of a page on A4."""

    def __init__(self, page: Page, *, backgrounds: bool = False) -> None:
        made = page.pdf(format="A4", tagged=True, print_background=backgrounds)
        self.pdf = pikepdf.open(BytesIO(made))
        self.sheets = [Sheet(sheet) for sheet in pypdfium2.PdfDocument(made)]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return tuple(run for run in runs(self.pdf) if run.text.strip())

    @cached_property
    def text(self) -> str:
        """All that is read, without spaces; not what stands in examples of files."""
        return squeezed("".join(run.text for run in self.runs if "Code" not in run.tags))

    def ends(self) -> Iterator[Run]:
        """Yield what is read last on each sheet but the last."""
        for number in range(len(self.sheets) - 1):
            yield [run for run in self.runs if run.page == number][-1]

    def parts(self, tag: str) -> list[list[Run]]:
        """Return the texts of every element with the tag `tag`."""
        found: dict[int, list[Run]] = defaultdict(list)
        for run in self.runs:
            if (element := run.element(tag)) is not None:
                found[element].append(run)
        return list(found.values())

    def rows(self) -> Iterator[list[dict[int, str]]]:
        """Yield the rows of every table, each as its text on every sheet that it stands on."""
        for table in self.parts("Table"):
            rows: dict[int, dict[int, str]] = defaultdict(lambda: defaultdict(str))
            for run in table:
                if (row := run.element("TR")) is not None:
                    rows[row][run.page] += run.text
            yield [dict(row) for row in rows.values()]
