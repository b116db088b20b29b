"""A group of a checklist is short, is gone through at a moment of its own, and begins with what is critical.

After Degani & Wiener (1990) and Gawande (2009): fewer than ten items at a pause point, the most critical one first.
"""

from collections.abc import Iterator
from typing import Final

from generator.checklists import Mode
from generator.checklists.assembled import assemble
from generator.problems import Problem, problem
from generator.process import Process

MOST: Final = 9


def check(process: Process) -> Iterator[Problem]:
    """Yield the warnings `too-many-items`, `critical-not-first` and `no-pause-point`.

    Where items are read and then done, their order is that of the work.
    """
    for chapter in process.chapters:
        for checklist in chapter.checklists:
            for section in assemble(checklist, chapter.blocks).sections:
                group, rows = section.group, section.rows
                if len(rows) > MOST:
                    yield problem("too-many-items", group.where("id"), id=group.id, count=len(rows), most=MOST)
                if group.pause is None:
                    yield problem("no-pause-point", group.where("id"), id=group.id)
                critical = [row for row in rows if row.critical]
                if checklist.mode is Mode.DO_CONFIRM and critical and critical[0] is not rows[0] and critical[0].item:
                    where = critical[0].item.where("critical")
                    yield problem("critical-not-first", where, id=critical[0].id, first=rows[0].id)
