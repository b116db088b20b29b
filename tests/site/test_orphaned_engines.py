"""An engine whose build is gone ends too: it writes no more into the folder that the next build works in."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from built_sites import ENGINES, ROOT, environment

LONGEST_START = 60.0  # seconds
SOON = 1.0  # seconds; the next build takes longer until its engine writes

# An extension of Markdown that both engines take, and that writes for a minute where they run.
SLOW = """
import pathlib, time
from markdown import Extension, Markdown

class Slow(Extension):
    def extendMarkdown(self, markdown: Markdown) -> None:
        for _ in range(6000):
            with pathlib.Path("written").open("a") as file:
                file.write("x")
            time.sleep(0.01)

makeExtension = Slow
"""
BUILD = """
import pathlib, sys
from generator.build.engine import Engine, Engines

with Engines(Engine(sys.argv[1])) as engines:
    for folder in sys.argv[2:]:
        engines.start(pathlib.Path(folder))
    engines.finish()
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_ends_with_the_build_that_started_it(engine: str, tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(SLOW, encoding="utf-8")
    folders = [_folder(tmp_path / language) for language in ("zh", "en")]
    path = os.pathsep.join(map(str, (ROOT, tmp_path)))
    command = [sys.executable, "-c", BUILD, engine, *map(str, folders)]
    with subprocess.Popen(command, env=environment(ROOT, PYTHONPATH=path), stdout=subprocess.DEVNULL) as build:
        deadline = time.monotonic() + LONGEST_START
        while not all(map(_written, folders)) and build.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        build.kill()
    assert all(map(_written, folders))
    time.sleep(SOON)
    before = [*map(_written, folders)]
    time.sleep(SOON / 2)
    assert [*map(_written, folders)] == before


def _folder(folder: Path) -> Path:
    """Make a folder with a site for an engine to build; return it."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Page\n", encoding="utf-8")
    settings = {"site_name": "Site", "theme": {"name": "material"}, "markdown_extensions": ["slow"]}
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    return folder


def _written(folder: Path) -> int:
    """Return how much the engine has written so far."""
    return (folder / "written").stat().st_size if (folder / "written").exists() else 0
