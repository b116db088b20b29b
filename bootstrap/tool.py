"""Runs pip, uv, npm and their like: quietly, never without end, and telling a lost network from the rest."""

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Thread
from typing import IO, NamedTuple

from bootstrap.words import Stop, quote

NETWORK = re.compile(
    r"""error\ sending\ request | dns\ error | client\ error\ \(Connect\) | tcp\ connect\ error  # uv
    | (NewConnection|ConnectTimeout|ReadTimeout|Proxy|SSL)Error | from\ versions:\ none        # pip
    | ENOTFOUND | EAI_AGAIN | ECONNREFUSED | ECONNRESET | ETIMEDOUT | ENETUNREACH            # npm
    | name\ resolution | timed\ out | Network\ is\ unreachable""",
    re.VERBOSE | re.IGNORECASE,
)
PROGRESS = re.compile(r"^\s*(Downloading \S+ \(|Building \S+==|\|.*\d+% of )")
LAST_WORDS = 12


class Outcome(NamedTuple):
    """How a tool ended; both output streams in one text, as they came."""

    command: Sequence[str]
    code: int
    output: str

    def check(self, unreachable: str) -> None:
        """End the start where the tool failed; ``unreachable`` is the sentence for a lost network."""
        if self.code == 0:
            return
        if NETWORK.search(self.output):
            raise Stop(unreachable)
        tool = " ".join([Path(self.command[0]).name, *self.command[1:]])
        raise Stop("tool-failed", detail="\n".join(self.output.splitlines()[-LAST_WORDS:]), tool=tool[:60])


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    variables: Mapping[str, str],
    seconds: float | None = None,
) -> Outcome:
    """Run a tool to its end, or for so many seconds, and show the lines that tell of progress."""
    words = [str(word) for word in command]
    try:
        process = subprocess.Popen(
            words,
            cwd=cwd,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=sys.platform != "win32",  # so that its children can be ended with it
        )
    except OSError as error:
        return Outcome(words, 127, str(error))
    lines: list[str] = []
    reader = Thread(target=_collect, args=(process.stdout, lines), daemon=True)
    reader.start()
    try:
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        code = 124
        lines.append(f"timed out after {seconds} s\n")
    except BaseException:
        _end(process)
        raise
    reader.join(timeout=5)  # a grandchild may hold the pipe
    return Outcome(words, code, "".join(lines))


def _collect(stream: IO[str], lines: list[str]) -> None:
    with stream:
        for line in stream:
            lines.append(line)
            if PROGRESS.match(line):
                quote(line)


def _end(process: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):  # it ended by itself just now
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
