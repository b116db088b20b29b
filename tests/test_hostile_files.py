"""Content made to break the program is refused with a problem: at once, in little memory, never with a traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mistakes import SOUND

ROOT = Path(__file__).parents[1]
LIMITED = Path(__file__).with_name("limited.py")
LARGE = 900_000  # bytes, below the limit of a file
HUGE = 3_000_000_000

LAUGHS = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n" % (n + 1, n + 1, *[n] * 9) for n in range(97, 108)
)
# Content of glossary.yml, and a code of what is said of it.
CONTENTS = {
    "a billion laughs": (LAUGHS, "anchor"),
    "one anchor and many aliases": (b"a: &a [" + b"x, " * 30_000 + b"]\nb: [" + b"*a, " * 200_000 + b"]\n", "anchor"),
    "an anchor in itself": (b"a: &a [*a]\n", "anchor"),
    "a merge key": (b"a: &a {b: 1}\nc: {<<: *a}\n", "anchor"),
    "brackets in brackets": (b"a: " + b"[" * LARGE, "too-deep"),
    "braces in braces": (b"a: " + b"{b: " * (LARGE // 4), "too-deep"),
    "lists in lists": (b"a:\n  " + b"- " * (LARGE // 2) + b"x\n", "too-deep"),
    "keys in keys": (b"a:\n  " + b"? " * (LARGE // 2) + b"x\n", "too-deep"),
    "maps in maps": (b"".join(b"%sa:\n" % (b" " * depth) for depth in range(1300)), "too-deep"),
    "a tag that calls a function": (b'terms: !!python/object/apply:os.system ["true"]\n', "tag"),
    "a tag of its own": (b"terms: !include /etc/passwd\n", "tag"),
    "very many tags": (b"a: [" + b"!!x y, " * (LARGE // 7) + b"]\n", "tag"),
    "very many documents": (b"--- {}\n" * (LARGE // 7), "second-document"),
    "very many equal keys": (b"a: b\n" * (LARGE // 5), "duplicate-key"),
    "very many wrong keys": (b"".join(b"k%d: 1\n" % n for n in range(LARGE // 24)), "unknown-key"),
    "very many wrong entries": (b"terms:\n" + b"- {}\n" * (LARGE // 50), "missing-key"),
    "a text without end": (b'a: "' + b"x" * LARGE, "unclosed-quote"),
    "colons on one line": (b"a: " * (LARGE // 3), None),
    "colons on very many lines": (b"a: b: c\n" * (LARGE // 8), None),
    "full-width colons": ("键：值\n".encode() * (LARGE // 12), None),
    "tabs": (b"a:\n" + b"\t- b\n" * (LARGE // 5), None),
    "only signs": (b"-?:,[]{}#&*!|>'\"%@`" * (LARGE // 19), None),
    "controls": (b"\x00\x01\x02" * (LARGE // 3), "control-character"),
    "a control as an escape": (b'a: "\\0"\n', "control-character"),
    "half a character as an escape": (b'a: "\\ud800"\n', None),
    "half a character in UTF-8": (b"a: \xed\xa0\x80\n", "not-utf8"),
    "no UTF-8": (b"\xff" * LARGE, "not-utf8"),
    "a file too large": (b"#" * 1_000_001, "file-too-large"),
    "a number too long": (b"terms: " + b"9" * LARGE, None),
    "a line too long": (b"terms:\n- id: " + b"x" * LARGE, None),
    "an emoji too many": (b"a: " + "👩‍👩‍👧‍👦".encode() * (LARGE // 25), None),
}
# Ids, folders and pictures that lead out of their folder, or open a device on Windows.
ELSEWHERE = (
    "../../etc/passwd",
    "..",
    "/etc/passwd",
    "C:\\x",
    "a/../../b",
    "con",
    "aux.png",
    "NUL.svg",
    "com1",
    "x\0",
    "~",
)


def settings(**values: object) -> dict[str, bytes]:
    given = {"title": "x", "languages": ["zh"], "stages": ["a"]} | values
    return {"process.yml": json.dumps(given).encode()}


def with_picture(name: str) -> dict[str, bytes]:
    block = {"id": "b", "type": "figure", "title": "x", "alt": "x", "image": name}
    return {"a/stage.yml": json.dumps({"id": "a", "label": "1", "title": "x", "blocks": [block]}).encode()}


FILES: dict[str, tuple[dict[str, bytes], str | None]] = {
    name: ({"glossary.yml": content}, code) for name, (content, code) in CONTENTS.items()
}
for at in ELSEWHERE:
    FILES[f"the id {at!a}"] = ({"a/stage.yml": json.dumps({"id": at, "label": "1", "title": "x"}).encode()}, None)
    FILES[f"the stage {at!a}"] = (settings(stages=[at]), None)
    FILES[f"the picture {at!a}"] = (with_picture(at), None)


def link_to(target: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "a" / "picture.png").symlink_to(target)


def name_of_bytes(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/a/\xff\xfe.png")).write_bytes(b"x")


def yaml_name_of_bytes(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/a/\xff.yml")).write_bytes(b"a: [")


def huge(name: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        with (folder / name).open("wb") as file:
            file.truncate(HUGE)  # takes no room on the disk

    return make


def deep(folder: Path) -> None:
    inside = folder.joinpath(*["d"] * 400)
    inside.mkdir(parents=True)
    (inside / "page.yml").write_bytes(b"a: [")


FOLDERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link to a file outside": (link_to("/etc/passwd"), "symlink"),
    "a link to what never ends": (link_to("/dev/zero"), "symlink"),
    "a link to a folder outside": (link_to("/"), "symlink"),
    "a link upwards": (link_to("../.."), "symlink"),
    "a link to itself": (link_to("picture.png"), "symlink"),
    "a huge YAML file": (huge("a/page.yml"), "file-too-large"),
    "a huge list of ids": (huge("ids.lock"), "file-too-large"),
    "a huge picture": (huge("a/picture.png"), "picture-too-large"),
    "a name that is no text": (name_of_bytes, "bad-path"),
    "a name of a YAML file that is no text": (yaml_name_of_bytes, "bad-path"),
    "folders in folders": (deep, "unclosed-bracket"),
}


@pytest.fixture(scope="session")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, object]]]:
    """Return for every case how its check ended and what it said, as JSON and as text."""
    root = tmp_path_factory.mktemp("hostile-files")
    for name, (files, _) in FILES.items():
        _made(root / str(list(FILES).index(name)), files)
    for name, (make, _) in FOLDERS.items():
        make(_made(root / _folder(name), {}))
    cases = [*map(_folder, FILES), *map(_folder, FOLDERS)]
    program = [sys.executable, str(LIMITED), str(_made(root / "sound", {})), *(str(root / case) for case in cases)]
    done = subprocess.run(
        program, cwd=ROOT, capture_output=True, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    return {Path(folder).name: ends for folder, ends in json.loads(done.stdout).items()}


def _folder(name: str) -> str:
    return str([*FILES, *FOLDERS].index(name))


def _made(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in ({name: text.encode() for name, text in SOUND.items()} | files).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="limits of time and memory are set as Linux has them")
@pytest.mark.parametrize(("name", "code"), [(name, code) for name, (_, code) in (FILES | FOLDERS).items()])
def test_it_is_refused_at_once(name: str, code: str | None, refused: dict[str, dict[str, dict[str, object]]]) -> None:
    ends = refused[_folder(name)]
    assert {form: (end["status"], end["said"] if end["status"] != 1 else "") for form, end in ends.items()} == {
        "json": (1, ""),
        "text": (1, ""),
    }
    if code is not None:
        assert f'"{code}"' in str(ends["json"]["said"])
