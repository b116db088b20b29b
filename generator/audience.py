"""What of a page is for whom."""

from typing import Any

from generator.blocks.base import Audience, Block, Entry
from generator.chapters import Chapter
from generator.node import Node


def only_trainers(node: Node) -> bool:
    """Whether `node` itself is marked as being for trainers."""
    return isinstance(node, Entry) and node.audience is Audience.TRAINERS


def for_trainers(chapter: Chapter) -> tuple[Block, ...]:
    """Return the blocks of `chapter` that have something for trainers, in order."""
    return tuple(
        block for block in chapter.blocks if block.trainer_notes or hasattr(block, "look_for") or is_for_trainers(block)
    )


def is_for_trainers(block: Block) -> bool:
    """Whether the block or anything in it is for trainers only: then they see all of it on their page."""
    return any(only_trainers(node) for node in block.walk())


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
