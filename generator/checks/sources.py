"""Every block and every checklist says where it comes from."""

from collections.abc import Iterator

from generator.problems import Problem, problem
from generator.process import Process


def check(process: Process) -> Iterator[Problem]:
    """Yield `unsourced` for those without a source in processes that keep sources at all."""
    if not process.sources:
        return
    for chapter in process.chapters:
        for entry in (*chapter.blocks, *chapter.checklists):
            if not entry.source:
                yield problem("unsourced", entry.where())
