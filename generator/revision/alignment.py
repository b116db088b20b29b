"""Which items of a list are still there: items with an id are told by it, others by what they say."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.revision.data import Data


@dataclass(frozen=True, slots=True)
class Step:
    """The `old` item becomes the `new` one (positions); without `old` it is new, without `new` it goes."""

    old: int | None
    new: int | None


def align(old: list[Data], new: list[Data]) -> tuple[Step, ...]:
    """Return how `old` becomes `new`, in the order of the new list."""
    before, after = _ids(old), _ids(new)
    if before and after:
        # Where not one id is left in a list as long as before, its items were renamed.
        renamed = len(before) == len(after) and not set(before) & set(after)
        return tuple(_steps(before, after, paired=renamed))
    return tuple(_steps([json.dumps(item) for item in old], [json.dumps(item) for item in new], paired=True))


def kept(steps: tuple[Step, ...]) -> list[int]:
    """Return the positions in the old list of the items that stay."""
    return [step.old for step in steps if step.old is not None and step.new is not None]


def _ids(items: list[Data]) -> list[str]:
    ids = [str(item["id"]) for item in items if isinstance(item, dict) and "id" in item]
    return ids if len(ids) == len(items) else []


def _steps(old: list[str], new: list[str], *, paired: bool) -> Iterator[Step]:
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        shared = min(end - start, new_end - new_start) if kind == "equal" or paired else 0
        yield from (Step(start + n, new_start + n) for n in range(shared))
        yield from (Step(n, None) for n in range(start + shared, end))
        yield from (Step(None, n) for n in range(new_start + shared, new_end))
