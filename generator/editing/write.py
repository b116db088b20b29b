"""Writes changed files of a process folder: all of them or none."""

import os
from collections.abc import Mapping
from pathlib import Path


class ChangedMeanwhileError(Exception):
    """Somebody changed a file after it had been read; the text is its path."""


def write(root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[str, ...]:
    """Put the files of `after` (by path below `root`) in the place of those in `before`; return which are different.

    All of them are written beside their places before the first one is moved there.

    Raises:
        ChangedMeanwhileError: when a file is no longer what it is in `before`.
        OSError: when a file cannot be written.

    """
    changed = tuple(path for path, content in after.items() if before.get(path) != content)
    for path in changed:
        target = root / path
        if (target.read_bytes() if target.exists() else None) != before.get(path):
            raise ChangedMeanwhileError(path)
    fresh = {root / path: _beside(root / path) for path in changed}
    try:
        for path in changed:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            fresh[root / path].write_bytes(after[path])
        for target, temporary in fresh.items():
            temporary.replace(target)
    finally:
        for temporary in fresh.values():
            temporary.unlink(missing_ok=True)
    return changed


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}")  # hidden: a preview that runs does not see it
