"""Sets the sheets of paper: typst templates and JSON in, PDFs out. What has not changed is not set again."""

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.build.engine import EngineError
from generator.build.snapshot import Snapshot, uncollected
from generator.build.stamp import digest
from generator.build.tree import write_files

if TYPE_CHECKING:
    from typst import Compiler

FONTS: Final = Path(__file__).parent.parent / "fonts"
# Folder of all this beside the generated files, and of the PDFs on the site.
PAPER: Final = "paper"
SHEETS: Final = "paper"
MADE: Final = "made"
STAMP: Final = "stamp.json"

# For how many sheets typst keeps all that it has worked out, and from how many bytes on that is worth clearing away.
MEMORY: Final = 10
LARGE: Final = 300_000

Made = dict[str, list[str]]
"""For every sheet, as `<language>/<name>.pdf`: the hash of what it was set from, and of the PDF."""


def set_sheets(snapshot: Snapshot, paper: Path) -> None:
    """Bring all sheets up to date in the folder `paper`; `copy_sheets` takes them from there.

    Raises:
        Unsound: when the content is wrong.
        EngineError: when typst cannot set a sheet; it says which, and why.

    """
    press = Press(paper)
    if not press.has_set(snapshot.key):
        write_files(paper, _content(snapshot), ("templates", "media", "sheets"))
        press.run(snapshot.key)


def copy_sheets(paper: Path, language: str, target: Path) -> tuple[Path, ...]:
    """Copy the PDFs of a language to the folder `target`; return where they are."""
    made = sorted((paper / MADE / language).glob("*.pdf"))
    if made:
        target.mkdir(parents=True, exist_ok=True)
    return tuple(Path(shutil.copyfile(pdf, target / pdf.name)) for pdf in made)


@uncollected()
def _content(snapshot: Snapshot) -> dict[str, bytes]:
    from generator import paper  # noqa: PLC0415  # a run without new sheets does without pydantic

    rendered = {file.path: file.content for file in paper.render(snapshot.plan)}
    return rendered | {f"media/{path}": content for path, content in snapshot.pictures().items()}


@dataclass(frozen=True)
class Press:
    """Sets what the folder `paper` holds: `templates/`, `media/` and `sheets/<language>/<name>.json`."""

    paper: Path

    def has_set(self, key: str) -> bool:
        """Whether the last run was one with `key`, and its PDFs are as it left them."""
        last, made = self._before
        return last == key and all(_hash(self.paper / MADE / entry) == pdf for entry, (_, pdf) in made.items())

    def run(self, key: str = "") -> None:
        """Bring every sheet up to date; `key` stands for all that they were made from.

        Raises:
            EngineError: when typst cannot set a sheet; it says which, and why.

        """
        before, after = self._before[1], Made()
        # Backwards: the large sheets come before typst has taken memory for the small ones.
        for sheet in sorted((self.paper / "sheets").glob("*/*.json"), reverse=True):
            entry = f"{sheet.parent.name}/{sheet.stem}.pdf"
            target = self.paper / MADE / entry
            content = digest({"sheet": {sheet.stem: sheet.read_bytes()}, "all": {"": self._common}})
            if before.get(entry) != [content, _hash(target)]:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(self._set(sheet))
            after[entry] = [content, _hash(target)]
        self._finish(key, after)

    @cached_property
    def _common(self) -> bytes:
        """What every sheet depends on: templates, pictures, fonts, typst."""
        parts = {name: dict(_files(self.paper / name)) for name in ("templates", "media")}
        fonts = {path.name: path.read_bytes() for path in FONTS.glob("*.ttf")}
        return digest(parts | {"fonts": fonts, "typst": {version("typst"): b""}}).encode()

    @cached_property
    def _compiler(self) -> "Compiler":
        from typst import Compiler  # noqa: PLC0415  # 40 MB that a run without new sheets does without

        return Compiler(root=str(self.paper), font_paths=[str(FONTS)], ignore_system_fonts=True)

    def _forget(self) -> None:
        """Make typst let go of what it keeps of earlier sheets: it does so after ten more, however small."""
        for number in range(MEMORY + 1):
            self._compiler.compile(input=f"#set document(date: none)\n{number}".encode(), format="pdf")

    def _set(self, sheet: Path) -> bytes:
        large = sheet.stat().st_size > LARGE
        if large:
            self._forget()
        pdf = self._compiled(sheet)
        if large:
            self._forget()
        return pdf

    def _compiled(self, sheet: Path) -> bytes:
        from typst import TypstError  # noqa: PLC0415  # see above

        address = f"/{sheet.relative_to(self.paper).as_posix()}"
        source = f'#let sheet = json("{address}")\n#import "/templates/" + sheet.kind + ".typ": show-sheet\n#show-sheet(sheet)'
        try:
            pdf = self._compiler.compile(input=source.encode(), format="pdf", pdf_standards=["ua-1"])
        except TypstError as error:
            message = f"{sheet.stem}.pdf: {error.message}\n{error.diagnostic}"
            raise EngineError(message) from error
        if not isinstance(pdf, bytes):
            message = f"{sheet.stem}.pdf: typst made {type(pdf).__name__}, not a PDF"
            raise EngineError(message)
        return pdf

    @cached_property
    def _before(self) -> tuple[str, Made]:
        """The key of the last run, and what it made."""
        try:
            last = json.loads((self.paper / MADE / STAMP).read_bytes())
            return last["key"], {entry: [content, pdf] for entry, (content, pdf) in last["made"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return "", {}

    def _finish(self, key: str, after: Mapping[str, list[str]]) -> None:
        for path in (self.paper / MADE).glob("*/*.pdf"):
            if path.relative_to(self.paper / MADE).as_posix() not in after:
                path.unlink()
        (self.paper / MADE).mkdir(parents=True, exist_ok=True)
        (self.paper / MADE / STAMP).write_text(json.dumps({"key": key, "made": after}), encoding="utf-8")


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
