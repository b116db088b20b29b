"""Finds or fetches the Chromium of the browser tests, and on Linux what else they need of the system."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bootstrap.project import Project
from bootstrap.tool import Outcome, run
from bootstrap.words import Stop, say

# Debian's Chromium without windows takes a third of the time: the other one draws its own interface for every reader.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "{PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
)
PROBE_SECONDS = 60
DOWNLOAD_SECONDS = 900
APT_SECONDS = 900


def find(project: Project) -> str:
    """Path of a Chromium that Playwright can start: one of the system's, Playwright's own, or apt's."""
    if shutil.which("chromium") and not shutil.which(SHELL):
        _apt(project, [SHELL])  # without it the tests take longer, no more
    path = _first_installed(project) or _starts(project) or _download(project)
    if not path and (_apt(project, ["chromium", SHELL]) or _apt(project, ["chromium"])):
        path = _first_installed(project)
    if not path:
        raise Stop("no-browser")
    return path


def install_system_packages(project: Project) -> str:
    """See to what a bare Linux lacks for the tests; return what it still lacks."""
    if not sys.platform.startswith("linux"):
        return ""
    present = {
        "fonts-noto-cjk": _has_chinese_font(project),
        "libatomic1": _has_library("libatomic.so.1"),  # for the Node inside Playwright
        "poppler-utils": bool(shutil.which("pdftotext")),
    }
    missing = [package for package, is_there in present.items() if not is_there]
    if not missing or _apt(project, missing):
        return ""
    say("missing-packages", packages=", ".join(missing))
    return ", ".join(missing)


def _first_installed(project: Project) -> str:
    return next((path for path in _installed() if _starts(project, path)), "")


def _installed() -> Iterator[str]:
    for name in NAMES:
        if path := shutil.which(name):
            yield path
    folders = {name.upper(): value for name, value in os.environ.items()}
    for place in PLACES:
        try:
            path = place.format_map(folders)
        except KeyError:
            continue
        if Path(path).exists():
            yield path


def _starts(project: Project, path: str | None = None) -> str:
    """Path of the browser if it starts, "" if not; Playwright's own for no path."""
    probe = ["-m", "bootstrap.probe", *([path] if path else [])]
    outcome = run([project.python, *probe], cwd=project.root, variables=project.variables(), seconds=PROBE_SECONDS)
    return outcome.output.strip().splitlines()[-1] if outcome.code == 0 else ""


def _download(project: Project) -> str:
    say("browser-download")
    install = ["-m", "playwright", "install", "--no-shell", "chromium"]
    outcome = run([project.python, *install], cwd=project.root, variables=project.variables(), seconds=DOWNLOAD_SECONDS)
    return _starts(project) if outcome.code == 0 else ""


def _has_chinese_font(project: Project) -> bool:
    outcome = run(["fc-list", ":lang=zh"], cwd=project.root, variables=os.environ, seconds=PROBE_SECONDS)
    return outcome.code == 0 and bool(outcome.output.strip())


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _apt(project: Project, packages: list[str]) -> bool:
    """Install Debian packages, where there is apt and one may."""
    if not sys.platform.startswith("linux") or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    say("apt", packages=", ".join(packages))

    def apt(*arguments: str) -> Outcome:
        variables = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        return run(["apt-get", *arguments], cwd=project.root, variables=variables, seconds=APT_SECONDS)

    apt("update")  # a source that is gone does not matter if another has the packages
    return apt("install", "--yes", "--no-install-recommends", *packages).code == 0
