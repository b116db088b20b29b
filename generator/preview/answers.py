"""What is answered to each address: a page of the edition, one of its files, the theme's, or the whole site's."""

import html
from dataclasses import dataclass, replace
from hashlib import sha256
from http import HTTPStatus
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote

from generator.build.engine import EngineError
from generator.build.search import INDEX
from generator.pages import Tree
from generator.preview.content import Edition
from generator.preview.engine import PageEngine
from generator.preview.whole import WholeSite

OWN: Final = "__showroom/"  # below it are the preview's own addresses
SCRIPT: Final = Path(__file__).with_name("preview.js")
LONGEST_BUILD: Final = 120.0  # seconds
HTML: Final = "text/html; charset=utf-8"
# Windows says of some that they are something else.
KINDS: Final = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
BARE: Final = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Showroom</title></head><body>{}</body></html>'
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent. `mark` stands for all that is seen on a page; `moved_to` is the address to ask for instead."""

    body: bytes = b""
    kind: str = HTML
    status: HTTPStatus = HTTPStatus.OK
    mark: str = ""
    moved_to: str = ""


class Answers:
    """Finds what stands at an address; pages are made when they are first asked for."""

    def __init__(self, engine: PageEngine, whole: WholeSite) -> None:
        self.engine, self.whole = engine, whole

    def to(self, address: str, edition: Edition | None) -> Answer:
        """Return what stands at `address` (below the site's root, unquoted) in `edition`; None while there is none."""
        if edition is None:
            return _page(BARE.format(""), "")
        try:
            return self._in(edition, address)
        except EngineError as error:
            said = f"<main><h1>Showroom</h1><pre>{html.escape(str(error))}</pre></main>"
            return replace(_page(BARE.format(said), edition.look), status=HTTPStatus.INTERNAL_SERVER_ERROR)

    def _in(self, edition: Edition, address: str) -> Answer:
        tree, place = edition.find(address)
        if page := edition.page(tree, place):
            return _page(self.engine.page(edition, tree, page), edition.look)
        inside, place_inside = edition.find(f"{address}/")
        if edition.page(inside, place_inside):
            return Answer(status=HTTPStatus.MOVED_PERMANENTLY, moved_to=f"/{quote(address)}/")
        suffix = PurePosixPath(address).suffix
        if suffix not in {"", ".html"} and not address.endswith("/"):
            content = self._file(edition, tree, place)
            if content is not None:
                return Answer(content, KINDS.get(suffix) or guess_type(address)[0] or "application/octet-stream")
        return replace(_page(self.engine.not_found(edition, tree), edition.look), status=HTTPStatus.NOT_FOUND)

    def _file(self, edition: Edition, tree: Tree, place: str) -> bytes | None:
        content = edition.files[tree.language].get(place)
        if content is None:
            content = self.engine.theme_file(edition, tree, place)
        if content is None:
            content = self.whole.find(f"{tree.root}{place}", newest=place != INDEX, patience=LONGEST_BUILD)
        return content


def _page(made: str, look: str) -> Answer:
    """Return the answer of a page, with the script by which it follows changes."""
    mark = sha256(f"{look}{made}".encode()).hexdigest()[:16]
    head, end, rest = made.rpartition("</body>")
    script = f'<script src="/{OWN}{SCRIPT.name}" data-mark="{mark}"></script>'
    return Answer(f"{head}{script}{end}{rest}".encode(), mark=mark)
