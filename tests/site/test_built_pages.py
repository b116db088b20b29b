"""What holds for every page of every site: its language, its counterparts, its policy, its address."""

import base64
import hashlib
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from bs4 import Comment, Tag
from built_sites import BILINGUAL, JEWELLERY, ROOT
from web_pages import WebPage, languages, pages

from generator.build import load
from generator.build.folder import read_folder

NOT_RUN = {"application/json", "application/ld+json", "text/plain"}


def counterparts(root: Path) -> dict[str, set[str]]:
    """Return the names of each language's pages, as seen from the language's own root."""
    return {
        code: {page.name.removeprefix(folder) for page in pages(root) if page.language == code}
        for code, folder in languages(root)
    }


def policy(page: WebPage) -> dict[str, list[str]]:
    """Return the page's Content-Security-Policy as its directives."""
    (tag,) = page.soup.find_all("meta", attrs={"http-equiv": re.compile("content-security-policy", re.IGNORECASE)})
    return {words[0]: words[1:] for words in (part.split() for part in str(tag["content"]).split(";"))}


def inline_scripts(page: WebPage) -> list[str]:
    scripts = page.soup.find_all("script", src=False)
    return [script.decode_contents() for script in scripts if script.get("type") not in NOT_RUN]


def test_each_page_has_its_counterpart_in_the_other_language(shipped: Path) -> None:
    names = counterparts(shipped)
    assert set(names) == {"zh", "en"}
    assert names["zh"] == names["en"]


def test_every_chapter_of_the_process_has_its_page(shipped: Path) -> None:
    process, _ = load(read_folder(ROOT / "process"))
    expected = {f"{chapter.id}/" for chapter in process.chapters} | {
        f"trainers/{stage.id}/" for stage in process.stages
    }
    assert len(process.stages) == 8
    assert expected | {"", "glossary/", "sources/"} <= counterparts(shipped)["zh"]


def test_the_first_language_of_the_process_stands_at_the_root(bilingual: Path, shipped: Path) -> None:
    assert dict(languages(shipped)) == {"zh": "", "en": "en/"}
    assert dict(languages(bilingual)) == {"en": "", "zh": "zh/"}
    assert counterparts(bilingual)["en"] == counterparts(bilingual)["zh"]


@pytest.mark.parametrize("name", ["jewellery", "no_stages"])
def test_a_process_of_one_language_has_one_tree_and_no_switch(name: str, request: pytest.FixtureRequest) -> None:
    root = request.getfixturevalue(name)
    assert languages(root) == (("en", ""),)
    assert not (root / "en").exists()
    assert [page.name for page in pages(root) if page.soup.find("a", hreflang=True)] == []


def test_stages_may_have_any_label(jewellery: Path) -> None:
    stages = yaml.safe_load((JEWELLERY / "process.yml").read_text(encoding="utf-8"))["stages"]
    for folder in stages:
        stage = yaml.safe_load((JEWELLERY / folder / "stage.yml").read_text(encoding="utf-8"))
        page = next(page for page in pages(jewellery) if page.name == f"{stage['id']}/")
        heading = page.article.find("h1")
        assert isinstance(heading, Tag)
        assert heading.get_text(" ", strip=True) == f"{stage['label']} {stage['title']}"


def test_a_process_without_stages_is_a_site(no_stages: Path) -> None:
    names = {page.name for page in pages(no_stages) if not page.name.startswith("about/")}
    assert names == {"", "glossary/", "404.html"}


def test_each_page_names_its_language(site: tuple[Path, str]) -> None:
    root, _ = site
    trees = sorted(languages(root), key=lambda tree: -len(tree[1]))
    wrong = []
    for page in pages(root):
        expected = next(code for code, folder in trees if page.name.startswith(folder))
        if page.language != expected:
            wrong.append((page.name, page.language))
    assert wrong == []


def test_the_language_switch_leads_to_the_same_page(shipped: Path, shipped_by_zensical: Path, bilingual: Path) -> None:
    wrong = []
    for root, at in ((shipped, "/"), (shipped_by_zensical, "/"), (bilingual, "/sales/")):
        folders = dict(languages(root))
        for page in pages(root, at):
            (other,) = set(folders) - {page.language}
            name = "" if page.is_missing_page else page.name.removeprefix(folders[page.language])
            addresses = {str(link["href"]) for link in page.soup.find_all("a", hreflang=other)}
            found = {urlsplit(urljoin(page.address, address)).path for address in addresses}
            if found != {f"{at}{folders[other]}{name}"}:
                wrong.append((str(root.name), page.name, addresses))
    assert wrong == []


def test_no_id_is_used_twice_on_a_page(site: tuple[Path, str]) -> None:
    root, _ = site
    twice = {page.name: [name for name, times in Counter(page.ids).items() if times > 1] for page in pages(root)}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_the_policy_stands_before_all_that_it_governs(site: tuple[Path, str]) -> None:
    root, _ = site
    late = []
    for page in pages(root):
        place = page.source.find('http-equiv="Content-Security-Policy"')
        first = re.search(r"<(?:script|link|style|img|body)\b", page.source)
        if place == -1 or first is None or place > first.start():
            late.append(page.name)
    assert late == []


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_unsafe(site: tuple[Path, str]) -> None:
    root, _ = site
    for page in pages(root):
        rules = policy(page)
        assert rules["default-src"] == ["'none'"], page.name
        assert rules["base-uri"] == ["'none'"], page.name
        assert rules["form-action"] == ["'none'"], page.name
        allowed = {source for sources in rules.values() for source in sources if not source.startswith("'sha256-")}
        assert allowed <= {"'self'", "'none'", "data:"}, page.name
        assert "data:" not in rules["script-src"], page.name


def test_each_inline_script_is_one_that_the_policy_names(site: tuple[Path, str]) -> None:
    root, _ = site
    for page in pages(root):
        allowed = policy(page)["script-src"]
        for script in inline_scripts(page):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in allowed, f"{page.name}: {script[:80]}"


def test_no_page_needs_what_the_policy_refuses(site: tuple[Path, str]) -> None:
    root, _ = site
    refused = [
        (page.name, str(tag)[:120])
        for page in pages(root)
        for tag in page.soup.find_all()
        if tag.name == "style"
        or tag.has_attr("style")
        or any(name.startswith("on") for name in tag.attrs)
        or str(tag.get("href", "")).lower().startswith("javascript:")
    ]
    assert refused == []


@pytest.mark.parametrize(("name", "process"), [("jewellery", JEWELLERY), ("bilingual", BILINGUAL)])
def test_a_site_with_an_address_says_it_on_every_page(name: str, process: Path, request: pytest.FixtureRequest) -> None:
    address = yaml.safe_load((process / "process.yml").read_text(encoding="utf-8"))["site_url"].rstrip("/")
    found = {page.name: canonical(page) for page in pages(request.getfixturevalue(name)) if not page.is_missing_page}
    assert found == {name: [f"{address}/{name}"] for name in found}


@pytest.mark.parametrize("name", ["shipped", "shipped_by_zensical", "no_stages"])
def test_a_site_without_an_address_claims_none(name: str, request: pytest.FixtureRequest) -> None:
    assert [page.name for page in pages(request.getfixturevalue(name)) if canonical(page)] == []


def canonical(page: WebPage) -> list[str]:
    return [str(link["href"]) for link in page.soup.find_all("link", rel="canonical")]


def test_the_theme_leaves_nothing_in_a_comment(shipped: Path, shipped_by_zensical: Path) -> None:
    """Questions and drawings stand in comments of the Markdown; readers and search engines get them as they are."""
    sites = (*pages(shipped), *pages(shipped_by_zensical))
    assert [page.name for page in sites if page.soup.find_all(string=lambda text: isinstance(text, Comment))] == []
    quizzes = [page for page in sites if page.name.endswith("/quiz/")]
    assert all(page.soup.select_one("show-question input") for page in quizzes)
    assert len(quizzes) == 4 * 8
