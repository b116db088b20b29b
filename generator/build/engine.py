"""Runs the engine that turns generated Markdown into pages: another program, one run per language, side by side."""

import os
import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path


class Engine(StrEnum):
    """The programs that can make the site."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


class EngineError(Exception):
    """The engine failed; the text is what it said."""


def run_engine(engine: Engine, folders: Sequence[Path]) -> None:
    """Build the site of each of `folders` (which hold a mkdocs.yml) into its own `site/`, all at the same time.

    Raises:
        EngineError: when one of them fails.

    """
    # A fixed date: the same input gives the same bytes on every day.
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}
    running = [
        subprocess.Popen(  # noqa: S603  # our own interpreter with fixed arguments
            [sys.executable, "-m", engine.value, "build", "--clean", "--strict", "-f", "mkdocs.yml"],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        for folder in folders
    ]
    said = [process.communicate()[0] for process in running]
    failed = [text for process, text in zip(running, said, strict=True) if process.returncode]
    if failed:
        raise EngineError("\n".join(failed))
