"""What an environment was made from, so that a start with nothing to do costs one look."""

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bootstrap.project import Project

BROWSER = "browser"
NODE_PACKAGES = "node-packages"


class Stamp(NamedTuple):
    """Record of the finished steps.

    ``done`` maps a step's name to the key of what it was done with (the browser's to its path), ``files``
    an installed folder or file to its number of files.
    """

    done: dict[str, str]
    files: dict[str, int]

    def missing(self, project: Project, needs: Mapping[str, str]) -> list[str]:
        """Names of the steps that are still to do, in order."""
        return [name for name, key in needs.items() if not self._has(project, name, key)]

    def is_whole(self, project: Project) -> bool:
        """Whether nothing that was installed has gone since; what was added by hand does not matter."""
        if not (project.python.exists() and (project.environment / "pyvenv.cfg").exists()):
            return False
        present = _census(project)
        return all(present.get(name, 0) >= number for name, number in self.files.items())

    def _has(self, project: Project, name: str, key: str) -> bool:
        if name == BROWSER:  # wherever it was found, as long as it is there
            return Path(self.done.get(name, "")).is_file()
        if name == NODE_PACKAGES and not (project.node_packages / ".package-lock.json").is_file():
            return False
        return self.done.get(name) == key


def needs(project: Project, *, tests: bool = False, browser: bool = False) -> dict[str, str]:
    """Map the steps that a start needs to the key of what each would be done with."""
    python = digest(sys.version, sys.base_prefix, str(project.root), project.lock("uv"))
    pyproject = digest(project.root / "pyproject.toml")
    if not tests:
        packages = digest(project.lock("run"), project.lock("build"))
        return {"environment": python, "packages": packages, "project": pyproject}
    folder = project.root / "tests"
    return {
        "environment": python,
        "test-packages": digest(project.lock("test"), project.lock("build")),
        "project": pyproject,
        NODE_PACKAGES: digest(folder / "package.json", folder / "package-lock.json"),
        "system-packages": "there",
    } | ({BROWSER: ""} if browser else {})


def read(project: Project) -> Stamp:
    """Read the stamp, an empty one where there is none or none that can be read."""
    try:
        recorded = json.loads(_path(project).read_bytes())
        return Stamp(dict(recorded["done"]), dict(recorded["files"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Stamp({}, {})


def write(project: Project, done: dict[str, str]) -> None:
    """Record the finished steps, with the files that are there now."""
    path = _path(project)
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps({"done": done, "files": _census(project)}), encoding="utf-8")
    aside.replace(path)


def digest(*parts: str | Path) -> str:
    """Short digest of texts and of the content of files."""
    total = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part.encode()
        total.update(hashlib.sha256(data).digest())
    return total.hexdigest()[:16]


def _path(project: Project) -> Path:
    return project.environment / "showroom-stamp.json"


def _census(project: Project) -> dict[str, int]:
    places = [project.scripts]
    if project.site_packages.is_dir():
        places += project.site_packages.iterdir()
    return {place.name: _count(str(place)) for place in places}


def _count(place: str) -> int:
    try:
        entries = os.scandir(place)
    except NotADirectoryError:
        return 1
    except FileNotFoundError:
        return 0
    with entries:
        return sum(
            _count(entry.path) if entry.is_dir(follow_symlinks=False) else 1
            for entry in entries
            if entry.name != "__pycache__"
        )
