from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsers import browser
from built_sites import run_folder, shipped, shipped_by_zensical
from relevance import texts
from search_box import SearchBox
from web_pages import languages
from web_server import serving

__all__ = ["run_folder", "shipped", "shipped_by_zensical"]

SITES = {"mkdocs": "shipped", "zensical": "shipped_by_zensical"}


@pytest.fixture(params=SITES, scope="session")
def searched(request: pytest.FixtureRequest) -> Iterator[Callable[[str], SearchBox]]:
    """Return a function that opens the search of the shipped process in a language, as each engine in turn made it."""
    site: Path = request.getfixturevalue(SITES[request.param])
    with serving(site) as address:
        boxes: dict[str, SearchBox] = {}

        def open_search(language: str) -> SearchBox:
            if language not in boxes:
                folder = next(folder for code, folder in languages(site) if code == language)
                boxes[language] = SearchBox.of(browser().new_page(), f"{address}{folder}", request.param)
            return boxes[language]

        yield open_search
        for box in boxes.values():
            box.page.close()


@pytest.fixture(scope="session")
def pages(shipped: Path) -> dict[str, dict[str, str]]:
    """Return what is read on each page of the shipped process, by language and address."""
    return {language: texts(shipped / folder) for language, folder in languages(shipped)}
