"""What has to hold across files: one rule per module, each with a `check(process)` that yields problems."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from generator.problems import Problem
from generator.process import Process


def check(process: Process) -> tuple[Problem, ...]:
    """Apply every rule of this package; return all that is wrong, in reading order."""

    def found() -> Iterator[Problem]:
        for info in pkgutil.iter_modules(__path__):
            yield from import_module(f"{__name__}.{info.name}").check(process)

    return tuple(sorted(found(), key=Problem.sort_key))
