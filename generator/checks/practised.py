"""What questions name of the page they belong to, and what the page names of them, is there."""

from collections.abc import Iterator

from generator.blocks.base import Entry
from generator.blocks.practice import Practice
from generator.checks.references import resolve
from generator.problems import Problem
from generator.process import Process


def check(process: Process) -> Iterator[Problem]:
    """Yield `unknown-reference` for questions that practise nothing, and for practice without a question."""
    for chapter in process.chapters:
        questions = list(process.questions(chapter))
        entries = {node.id for block in chapter.blocks for node in block.walk() if isinstance(node, Entry)}
        for question in questions:
            if question.practises is not None:
                where = question.where("practises")
                yield from resolve(question.practises, entries, "entry on the stage's page", where)
        known = {question.id for question in questions}
        for block in chapter.blocks:
            for index, name in enumerate(block.questions if isinstance(block, Practice) else ()):
                where = block.where("questions", index)
                yield from resolve(name, known, "question in this folder's quiz.yml", where)
