"""Checks folders of content, each in a process that may not take more time and memory than refusing something takes.

Run as a program with the folders as arguments it prints, as JSON, how each ended: the signal or exit status, and what
was said. Loading the program itself is not counted: it is done once, before.
"""

import json
import os
import resource
import signal
import sys
import tempfile
from pathlib import Path

from generator.cli import main

SECONDS = 0.5  # of processor time, for one check
MEMORY = 100_000_000  # bytes of address space beyond what the loaded program has
MOST_SECONDS = 5  # where the timer is held off


def check(folder: str, output: str) -> int:
    """Run `showroom check` on `folder`; return its exit status."""
    try:
        main.main(["check", "--process", folder, "--lang", "en", "--format", output], standalone_mode=False)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def limit() -> None:
    """Let this process be killed when it takes too much."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    bytes_now = pages * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (bytes_now + MEMORY, bytes_now + MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)


def limited(folder: str, output: str) -> dict[str, object]:
    """Check `folder` in a fork; return how it ended and what it said."""
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            status = 70  # a traceback
            try:
                os.dup2(said.fileno(), 1)
                os.dup2(said.fileno(), 2)
                limit()
                status = check(folder, output)
                sys.stdout.flush()
            except BaseException as error:  # noqa: BLE001  # this is what must not happen
                os.write(2, f"{type(error).__name__}: {str(error)[:200]!a}".encode())
            os._exit(status)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        return {"status": ended, "said": said.read().decode("utf-8", "replace")[:200_000]}


if __name__ == "__main__":
    sound, *folders = sys.argv[1:]
    for form in ("json", "text"):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # until the next line
        check(sound, form)
        sys.stdout = sys.__stdout__
    print(json.dumps({folder: {form: limited(folder, form) for form in ("json", "text")} for folder in folders}))  # noqa: T201  # for the test
