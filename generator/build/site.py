"""Puts the finished site in the place of the old one, whole or not at all."""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.build.engine import Engine
from generator.build.policy import seal

AT_FDCWD = -100
RENAME_EXCHANGE = 2
NOT_FOUND = "404.html"


def replace(site: Path, trees: Mapping[str, Path], *, sealed_for: Engine | None) -> None:
    """Move `trees` together (finished folders by where they stand below the root, the root's first) and make the result `site`.

    Every page gets the security policy that fits the engine `sealed_for`; a preview, into which a script is put, does
    without. Where `site` is a link it stays one, and what it leads to is replaced.

    Raises:
        OSError: when a program holds a file of an earlier run, or the disk is full; the old site stays as it was.

    """
    site = site.resolve()
    fresh = _beside(site, "new")
    if fresh.exists():  # not quietly: what could not be cleared away would be published with the rest
        shutil.rmtree(fresh)
    for root, folder in trees.items():  # the first one makes the root, the others are put inside
        shutil.move(folder, fresh / root)
    if sealed_for is not None:
        seal(fresh, sealed_for)
    _swap(fresh, site)
    shutil.rmtree(_beside(site, "new"), ignore_errors=True)
    shutil.rmtree(_beside(site, "old"), ignore_errors=True)


def recover(site: Path) -> None:
    """Bring the old site back where a run was stopped between taking it away and putting the new one there."""
    site = site.resolve()
    old = _beside(site, "old")
    if old.is_dir() and not site.exists():
        old.rename(site)


def refuse_foreign(site: Path) -> None:
    """See to it that what a build will replace is a site, and not a folder that somebody named by mistake.

    Raises:
        FileExistsError: when it holds files, and none of them is the page that every site has.

    """
    if site.is_dir() and any(site.iterdir()) and not (site / NOT_FOUND).is_file():
        raise FileExistsError(errno.EEXIST, "holds other files than a site; all of them would be lost", str(site))


def _beside(site: Path, ending: str) -> Path:
    return site.with_name(f"{site.name}.{ending}")


def _swap(fresh: Path, site: Path) -> None:
    if not site.exists():
        fresh.rename(site)
    elif not _exchange(fresh, site):
        old = _beside(site, "old")
        if old.exists():
            shutil.rmtree(old)
        site.rename(old)
        try:
            fresh.rename(site)
        except BaseException:  # a virus scanner may still be looking at it
            old.rename(site)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can (Linux); return whether it did."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)
