"""A program of its own that runs an engine. MkDocs warms up while the content is still being read.

Its arguments are the name of the engine, "fork" or "once" and the engine's own arguments; from its input it takes the
folders to run the engine in, a line each, and an empty line after the last. Half of MkDocs' time goes into what depends
on no content, its modules and jieba's dictionary: that is spent once, and each folder is built in a fork as soon as it
is named. Where nothing can fork the first folder is the only one. Exits with 1 where one of the builds fails or the
input ends too early, and stops building as soon as it does: then the build that it works for is gone.
"""

import os
import select
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


def end_with_input() -> None:
    """End this process as soon as its input does."""

    def wait() -> None:
        # Neither reads what is for the process that this one is a fork of, nor through `sys.stdin`, whose lock a thread
        # may not hold when the program ends.
        if FORKS:
            input_ends = select.poll()
            input_ends.register(0, 0)
            input_ends.poll()
        else:
            while os.read(0, 1):
                pass
        os._exit(1)

    Thread(target=wait, daemon=True).start()


def build(engine: str, folder: str) -> int:
    """Run the engine in `folder`; return 1 where it fails."""
    end_with_input()
    os.chdir(folder)
    try:
        import_module(f"{engine}.__main__").cli(sys.argv[3:])
    except SystemExit as end:
        return 1 if end.code else 0
    return 0


def fork(engine: str, folder: str) -> int:
    """Run the engine in `folder` in a fork of this process; return the fork's number."""
    number = os.fork()
    if not number:
        code = build(engine, folder)
        sys.stdout.flush()
        os._exit(code)
    return number


def build_all(engine: str) -> int:
    """Build every folder that is named; return 1 where one fails, or where nobody says which is the last."""
    forks: list[int] = []
    for line in sys.stdin:
        folder = line.removesuffix("\n")
        if not folder:
            return int(any([os.waitpid(number, 0)[1] for number in forks]))  # noqa: C419  # waits for all of them
        if not FORKS:
            return build(engine, folder)
        forks.append(fork(engine, folder))
    return 1


if __name__ == "__main__":
    FORKS = sys.argv[2] == "fork"
    warm_up(sys.argv[1])
    status = build_all(sys.argv[1])
    sys.stdout.flush()
    os._exit(status)  # taking jieba's dictionary apart would take a twentieth of a second
