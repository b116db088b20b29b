"""What the catalogue says of one code: its wording, and how grave it is."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Errors stop the build; warnings stop it only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Kind:
    """The wording of one code: Chinese and English message, Chinese and English hint."""

    zh: str
    en: str
    zh_hint: str
    en_hint: str
    severity: Severity = Severity.ERROR

    def message_in(self, language: str) -> str:
        """Return the message's wording in `language`."""
        return self.zh if language == "zh" else self.en

    def hint_in(self, language: str) -> str:
        """Return the hint's wording in `language`."""
        return self.zh_hint if language == "zh" else self.en_hint

    def guess_in(self, language: str) -> str:
        """Return the wording of a guess in `language`."""
        return "是不是想写“{guess}”？" if language == "zh" else "Did you mean “{guess}”?"
