"""One program at a time works on an environment, or in a build folder."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from bootstrap.words import say

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def exclusive(path: Path, pause: float = 0.2, waiting: Callable[[], object] = lambda: say("waiting")) -> Iterator[None]:
    """Hold the lock file at ``path``; the system lets go of it when the process ends, however it ends.

    ``pause`` is the time between two tries, in seconds; ``waiting`` is called where the first one fails.
    """
    with path.open("a") as file:
        if not _is_locked(file):
            waiting()
            while not _is_locked(file):
                time.sleep(pause)
        yield


def _is_locked(file: IO[str]) -> bool:
    """Take the lock and say whether it is held; a file system without locks counts as held."""
    try:
        _try_lock(file)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
