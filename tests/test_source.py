"""The loader: text stays text, everything knows its place, and nothing that is fed to it makes it fall over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Location, Unsound
from generator.source import MAX_BYTES, Map, Seq, locate, parse


def value_of(written: str) -> object:
    return parse(f"key: {written}\n".encode(), "f.yml").data["key"]


def codes(content: bytes) -> list[str]:
    with pytest.raises(Unsound) as caught:
        parse(content, "f.yml")
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("written", ["no", "yes", "off", "12:30", "007", "1e3", "0x1F", "1_000", "~", "null", ".inf"])
def test_text_that_other_loaders_turn_into_something_else_stays_text(written: str) -> None:
    assert value_of(written) == written


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-12", -12),
        ("1.5", 1.5),
        ('"5"', "5"),
        ("'true'", "true"),
        ("", None),
    ],
)
def test_what_is_plainly_something_else_is_that(written: str, value: object) -> None:
    assert value_of(written) == value
    assert type(value_of(written)) is type(value)


def test_an_integer_too_long_to_mean_one_stays_text() -> None:
    assert value_of("9" * 5000) == "9" * 5000


def test_every_key_and_value_knows_its_place() -> None:
    data = parse("标题: 甲\nitems:\n  - {id: a}\n  - id: b\r\n    text: |\n      x\n".encode(), "f.yml").data
    assert locate(data, ("标题",), key=True) == Location("f.yml", 1, 1)
    assert locate(data, ("标题",)) == Location("f.yml", 1, 5)
    assert locate(data, ("items", 0, "id")) == Location("f.yml", 3, 10)
    assert locate(data, ("items", 1, "text"), key=True) == Location("f.yml", 5, 5)
    assert locate(data, ("items", 1, "text")) == Location("f.yml", 5, 11)


def test_a_path_that_does_not_exist_is_where_it_would_be() -> None:
    data = parse(b"items: [{id: a}]\n", "f.yml").data
    assert locate(data, ("items", 0, "points", "title")) == Location("f.yml", 1, 9)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    assert parse(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "f.yml").data == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("标题: 甲\n".encode("gb18030"), (1, 1)),
        ("a: 1\nb: 甲\n".encode("utf-16"), (1, 1)),
        (b"a: 1\nb: \xff\n", (2, 4)),
    ],
)
def test_other_encodings_are_named(content: bytes, place: tuple[int, int]) -> None:
    with pytest.raises(Unsound) as caught:
        parse(content, "f.yml")
    assert [(p.code, p.location.line, p.location.column) for p in caught.value.problems] == [("not-utf8", *place)]


@pytest.mark.parametrize("character", ["\x00", "\x02", "\x7f", "\u202e", "\u2066", "\ufffe"])
def test_control_characters_are_refused_where_they_stand(character: str) -> None:
    with pytest.raises(Unsound) as caught:
        parse(f"a: 1\nb: x{character}\n".encode(), "f.yml")
    assert [(p.code, p.location.line, p.location.column) for p in caught.value.problems] == [
        ("control-character", 2, 5)
    ]


def test_control_characters_are_refused_when_escaped() -> None:
    assert codes(rb'a: "\u202e"') == ["control-character"]
    assert codes(rb'"\u0002": a') == ["control-character"]


def test_a_file_too_large_is_not_even_read() -> None:
    assert codes(b"#" * (MAX_BYTES + 1)) == ["file-too-large"]


def test_a_hundred_thousand_brackets_are_refused_at_the_forty_first() -> None:
    assert codes(b"a: " + b"[" * 100_000) == ["too-deep"]
    assert codes(b"a: " + b"{b: " * 100_000) == ["too-deep"]


@given(st.binary(max_size=200))
def test_any_bytes_are_data_or_a_problem(content: bytes) -> None:
    try:
        assert isinstance(parse(content, "f.yml").data, Map)
    except Unsound as unsound:
        assert unsound.problems  # noqa: PT017  # either outcome is right; any other exception is not


@given(st.text(alphabet=st.sampled_from("ab:- \n\t[]{},#&*!|>'\"%@`：“”0.1"), max_size=80))
def test_any_text_of_yaml_signs_is_data_or_a_problem_inside_the_text(text: str) -> None:
    try:
        parse(text.encode(), "f.yml")
    except Unsound as unsound:
        lines = text.splitlines() or [""]
        for problem in unsound.problems:
            assert 1 <= problem.location.line <= len(lines) + 1  # see above
            assert problem.location.column >= 1


SCALARS = st.one_of(
    st.booleans(), st.integers(-(10**17), 10**17), st.text(st.characters(codec="ascii", categories=["L"]))
)


@given(
    st.recursive(
        SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text("abc", min_size=1), inner), max_leaves=20
    )
)
def test_what_is_written_as_json_comes_back(value: object) -> None:
    import json  # noqa: PLC0415  # JSON is YAML; used here alone

    data = parse(json.dumps({"key": value}).encode(), "f.yml").data
    assert data["key"] == value


def test_sequences_and_maps_are_plain_lists_and_dicts_too() -> None:
    data = parse(b"a: [1, {b: 2}]", "f.yml").data
    assert isinstance(data["a"], Seq)
    assert data == {"a": [1, {"b": 2}]}
