"""The docstrings below the fields of the models: what the schema, the editor and the guide say of a key."""

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel


def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """Return the docstring below each field of `model` and its bases, by the key as it is written in YAML."""
    found: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        found |= _docstrings(cls.__module__).get(cls.__name__, {})
    return {field.alias or name: found[name] for name, field in model.model_fields.items() if name in found}


def owners(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Return the class that describes each key of `model`: itself or one of its bases."""
    classes = [cls for cls in model.__mro__ if issubclass(cls, BaseModel)]
    return {
        field.alias or name: next((cls for cls in classes if name in _fields_of(cls)), model)
        for name, field in model.model_fields.items()
    }


def subclasses(cls: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every model below `cls`, however deep."""
    for child in cls.__subclasses__():
        yield child
        yield from subclasses(child)


def _fields_of(cls: type[BaseModel]) -> dict[str, str]:
    return _docstrings(cls.__module__).get(cls.__name__, {})


@cache
def _docstrings(module: str) -> dict[str, dict[str, str]]:
    loaded = sys.modules.get(module)
    if loaded is None or not module.startswith(__package__):
        return {}
    tree = ast.parse(inspect.getsource(loaded))
    return {node.name: dict(_described(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _described(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            value = below.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield field.target.id, inspect.cleandoc(value.value)
