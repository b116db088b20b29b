"""What questions weigh: script and style on a page that has every type of them, and on pages that have none."""

import gzip
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from asked import QUIZ, build_once
from web_pages import HOST, WebPage, named_in_script

MOST = 16_000  # bytes, gzipped file by file


@pytest.fixture(scope="module")
def site(run_folder: Path) -> Path:
    return build_once(run_folder)


def brought_along(site: Path, name: str) -> set[Path]:
    """Return the files of ours that a page loads for what is alive on it: those named in its article, and imports."""
    page = WebPage(site, site / name / "index.html", "/")
    tags = page.article.select("link[rel=stylesheet], script[src]")
    waiting = [urljoin(page.address, str(tag.get("href") or tag["src"])) for tag in tags]
    found: set[Path] = set()
    while waiting:
        address = urlsplit(waiting.pop())
        assert address.netloc == HOST
        file = site / address.path.lstrip("/")
        if file not in found:
            found.add(file)
            imports = named_in_script(file.read_text(encoding="utf-8")) if file.suffix == ".js" else ()
            waiting += [urljoin(address.geturl(), imported) for imported in imports]
    return found


def test_a_page_with_every_type_of_question_is_light(site: Path) -> None:
    files = brought_along(site, f"en/{QUIZ}")
    names = {file.relative_to(site / "en/assets").as_posix() for file in files}
    assert {"questions.css", "elements/question.js", "questions/cloze/element.js", "elements/store.js"} <= names
    weight = {name: len(gzip.compress((site / "en/assets" / name).read_bytes())) for name in sorted(names)}
    assert sum(weight.values()) <= MOST, weight


@pytest.mark.parametrize("page", ["", "stage", "sources"])
def test_a_page_without_questions_carries_nothing_of_them(page: str, site: Path) -> None:
    names = {file.name for file in brought_along(site, f"en/{page}")}
    assert not names & {"questions.css", "question.js", "choices.js", "scoring.js"}
    assert not names & {"clipboard.js", "notes.js"}  # of discussions: there are none here either
    assert "show-question" not in (site / "en" / page / "index.html").read_text(encoding="utf-8")
