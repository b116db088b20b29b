"""Times programs: CPU and wall, beside a fixed piece of Python by which figures of different machines compare."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a program took, in seconds."""

    cpu: float
    wall: float


@contextmanager
def warm_environment() -> Iterator[dict[str, str]]:
    """Offer an environment in which Python keeps its bytecode, as on every machine but a fresh one.

    In a folder of its own, so that a setting of this machine which forbids bytecode does not change the figures.
    """
    with tempfile.TemporaryDirectory() as bytecode:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        yield kept | {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Cost:
    """Run Python with the arguments `command` in `folder` and wait for it and all that it starts.

    Raises:
        SystemExit: when it fails; the message is what it said.

    """
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, *command],
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode:
        sys.exit(done.stdout)
    return Cost(after.children_user + after.children_system - before.children_user - before.children_system, wall)


def calibration() -> float:
    """Return the CPU seconds of a fixed piece of plain Python: dictionaries, tuples and text, as in the generator."""
    return min(_fixed_work() for _ in range(3))


def _fixed_work() -> float:
    start = time.process_time()
    words: dict[str, tuple[int, str]] = {}
    for number in range(300_000):
        words[f"word {number % 5000}"] = (number, "x".join(str(number)))
    return time.process_time() - start
