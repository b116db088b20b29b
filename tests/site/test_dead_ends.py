"""Nothing on a site leads nowhere, and nothing on it is asked of another host."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

from web_pages import HOST, dead_end, is_foreign, languages, named_in_script, named_in_style, pages


def address_of(root: Path, at: str, path: Path) -> str:
    return f"https://{HOST}{at}{path.relative_to(root).as_posix()}"


def own_scripts(root: Path) -> list[Path]:
    return [
        path for path in sorted(root.rglob("*.js")) if "javascripts" not in path.parts
    ]  # that folder is the theme's


def test_every_link_anchor_picture_and_file_is_there(site: tuple[Path, str]) -> None:
    root, at = site
    dead = {
        f"{page.name} → {address}: {reason}"
        for page in pages(root, at)
        for address in page.references
        if (reason := page.dead_end(address))
    }
    assert sorted(dead) == []


def test_links_within_a_site_do_not_depend_on_where_it_stands(site: tuple[Path, str]) -> None:
    root, at = site
    fixed = {
        f"{page.name} → {address}"
        for page in pages(root, at)
        if not page.is_missing_page  # shown at any depth: it cannot do without the site's place
        for address in page.references
        if address.startswith("/") or urlsplit(address).netloc == HOST
    }
    assert sorted(fixed) == []


def test_the_theme_finds_its_search(site: tuple[Path, str]) -> None:
    root, at = site
    for page in pages(root, at):
        config = page.soup.find(id="__config")
        assert config is not None, page.name
        assert page.dead_end(json.loads(config.get_text())["search"]) is None, page.name


def test_style_sheets_and_scripts_name_only_what_is_there(site: tuple[Path, str]) -> None:
    root, at = site
    sheets = {path: named_in_style(path.read_text(encoding="utf-8")) for path in root.rglob("*.css")}
    scripts = {path: named_in_script(path.read_text(encoding="utf-8")) for path in own_scripts(root)}
    wrong = {
        f"{path.relative_to(root)} → {address[:80]}"
        for path, addresses in (sheets | scripts).items()
        for address in addresses
        if is_foreign(address, address_of(root, at, path)) or dead_end(root, at, address_of(root, at, path), address)
    }
    assert sorted(wrong) == []


def test_no_page_asks_another_host_for_anything(site: tuple[Path, str]) -> None:
    root, at = site
    foreign = {
        f"{page.name} → {address[:80]}"
        for page in pages(root, at)
        for address in page.loads()
        if is_foreign(address, page.address)
    }
    assert sorted(foreign) == []


def test_the_sitemap_lists_the_pages_of_a_site_with_an_address(jewellery: Path, bilingual: Path) -> None:
    for root, address in (
        (jewellery, "https://training.example/jeweller/"),
        (bilingual, "https://training.example/sales/"),
    ):
        sitemaps = [(root / folder / "sitemap.xml").read_text(encoding="utf-8") for _, folder in languages(root)]
        listed = {place for sitemap in sitemaps for place in re.findall("<loc>(.*?)</loc>", sitemap)}
        assert listed == {f"{address}{page.name}" for page in pages(root) if not page.is_missing_page}
