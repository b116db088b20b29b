"""The same input gives the same bytes; a new site takes the old one's place whole, or not at all."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from built_sites import (
    BILINGUAL,
    ENGINES,
    JEWELLERY,
    ROOT,
    build,
    content,
    copy_of_project,
    environment,
    once,
    showroom,
)
from web_pages import pages

from generator.build import site as site_folder

ELSEWHERE = {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7", "LC_ALL": "C", "LANG": "zh_CN.UTF-8"}


@pytest.fixture(scope="session")
def built_project(run_folder: Path) -> Path:
    """Return a copy of the project that ships the bilingual process and has its site built."""

    def make(folder: Path) -> None:
        done = showroom("build", project=copy_of_project(folder, BILINGUAL))
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"

    return once(run_folder / "project", make)


@pytest.fixture
def project(built_project: Path, tmp_path: Path) -> Path:
    """Return a project of the test's own, with its site built."""
    return shutil.copytree(built_project, tmp_path / "project")


@pytest.mark.parametrize(
    ("engine", "before"),
    [("mkdocs", "shipped"), pytest.param("zensical", "shipped_by_zensical", marks=pytest.mark.thorough)],
)
def test_another_place_and_time_give_the_same_bytes(
    engine: str, before: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    project = copy_of_project(tmp_path / "另一个 folder", ROOT / "process")
    again = build(tmp_path / "deep" / "er" / "site", project / "process", engine, project, **ELSEWHERE)
    made, expected = content(again), content(request.getfixturevalue(before))
    assert sorted(made) == sorted(expected)
    assert [name for name in made if made[name] != expected[name]] == []


def test_building_twice_in_one_place_gives_the_same_bytes(project: Path) -> None:
    before = content(project / "site")
    assert showroom("build", project=project).returncode == 0
    assert content(project / "site") == before


def test_a_site_does_not_say_when_it_was_made(shipped: Path, shipped_by_zensical: Path) -> None:
    for root in (shipped, shipped_by_zensical):
        assert [path for path in root.rglob("sitemap.xml") if "lastmod" in path.read_text(encoding="utf-8")] == []
        times = {path.name: path.read_bytes()[4:8] for path in root.rglob("*.gz")}  # in the head of a gzip file
        assert set(times.values()) <= {bytes(4)}, times


def break_content(project: Path) -> None:
    (project / "process" / "1-meeting" / "stage.yml").write_text("id: meeting\n  label: [", encoding="utf-8")


def break_settings(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("name: material", "name: no-such-theme"), encoding="utf-8"
    )


def add_dead_link(project: Path) -> None:
    guide = project / "docs" / "en" / "guide.md"
    guide.parent.mkdir(parents=True, exist_ok=True)
    guide.write_text("# A guide\n\n[Onwards](no-such-page.md)\n", encoding="utf-8")


def add_foreign_script(project: Path) -> None:
    """Let a script stand on pages that is not part of the theme, in that the page "not found" is without it."""
    switch = project / "overrides" / "partials" / "alternate.html"
    script = "{% if page and page.url %}<script>console.log(1)</script>{% endif %}"
    switch.write_text(switch.read_text(encoding="utf-8") + script, encoding="utf-8")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("mistake", [break_content, break_settings, add_dead_link, add_foreign_script])
def test_a_build_that_fails_leaves_the_old_site_alone(
    mistake: Callable[[Path], None], engine: str, project: Path
) -> None:
    before = content(project / "site")
    mistake(project)
    assert showroom("build", "--engine", engine, project=project).returncode == 1
    assert content(project / "site") == before


def test_a_build_removes_what_was_put_into_the_old_site(project: Path) -> None:
    before = content(project / "site")
    (project / "site" / "stray.html").write_text("<!doctype html>", encoding="utf-8")
    assert showroom("build", project=project).returncode == 0
    assert content(project / "site") == before
    assert [path.name for path in project.glob("site*")] == ["site"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_stage_that_is_taken_out_leaves_no_page_behind(engine: str, tmp_path: Path) -> None:
    process = shutil.copytree(JEWELLERY, tmp_path / "process")
    before = build(tmp_path / "site", process, engine)
    assert {page.name for page in pages(before)} > {"repair/", "trainers/repair/"}
    pages.cache_clear()
    settings = process / "process.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(", c-repair]", "]"), encoding="utf-8")
    shutil.rmtree(process / "c-repair")
    after = build(tmp_path / "site", process, engine)
    assert [page.name for page in pages(after) if "repair" in page.name] == []
    assert [page.name for page in pages(after) if "Repair slip" in page.source] == []


def test_a_run_stopped_in_the_middle_of_the_exchange_is_made_good(project: Path) -> None:
    before = content(project / "site")
    (project / "site").rename(project / "site.old")
    shutil.copytree(project / "site.old", project / "site.new")
    break_content(project)
    assert showroom("build", project=project).returncode == 1
    assert content(project / "site") == before


def test_recovering_never_takes_an_old_site_for_a_newer_one(tmp_path: Path) -> None:
    for name in ("site", "site.old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    site_folder.recover(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "site"


def test_a_bare_mkdocs_build_works_after_one_of_ours(project: Path) -> None:
    first = {page.name: page.article.decode() for page in pages(project / "site") if not page.name.startswith("zh/")}
    pages.cache_clear()
    shutil.rmtree(project / "site")
    bare = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(
        bare, cwd=project, env=environment(project), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert {page.name: page.article.decode() for page in pages(project / "site")} == first
