"""The search index holds what learners look for, and nothing of what is for trainers and editors alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from web_pages import HOST, dead_end, languages, pages

INDEXES = {"mkdocs": "search/search_index.json", "zensical": "search.json"}


def entries(tree: Path) -> list[dict[str, Any]]:
    path = next(tree / name for name in INDEXES.values() if (tree / name).is_file())
    index = json.loads(path.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = index.get("docs") or index["items"]
    return found


def trees(root: Path) -> list[Path]:
    return [root / folder for _, folder in languages(root)]


def test_every_entry_leads_to_its_place(site: tuple[Path, str]) -> None:
    root, at = site
    dead = [
        entry["location"]
        for _, folder in languages(root)
        for entry in entries(root / folder)
        if dead_end(root, at, f"https://{HOST}{at}{folder}", entry["location"])
    ]
    assert dead == []


def test_every_page_for_learners_is_found_and_no_other(site: tuple[Path, str]) -> None:
    root, _ = site
    for code, folder in languages(root):
        found = {entry["location"].partition("#")[0] for entry in entries(root / folder)}
        names = {page.name.removeprefix(folder) for page in pages(root) if page.language == code}
        assert found == {name for name in names if not name.startswith(("trainers/", "about/", "404.html"))}


@pytest.mark.parametrize("secret", ["amber", "violet", "琥珀", "紫罗兰"])
def test_what_only_trainers_may_know_is_not_in_the_index(secret: str, bilingual: Path) -> None:
    texts = [json.dumps(entries(tree), ensure_ascii=False) for tree in trees(bilingual)]
    assert not any(secret in text for text in texts)
    shown = "".join(path.read_text(encoding="utf-8") for path in bilingual.glob("**/trainers/*/index.html"))
    assert secret in shown  # else this test would look for a word that is nowhere
