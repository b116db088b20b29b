"""Reads a finished site as a browser would: its pages, what they link to, and what they load."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

HOST = "site.invalid"
# `rel` of a <link> that makes the browser load something; "canonical" or "next" are only information.
LOADING = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}
IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
LANGUAGE = re.compile(r'<html\b[^>]*\slang="([^"]*)"')
IN_SCRIPT = re.compile(
    r"""(?m)^\s*(?:import|(?:import|export)\b[^"'\n]*\bfrom)\s*["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']"""
)


@dataclass(frozen=True)
class WebPage:
    """One HTML file. `address` is where it is served, below `root` of its site, which stands at `at` on its host."""

    root: Path
    path: Path
    at: str

    @property
    def name(self) -> str:
        """Path of the page's folder below the root, "" for the first page; for a page "not found" that of the file."""
        return self.path.relative_to(self.root).as_posix().removesuffix("index.html")

    @property
    def is_missing_page(self) -> bool:
        return self.path.name == "404.html"

    @property
    def address(self) -> str:
        # The page "not found" is shown for addresses of any depth.
        name = self.name.replace("404.html", "no/such/place/") if self.is_missing_page else self.name
        return f"https://{HOST}{self.at}{name}"

    @cached_property
    def source(self) -> str:
        return self.path.read_bytes().decode()

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.source, "lxml")

    @property
    def language(self) -> str:
        found = LANGUAGE.search(self.source)  # taking a page apart takes a hundred times as long
        return found[1] if found else ""

    @property
    def article(self) -> Tag:
        """What the reader came for, without header, navigation and footer."""
        found = self.soup.find("article")
        assert isinstance(found, Tag), f"{self.name} has no article"
        return found

    @cached_property
    def ids(self) -> list[str]:
        return [str(tag["id"]) for tag in self.soup.find_all(id=True)]

    def dead_end(self, address: str) -> str | None:
        """Return why `address` leads nowhere from this page; None where it leads on, or to another host."""
        if address.startswith("#"):  # a page "not found" is a target for itself alone
            return None if address == "#" or unquote(address[1:]) in self.ids else "has no such anchor"
        return dead_end(self.root, self.at, self.address, address)

    @cached_property
    def references(self) -> frozenset[str]:
        """Every address that the page names for its reader or its browser."""
        return frozenset(self._references())

    def _references(self) -> Iterator[str]:
        for tag in self.soup.find_all():
            if tag.name == "link" and "canonical" in tag.get_attribute_list("rel"):
                continue
            for attribute in ("href", "xlink:href", "src", "poster", "data", "action"):
                if tag.has_attr(attribute):
                    yield str(tag[attribute])
            if tag.has_attr("srcset"):
                yield from (part.split()[0] for part in str(tag["srcset"]).split(","))

    def loads(self) -> Iterator[str]:
        """Yield every address that a browser asks for by itself when it shows the page."""
        for tag in self.soup.find_all():
            for attribute in ("src", "poster", "data"):
                if tag.has_attr(attribute):
                    yield str(tag[attribute])
            if tag.has_attr("srcset"):
                yield from (part.split()[0] for part in str(tag["srcset"]).split(","))
            if tag.name == "link" and LOADING & set(tag.get_attribute_list("rel")):
                yield str(tag["href"])
            if tag.name in {"use", "image"}:  # of an SVG
                yield from (str(tag[name]) for name in ("href", "xlink:href") if tag.has_attr(name))
            if tag.name == "style" or tag.has_attr("style"):
                yield from named_in_style(f"{tag.get('style', '')} {tag.string or ''}")


def named_in_style(style: str) -> Iterator[str]:
    """Yield the addresses that a style sheet loads."""
    yield from (found[1] or found[2] for found in IN_STYLE.finditer(style))


def named_in_script(script: str) -> Iterator[str]:
    """Yield the addresses that an ES module imports."""
    yield from (found[1] or found[2] for found in IN_SCRIPT.finditer(script))


@cache
def pages(root: Path, at: str = "/") -> tuple[WebPage, ...]:
    """Return every page of the site in `root`, which is served at the path `at` of its host."""
    return tuple(WebPage(root, path, at) for path in sorted(root.rglob("*.html")))


@cache
def languages(root: Path) -> tuple[tuple[str, str], ...]:
    """Return code and folder ("" or such as "en/") of each language: each has a page "not found" of its own."""
    folders = [path.parent.relative_to(root).as_posix() for path in sorted(root.rglob("404.html"))]
    roots = ["" if folder == "." else f"{folder}/" for folder in folders]
    return tuple((WebPage(root, root / folder / "404.html", "/").language, folder) for folder in roots)


def is_foreign(address: str, base: str) -> bool:
    """Whether a browser on the page `base` asks another host for `address`."""
    parts = urlsplit(urljoin(base, address))
    return parts.scheme not in {"data", "blob", "about"} and parts.netloc != HOST


def dead_end(root: Path, at: str, base: str, address: str) -> str | None:
    """Return why `address`, named on the page at `base`, leads nowhere in the site `root`; None where it leads on."""
    parts = urlsplit(urljoin(base, address))
    if parts.scheme not in {"http", "https"} or parts.netloc != HOST:
        return None
    if not parts.path.startswith(at):
        return f"leaves the site's folder {at}"
    path = root / unquote(parts.path.removeprefix(at))
    if path.is_dir() and not parts.path.endswith("/"):
        return "is a folder without its slash"
    path = path / "index.html" if path.is_dir() else path
    if not path.is_file():
        return "is no file"
    if parts.fragment and path.suffix == ".html":
        target = next(page for page in pages(root, at) if page.path == path)
        if unquote(parts.fragment) not in target.ids:
            return "has no such anchor"
    return None
