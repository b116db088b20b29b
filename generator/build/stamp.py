"""Remembers from what the build folder was made, so that nothing is done twice."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from generator.problems import Location, Problem

if TYPE_CHECKING:
    from generator.process import Process

NAME = "stamp.json"


def digest(parts: Mapping[str, Mapping[str, bytes]]) -> str:
    """Return one hash over files, grouped by where they came from."""
    total = hashlib.sha256()
    for part, files in sorted(parts.items()):
        for path, content in sorted(files.items()):
            total.update(f"{part}\0{path}\0{len(content)}\0".encode())
            total.update(content)
    return total.hexdigest()


@dataclass(frozen=True, slots=True)
class Stamp:
    """The hash of all input, the hash of each file made from it, and what was said on the way.

    `texts` is what translations.lock has to say now where that is news; it is not kept.
    """

    input: str
    outputs: Mapping[str, str]
    warnings: tuple[Problem, ...]
    languages: tuple[str, ...]
    has_address: bool
    has_new_ids: bool
    texts: bytes | None = None

    @classmethod
    def of(
        cls,
        key: str,
        warnings: tuple[Problem, ...],
        process: "Process",
        texts: bytes | None = None,
    ) -> Self:
        """Return the stamp for what is made of `process` from input with the hash `key`, over no files yet."""
        return cls(
            key,
            {},
            warnings,
            process.settings.languages,
            has_address=process.settings.site_url is not None,
            has_new_ids=process.has_new_ids(),
            texts=texts,
        )

    def over(self, files: Mapping[str, bytes]) -> Self:
        """Return the stamp over `files`."""
        return replace(self, outputs={path: hashlib.sha256(content).hexdigest() for path, content in files.items()})

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Return the stamp in `folder`; None where there is none that can be understood."""
        try:
            data = json.loads((folder / NAME).read_text(encoding="utf-8"))
            warnings = tuple(
                Problem(code, Location(file, line, column), details)
                for code, file, line, column, details in data["warnings"]
            )
            return cls(
                data["input"],
                data["outputs"],
                warnings,
                tuple(data["languages"]),
                has_address=data["has_address"],
                has_new_ids=data["has_new_ids"],
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def holds(self, folder: Path) -> bool:
        """Whether every file in `folder` is still as it was made."""
        try:
            return all(
                hashlib.sha256((folder / path).read_bytes()).hexdigest() == expected
                for path, expected in self.outputs.items()
            )
        except OSError:
            return False

    def to_bytes(self) -> bytes:
        """Return the stamp as it is written."""
        warnings = [
            (p.code, p.location.file, p.location.line, p.location.column, dict(p.details)) for p in self.warnings
        ]
        data = {
            "input": self.input,
            "outputs": self.outputs,
            "warnings": warnings,
            "languages": self.languages,
            "has_address": self.has_address,
            "has_new_ids": self.has_new_ids,
        }
        return json.dumps(data, ensure_ascii=False).encode()
