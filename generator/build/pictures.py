"""Tells from a picture's first bytes and its frame whether browsers and the sheets of paper can show it: `fault`."""

from pathlib import PurePosixPath
from typing import Final
from xml.parsers import expat

PNG: Final = b"\x89PNG\r\n\x1a\n"
# What a format is called at the end of a file's name; the first is the one to advise.
ENDINGS: Final = {
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "gif": (".gif",),
    "webp": (".webp",),
    "svg": (".svg",),
}
# Formats of cameras and of Windows that people rename: by their first bytes, or by the brand of their family.
FOREIGN: Final = {b"II*\0": "TIFF", b"MM\0*": "TIFF", b"BM": "BMP", b"8BPS": "PSD"}
FAMILY: Final = dict.fromkeys((b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1"), "HEIC")
# Markers of a JPEG: start of a frame (but tables that look like one), start of the picture itself.
FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SCAN: Final = 0xDA


def is_picture(path: str) -> bool:
    """Whether the name at the end of `path` is that of a picture."""
    return _named(path) is not None


def fault(path: str, content: bytes) -> tuple[str, dict[str, str]] | None:
    """Return the code of what is wrong with the picture at `path`, with its details; None for anything else.

    A picture whose name says another format than its content is shown by some programs only.
    """
    ending = PurePosixPath(path).suffix.lower()
    named = _named(path)
    if named is None:
        return None
    kind = _kind(content)
    if kind is None and (foreign := _foreign(content)):
        return "foreign-picture", {"ending": ending, "format": foreign}
    if kind is None:
        return "broken-picture", {}
    if kind != named:
        return "wrong-ending", {"ending": ending, "right": ENDINGS[kind][0]}
    return None


def _named(path: str) -> str | None:
    """Return the format of picture that the ending of a file's name says; None for anything else."""
    ending = PurePosixPath(path).suffix.lower()
    return next((kind for kind, endings in ENDINGS.items() if ending in endings), None)


def _foreign(content: bytes) -> str:
    """Return the name of a format that browsers do not show; "" for any other."""
    if content[4:8] == b"ftyp":
        return FAMILY.get(content[8:12], "")
    return next((name for start, name in FOREIGN.items() if content.startswith(start)), "")


def _kind(content: bytes) -> str | None:
    """Return the format of a picture; None where it is none, or ends before what it announces."""
    kind = None
    if content.startswith(PNG):
        kind = "png" if _is_whole_png(content) else None
    elif content.startswith(b"\xff\xd8\xff"):
        kind = "jpeg" if _has_jpeg_frame(content) else None
    elif content.startswith((b"GIF87a", b"GIF89a")):
        kind = "gif" if content.endswith(b";") else None
    elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        kind = "webp" if int.from_bytes(content[4:8], "little") + 8 <= len(content) else None
    elif content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        kind = "svg" if _is_svg(content) else None
    return kind


def _is_whole_png(content: bytes) -> bool:
    at = len(PNG)
    while at + 12 <= len(content):
        length, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND":
            return at <= len(content)
    return False


def _has_jpeg_frame(content: bytes) -> bool:
    """Whether a JPEG says how large it is and gets as far as the picture itself."""
    at, has_frame = 2, False
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:  # a filler
            at += 1
            continue
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
        has_frame |= marker in FRAMES
        if marker == SCAN:
            return has_frame and at < len(content)
    return False


def _is_svg(content: bytes) -> bool:
    """Whether `content` is XML whose outermost element is SVG's; browsers and typst want both."""
    opened: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, _: opened.append(name) if not opened else None
    try:
        content.decode()
        parser.Parse(content, True)  # noqa: FBT003  # expat's own signature
    except (UnicodeDecodeError, expat.ExpatError):
        return False
    return opened[:1] == ["http://www.w3.org/2000/svg svg"]
