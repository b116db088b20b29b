"""Finds types: a folder is a type.

Every subpackage of a kind (`generator.blocks`, later `generator.questions`) defines exactly one subclass of the
kind's base, in its `__init__.py`. Dropping in a folder is all it takes to add one.
"""

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TypeVar

Base = TypeVar("Base")


def types(package: ModuleType, base: type[Base]) -> dict[str, type[Base]]:
    """Return the type each subpackage of `package` defines, by name, in alphabetical order.

    Raises:
        TypeError: when a subpackage does not define exactly one subclass of `base`.

    """
    found: dict[str, type[Base]] = {}
    for name in names(package):
        module = import_module(f"{package.__name__}.{name}")
        classes = [
            value
            for _, value in inspect.getmembers(module, inspect.isclass)
            if issubclass(value, base) and value.__module__ == module.__name__
        ]
        if len(classes) != 1:
            message = f"{module.__name__} defines {len(classes)} subclasses of {base.__name__}, not one"
            raise TypeError(message)
        found[name] = classes[0]
    return found


def names(package: ModuleType) -> tuple[str, ...]:
    """Return the names of the types of `package`, in alphabetical order, without importing them."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(package.__path__) if info.ispkg))


def folder(package: ModuleType, name: str) -> Path:
    """Return the folder of type `name`: its templates, example and element are in it."""
    return Path(package.__path__[0]) / name
