"""Every field of every model that holds text for readers."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator import blocks, questions, registry
from generator.blocks.base import Block
from generator.node import Node
from generator.questions.base import Question
from generator.schema.examples import FILES
from generator.text import Text

# Fields that are text as it is written, without Markdown and without languages.
PLAIN_FIELDS = frozenset(
    {"Stage.label", "Source.date", "Citation.article", "Step.number", "Phase.number", "Checklist.form_number"}
)


def text_fields() -> set[str]:
    """Return every field of every model that holds text, as "Model.field"."""
    types = {**registry.types(blocks, Block), **registry.types(questions, Question)}
    roots = (*FILES.values(), *types.values())
    return {name for model in _models(roots) for name in _text_fields(model)}


def _models(roots: Sequence[type[Node]]) -> set[type[Node]]:
    found: set[type[Node]] = set()
    left = list(roots)
    while left:
        model = left.pop()
        if issubclass(model, Node) and model not in found:
            found.add(model)
            left += [part for info in model.model_fields.values() for part in _parts(info.annotation)]
    return found


def _parts(annotation: object) -> Iterator[type[Any]]:
    """Yield the classes that an annotation is put together from."""
    if isinstance(annotation, type) and issubclass(annotation, Node | Text | str):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _parts(part)


def _text_fields(model: type[Node]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        field = f"{model.__name__}.{name}"
        if Text in _parts(info.annotation) or field in PLAIN_FIELDS:
            yield field
