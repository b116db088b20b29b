"""What Excel makes of what people type, and what becomes of it here."""

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from excel_round import FILES, SHEETS, back, cell, out, problems, saved
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from generator.catalogue import Severity
from generator.excel.writing import put
from generator.source import parse


def payment(files: dict[str, str]) -> dict[str, Any]:
    """The signal that most tests change, as it stands in the file."""
    blocks: Any = parse(files["a/stage.yml"].encode(), "").data["blocks"]
    return dict(blocks[0]["items"][0])


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5 °C", "@home", "=HYPERLINK(1)", "_x0041_", "'it", "1.10", "TRUE"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    files = FILES | {"a/stage.yml": FILES["a/stage.yml"].replace("谈付款", f'"{text}"')}
    book = out(files)
    here = cell(book, "signals", "payment", "text.zh")
    assert (here.data_type, here.number_format) == ("s", "@")
    assert here.quotePrefix == text.startswith(("=", "+", "-", "@"))
    assert back(files, book) == {}
    fresh = out(FILES)
    put(cell(fresh, "signals", "payment", "text.zh"), text)
    assert payment(back(FILES, fresh))["text"]["zh"] == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ｍｅｄｉｕｍ", "medium"), (" weak \n", "weak"), ("weak\u3000", "weak")],
)
def test_words_from_a_list_may_be_typed_in_full_width(typed: str, meant: str) -> None:
    book = out(FILES)
    cell(book, "signals", "payment", "strength").value = typed
    assert f"strength: {meant}" in back(FILES, book)["a/stage.yml"]


@pytest.mark.parametrize(("typed", "meant"), [(3, '"3"'), (1.15, '"1.15"'), ("１．２０", '"1.20"'), (2.0, '"2"')])
def test_a_number_is_the_text_that_it_looks_like(typed: object, meant: str) -> None:
    book = out(FILES)
    here = cell(book, "steps", "thank", "number")
    here.value = typed
    here.number_format = "General"
    assert f"number: {meant}" in back(FILES, book)["a/stage.yml"]


def test_spaces_and_line_ends_at_the_ends_are_no_change() -> None:
    book = out(FILES)
    cell(book, "signals", "payment", "text.zh").value = " 谈付款\u3000\n"
    # `_x000D_` is how a workbook keeps the first half of a line end of Windows.
    cell(book, "signals", "colour", "explanation.zh").value = "第一行_x000D_\n第二行 "
    cell(book, "signals", "payment", "utterances.zh").value = "“首付多少？” _x000D_\n“分两次？”\n\n"
    assert back(FILES, book) == {}


@pytest.mark.parametrize(
    ("value", "number_format", "what"),
    [
        (datetime(2026, 11, 23, tzinfo=UTC).replace(tzinfo=None), "yyyy-mm-dd", "a date or time"),
        (True, "General", "TRUE or FALSE"),
        (0.2, "0%", "a number in a format of its own"),
        (123456789012345, "General", "a number in a format of its own"),
        ("#N/A", "General", "an error"),
    ],
)
def test_what_is_no_text_is_not_guessed_at(value: object, number_format: str, what: str) -> None:
    book = out(FILES)
    here = cell(book, "signals", "payment", "text.zh")
    here.value, here.number_format = value, number_format
    (found,) = problems(FILES, book)
    assert (found.code, found.location.sheet, found.location.cell) == ("cell-not-text", SHEETS["signals"], "C3")
    assert found.details["what"] == what


TYPED = st.text(
    st.characters(exclude_categories=("Cs",)) | st.sampled_from("=+-@'\"#:{}[]|>\n _x0041_，：“”中"), max_size=40
).filter(lambda text: not ILLEGAL_CHARACTERS_RE.search(text))


@pytest.fixture(scope="module")
def made() -> bytes:
    return saved(out(FILES))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TYPED)
def test_any_text_comes_back_or_is_named_with_its_cell(made: bytes, text: str) -> None:
    book = load_workbook(BytesIO(made))
    put(cell(book, "signals", "payment", "text.zh"), text)
    if errors := [problem for problem in problems(FILES, book) if problem.severity is Severity.ERROR]:
        assert {str(problem.location) for problem in errors} == {"t.xlsx 信号 Signals!C3"}
        return
    said = payment(FILES | back(FILES, book))["text"]["zh"]
    assert said == re.sub(r"\r\n?", "\n", text).strip()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=st.lists(TYPED.map(lambda text: re.sub(r"[\r\n↵]", " ", text)).filter(str.strip), min_size=1, max_size=4))
def test_any_lines_come_back_or_are_named_with_their_cell(made: bytes, lines: list[str]) -> None:
    book = load_workbook(BytesIO(made))
    for key in ("utterances.zh", "utterances.en"):
        put(cell(book, "signals", "payment", key), "\n".join(lines))
    if errors := [problem for problem in problems(FILES, book) if problem.severity is Severity.ERROR]:
        assert {(problem.location.sheet, problem.location.line) for problem in errors} == {(SHEETS["signals"], 3)}
        return
    said = payment(FILES | back(FILES, book))["utterances"]
    assert [item["zh"] for item in said] == [line.strip() for line in lines]
