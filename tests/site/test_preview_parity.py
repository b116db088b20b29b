"""The preview shows what gets published: every page the same, sign by sign, as in the site that was built.

What differs by design, and is taken out before comparing: the security policy, which the preview does without, and
the link that names the page's address, with the empty line that it leaves.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_sites import JEWELLERY, ROOT
from web_pages import pages

from generator.build import Project
from generator.preview.content import Content, Edition
from generator.preview.engine import PageEngine

BY_DESIGN = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>|<link rel="canonical"[^>]*>')


@pytest.fixture(params=["shipped", "jewellery"])
def built(request: pytest.FixtureRequest) -> Path:
    """Return each site that was built, in turn."""
    site: Path = request.getfixturevalue(request.param)
    return site


@pytest.fixture
def edition(built: Path, tmp_path: Path) -> Edition:
    process = JEWELLERY if built.name == "jewellery" else ROOT / "process"
    return Content(Project(ROOT, process, tmp_path, tmp_path), tmp_path).read()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[PageEngine]:
    running = PageEngine(ROOT, tmp_path, "http://127.0.0.1:8000/")
    yield running
    running.close()


def test_every_page_is_the_one_that_gets_published(built: Path, edition: Edition, engine: PageEngine) -> None:
    published = {page.name: lines(page.source) for page in pages(built) if not page.is_missing_page}
    shown = {
        f"{tree.root}{page.address}": lines(engine.page(edition, tree, page))
        for tree in edition.plan.trees
        for page in tree.pages
    }
    assert sorted(shown) == sorted(published)
    for name, made in shown.items():
        assert made == published[name], name


def test_an_engine_that_has_died_is_started_anew(edition: Edition, engine: PageEngine) -> None:
    tree = edition.plan.trees[0]
    before = engine.page(edition, tree, tree.home)
    engine.close()
    assert engine.page(edition, tree, tree.home) == before, "it is kept"
    assert "<article" in engine.page(edition, tree, tree.pages[-1])


def lines(page: str) -> list[str]:
    return [line for line in BY_DESIGN.sub("", page).split("\n") if line.strip()]
