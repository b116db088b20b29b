"""What to do about a value of the wrong kind, said with the very text that stands there."""

import re
import unicodedata
from typing import Final

from generator.located import Map, Seq, Value

# What the content has to be, by pydantic's error type: in English and in Chinese.
WANTED: Final = {
    "string_type": ("text", "文字"),
    "not-a-text": ("text, or a text for each language", "文字，或按语言分别写的文字"),
    "int_type": ("a whole number", "整数"),
    "int_from_float": ("a whole number", "整数"),
    "float_type": ("a number", "数字"),
    "bool_type": ("true or false", " true 或 false"),
    "tuple_type": ("a list", "列表"),
    "dict_type": ("“key: value” lines", "“键: 值”"),
    "not-a-mapping-here": ("“key: value” lines", "“键: 值”"),
    "model_type": ("“key: value” lines", "“键: 值”"),
    "model_attributes_type": ("“key: value” lines", "“键: 值”"),
}
YES: Final = frozenset({"yes", "y", "on", "true", "是", "对", "真", "1"})
NO: Final = frozenset({"no", "n", "off", "false", "否", "不", "假", "0"})
SOURCES: Final = frozenset({"source", "details_source", "note_source"})

Said = tuple[str, str]  # in English and in Chinese


def advice(kind: str, key: str, value: Value, written: str) -> Said:
    """Say how to mend a `value` of the wrong `kind` under `key`; `written` is a number as it stands in the file."""
    if kind in {"string_type", "not-a-text"}:
        return _for_text(value, written)
    if kind in {"int_type", "int_from_float", "float_type"}:
        return _for_number(value)
    if kind == "bool_type":
        return _for_truth(str(value))
    if kind == "tuple_type":
        return _for_list(key, value, written)
    return _for_mapping(key, value)


def _for_text(value: Value, written: str) -> Said:
    if written:
        return _write(f'"{written}"', "with quotation marks", "加上双引号")
    if isinstance(value, Seq):
        return (
            "Write one text: put the lines of the list after “|”, each indented by two spaces more than the key.",
            "写成一段文字：键后面写“|”，列表的每一行另起一行，比键多缩进两格。",
        )
    return (
        "Write one text, or put it into double quotation marks; look at the indentation of the lines below.",
        "写成一段文字，或者放进双引号；检查下面几行的缩进。",
    )


def _for_number(value: Value) -> Said:
    if isinstance(value, float):
        return _write(f"{value:.0f}", "as a whole number", "用整数")
    text = unicodedata.normalize("NFKC", str(value))
    numbers = re.findall(r"\d+", text)
    if len(numbers) == 1:
        return _write(numbers[0].lstrip("0") or "0", "without quotation marks and unit", "不加引号，不带单位")
    if span := _span(text):
        return _write(span, "as single numbers", "一个一个写数字")
    if len(numbers) > 1 and ":" not in text:
        return _write(", ".join(numbers), "as single numbers", "一个一个写数字")
    return "Write it in digits, without quotation marks.", "用数字写，不加引号。"


def _for_truth(text: str) -> Said:
    plain = text.strip(" “”‘’\"'，。,.").lower()
    if plain in YES:
        return _write("true", "", "")
    if plain in NO:
        return _write("false", "", "")
    return "Write true for yes, false for no.", "是写 true，否写 false。"


def _span(text: str) -> str:
    """Return every number from the first to the last of a span such as `5-7`; "" for anything else."""
    match = re.fullmatch(r"(\d+)\s*[-–—~～至到]\s*(\d+)", text)
    first, last = (int(match[1]), int(match[2])) if match else (0, 0)
    return ", ".join(map(str, range(first, last + 1))) if first < last < first + 20 else ""


def _for_list(key: str, value: Value, written: str) -> Said:
    if isinstance(value, Map):
        if key in SOURCES and "of" in value:
            return "Put [ ] around it: [{of: …}].", "外面加上方括号：[{of: …}]。"
        return "Begin each item with “- ”, also the first one.", "每一项以“- ”开头，第一项也要。"
    text = written or str(value)
    if key in SOURCES:
        return _write(f"[{{of: {text}}}]", "as a list", "用方括号")
    if span := _span(text):
        return _write(f"[{span}]", "as a list", "用方括号")
    items = ", ".join(part.strip() for part in re.split("[,，、;；]", text.strip("[]［］【】")) if part.strip())
    return _write(f"[{items}]", "as a list", "用方括号")


def _for_mapping(key: str, value: Value) -> Said:
    if key in SOURCES:
        return _write(f"{{of: {value}}}", "", "")
    return (
        "Write “- key: value” and the other keys below, in line with the first: compare with another such block.",
        "写成“- 键: 值”，其他键写在下面、与第一个键对齐：可参照别处同类型的区块。",
    )


def _write(text: str, how: str, how_zh: str) -> Said:
    english = f"Write it {how}: {text}" if how else f"Write {text}"
    return english, f"{how_zh}，写成 {text} 。" if how_zh else f"写成 {text} 。"
