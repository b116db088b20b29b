"""Does the steps that a start still lacks."""

from collections.abc import Callable, Mapping

from bootstrap import browser, environment, stamp
from bootstrap.exclusive import exclusive
from bootstrap.project import Project
from bootstrap.words import Stop, say

ACTIONS: dict[str, Callable[[Project], str | None]] = {
    "environment": environment.make,
    "packages": lambda project: environment.install_packages(project, "run"),
    "test-packages": lambda project: environment.install_packages(project, "test"),
    "project": environment.install_project,
    stamp.NODE_PACKAGES: environment.install_node_packages,
    "system-packages": browser.install_system_packages,
    stamp.BROWSER: browser.find,
}
INSIDE = {"environment", "packages", "test-packages", "project"}


def set_up(project: Project, needs: Mapping[str, str]) -> stamp.Stamp:
    """Do what is missing of the needs, in a new environment where the one that is there cannot serve."""
    folder = project.environment
    if not folder.is_dir():
        folder.unlink(missing_ok=True)
        folder.mkdir()
    with exclusive(folder / environment.LOCK_FILE):
        found = stamp.read(project)
        if "environment" in found.missing(project, needs) or not found.is_whole(project):
            found = _nothing(project)
        inside = {name: key for name, key in needs.items() if name in INSIDE}
        try:
            _do(project, inside, found)
        except Stop as stop:
            if not found.done or stop.sentence != "tool-failed":
                raise
            _do(project, inside, _nothing(project))
        _do(project, needs, stamp.read(project))
        return stamp.read(project)


def _nothing(project: Project) -> stamp.Stamp:
    """Stamp of an environment to be made, told about where there was one."""
    if (project.environment / "pyvenv.cfg").exists():
        say("remade")
    return stamp.Stamp({}, {})


def _do(project: Project, needs: Mapping[str, str], found: stamp.Stamp) -> None:
    """Do the missing steps; each is recorded when it is done, so that a stopped start goes on from there.

    An action returns "" or None where it is done for good, or else what is to be recorded instead of the key.
    """
    done = dict(found.done)
    for name in found.missing(project, needs):
        say(name)
        done[name] = ACTIONS[name](project) or needs[name]
        stamp.write(project, done)
