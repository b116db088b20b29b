"""The schema that editors read says the same as the models."""

from generator.schema import FILES, descriptions, schema


def definitions(name: str) -> dict[str, dict[str, object]]:
    made = schema(name)
    return made["$defs"] | {"file": made}


def test_every_key_is_described_in_both_languages() -> None:
    for name in FILES:
        for title, definition in definitions(name).items():
            for key, value in definition.get("properties", {}).items():  # type: ignore[attr-defined]  # a mapping
                english, _, chinese = value.get("description", "").partition("\n\n")
                assert english.isascii() or "“" in english or "’" in english, f"{title}.{key}"
                assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese), f"{title}.{key}"


def test_every_object_is_closed() -> None:
    for name in FILES:
        for definition in definitions(name).values():
            if definition.get("type") == "object":
                assert definition["additionalProperties"] is False


def test_a_key_is_described_under_the_name_it_is_written_with() -> None:
    from generator.blocks.flow import Way  # noqa: PLC0415  # for this test alone

    assert {"from", "to"} <= descriptions(Way).keys()
