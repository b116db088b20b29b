"""A picture that nothing can open is named before anything is built; every other one goes onto paper."""

from io import BytesIO
from pathlib import Path

import pytest
import typst
from PIL import Image

from generator.build import load
from generator.build.folder import read_folder
from generator.build.pictures import fault
from generator.problems import Unsound

FORMATS = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP", "bmp": "BMP"}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="5" height="5"/></svg>'


def saved(ending: str) -> bytes:
    target = BytesIO()
    Image.linear_gradient("L").convert("RGB").save(target, FORMATS[ending])
    return target.getvalue()


def pictures() -> dict[str, bytes]:
    """Return pictures of every format under every name, whole and cut off, by their file names."""
    whole = {ending: saved(ending) for ending in FORMATS} | {"svg": SVG}
    made: dict[str, bytes] = {}
    for named in ("png", "jpg", "gif", "webp", "svg"):
        made |= {f"{ending}-as.{named}": content for ending, content in whole.items()}
        made |= {f"first-{count}.{named}": whole[named][:count] for count in (0, 3, 8, 24, len(whole[named]) - 12)}
        made[f"a-text.{named}"] = "图片".encode()
    # A copier that took it for a text; another alphabet; a page of the web; a mark in front, a comment in front.
    made["line-ends.png"] = whole["png"].replace(b"\r\n", b"\n")
    made["wide.svg"] = SVG.decode().encode("utf-16")
    made["page.svg"] = b"<html></html>"
    made["mark.svg"] = b"\xef\xbb\xbf" + SVG
    made["comment.svg"] = b"<?xml version='1.0'?><!-- made by hand -->" + SVG
    del made[f"first-{len(whole['jpg']) - 12}.jpg"]  # what is missing is grey, nothing more
    return made


@pytest.mark.parametrize("name", pictures())
def test_what_is_let_through_can_be_set(name: str, tmp_path: Path) -> None:
    content = pictures()[name]
    (tmp_path / name).write_bytes(content)
    try:
        typst.compile(f'#image("/{name}")'.encode(), root=str(tmp_path), format="pdf")
    except typst.TypstError:
        assert fault(name, content) is not None
    else:
        assert fault(name, content) is None


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (saved("jpg"), "wrong-ending"),
        (saved("png")[:99], "broken-picture"),
        (b"", "broken-picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "foreign-picture"),
        (saved("bmp"), "foreign-picture"),
    ],
    ids=["a JPEG", "cut off", "empty", "of an iPhone", "a BMP"],
)
def test_the_file_is_named(content: bytes, found: str, tmp_path: Path) -> None:
    (tmp_path / "process.yml").write_text("title: P\nlanguages: [en]\nstages: []\n", encoding="utf-8")
    (tmp_path / "seat.png").write_bytes(content)
    with pytest.raises(Unsound) as unsound:
        load(read_folder(tmp_path))
    assert [(str(one.location), one.code) for one in unsound.value.problems] == [("seat.png:1:1", found)]
