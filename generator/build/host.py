"""A program of its own that runs MkDocs. It warms up while the content is still being read.

Takes the arguments of `mkdocs` for its own, and from its input the folders to run it in, a line each. Half of MkDocs'
time goes into what depends on no content, its modules and jieba's dictionary: that is spent once for all folders, then
each is built in a fork. Exits with 1 where one of the builds fails.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module


def warm_up() -> None:
    """Load what every build needs."""
    with suppress(ImportError):  # the engine does without it, and what it made is refused
        jieba = import_module("jieba")
        jieba.setLogLevel("ERROR")  # what it says of its dictionary would be taken for the engine's words
        jieba.initialize()
    for name in ("mkdocs.__main__", "mkdocs.commands.build", "material.plugins.search.plugin"):
        import_module(name)


def build(folder: str) -> int:
    """Run MkDocs in `folder`; return 1 where it fails."""
    os.chdir(folder)
    try:
        import_module("mkdocs.__main__").cli(sys.argv[1:])
    except SystemExit as end:
        return 1 if end.code else 0
    return 0


def build_all(folders: list[str]) -> int:
    """Build every folder, all but the last in forks of this process; return 1 where one fails."""
    forks = []
    for folder in folders[:-1]:
        fork = os.fork()
        if not fork:
            code = build(folder)
            sys.stdout.flush()
            os._exit(code)
        forks.append(fork)
    codes = [build(folders[-1]), *(os.waitpid(fork, 0)[1] for fork in forks)]
    return int(any(codes))


if __name__ == "__main__":
    warm_up()
    if given := sys.stdin.read().splitlines():
        sys.exit(build_all(given))
