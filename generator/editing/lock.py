"""ids.lock as commands change it: new ids come in, ids that went are retired."""

from collections.abc import Collection
from typing import Final

from generator.lock import kind_of
from generator.process import Process
from generator.revision import Data, plain, revise
from generator.source import parse

HEADER: Final = """\
# 学员保存的进度靠这些标识找到内容。本文件由 showroom 维护：showroom lock 加入新标识，showroom retire 停用标识。
# Learners' saved progress finds its content by these ids. Showroom keeps this file: `showroom lock` adds new ids,
# `showroom retire` takes one out.
"""


def lock(content: bytes | None, process: Process) -> tuple[bytes, int]:
    """Return ids.lock with every id of `process`, and how many are new; `content` is the file there is.

    Nothing is taken out, and what an id names is not changed: the checks say what is wrong with either.
    """
    entries = {name: kind_of(entry) for name, entry in process.locked()}
    if content is None:
        lines = [f"  {name}: {entries[name]}\n" for name in sorted(entries, key=_order)]
        return (HEADER + ("ids:\n" + "".join(lines) if lines else "ids: {}\n")).encode(), len(entries)
    ids, retired = _parts(content)
    new = entries.keys() - ids.keys() - retired.keys()
    return _with(content, ids | {name: entries[name] for name in new}, retired), len(new)


def retire(content: bytes, names: Collection[str], reason: str) -> bytes:
    """Return ids.lock with `names`, which are in it, retired for `reason`."""
    ids, retired = _parts(content)
    gone: dict[str, Data] = {name: {"kind": ids[name], "reason": reason} for name in names}
    return _with(content, {name: kind for name, kind in ids.items() if name not in gone}, retired | gone)


def find(known: Collection[str], name: str) -> tuple[str, ...]:
    """Return the ids of `known` that `name` can mean: the one written in full, or all of that id on any page."""
    return (name,) if name in known else tuple(full for full in known if full.rpartition("/")[2] == name)


def with_content(known: Collection[str], name: str) -> tuple[str, ...]:
    """Return `name` and, where it is a page, all ids of `known` that were on it."""
    return (name, *(other for other in known if other.startswith(f"{name}/")))


def _parts(content: bytes) -> tuple[dict[str, Data], dict[str, Data]]:
    data = plain(parse(content, "").data)
    parts = [data.get(key) or {} for key in ("ids", "retired")] if isinstance(data, dict) else []
    ids, retired = (part if isinstance(part, dict) else {} for part in parts)
    return ids, retired


def _with(content: bytes, ids: dict[str, Data], retired: dict[str, Data]) -> bytes:
    wanted: dict[str, Data] = {"ids": {name: ids[name] for name in sorted(ids, key=_order)}}
    if retired:
        wanted["retired"] = {name: retired[name] for name in sorted(retired, key=_order)}
    return revise(content, wanted)


def _order(name: str) -> list[str]:
    return name.split("/")  # a page, and then all that is on it
