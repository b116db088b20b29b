"""What a screen reader gets of a PDF: every run of text in the order of the tags, with its tags and its language."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

Codes = Mapping[int, str]


@dataclass(frozen=True)
class Run:
    """A piece of text: the page it is on from 0, its tags from the outermost inwards, and its language.

    `elements` are the numbers of the objects that `tags` belong to.
    """

    text: str
    page: int
    tags: tuple[str, ...]
    language: str
    elements: tuple[int, ...] = ()

    def element(self, tag: str) -> int | None:
        """Return the number of the innermost element with the tag `tag` that the text stands in."""
        found = [number for one, number in zip(self.tags, self.elements, strict=True) if one == tag]
        return found[-1] if found else None


def runs(pdf: pikepdf.Pdf) -> Iterator[Run]:
    """Yield every tagged run of `pdf` in reading order."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    texts = [_marked_texts(page) for page in pdf.pages]
    root = pdf.Root.StructTreeRoot
    language = str(pdf.Root.Lang)

    def walk(node: Any, path: tuple[pikepdf.Dictionary, ...], language: str, page: Any) -> Iterator[Run]:  # noqa: ANN401  # pikepdf's objects
        if isinstance(node, int):
            number = pages[page.objgen]
            text, own = texts[number].get(node, ("", None))
            tags = tuple(str(one.S)[1:] for one in path)
            yield Run(text, number, tags, own or language, tuple(one.objgen[0] for one in path))
        elif isinstance(node, pikepdf.Array):
            for kid in node:
                yield from walk(kid, path, language, page)
        elif isinstance(node, pikepdf.Dictionary):
            page = node.get("/Pg", page)
            if node.get("/Type") == "/MCR":
                yield from walk(int(node.MCID), path, language, page)
            elif "/S" in node:
                own = str(node.get("/Lang", language))
                yield from walk(node.get("/K", pikepdf.Array()), (*path, node), own, page)

    yield from walk(root.K, (), language, None)


def elements(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Dictionary]:
    """Return every element with the tag `tag`."""
    found = []

    def walk(node: Any) -> None:  # noqa: ANN401  # pikepdf's objects
        if isinstance(node, pikepdf.Array):
            for kid in node:
                walk(kid)
        elif isinstance(node, pikepdf.Dictionary):
            if str(node.get("/S", "")) == f"/{tag}":
                found.append(node)
            if "/K" in node:
                walk(node.K)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def _marked_texts(page: pikepdf.Page) -> dict[int, tuple[str, str | None]]:
    """Return the text of each piece of marked content of a page, by its number, with the language if it has its own."""
    fonts = {name: _codes(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, list[str]] = defaultdict(list)
    languages: dict[int, str] = {}
    marked: list[int | None] = []
    font: Codes = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                properties = operands[1] if len(operands) > 1 else None
                number = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
                marked.append(None if number is None else int(number))
                if number is not None and "/Lang" in properties:
                    languages[int(number)] = str(properties.Lang)
            case "EMC":
                marked.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                pieces = operands[0] if str(operator) == "TJ" else [operands[0]]
                text = "".join(_decoded(bytes(piece), font) for piece in pieces if isinstance(piece, pikepdf.String))
                number = next((one for one in reversed(marked) if one is not None), None)
                if number is not None:
                    found[number].append(text)
    return {number: ("".join(parts), languages.get(number)) for number, parts in found.items()}


def _decoded(codes: bytes, font: Codes) -> str:
    return "".join(font.get(int.from_bytes(codes[i : i + 2]), "\ufffd") for i in range(0, len(codes), 2))


def _codes(font: pikepdf.Dictionary) -> Codes:
    """Return the text of each code of a font."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for part in re.findall(r"(?s)beginbfchar(.*?)endbfchar", table):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", part):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for part in re.findall(r"(?s)beginbfrange(.*?)endbfrange", table):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            start = int.from_bytes(bytes.fromhex(text))
            for offset in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + offset] = chr(start + offset)
    return found
