"""Two sites that differ in words alone: one of attacks, one of harmless words.

In an ordinary run every field of text has at least `FEW` of the attacks and every attack is in some fields; in a
thorough one all of them are in each.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from attacks import ATTACKS
from built_sites import build, once
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


@pytest.fixture(
    scope="session",
    params=[
        ("mkdocs", FEW),
        ("zensical", FEW),
        pytest.param(("mkdocs", len(ATTACKS)), marks=pytest.mark.thorough),
        pytest.param(("zensical", len(ATTACKS)), marks=pytest.mark.thorough),
    ],
    ids=lambda param: f"{param[0]}-{param[1]}",
)
def twins(request: pytest.FixtureRequest, run_folder: Path) -> Iterator[Twins]:
    """Return the site of attacks and its harmless twin, made by each engine."""
    engine, count = request.param
    made = []
    for name, words in (("hostile", ATTACKS), ("harmless", HARMLESS)):
        process = write(run_folder / f"{name}-{engine}-{count}-process", files(Words(words), count))
        site = run_folder / f"{name}-{engine}-{count}"
        made.append(once(site, lambda site, process=process: build(site, process, engine)))  # type: ignore[misc]  # mypy sees no default
    with serving(made[0]) as address:
        yield Twins(engine, made[0], made[1], address)
