"""The JSON Schema of every file a trainer writes, from the models: what an editor offers and explains."""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter

from generator.node import Node
from generator.process import Chapter, GlossaryFile, ProcessFile, SourcesFile, Stage

# Name of each kind of file, and the model it has to fit.
FILES: Final[Mapping[str, type[Node]]] = {
    "process": ProcessFile,
    "stage": Stage,
    "page": Chapter,
    "glossary": GlossaryFile,
    "sources": SourcesFile,
}


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the files called `<name>.yml`, each key with its description."""
    model = FILES[name]
    made = TypeAdapter(model).json_schema(by_alias=True)
    documented = {name: descriptions(cls) for cls in _models(model) for name in _names(cls)}
    for title, definition in [*made.get("$defs", {}).items(), (model.__name__, made)]:
        for key, description in documented.get(title, {}).items():
            if key in definition.get("properties", {}):
                definition["properties"][key]["description"] = description
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | made


def _names(cls: type[BaseModel]) -> tuple[str, str]:
    """Return what pydantic calls a model among the definitions: its name, or where two share it its full one."""
    return cls.__name__, f"{cls.__module__}.{cls.__qualname__}".replace(".", "__")


def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """Return the docstring below each field of `model` and its bases, by the key as it is written in YAML."""
    found: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        found |= _docstrings(cls.__module__).get(cls.__name__, {})
    return {field.alias or name: found[name] for name, field in model.model_fields.items() if name in found}


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


def _models(model: type[BaseModel]) -> set[type[BaseModel]]:
    """Return every model that the JSON Schema of `model` can define: all there are."""

    def below(cls: type[BaseModel]) -> Iterator[type[BaseModel]]:
        yield cls
        for child in cls.__subclasses__():
            yield from below(child)

    return {model, *below(Node)}
