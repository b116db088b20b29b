"""Notices that files have changed: by the system's word, and by looking itself, for words that do not come.

The system says nothing of a folder that was deleted and made anew, and on some network drives nothing at all.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import Final, TypeVar

from watchfiles import DefaultFilter, watch

GATHER: Final = 20  # milliseconds without a further change, after which those so far count as one
AT_MOST: Final = 200  # milliseconds that changes are gathered for
TICK: Final = 200  # milliseconds
LOOK_EVERY: Final = 1.0  # seconds

Made = TypeVar("Made")
Seen = dict[Path, tuple[int, int]]


def changes(roots: Sequence[Path]) -> Iterator[frozenset[str]]:
    """Yield the names of files below `roots` after they have changed; and an empty set every now and then without."""
    seen = _look(roots)
    moved: set[Path] = set()
    while True:
        watched = _there(roots)
        looked_at = monotonic()
        for told in _told(list(watched)):
            found, moved = told | moved, set()
            if monotonic() - looked_at > LOOK_EVERY:
                now, looked_at = _look(roots), monotonic()
                found |= {path for path, _ in now.items() ^ seen.items()}
                seen = now
            yield frozenset(path.name for path in found)
            if moved := {root for root, _ in _there(roots).items() ^ watched.items()}:
                break


def _told(roots: Sequence[Path]) -> Iterator[set[Path]]:
    for found in watch(
        *roots, watch_filter=DefaultFilter(), debounce=AT_MOST, step=GATHER, rust_timeout=TICK, yield_on_timeout=True
    ):
        yield {Path(path) for _, path in found}


def _there(roots: Sequence[Path]) -> dict[Path, int]:
    """Return the folders that are there, each with what it is told by from another one of the same name."""
    return {root: root.stat().st_ino for root in roots if root.is_dir()}


def _look(roots: Sequence[Path]) -> Seen:
    seen: Seen = {}
    for root in roots:
        for folder, names, files in os.walk(root):
            names[:] = [name for name in names if not name.startswith(".") and name != "__pycache__"]
            for name in files:
                path = Path(folder) / name
                try:
                    status = path.stat()
                except OSError:  # gone meanwhile
                    continue
                seen[path] = (status.st_mtime_ns, status.st_size)
    return seen


def follow(read: Callable[[], Made], roots: Sequence[Path]) -> Iterator[tuple[frozenset[str], Made | Exception]]:
    """Yield what `read` makes of the files below `roots`, again after each change, with the names of what changed.

    `read` returns or raises the very same object as the last time when there is nothing new. What it makes is yielded
    at once; an exception only when no further change has come for a while: editors write files in several steps.
    """
    last = _outcome(read)
    yield frozenset(), last
    names, doubtful = frozenset[str](), True  # something may have changed before anybody watched
    for found in changes(roots):
        names |= found
        if not (names or doubtful):
            continue
        outcome = _outcome(read)
        doubtful = isinstance(outcome, OSError)  # somebody holds a file: it is tried again
        if found and isinstance(outcome, Exception):
            doubtful = True
            continue
        if outcome is not last and not (doubtful and str(outcome) == str(last)):
            yield names, outcome
        names, last = frozenset(), outcome


def _outcome(read: Callable[[], Made]) -> Made | Exception:
    try:
        return read()
    except Exception as error:  # noqa: BLE001  # whatever a file holds, the next change is followed
        return error
