"""From what an entry says to what a cell shows, and back."""

import hashlib
import re
from typing import Final

from generator.excel.columns import Column, Form
from generator.revision import Data

LONGEST: Final = 32_767  # characters that Excel keeps in a cell
TOO_LONG: Final = "（文字超过单元格的上限，请在 YAML 里修改 / longer than a cell can be: change it in the YAML file）"

# What people write for true and false.
YES: Final = frozenset({"true", "yes", "y", "是", "对", "√", "✓", "1"})
NO: Final = frozenset({"false", "no", "n", "否", "错", "×", "0"})

NUMBER: Final = re.compile(r"([-+]?[0-9]+)|[-+]?[0-9]*\.[0-9]+")

# A line end inside one text of a list, where each line of the cell is a text.
INNER_LINE: Final = "↵"

FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def shown(value: Data, column: Column) -> str:
    """Return what the cell in `column` shows for `value`, the field as it is written in the file."""
    made = said(value, column)
    return made if len(made) <= LONGEST else TOO_LONG


def said(value: Data, column: Column) -> str:
    """Return all that `value` says in the language of `column`, however long it is."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        lines = [_in(item, column.language).strip().replace("\n", f" {INNER_LINE} ") for item in value]
        return understood("\n".join(lines), Form.TEXTS)
    return understood(_in(value, column.language), column.form)


def understood(text: str, form: Form) -> str:
    """Return the text of a cell without what people cannot see or do not mean: line ends, spaces at the ends.

    Words out of a list and numbers lose their full-width letters, too; in texts these are as good as any.
    """
    text = re.sub(r"\r\n?", "\n", text)
    if form is Form.TEXTS:
        lines = [line.strip() for line in text.split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        return "\n".join(lines)
    if form is Form.FLAG:
        word = narrow(text).lower()
        return "true" if word in YES else "false" if word in NO else word
    return text.strip() if form is Form.TEXT else narrow(text)


def narrow(text: str) -> str:
    """Return `text` with ordinary letters, digits and spaces for full-width ones, and no spaces at its ends."""
    return text.translate(FULL_WIDTH).strip()


def digest(text: str) -> str:
    """Return what a workbook remembers of a cell, to tell later whether it was changed."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def scalar(text: str, form: Form) -> Data:
    """Return what stands in the file for a cell that says `text`, itself where it is not what belongs there."""
    if form is Form.FLAG:
        return {"true": True, "false": False}.get(text, text) if text else None
    if form is Form.NUMBER and (match := NUMBER.fullmatch(text)):
        return int(text) if match[1] else float(text)
    return text or None


def one_text(old: Data, texts: dict[str, str]) -> Data:
    """Return a text that says `texts` (by language; empty ones are left out) as `old` is written; None for nothing.

    A plain string stays one as long as it serves every language, and a process of one language needs no other.
    """
    if (isinstance(old, str) and len(set(texts.values())) == 1) or (old is None and len(texts) == 1):
        return _like(old, next(iter(texts.values()))) or None
    before = old if isinstance(old, dict) else {}
    made: dict[str, Data] = {}
    for language in [*before, *(language for language in texts if language not in before)]:
        text = texts.get(language, "")
        kept = before.get(language)
        if text:
            made[language] = _like(kept, text)
        elif language not in texts and kept is not None:
            made[language] = kept  # a language that has no column
    return made or None


def texts(old: Data, lines: dict[str, str]) -> Data:
    """Return a list of texts from cells with a line for each, by language; None for nothing.

    Texts that say what they said stay as they are written in `old`.
    """
    before = list(old) if isinstance(old, list) else []
    split = {language: text.split("\n") if text else [] for language, text in lines.items()}
    made: list[Data] = []
    for index in range(max(map(len, split.values()), default=0)):
        line = {language: _inner(part[index]) for language, part in split.items() if index < len(part)}
        line = {language: line.get(language, "") for language in lines}
        same = next((item for item in before if _says(item, line)), None)
        old_item = same if same is not None else before[index] if index < len(before) else None
        if (item := one_text(old_item, line)) is not None:
            made.append(item)
    return made or None


def _in(value: Data, language: str) -> str:
    if isinstance(value, dict):
        value = value.get(language, "")
    return re.sub(r"\r\n?", "\n", str(value))


def _inner(line: str) -> str:
    return re.sub(rf" ?{INNER_LINE} ?", "\n", line).strip()


def _says(item: Data, line: dict[str, str]) -> bool:
    return all(_in(item, language).strip() == text for language, text in line.items())


def _like(old: Data, text: str) -> str:
    """Return `text`, with the line end that YAML leaves behind a text of several lines where there was one."""
    if isinstance(old, str) and old.strip() == text:
        return old
    return text + "\n" if isinstance(old, str) and old.endswith("\n") and text else text
