"""The sheets' fonts hold what they promise, and the list of their characters is theirs."""

import pytest
from fontTools.ttLib import TTFont

from generator.fonts import FAMILY, FOLDER, SUBSTITUTE, characters, printable

FONTS = sorted(FOLDER.glob("*.ttf"))


def test_there_is_a_regular_and_a_bold_font_with_their_licence() -> None:
    assert [font.stem for font in FONTS] == ["NotoSansSC-Bold", "NotoSansSC-Regular"]
    assert "SIL Open Font License, Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_the_list_of_characters_is_the_fonts(font: object) -> None:
    opened = TTFont(font)
    assert {chr(code) for code in opened.getBestCmap()} == characters()
    assert opened["name"].getBestFamilyName() == FAMILY


def test_all_of_gb2312_is_there() -> None:
    signs = {
        bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)
    } - {""}
    assert len(signs) == 7445
    assert signs <= characters()


def test_what_is_not_there_gets_a_substitute() -> None:
    assert SUBSTITUTE in characters()
    assert printable("好☑") == f"好{SUBSTITUTE}"
    assert printable("好") == "好"
