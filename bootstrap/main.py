"""From the arguments of ``start.py`` to the running command."""

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from bootstrap import stamp
from bootstrap.project import WINDOWS, Project
from bootstrap.words import Stop, explain, never_fail_on_encoding, phrase, say

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "SHOWROOM_CHROMIUM"
INTERRUPTED = 130


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Set up what the arguments need and become their command; return where that did not come about."""
    never_fail_on_encoding()
    project = Project(root)
    try:
        if arguments and arguments[0] in {"-h", "--help"}:
            print(phrase("usage"), flush=True)
        if arguments and arguments[0] == "test":
            _test(project, arguments[1:])
        _prepare(project, stamp.needs(project))
        _become(project, [str(project.script("showroom")), *(arguments or ["serve"])], project.variables())
    except Stop as stop:
        explain(stop)
    except FileNotFoundError as error:
        say("incomplete", path=error.filename)
    except OSError as error:
        say("not-writable", path=error.filename or project.environment, reason=error.strerror)
    except KeyboardInterrupt:
        say("stopped")
        return INTERRUPTED
    return 1


def _test(project: Project, arguments: Sequence[str]) -> NoReturn:
    from bootstrap.testing import pytest_arguments, wants_browser  # noqa: PLC0415  argparse is for tests only

    named = os.environ.get(CHROMIUM, "")
    if named and not Path(named).is_file():
        raise Stop("no-browser")
    needs = stamp.needs(project, tests=True, browser=not named and wants_browser(arguments))
    found = _prepare(project, needs)
    variables = project.variables()
    if stamp.BROWSER in needs:
        variables[CHROMIUM] = found.done[stamp.BROWSER]
    _become(project, [str(project.python), "-m", "pytest", *pytest_arguments(arguments)], variables)


def _prepare(project: Project, needs: Mapping[str, str]) -> stamp.Stamp:
    found = stamp.read(project)
    if not found.missing(project, needs) and found.is_whole(project):
        return found
    from bootstrap.steps import set_up  # noqa: PLC0415  what it imports takes longer than a start with nothing to do

    for name in ("SIGTERM", "SIGHUP"):  # like Ctrl-C: the tool that runs must not outlive this process
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    return set_up(project, needs)


def _become(project: Project, command: list[str], variables: Mapping[str, str]) -> NoReturn:
    """Run the command in the project's folder in place of this process, as far as the system can."""
    os.chdir(project.root)
    if not WINDOWS:
        os.execve(command[0], command, variables)
    import subprocess  # noqa: PLC0415  only Windows needs it here

    with subprocess.Popen(command, env=variables) as process:
        while True:
            try:
                sys.exit(process.wait())
            except KeyboardInterrupt:
                continue  # the console sends Ctrl-C to the command too, and it decides
