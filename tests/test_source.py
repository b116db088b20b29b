"""The loader: text stays text, everything knows its place, and nothing that is fed to it makes it fall over."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Location, Problem, Unsound
from generator.source import MAX_BYTES, MAX_DEPTH, MOST_MENDED, MOST_PROBLEMS, Map, Seq, locate, parse


def value_of(written: str) -> object:
    return parse(f"key: {written}\n".encode(), "f.yml").data["key"]


def problems(content: str | bytes) -> list[Problem]:
    with pytest.raises(Unsound) as caught:
        parse(content.encode() if isinstance(content, str) else content, "f.yml")
    return list(caught.value.problems)


def codes(content: bytes) -> list[str]:
    return [problem.code for problem in problems(content)]


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
    assert data["items"].mark == (3, 3)  # type: ignore[union-attr]  # it is a list


def test_a_path_that_does_not_exist_is_where_it_would_be() -> None:
    data = parse(b"items: [{id: a}]\n", "f.yml").data
    assert locate(data, ("items", 0, "points", "title")) == Location("f.yml", 1, 9)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    document = parse(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "f.yml")
    assert (document.file, document.data) == ("f.yml", {"a": 1, "b": 2})


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


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("a: &x 1\n", ["1:4 anchor"]),
        ("a: 1\nb: &x [1]\n", ["2:4 anchor"]),
        ("a: *x\n", ["1:4 alias"]),
        ("a: !x 1\n", ["1:4 tag tag=!x"]),
        ("a: 1\n---\nb: 2\n", ["2:1 second-document"]),
        ("# x\n", ["1:1 empty-file"]),
        ("- a\n", ["1:1 not-a-mapping"]),
        ('a: "x\\u202e"\n', ["1:4 control-character character=U+202E"]),
        ("? [a]\n: 1\n? {b: 1}\n: 2\n", ["1:3 key-not-text", "3:3 key-not-text"]),
        # A key that is there: the line of the first, and of several in a row one.
        ("a: 1\nbc: 2\nbc: 3\n", ["3:1 duplicate-key first=2 key=bc"]),
        ("a: 1\na: 2\na: 3\nb: 1\na: 4\n", ["2:1 duplicate-key first=1 key=a", "5:1 duplicate-key first=1 key=a"]),
        # Below a line that was mended it may be one that was not meant; above it is one.
        ("b：1\nb: 2\n", ["1:1 full-width-colon key=b"]),
        ("a: 1\na: 2\nb：1\nb: 2\n", ["2:1 duplicate-key first=1 key=a", "3:1 full-width-colon key=b"]),
        ("b：1\na: !x 1\n", ["1:1 full-width-colon key=b", "2:4 tag tag=!x"]),
        # Between brackets: a text that was cut is told where it begins, once on a line.
        ("{甲}\n", ["1:2 missing-colon before= key=甲"]),
        ("{a: 1, b, c}\n", ["1:5 comma-in-text before=a text=b"]),
        ("{a: 1, b,\n c: 3, d}\n", ["1:5 comma-in-text before=a text=b", "2:5 comma-in-text before=c text=d"]),
        ("{x：1, y:2}\n", ["1:2 full-width-colon before= key=x", "1:7 colon-without-space before= key=y"]),
    ],
)
def test_what_is_refused_says_where_and_what(written: str, told: list[str]) -> None:
    assert [
        f"{problem.location.line}:{problem.location.column} "
        + " ".join([problem.code, *(f"{name}={value}" for name, value in sorted(problem.details.items()))])
        for problem in problems(written)
    ] == told
    assert {problem.location.file for problem in problems(written)} == {"f.yml"}


def test_a_file_too_large_is_not_even_read() -> None:
    assert codes(b"#" * MAX_BYTES) == ["empty-file"]
    (problem,) = problems(b"#" * (MAX_BYTES + 1))
    assert (problem.code, problem.location) == ("file-too-large", Location("f.yml"))
    assert problem.details == {"size": str(MAX_BYTES + 1), "limit": str(MAX_BYTES)}


def test_a_long_file_is_not_read_again_to_find_the_mistake() -> None:
    mistake = "\na: x: y\n"
    assert codes(b"#" * (MOST_MENDED - len(mistake)) + mistake.encode()) == ["colon-in-text"]
    assert codes(b"#" * (MOST_MENDED - len(mistake) + 1) + mistake.encode()) == ["yaml-syntax"]


def test_of_very_many_mistakes_a_hundred_are_told() -> None:
    assert codes(b"a: [" + b"!x y, " * 2 * MOST_PROBLEMS + b"]") == ["tag"] * MOST_PROBLEMS


@pytest.mark.parametrize(
    ("nest", "column"),
    [
        (lambda depth: "a: " + "[" * (depth - 1) + "]" * (depth - 1), 43),
        (lambda depth: "a: " + "{b: " * (depth - 2) + "{" + "}" * (depth - 1), 160),
        (lambda depth: "".join(f"{' ' * level}a:\n" for level in range(depth - 1)), 42),
        (lambda depth: "- " * (depth - 1) + "x", 81),
        (lambda depth: "? [k]\n: " + "[" * (depth - 1) + "]" * (depth - 1), 42),
        (lambda depth: "? " + "[" * (depth - 1) + "]" * (depth - 1), 42),
    ],
    ids=["lists", "braces", "keys below keys", "items of items", "values of keys that are lists", "such keys"],
)
def test_nesting_is_refused_where_it_is_too_deep(nest: Callable[[int], str], column: int) -> None:
    def too_deep(depth: int) -> list[tuple[int, dict[str, str]]]:
        try:
            parse(nest(depth).encode(), "f.yml")
        except Unsound as unsound:
            return [(p.location.column, dict(p.details)) for p in unsound.problems if p.code == "too-deep"]
        return []

    assert too_deep(MAX_DEPTH) == []
    assert too_deep(MAX_DEPTH + 1) == [(column, {"limit": str(MAX_DEPTH)})]


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
