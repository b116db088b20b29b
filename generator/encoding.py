"""Bytes → text: UTF-8 and nothing else, but another encoding is recognised and named."""

import re
from itertools import islice
from typing import Final

from generator.problems import Location, Problem, Unsound, problem

# Controls that no text needs: C0 and C1 without tab and line ends, non-characters, the bidirectional controls with
# which text can be made to read differently from what it says, and spaces and marks without width, which make a key
# or an id another one that looks the same. Emoji and Indic scripts need U+200C and U+200D.
FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
LOST: Final = "\ufffd"  # what an editor shows, and saves, for bytes it cannot read
MOST: Final = 20  # problems of one kind in one file

# How files begin that are no text, whatever their name says.
OTHER_FILES: Final = {
    b"PK\x03\x04": ("a ZIP or Office file", " ZIP 压缩包或 Office 文件"),
    b"\xd0\xcf\x11\xe0": ("an old Office file", "旧版 Office 文件"),
    b"%PDF": ("a PDF", " PDF "),
    b"{\\rtf": ("an RTF document", " RTF 文档"),
    b"\x89PNG": ("a picture", "图片"),
    b"\xff\xd8\xff": ("a picture", "图片"),
}
UTF_16: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
NAMES: Final = {"utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE", "gb18030": "GB18030 (GBK)"}  # as VS Code has them


def decode(content: bytes, file: str) -> str:
    """Return the text of a file, its line ends all the same.

    Raises:
        Unsound: when it is no text, in another encoding than UTF-8, or holds characters that no text needs.

    """
    for start, (what, what_zh) in OTHER_FILES.items():
        if content.startswith(start):
            raise Unsound([problem("not-text", Location(file), what=what, what_zh=what_zh)])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unsound([_undecodable(content, error, file)]) from error
    text = re.sub("\r\n?", "\n", text)
    if found := [*_invisible(text, file), *_lost(text, file)]:
        raise Unsound(found)
    return text


def readable(content: bytes) -> str:
    """Return the text of a file to be shown to people, whatever its encoding."""
    text = content.decode(_codec(content) or "utf-8-sig", "replace").removeprefix("\ufeff")
    return FORBIDDEN.sub("·", re.sub("\r\n?", "\n", text.rstrip("\0")))


def _undecodable(content: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    before = content[: error.start]
    lines = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    if error.reason == "unexpected end of data":
        return problem("unfinished", Location(file, lines, column))
    codec = _codec(content)
    if codec is None:
        where = Location(file, lines, column)
        return problem("not-utf8", where, encoding="another encoding", encoding_zh="其他编码")
    name = NAMES[codec]
    where = Location(file) if codec.startswith("utf-16") else Location(file, lines, column)
    return problem("not-utf8", where, encoding=name, encoding_zh=name)


def _codec(content: bytes) -> str | None:
    """Return the encoding other than UTF-8 that `content` is in, as far as it can be told."""
    for mark, codec in UTF_16.items():
        if content.startswith(mark):
            return codec
    half = len(content) // 4
    if half and content[1::2].count(0) > half:
        return "utf-16-le"
    if half and content[0::2].count(0) > half:
        return "utf-16-be"
    for codec in ("utf-8", "gb18030"):
        try:
            content.decode(codec)
        except UnicodeDecodeError:
            continue
        return None if codec == "utf-8" else codec
    return None


def _invisible(text: str, file: str) -> list[Problem]:
    # An empty end is left when the computer stops while the file is being saved.
    if text.endswith("\0\0") and (end := text.rstrip("\0")) and "\0" not in end:
        return [problem("half-saved", _location_in(text, len(end), file))]
    return [
        problem("control-character", _location_in(text, match.start(), file), character=f"U+{ord(match[0]):04X}")
        for match in islice(FORBIDDEN.finditer(text), MOST)
    ]


def _lost(text: str, file: str) -> list[Problem]:
    places = [match.start() for match in islice(re.finditer(f"{LOST}+", text), MOST)]
    return [problem("lost-character", _location_in(text, place, file)) for place in places]


def _location_in(text: str, index: int, file: str) -> Location:
    line_start = text.rfind("\n", 0, index) + 1
    return Location(file, text.count("\n", 0, index) + 1, index - line_start + 1)
