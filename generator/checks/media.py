"""Every picture that an entry names is in its chapter's folder."""

from collections.abc import Iterator

from generator.problems import Problem, problem
from generator.process import Process

ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".svg")


def check(process: Process) -> Iterator[Problem]:
    """Yield `missing-file` for pictures that are not there, `bad-path` for files that are no pictures."""
    for chapter, node, image in process.images():
        if not image.lower().endswith(ENDINGS):
            yield problem("bad-path", node.where("image"), value=image)
        elif f"{chapter.folder}/{image}" not in process.media:
            yield problem("missing-file", node.where("image"), path=image, by=chapter.where().file)
