"""An id that learners' saved progress hangs on stays, and goes on naming the same kind of thing."""

from collections.abc import Iterator

from generator.blocks.base import Entry
from generator.lock import Lock, kind_of
from generator.problems import Problem, guess, problem
from generator.process import Process


def check(process: Process) -> Iterator[Problem]:
    """Yield `vanished-id`, `changed-kind` and `retired-id`; nothing for a process without ids.lock."""
    lock = process.lock
    if lock is None:
        return
    entries = dict(process.locked())
    for name, kind in lock.ids.items():
        page, _, own = name.partition("/")
        if name not in entries:
            if not own or page in entries:  # of a page that is gone nothing else needs to be said
                yield _vanished(name, kind, lock, entries)
        elif kind_of(entries[name]) != kind:
            now = kind_of(entries[name])
            yield problem("changed-kind", entries[name].where("id"), id=own or page, name=name, before=kind, now=now)
    for name, retired in lock.retired.items():
        if name in entries:
            own = name.rpartition("/")[2]
            yield problem("retired-id", entries[name].where("id"), id=own, reason=retired.reason)


def _vanished(name: str, kind: str, lock: Lock, entries: dict[str, Entry]) -> Problem:
    page, _, own = name.rpartition("/")
    new = {
        other.rpartition("/")[2]: entry.where("id")
        for other, entry in entries.items()
        if other not in lock.ids and other.rpartition("/")[0] == page and kind_of(entry) == kind
    }
    renamed = guess(own, new)
    # Where it was probably only renamed, that is the place to mend it.
    place = new[renamed] if renamed else lock.where("ids", name, key=True)
    back = f"Change “{renamed}” back into “{own}”" if renamed else "Bring the old id back"
    back_zh = f"把“{renamed}”改回“{own}”" if renamed else "恢复原来的标识"
    return problem("vanished-id", place, id=own, page=page or own, kind=kind, name=name, back=back, back_zh=back_zh)
