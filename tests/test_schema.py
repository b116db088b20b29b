"""The schema that editors read says the same as the models, explains every key, and stays small."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.schema import FILES, descriptions, schema
from generator.schema.examples import examples
from generator.source import parse

every_file = pytest.mark.parametrize("name", FILES)


def definitions(name: str) -> dict[str, dict[str, Any]]:
    made = schema(name)
    return made["$defs"] | {"file": made}


def keys(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every key that a file can hold, with what the schema says of it."""
    known = definitions(name)
    for title, definition in known.items():
        for key, value in definition.get("properties", {}).items():
            shared = known[value["$ref"].rpartition("/")[2]] if "$ref" in value else {}
            yield f"{title}.{key}", shared | value


@every_file
def test_every_key_is_described_in_both_languages(name: str) -> None:
    for key, value in keys(name):
        english, _, chinese = value["description"].partition("\n\n")
        assert english.isascii() or "“" in english or "’" in english, key
        assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese), key


@every_file
def test_every_key_has_an_example(name: str) -> None:
    for key, value in keys(name):
        assert f"```yaml\n{key.rpartition('.')[2]}:" in value["markdownDescription"], key


def test_every_example_is_sound_yaml() -> None:
    for name, example in examples().items():
        assert list(parse(example.encode(), "f.yml").data) == [name.rpartition(".")[2]]


@every_file
def test_every_object_is_closed(name: str) -> None:
    for title, definition in definitions(name).items():
        if "properties" in definition and title not in {
            "Block",
            "Question",
            "QuestionInCase",
        }:  # their type closes them
            assert definition["additionalProperties"] is False, title


@every_file
def test_nothing_is_defined_twice(name: str) -> None:
    assert len(json.dumps(schema(name), ensure_ascii=False)) < 150_000
    assert '"type": "null"' not in json.dumps(schema(name))  # nobody writes null


def test_a_key_is_described_under_the_name_it_is_written_with() -> None:
    from generator.blocks.flow import Way  # noqa: PLC0415  # for this test alone

    assert {"from", "to"} <= descriptions(Way).keys()
