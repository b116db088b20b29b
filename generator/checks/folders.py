"""A folder with a page in it is listed in process.yml, or nobody will ever see it."""

from collections.abc import Iterator

from generator.problems import Problem, problem
from generator.process import Process


def check(process: Process) -> Iterator[Problem]:
    """Yield `unlisted-folder` for folders that hold a page and that no list names."""
    listed = {chapter.folder for chapter in process.chapters}
    for folder in sorted(process.page_folders - listed):
        yield problem("unlisted-folder", process.settings.where("stages", key=True), folder=folder)
