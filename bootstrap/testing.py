"""What ``start.py test`` tells pytest."""

import argparse
import os
from collections.abc import Sequence

MOST_WORKERS = 4


def pytest_arguments(arguments: Sequence[str], processors: int | None = None) -> list[str]:
    """Add to the user's arguments: workers for the processors, and no test of hours unless asked for."""
    options, rest = _parse(arguments)
    marks = [f"({options.marks})"] if options.marks else []
    marks += [] if options.thorough else ["not thorough"]
    workers = min((processors or _processors()) + 1, MOST_WORKERS)  # one is always waiting for a browser or a server
    spread = ["-n", str(workers), "--dist", "loadgroup"]
    return [*spread, "-m", " and ".join(marks), *rest]  # said even when empty: the project's own says "not thorough"


def wants_browser(arguments: Sequence[str]) -> bool:
    """Whether the browser tests are to run."""
    return "not browser" not in _parse(arguments)[0].marks


def _parse(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--thorough", action="store_true")
    parser.add_argument("-m", dest="marks", default="")
    return parser.parse_known_args(arguments)


def _processors() -> int:
    """Processors that this process may use, which a container can make fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
