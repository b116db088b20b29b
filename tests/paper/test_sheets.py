"""The sheets of the shipped process: whole, tagged, readable in grey, the same every time, and what they promise."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import page as page_validation
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from bs4 import BeautifulSoup
from built_sites import content
from conftest import SITE, Printed, print_shipped
from measured import letters, rows
from PIL import Image, ImageFilter
from tagged import elements

from generator.build import load
from generator.build.folder import read_folder
from generator.checklists import Checklist
from generator.fonts import SUBSTITUTE

ROOT = Path(__file__).parents[2]
HAN = re.compile("[\u4e00-\u9fff]")
GREY_DPI = 150
PHONE_DPI = 100
# A Chinese line has VIN and the like in it.
ENGLISH = {False: "[A-Za-z]", True: "[A-Za-z]{2} [A-Za-z]{2}"}
A5 = (pytest.approx(419.53, abs=0.1), pytest.approx(595.28, abs=0.1))
GROUPS_OF_DELIVERY = 5
ROW = 9  # mm


def pictures(sheet: Printed, dpi: int) -> list[Image.Image]:
    return [page.render(scale=dpi / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(sheet.path)]


def test_there_is_every_sheet_in_both_languages(sheets: dict[str, Printed]) -> None:
    process = load(read_folder(ROOT / "process"))[0]
    kinds = {"workbook", "trainers-guide", "cards-to-cut-out"}
    for stage in process.stages:
        kinds |= {f"{kind}-{stage.id}" for kind in ("card", "quiz", "key")}
        for checklist in stage.checklists:
            kinds |= {f"{prefix}checklist-{stage.id}-{checklist.id}" for prefix in prefixes(checklist)}
    kinds |= {f"exam-{exam.id}-{kind}" for exam in process.exams for kind in ("quiz", "key")}
    expected = {f"{kind}-{language}" for kind in kinds for language in ("zh", "en")}
    assert set(sheets) == {name for name in expected if not (name.startswith("bilingual") and name.endswith("zh"))}


def prefixes(checklist: Checklist) -> set[str]:
    return {"", *(f"{form}-" for form in checklist.forms)}


def test_every_sheet_is_pdf_ua(sheets: dict[str, Printed]) -> None:
    failures = {
        f"{name}: {failure.rule_id} {failure.message}"
        for name, sheet in sheets.items()
        for failure in page_validation.validate_pdf(sheet.path, profile="ua1").failures
    }
    assert failures == set()


def test_every_sheet_has_a_title_its_language_and_bookmarks(sheets: dict[str, Printed]) -> None:
    for sheet in sheets.values():
        assert str(sheet.pdf.Root.Lang).partition("-")[0] == sheet.language
        assert str(sheet.pdf.docinfo.Title)
        assert "/CreationDate" not in sheet.pdf.docinfo
        with sheet.pdf.open_outline() as outline:
            assert outline.root, sheet.kind


def test_every_table_has_header_cells(sheets: dict[str, Printed]) -> None:
    tables = [table for sheet in sheets.values() for table in elements(sheet.pdf, "Table")]
    assert len(tables) > 50
    for table in tables:
        assert "/TH" in _tags(table)


def _tags(node: object) -> set[str]:
    if isinstance(node, pikepdf.Array):
        return {tag for kid in node for tag in _tags(kid)}
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        return {str(node.S)} | _tags(node.get("/K"))
    return set()


def test_every_run_of_text_says_its_language(sheets: dict[str, Printed]) -> None:
    for sheet in sheets.values():
        for run in sheet.runs:
            if HAN.search(run.text):
                assert run.language.startswith("zh"), run
            elif sheet.language == "en" and re.search(ENGLISH[sheet.kind.startswith("bilingual")], run.text):
                assert run.language == "en", run


def test_no_character_is_missing(sheets: dict[str, Printed]) -> None:
    for sheet in sheets.values():
        for run in sheet.runs:
            assert SUBSTITUTE not in run.text
            assert "\ufffd" not in run.text


def test_a_card_is_one_page_and_every_page_says_which_of_how_many_it_is(sheets: dict[str, Printed]) -> None:
    for sheet in sheets.values():
        document = pypdfium2.PdfDocument(sheet.path)
        assert len(document) == 1 or not sheet.kind.startswith("card-")
        stated = "第 {} 页，共 {} 页" if sheet.language == "zh" else "Page {} of {}"
        for number, page in enumerate(document, start=1):
            assert stated.format(number, len(document)) in page.get_textpage().get_text_range()


def test_every_code_leads_to_a_page_of_the_site(sheets: dict[str, Printed], shipped: Path) -> None:
    for sheet in sheets.values():
        codes = zxingcpp.read_barcodes(pictures(sheet, PHONE_DPI)[0])
        assert len(codes) == 1, sheet.path
        address = codes[0].text
        assert address.startswith(SITE)
        assert (shipped / urlsplit(address).path.strip("/") / "index.html").is_file(), address
        assert address in "".join(run.text for run in sheet.runs)


def test_every_sheet_is_linked_from_a_page(shipped: Path) -> None:
    linked = {
        (page.parent / link["href"]).resolve()
        for page in shipped.rglob("index.html")
        for link in BeautifulSoup(page.read_bytes(), "html.parser").select("article a[type='application/pdf']")
    }
    assert linked == {path.resolve() for path in shipped.rglob("*.pdf")}


def test_a_list_with_a_group_a_page_has_each_on_its_own(sheets: dict[str, Printed]) -> None:
    for language in ("zh", "en"):
        document = pypdfium2.PdfDocument(sheets[f"a5-groups-checklist-delivery-handing-over-{language}"].path)
        first, *pages = (page.get_textpage().get_text_range() for page in document)
        assert all(page.get_size() == A5 for page in document)
        assert len(pages) == GROUPS_OF_DELIVERY
        assert not re.search(r"\d\.\d", first)
        for number, text in enumerate(pages, start=1):
            assert set(re.findall(r"(?m)^(\d)\.\d\b", text)) == {str(number)}


def test_no_group_head_is_last_on_a_page(sheets: dict[str, Printed]) -> None:
    for sheet in sheets.values():
        following = zip(sheet.runs, sheet.runs[1:], strict=False)
        for last, first in following:
            if last.page != first.page and last.page + 1 == first.page:
                assert not {"H1", "H2", "H3", "TH"} & set(last.tags), (sheet.path.name, last, first)


def test_a_group_of_a_checklist_begins_on_the_page_of_its_head(sheets: dict[str, Printed]) -> None:
    groups = 0
    for sheet in sheets.values():
        if "checklist-" in sheet.kind:
            waiting = None
            for run in sheet.runs:
                if "H1" in run.tags:
                    waiting = run
                elif waiting and re.fullmatch(r"\d+\.\d+", run.text.strip()):
                    assert run.page == waiting.page, (sheet.path.name, waiting)
                    waiting, groups = None, groups + 1
            assert waiting is None
    assert groups > 50


def test_a_group_is_complete_on_the_page_of_its_last_item(sheets: dict[str, Printed]) -> None:
    groups = 0
    for sheet in sheets.values():
        if "checklist-" in sheet.kind:
            item = None
            for run in sheet.runs:
                if re.fullmatch(r"\d+\.\d+", run.text.strip()):
                    item = run
                elif re.search("本组完成|Group complete", run.text):
                    assert item, sheet.path.name
                    assert run.page == item.page, (sheet.path.name, item)
                    groups += 1
    assert groups > 50


def test_head_and_foot_of_a_bilingual_sheet_are_in_both_languages(sheets: dict[str, Printed]) -> None:
    document = pypdfium2.PdfDocument(sheets["bilingual-checklist-delivery-handing-over-en"].path)
    for number, page in enumerate(document, start=1):
        text = " ".join(page.get_textpage().get_text_range().split())
        assert "奥迪销售流程 Audi sales process" in text
        assert "清单 Checklist" in text
        assert "版本 Revision" in text
        assert f"第 {number} 页，共 {len(document)} 页 Page {number} of {len(document)}" in text


def test_chinese_letters_are_at_least_11_points(sheets: dict[str, Printed]) -> None:
    seen = 0
    for sheet in sheets.values():
        sizes = [
            size
            for page in pypdfium2.PdfDocument(sheet.path)
            for letter, size in letters(page)
            if HAN.match(letter) or (sheet.language == "zh" and letter.isprintable() and not letter.isspace())
        ]
        assert min(sizes, default=11) > 10.99, sheet.path
        seen += len(sizes)
    assert seen > 50_000


def test_every_row_of_a_checklist_has_room_for_handwriting(sheets: dict[str, Printed]) -> None:
    for sheet in sheets.values():
        if "checklist" in sheet.kind:
            found = [height for page in pypdfium2.PdfDocument(sheet.path) for height in rows(page)]
            items = [run for run in sheet.runs if re.fullmatch(r"\d+\.\d+", run.text.strip())]
            assert len(found) > len(items) > 3, sheet.path
            assert min(found) > ROW - 0.01, (sheet.path, min(found))


def test_everything_is_black_on_white(sheets: dict[str, Printed]) -> None:
    """No grey and no colour: a laser would turn them into dots, and a photocopier into nothing."""
    for sheet in sheets.values():
        for page in sheet.pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in {"g", "G", "rg", "RG", "k", "K", "sc", "SC", "scn", "SCN"}:
                    numbers = [float(value) for value in operands if not isinstance(value, pikepdf.Name)]
                    assert set(numbers) <= {0.0} or set(numbers) <= {1.0}, (sheet.path.name, operands)


@pytest.mark.parametrize(
    "name",
    [
        *("card-delivery-zh", "card-delivery-en", "cards-to-cut-out-zh", "trainers-guide-en"),
        *("checklist-delivery-pdi-zh", "checklist-delivery-handing-over-en", "quiz-delivery-zh"),
        *("bilingual-checklist-delivery-handing-over-en", "a5-groups-checklist-delivery-handing-over-zh"),
    ],
)
def test_a_copy_of_a_copy_keeps_letters_and_boxes(sheets: dict[str, Printed], name: str) -> None:
    for original in pictures(sheets[name], GREY_DPI)[:3]:
        first = copied(original)
        second = copied(first)
        assert 0.8 < ink(second) / ink(copied(original, blur=0)) < 1.25
        assert lines_of_text(second) == lines_of_text(first)


def copied(picture: Image.Image, blur: float = 0.6) -> Image.Image:
    """What a copier makes of a picture: a little softer, then black or white."""
    return picture.filter(ImageFilter.GaussianBlur(blur)).point(lambda level: 0 if level < 160 else 255)


def ink(picture: Image.Image) -> int:
    return picture.histogram()[0]


def lines_of_text(picture: Image.Image) -> int:
    """Count the bands of rows that have something black in them."""
    rows = [picture.crop((0, y, picture.width, y + 1)).getextrema()[0] for y in range(picture.height)]
    return sum(1 for before, row in zip([255, *rows], rows, strict=False) if row == 0 and before == 255)


def test_two_printings_are_the_same_bytes(sheets: dict[str, Printed], tmp_path: Path) -> None:
    first = next(iter(sheets.values())).path.parent
    print_shipped(tmp_path / "again")
    assert content(tmp_path / "again") == content(first)
