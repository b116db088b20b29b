"""Times programs, beside a fixed piece of Python by which the figures of different machines compare."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a program took, in seconds; `cpu` counts all that it started too."""

    cpu: float
    wall: float


@contextmanager
def warm_environment() -> Iterator[dict[str, str]]:
    """Offer an environment in which Python keeps its bytecode, as it does from a user's second start on.

    It is kept in a folder of its own, so that no setting of this machine changes the figures.
    """
    with tempfile.TemporaryDirectory() as bytecode:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        yield kept | {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}


def run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Path = ROOT,
    python: str | Path = sys.executable,
) -> Cost:
    """Run `python` with `arguments` in `folder` to its end.

    Raises:
        SystemExit: when it fails; the message is what it said.

    """
    before, start = _cpu_of_children(), time.perf_counter()
    done = subprocess.run(
        [python, *arguments],
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    cost = Cost(_cpu_of_children() - before, time.perf_counter() - start)
    if done.returncode:
        sys.exit(done.stdout)
    return cost


def calibration() -> float:
    """Return the CPU seconds of a fixed piece of plain Python: dictionaries, tuples and text, as in the generator."""
    return min(_fixed_work() for _ in range(3))


def _fixed_work() -> float:
    start = time.process_time()
    words: dict[str, tuple[int, str]] = {}
    for number in range(300_000):
        words[f"word {number % 5000}"] = (number, "x".join(str(number)))
    return time.process_time() - start


def _cpu_of_children() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
