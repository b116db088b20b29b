"""Whatever happens to the content, what comes of it is a process or problems: no other exception."""

import random
from collections.abc import Callable, Mapping

import pytest
from built_sites import BILINGUAL, JEWELLERY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mistakes import SOUND
from mutations import damaged_data, damaged_text

from generator.build import load
from generator.build.folder import Folder, read_folder
from generator.encoding import FORBIDDEN
from generator.problems import Unsound
from generator.render.names import as_name
from generator.source import parse
from generator.text import to_html, to_inline_html, to_phrase, to_plain

TEXTS = [10_000, pytest.param(100_000, marks=pytest.mark.thorough)]
PROCESSES = [200, pytest.param(20_000, marks=pytest.mark.thorough)]
YAML_SIGNS = "ab:- \n\t[]{},#&*!|>'\"%@`：“”0.1"


def content() -> dict[str, Mapping[str, bytes]]:
    """Return the files of some sound processes; where the damage is done, by name."""
    return {path.name: read_folder(path).files for path in (BILINGUAL, JEWELLERY)}


@pytest.mark.parametrize("number", PROCESSES)
@pytest.mark.parametrize("damage", [damaged_text, damaged_data])
def test_damaged_content_is_a_process_or_problems(
    damage: Callable[[random.Random, Mapping[str, bytes]], dict[str, bytes]], number: int
) -> None:
    for files in content().values():
        written = {name: text for name, text in files.items() if name.endswith(".yml")}
        for seed in range(number // 2):
            try:
                load(Folder({**files, **damage(random.Random(seed), written)}, ()))  # noqa: S311  # no secret
            except Unsound as unsound:
                assert unsound.problems, f"seed {seed}"  # noqa: PT017  # either outcome is right
            except Exception as error:
                error.add_note(f"{damage.__name__}, seed {seed}")
                raise


@pytest.mark.parametrize("number", TEXTS)
def test_any_text_is_a_document_or_problems(number: int) -> None:
    @settings(max_examples=number, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(st.text(max_size=60), st.text(YAML_SIGNS, max_size=60), st.binary(max_size=60).map(repr)))
    def reads(text: str) -> None:
        try:
            parse(text.encode("utf-8", "surrogatepass"), "f.yml")
        except Unsound as unsound:
            assert unsound.problems  # noqa: PT017  # either outcome is right

    reads()


@pytest.mark.parametrize("number", TEXTS)
def test_any_text_for_readers_is_made_safe(number: int) -> None:
    @settings(max_examples=number, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(st.text(max_size=40), st.text("<>/=\"'&;:#x()[]{}`*_!|\\- \nabjs0", max_size=40)))
    def is_safe(text: str) -> None:
        for convert in (to_html, to_inline_html, to_phrase, to_plain):
            made = convert(text)
            assert "\n" not in made.replace("&#10;", "")
            assert "<script" not in made or convert is to_plain
            if not FORBIDDEN.search(text):
                assert not FORBIDDEN.search(made)
        assert not set('<>"') & set(as_name(to_plain(text)))

    is_safe()


def test_a_damaged_file_is_damaged() -> None:
    files = {name: text.encode() for name, text in SOUND.items()}
    for damage in (damaged_text, damaged_data):
        made = [damage(random.Random(seed), files) for seed in range(20)]  # noqa: S311  # no secret
        assert sum(one != files for one in made) > 15
