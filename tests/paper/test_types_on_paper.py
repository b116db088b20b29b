"""Every type of block can be set on paper, in both languages, with everything its entries can carry."""

import json
import re
from pathlib import Path

import pikepdf
import pytest
from showroom_site import Content
from tagged import runs
from test_items import offered, public, squeezed, texts
from test_types import content, example, mappings_with_id

from generator import blocks, paper, questions, registry
from generator.blocks.base import Entry
from generator.build.press import Press
from generator.plan import Plan, plan
from generator.source import parse
from generator.text import Text, to_plain

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


@pytest.mark.parametrize("language", ["zh", "en"])
def test_practice_prints_what_every_type_of_question_offers_and_no_answer(language: str, tmp_path: Path) -> None:
    asked = [re.sub("(?m)^practises: .*\n", "", example(name)) for name in registry.names(questions)]
    names = ", ".join(found[1] for text in asked if (found := re.search("(?m)^id: (.+)$", text)))
    block = f"- {{type: practice, id: try-it, questions: [{names}], source: [{{of: editors}}]}}"
    process = Content().with_sources().stage("stage", block).questions("stage", *asked).process()
    printed = workbook(plan(process, {}), tmp_path, language)
    for question in process.quizzes["stage"].every():
        texts_of = [question.prompt, *offered(question)]
        told = [getattr(question, name, None) for name in ("explanation", "answer")]
        told = [text for text in told if isinstance(text, Text)]
        say = {text: squeezed(to_plain(text.in_language(language, "zh")[0])) for text in (*texts_of, *told)}
        assert [said for text, said in say.items() if text in texts_of and said not in printed] == []
        assert [said for text, said in say.items() if text in told and said in printed] == []
