"""Sites made as a user of Showroom makes them: by its command, in a process of its own.

The fixtures build each site once in a run of the tests, however many workers share it. The conftest.py of a folder
takes in those that it needs.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
JEWELLERY = ROOT / "tests" / "processes" / "jewellery"
NO_STAGES = ROOT / "tests" / "processes" / "no-stages"
# Two languages under an address with a folder in it, which neither the shipped process nor the others have.
BILINGUAL = ROOT / "tests" / "site" / "bilingual"
ENGINES = ("mkdocs", "zensical")
LONGEST_BUILD = 300.0  # seconds


def program(name: str) -> str:
    """Return the path of a program that is installed beside the interpreter."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        message = f"{name} is not installed beside {sys.executable}"
        raise FileNotFoundError(message)
    return found


def environment(project: Path, **variables: str) -> dict[str, str]:
    """Return an environment in which `showroom` is the one of the folder `project`."""
    return os.environ | {"PYTHONPATH": str(project), "PYTHONUTF8": "1"} | variables


def showroom(*arguments: str | Path, project: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command with the code and the theme of `project`, whether it succeeds or not."""
    return subprocess.run(
        [program("showroom"), *map(str, arguments)],
        cwd=project,
        env=environment(project, **variables),
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST_BUILD,
        check=False,
    )


def build(
    site: Path,
    process: Path,
    engine: str = "mkdocs",
    project: Path = ROOT,
    generated: Path | None = None,
    **variables: str,
) -> Path:
    """Build `process` into `site`, with the generated files beside it or in the folder `generated`; return `site`."""
    folders = (
        "--process",
        process,
        "--build-dir",
        generated or site.with_name(f"{site.name}-build"),
        "--site-dir",
        site,
    )
    done = showroom("build", *folders, "--engine", engine, "--lang", "en", project=project, **variables)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return site


def copy_of_project(folder: Path, process: Path) -> Path:
    """Copy what Showroom consists of to `folder`, with `process` as the process that it ships; return `folder`."""
    leftovers = shutil.ignore_patterns("__pycache__")
    for name in ("generator", "engine", "overrides", "docs"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=leftovers)
    shutil.copytree(process, folder / "process")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def content(folder: Path) -> dict[str, str]:
    """Return the hash of every file below `folder` by its path: equal for folders that are the same byte for byte."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Let `make` fill `folder` in the worker that comes first; the others wait until it has. Return `folder`."""
    claim, done = folder.with_name(f"{folder.name}.claim"), folder.with_name(f"{folder.name}.done")
    if _claimed(claim):
        failure = "failed"
        try:
            make(folder)
            failure = ""
        finally:
            claim.write_text(failure, encoding="utf-8")
            shutil.copy(claim, done.with_suffix(".new"))
            done.with_suffix(".new").rename(done)  # in one step: whoever sees the file sees all of it
    deadline = time.monotonic() + LONGEST_BUILD
    while not done.exists():
        assert time.monotonic() < deadline, f"another worker has not finished {folder.name}"
        time.sleep(0.1)
    assert not done.read_text(encoding="utf-8"), f"another worker could not make {folder.name}"
    return folder


def _claimed(claim: Path) -> bool:
    """Whether this worker is the first that wants what `claim` stands for."""
    try:
        claim.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all workers of this run share, and no other run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def shipped(run_folder: Path) -> Path:
    return once(run_folder / "shipped", lambda site: build(site, ROOT / "process"))


@pytest.fixture(scope="session")
def shipped_by_zensical(run_folder: Path) -> Path:
    return once(run_folder / "shipped-zensical", lambda site: build(site, ROOT / "process", "zensical"))


@pytest.fixture(scope="session")
def jewellery(run_folder: Path) -> Path:
    return once(run_folder / "jewellery", lambda site: build(site, JEWELLERY))


@pytest.fixture(scope="session")
def no_stages(run_folder: Path) -> Path:
    return once(run_folder / "no-stages", lambda site: build(site, NO_STAGES))


@pytest.fixture(scope="session")
def bilingual(run_folder: Path) -> Path:
    return once(run_folder / "bilingual", lambda site: build(site, BILINGUAL))
