"""Plan → files, without touching the disk: one renderer per target."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be written: path relative to the folder of everything generated, and its bytes."""

    path: str
    content: bytes
