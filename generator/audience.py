"""What of a page is for whom."""

from typing import Any

from generator.blocks.base import Audience, Block, Entry
from generator.node import Node


def only_trainers(node: Node) -> bool:
    """Whether `node` itself is marked as being for trainers."""
    return isinstance(node, Entry) and node.audience is Audience.TRAINERS


def public(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks` without what is for trainers only."""
    kept: tuple[Block, ...] = _public(blocks)
    return kept


def _public(node: Any) -> Any:  # noqa: ANN401  # any field's value
    if isinstance(node, tuple):
        return tuple(_public(item) for item in node if not only_trainers(item))
    if not isinstance(node, Entry) or not any(only_trainers(part) for part in node.walk() if part is not node):
        return node
    return node.model_copy(update={name: _public(getattr(node, name)) for name in type(node).model_fields})
