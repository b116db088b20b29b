import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
import pytest
from built_sites import ROOT, once, run_folder, shipped, showroom
from tagged import Run, runs

__all__ = ["run_folder", "shipped"]

SITE = "https://training.example.com/"


@dataclass(frozen=True)
class Printed:
    """A finished sheet."""

    path: Path

    @property
    def language(self) -> str:
        return self.path.stem.rpartition("-")[2]

    @property
    def kind(self) -> str:
        return self.path.stem.removesuffix(f"-{self.language}")

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return tuple(runs(self.pdf))


def print_shipped(target: Path) -> None:
    """Print the sheets of the shipped process, as if its site stood at `SITE`."""
    process = target.with_name(f"{target.name}-process")
    shutil.copytree(ROOT / "process", process)
    settings = process / "process.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"\nsite_url: {SITE}\n", encoding="utf-8")
    done = showroom("paper", "--process", process, "--to", target, "--lang", "en")
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="session")
def sheets(run_folder: Path) -> dict[str, Printed]:
    """Return every sheet of the shipped process by its name."""
    folder = once(run_folder / "sheets", print_shipped)
    return {path.stem: Printed(path) for path in sorted(folder.glob("*.pdf"))}
