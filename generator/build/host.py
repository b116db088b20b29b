"""A program of its own that runs an engine. MkDocs warms up while the content is still being read.

Takes the name of the engine and its arguments for its own, and from its input the folders to run it in, a line each,
and an empty line after them. Half of MkDocs' time goes into what depends on no content, its modules and jieba's
dictionary: that is spent once for all folders, then each is built in a fork. Exits with 1 where one of the builds
fails, and at once when its input ends: then the build that it works for is gone.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module
from threading import Thread


def warm_up(engine: str) -> None:
    """Load what every build needs."""
    import_module(f"{engine}.__main__")
    if engine == "mkdocs":
        with suppress(ImportError):  # the engine does without it, and what it made is refused
            jieba = import_module("jieba")
            jieba.setLogLevel("ERROR")  # what it says of its dictionary would be taken for the engine's words
            jieba.initialize()
        for name in ("mkdocs.commands.build", "material.plugins.search.plugin"):
            import_module(name)


def folders() -> list[str]:
    """Return the folders to build; none where the input ends before the list does."""
    given: list[str] = []
    for line in sys.stdin:
        if line == "\n":
            return given
        given.append(line.removesuffix("\n"))
    return []


def end_with_input() -> None:
    """End this process as soon as its input does."""

    def wait() -> None:
        os.read(0, 1)  # below `sys.stdin`, whose lock a thread may not hold when the program ends
        os._exit(1)

    Thread(target=wait, daemon=True).start()


def build(engine: str, folder: str) -> int:
    """Run the engine in `folder`; return 1 where it fails."""
    end_with_input()
    os.chdir(folder)
    try:
        import_module(f"{engine}.__main__").cli(sys.argv[2:])
    except SystemExit as end:
        return 1 if end.code else 0
    return 0


def build_all(engine: str, given: list[str]) -> int:
    """Build every folder, all but the last in forks of this process; return 1 where one fails."""
    forks = []
    for folder in given[:-1]:
        fork = os.fork()
        if not fork:
            code = build(engine, folder)
            sys.stdout.flush()
            os._exit(code)
        forks.append(fork)
    codes = [build(engine, given[-1]), *(os.waitpid(fork, 0)[1] for fork in forks)]
    return int(any(codes))


if __name__ == "__main__":
    warm_up(sys.argv[1])
    if given := folders():
        sys.exit(build_all(sys.argv[1], given))
