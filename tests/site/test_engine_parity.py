"""MkDocs with Material and Zensical give the reader the same: the same pages, and the same inside `<article>`.

What differs by the engines' design, and is taken out before comparing:

* Zensical begins an article with an empty anchor, the target of its link "skip to content"; MkDocs' link leads to
  the heading.
* Zensical takes the attribute `data-search-exclude` out when it has done what it asks for.
* White space between tags.
"""

import re
from copy import copy
from difflib import unified_diff
from pathlib import Path
from urllib.parse import urljoin

from web_pages import WebPage, pages

TAG = re.compile(r"(<[^>]+>)")


def shown(page: WebPage) -> list[str]:
    """Return the article's markup a tag or text a line, without what the engines do differently by design."""
    article = copy(page.article)
    for anchor in article.find_all("a", id="__skip"):
        assert anchor.get_text() == ""
        anchor.extract()
    for tag in article.select("[data-search-exclude]"):
        del tag["data-search-exclude"]
    return [part.strip() for part in TAG.split(article.decode()) if part.strip()]


def test_both_engines_make_the_same_pages(shipped: Path, shipped_by_zensical: Path) -> None:
    assert [page.name for page in pages(shipped)] == [page.name for page in pages(shipped_by_zensical)]


def test_both_engines_show_the_same_articles(shipped: Path, shipped_by_zensical: Path) -> None:
    others = {page.name: page for page in pages(shipped_by_zensical)}
    shown_by_both = [(page.name, shown(page), shown(others[page.name])) for page in pages(shipped)]
    different = [
        "\n".join(unified_diff(ours, theirs, name, "by Zensical", n=1, lineterm=""))
        for name, ours, theirs in shown_by_both
        if ours != theirs
    ]
    assert different == []


def test_both_engines_lead_to_the_same_places(shipped: Path, shipped_by_zensical: Path) -> None:
    def navigation(root: Path) -> dict[str, list[tuple[str, str]]]:
        return {
            page.name: sorted(
                {
                    (link.get_text(" ", strip=True), urljoin(page.address, str(link["href"])))
                    for nav in page.soup.select("nav.md-nav--primary")
                    for link in nav.select("a.md-nav__link[href]")
                    if not str(link["href"]).startswith("#")
                }
            )
            for page in pages(root)
        }

    assert navigation(shipped) == navigation(shipped_by_zensical)
