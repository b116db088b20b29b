"""What was read before: while somebody writes, one file of many changes, and the others need not be read again."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from generator.problems import Unsound
from generator.source import Document, parse

if TYPE_CHECKING:
    from generator.validation import Known


class Memory:
    """The documents that files were parsed to, and the models that these were validated to."""

    def __init__(self) -> None:
        self.known: Known = {}
        self._parsed: dict[str, tuple[bytes, Document | Unsound]] = {}

    def parse(self, content: bytes, path: str) -> Document:
        """Do as `source.parse` does, and the same again for the same content.

        Raises:
            Unsound: when the content is wrong.

        """
        before, outcome = self._parsed.get(path, (None, None))
        if outcome is None or before != content:
            try:
                outcome = parse(content, path)
            except Unsound as unsound:
                outcome = unsound.with_traceback(None)
            self._parsed[path] = content, outcome
        if isinstance(outcome, Unsound):
            raise outcome
        return outcome

    def keep_only(self, paths: Collection[str]) -> None:
        """Forget files that are there no more."""
        self._parsed = {path: found for path, found in self._parsed.items() if path in paths}
        self.known = {key: found for key, found in self.known.items() if key[0] in paths}
