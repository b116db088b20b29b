"""Every type of block can be set on paper, in both languages, with everything its entries can carry."""

import json
import re
from pathlib import Path

import pikepdf
import pytest
from tagged import runs
from test_items import public, squeezed, texts
from test_types import content, example, mappings_with_id

from generator import blocks, paper, registry
from generator.blocks.base import Entry
from generator.build.press import Press
from generator.plan import Plan, plan
from generator.source import parse

PICTURES = Path(__file__).parents[2] / "docs/assets"


def workbook(made: Plan, folder: Path, language: str) -> str:
    """Set all sheets of `made` below `folder`; return the text of the workbook, without spaces."""
    files = {file.path: file.content for file in paper.render(made)}
    pictures = {target: PICTURES / Path(target).name for target in made.media.values()}
    files |= {f"media/{target}": picture.read_bytes() for target, picture in pictures.items()}
    for path, written in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(written)
    Press(folder).run()
    with pikepdf.open(folder / f"made/{language}/workbook-{language}.pdf") as pdf:
        return squeezed("".join(run.text for run in runs(pdf) if "Lbl" not in run.tags))


@pytest.mark.parametrize("name", registry.names(blocks))
def test_every_entry_prints_what_it_can_carry(name: str, tmp_path: Path) -> None:
    data = parse(example(name).encode(), "example.yml").data
    (block,) = content(example(name)).process().stages[0].blocks
    entries = {node.id for node in block.walk() if isinstance(node, Entry)}
    for slide, entry in enumerate(mappings_with_id(data, entries), start=1):
        entry.update({key: f"{key} of {entry['id']}" for key in ("owner", "time", "note")})
        entry.update(
            {"source": [{"of": "deck", "slides": [slide]}], "note_source": [{"of": "deck", "slides": [60 - slide]}]}
        )
    process = content(json.dumps(data)).process()
    printed = workbook(plan(process, {}), tmp_path, "en")
    without = frozenset({"look_for", "trainer_notes", "alt"})
    shown = set(texts(public(process.stages[0]), "en", without=without))
    assert {words for words in shown if words not in printed} == set()
    cited = {f"Slide{number}" for number, _ in enumerate(entries, start=1)}
    assert {source for source in cited if not re.search(rf"{source}(?!\d)", printed)} == set()
