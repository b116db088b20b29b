"""Every picture that an entry names is in its chapter's folder."""

from collections.abc import Iterator

from generator.problems import Problem, guess, problem
from generator.process import Process

ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")


def check(process: Process) -> Iterator[Problem]:
    """Yield `missing-picture` for pictures that are not there, `not-a-picture` for files that are none."""
    for chapter, node, image in process.images():
        if "." in image and not image.lower().endswith(ENDINGS):
            yield problem("not-a-picture", node.where("image"), value=image)
        elif f"{chapter.folder}/{image}" not in process.media:
            folder = f"{chapter.folder}/"
            there = [path.removeprefix(folder) for path in process.media if path.startswith(folder)]
            by = chapter.where().file
            yield problem("missing-picture", node.where("image"), path=image, by=by, guess=guess(image, there))
