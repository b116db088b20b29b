"""Two sites that differ in words alone: one of attacks, one of harmless words.

In an ordinary run every field of text has at least `FEW` of the attacks and every attack is in some fields; in a
thorough one all of them are in each.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from attacks import ATTACKS
from built_sites import ENGINES, build, once
from hostile_site import Words, files, write
from web_server import serving

FEW = 9
HARMLESS = tuple(f"无害的话，第{number}句" for number in range(len(ATTACKS)))


class Twins(NamedTuple):
    """Two sites that differ in words alone, made by `engine`: their folders, and where the hostile one is served."""

    engine: str
    hostile: Path
    harmless: Path
    address: str


@pytest.fixture(scope="session", params=[FEW, pytest.param(len(ATTACKS), marks=pytest.mark.thorough)])
def hostile_and_harmless(request: pytest.FixtureRequest, run_folder: Path) -> tuple[Path, Path]:
    """Return the folders of both sites, which hold what each engine made under its name."""
    hostile, harmless = (
        once(run_folder / f"{name}-{request.param}", lambda folder, words=words: _build(folder, words, request.param))  # type: ignore[misc]  # mypy sees no default
        for name, words in (("hostile", ATTACKS), ("harmless", HARMLESS))
    )
    return hostile, harmless


@pytest.fixture(scope="session", params=ENGINES)
def twins(request: pytest.FixtureRequest, hostile_and_harmless: tuple[Path, Path]) -> Iterator[Twins]:
    """Return the site of attacks and its harmless twin, made by each engine."""
    hostile, harmless = (folder / request.param for folder in hostile_and_harmless)
    with serving(hostile) as address:
        yield Twins(request.param, hostile, harmless, address)


def _build(folder: Path, words: Sequence[str], count: int) -> None:
    """Build a site of `words` by each engine; what they are given is generated once."""
    process = write(folder / "process", files(Words(words), count))
    for engine in ENGINES:
        build(folder / engine, process, engine, generated=folder / "generated")
