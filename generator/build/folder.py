"""Reads a folder whole: every file's bytes by its path."""

import math
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.pictures import fault, is_picture
from generator.problems import Location, Problem, problem
from generator.source import MAX_BYTES

CONTENT = (".yml", ".yaml", "ids.lock")
MEGA = 1_000_000
MOST_BYTES = 20 * MEGA  # of a picture: no phone would show it
IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a folder by their path in it ("/" between names), and what could not be read."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def read_folder(root: Path) -> Folder:
    """Read all files below `root` but hidden ones and those an operating system or editor leaves behind.

    A link is followed only inside the folder: content from elsewhere would end up on the site.
    """
    if not root.is_dir():
        return Folder({}, ())
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    inside = root.resolve()
    for path in _walk(root):
        name = path.relative_to(root).as_posix()
        if (shown := name.encode("utf-8", "replace").decode()) != name:  # bytes that are no text, as Linux allows them
            problems.append(problem("bad-path", Location(shown), value=shown))
        elif path.is_symlink() and not _leads_inside(path, inside):
            problems.append(problem("symlink", Location(name), path=name))
        elif path.is_file():
            limit = MAX_BYTES if name.endswith(CONTENT) else MOST_BYTES
            if (size := path.stat().st_size) > limit:
                problems.append(_too_large(name, size, limit))
            else:
                files[name] = path.read_bytes()
                if found := fault(name, files[name]):
                    problems.append(problem(found[0], Location(name), **found[1]))
    return Folder(files, tuple(problems))


def _too_large(name: str, size: int, limit: int) -> Problem:
    if is_picture(name):
        return problem("picture-too-large", Location(name), size=math.ceil(size / MEGA), limit=limit // MEGA)
    return problem("file-too-large", Location(name), size=size, limit=limit)


def _leads_inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link that leads to itself; which error it is depends on Python
        return False


def _walk(root: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(root):  # follows no links to folders
        links = [name for name in names if (Path(folder) / name).is_symlink()]
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted([*files, *links]):
            if name not in IGNORED and not name.startswith((".", "~$")) and not name.endswith("~"):
                yield Path(folder) / name
