"""Makes the environment and installs into it, everything checked against locked hashes."""

import importlib.util
import os
import shutil
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

from bootstrap import indexes
from bootstrap.project import WINDOWS, Project
from bootstrap.tool import run
from bootstrap.words import Stop

LOCK_FILE = "start.lock"
ONLY_WHEELS = ("--only-binary", ":all:")


def make(project: Project) -> None:
    """Make an empty environment, in place of what was there, and install uv into it."""
    clear(project.environment)
    venv.EnvBuilder(symlinks=not WINDOWS).create(project.environment)
    if importlib.util.find_spec("ensurepip"):
        # where it fails the outer Python's pip may still do
        run([project.python, "-I", "-m", "ensurepip"], cwd=project.root, variables=project.variables())
    _install_uv(project)


def install_packages(project: Project, lock: str) -> None:
    """Install what ``requirements/<lock>.txt`` pins.

    jieba comes as source only: it alone is built, by the setuptools that ``build.txt`` pins.
    """
    built = ["--build-constraints", str(project.lock("build")), *ONLY_WHEELS, "--no-binary", "jieba"]
    _uv(project, "--require-hashes", "--no-deps", *built, "-r", project.lock(lock))


def install_project(project: Project) -> None:
    """Install the checkout itself; uv builds it without asking anyone."""
    _uv(project, "--no-deps", "--offline", "--editable", project.root)


def install_node_packages(project: Project) -> None:
    """Install what ``tests/package-lock.json`` pins."""
    ci = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    outcome = run([project.script("npm"), *ci], cwd=project.root / "tests", variables=project.variables())
    outcome.check(unreachable="no-npm-network")


def clear(folder: Path) -> None:
    """Empty a folder, save for the lock file that this start holds in it."""
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != LOCK_FILE:
            entry.unlink()


def _install_uv(project: Project) -> None:
    lock = ["--require-hashes", *ONLY_WHEELS, "--no-deps", "-r", str(project.lock("uv"))]
    if pip := _pip(project):
        command = [*pip, "install", "--no-input", "--no-user", "--disable-pip-version-check", *lock]
        variables = project.variables()
    elif uv := shutil.which("uv"):
        command = [uv, "pip", "install", "--python", str(project.python), *lock]
        variables = _uv_variables(project, _pip_settings(project))
    else:
        raise Stop("no-installer")
    run(command, cwd=project.root, variables=variables).check(unreachable="no-network")


def _pip(project: Project) -> list[str]:
    """Command that is the environment's pip, or else the outer Python's; [] where neither has one."""
    if (project.site_packages / "pip").is_dir():
        return [str(project.python), "-m", "pip"]
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "--python", str(project.python)]
    return []


def _pip_settings(project: Project) -> dict[str, str]:
    if pip := _pip(project):
        listing = run([*pip, "config", "list"], cwd=project.root, variables=project.variables())
        if listing.code == 0:
            return indexes.parse(listing.output)
    return indexes.from_variables(os.environ)


def _uv(project: Project, *arguments: str | Path) -> None:
    settings = _pip_settings(project)
    install = ["pip", "install", "--python", str(project.python)]
    no_index = ["--no-index"] if indexes.has_none(settings) else []
    outcome = run(
        [project.script("uv"), *install, *no_index, *arguments],
        cwd=project.root,
        variables=_uv_variables(project, settings),
    )
    outcome.check(unreachable="no-network")


def _uv_variables(project: Project, settings: Mapping[str, str]) -> dict[str, str]:
    own = project.variables()
    own.pop("UV_REQUIRE_HASHES", None)  # asked for where there are hashes; the checkout has none
    # pip trusts the system's certificates, to which a company may have added its proxy's
    certificates = {"UV_SYSTEM_CERTS": "1"} if WINDOWS or sys.platform == "darwin" else {}
    said = indexes.translate(settings, os.environ, indexes.configurations(os.environ))
    return certificates | own | said
