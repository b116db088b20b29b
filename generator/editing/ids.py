"""Ids for what is new: readable, and used by nothing else, not even once."""

import re
from collections.abc import Collection
from typing import Final

from generator.process import Process

WORDS: Final = 5  # of a text, that its id is made of
SMALL: Final = frozenset({"a", "an", "the", "of", "to", "and", "or", "in", "on", "is", "it"})


def slug(text: str) -> str:
    """Return an id made of the first English words of `text`; nothing where it has none."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))
    telling = [word for word in words if word not in SMALL] or words
    return re.sub(r"^[^a-z]+", "", "-".join(telling[:WORDS]))


def fresh(wanted: str, taken: Collection[str]) -> str:
    """Return `wanted`, with a number where that is taken."""
    if wanted not in taken:
        return wanted
    base = re.sub(r"-\d+$", "", wanted)
    return next(name for number in range(2, len(taken) + 3) if (name := f"{base}-{number}") not in taken)


def taken(process: Process, page: str) -> set[str]:
    """Return every id of a page that is used or was: a retired one must not come back as something else."""
    lock = process.lock
    names = [name for name, _ in process.locked()]
    names += [*lock.ids, *lock.retired] if lock else []
    return {own for name in names for before, _, own in [name.rpartition("/")] if before == page}
