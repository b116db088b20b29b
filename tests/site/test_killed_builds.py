"""A build that is killed, at whatever moment, leaves the old site or the new one, byte for byte."""

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from built_sites import BILINGUAL, ROOT, build, content, environment, program

SEED = 20260101
EDITIONS = ("A short process", "A process that is as short")


def kill_at(arguments: list[str], seconds: float, *, alone: bool) -> bool:
    """Run the build for so long, then kill it, `alone` or with its engines; return whether it was still running."""
    running = subprocess.Popen(
        arguments,
        cwd=ROOT,
        env=environment(ROOT),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        if alone:
            running.kill()
        else:
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        return True
    return False


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="a build and its engines are killed as POSIX has it")
@pytest.mark.parametrize("kills", [10, pytest.param(100, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("engine", ["mkdocs"])
def test_a_killed_build_leaves_the_old_site_or_the_new_one(kills: int, engine: str, tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  # no secret
    process = shutil.copytree(BILINGUAL, tmp_path / "process")
    settings = process / "process.yml"
    written = settings.read_text(encoding="utf-8")
    site = tmp_path / "site"
    whole = {}
    longest = 0.0
    for edition in EDITIONS:
        settings.write_text(written.replace(EDITIONS[0], edition), encoding="utf-8")
        start = time.monotonic()
        whole[edition] = content(build(site, process, engine))
        longest = time.monotonic() - start
    assert whole[EDITIONS[0]] != whole[EDITIONS[1]]
    folders = ["--process", process, "--build-dir", tmp_path / "site-build", "--site-dir", site]
    arguments = [program("showroom"), "build", *map(str, folders), "--engine", engine, "--lang", "en"]
    killed = 0
    standing = EDITIONS[1]
    for number in range(kills):
        edition = EDITIONS[number % 2]
        settings.write_text(written.replace(EDITIONS[0], edition), encoding="utf-8")
        killed += kill_at(arguments, chance.uniform(0, longest * 1.2), alone=chance.random() < 1 / 2)
        if site.exists() or not site.with_name("site.old").exists():  # else the next start brings it back
            assert content(site) in (whole[standing], whole[edition])
            standing = next(name for name, files in whole.items() if files == content(site))
    assert killed
    assert content(build(site, process, engine)) == whole[edition]
    assert [path.name for path in tmp_path.glob("site.*")] == []
