"""Every block says where it comes from."""

from collections.abc import Iterator

from generator.problems import Problem, problem
from generator.process import Process


def check(process: Process) -> Iterator[Problem]:
    """Yield `unsourced` for blocks without a source in processes that keep sources at all."""
    if not process.sources:
        return
    for chapter in process.chapters:
        for block in chapter.blocks:
            if not block.source:
                yield problem("unsourced", block.where())
