"""Every item of a checklist says something, and its limits can be met."""

from collections.abc import Iterator

from generator.checklists import Item, Result
from generator.problems import Problem, problem
from generator.process import Process


def check(process: Process) -> Iterator[Problem]:
    """Yield `empty-item`, `empty-group`, `impossible-limits` and `limits-without-number`."""
    for chapter in process.chapters:
        for checklist in chapter.checklists:
            for group in checklist.groups:
                if not group.items and group.phase is None:
                    yield problem("empty-group", group.where("id"), id=group.id)
                for item in group.items:
                    yield from _item(item)


def _item(item: Item) -> Iterator[Problem]:
    if item.text is None and item.step is None:
        yield problem("empty-item", item.where("id"), id=item.id)
    limits = [name for name in ("unit", "min", "max") if getattr(item, name) is not None]
    if limits and item.result is not Result.NUMBER:
        yield problem("limits-without-number", item.where(limits[0], key=True), key=limits[0])
    if item.min is not None and item.max is not None and item.min > item.max:
        yield problem("impossible-limits", item.where("min"), min=item.min, max=item.max)
