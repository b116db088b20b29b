"""Turns what pydantic found wrong with a document into problems: a code, a place, and words for people."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from generator.catalogue import CATALOGUE
from generator.problems import Problem, guess, problem
from generator.source import Document, Map, Seq, Value, locate

Path = tuple[int | str, ...]

# What the content has to be, by pydantic's error type: in English and in Chinese.
WANTED: Final = {
    "string_type": ("text", "文字"),
    "not-a-text": ("text, or a text for each language", "文字，或按语言分别写的文字"),
    "int_type": ("a whole number", "整数"),
    "int_from_float": ("a whole number", "整数"),
    "float_type": ("a number", "数字"),
    "bool_type": ("true or false", "true 或 false"),
    "tuple_type": ("a list, each line beginning with “- ”", "列表，每行以“- ”开头"),
    "dict_type": ("“key: value” lines", "“键: 值”"),
    "not-a-mapping-here": ("“key: value” lines", "“键: 值”"),
    "model_type": ("“key: value” lines", "“键: 值”"),
    "model_attributes_type": ("“key: value” lines", "“键: 值”"),
}
EMPTY: Final = frozenset({"string_too_short", "too_short"})
CHOICES: Final = frozenset({"literal_error", "enum", "union_tag_invalid"})
# The key that is missing, where pydantic does not give it as the end of the path.
MISSING: Final = {"missing": "", "union_tag_not_found": "type"}


def problems_of(error: ValidationError, document: Document) -> Iterator[Problem]:
    """Yield a problem for each of pydantic's findings, at the place in the document where it can be mended."""
    for found in error.errors(include_url=False):
        if found["type"] == "too_short" and _value(document.data, found["loc"]):
            continue  # it is only short of the items that are wrong, and those have problems of their own
        yield _problem(found["type"], found["loc"], found.get("ctx", {}), found["msg"], document.data)


def _problem(kind: str, path: Path, context: Mapping[str, Any], message: str, data: Map) -> Problem:
    here = locate(data, path)
    value = _value(data, path)
    if kind == "extra_forbidden":
        return _unknown_key(data, path)
    if kind in MISSING:
        return problem("missing-key", here, key=MISSING[kind] or path[-1])
    if value is None or kind in EMPTY:
        return problem("empty", here)
    if kind in CHOICES:
        return _choice(kind, context, value, data, path)
    return _misfit(kind, path, context, message, data)


def _misfit(kind: str, path: Path, context: Mapping[str, Any], message: str, data: Map) -> Problem:
    here = locate(data, path)
    if kind in WANTED:
        wanted, wanted_zh = WANTED[kind]
        return problem("wrong-type", here, wanted=wanted, wanted_zh=wanted_zh)
    if kind == "string_pattern_mismatch":
        # Only the keys of a text have a pattern that pydantic itself looks at; it calls the key's own place "[key]".
        return problem("bad-language", locate(data, path[:-1], key=True), value=path[-2])
    if kind in CATALOGUE:
        return problem(kind, here, **context)
    return problem("bad-value", here, reason=message)


def _unknown_key(data: Map, path: Path) -> Problem:
    key = str(path[-1])
    allowed = _allowed(data, path)
    place = locate(data, path, key=True)
    return problem("unknown-key", place, key=key, allowed=", ".join(allowed), guess=guess(key, allowed))


def _choice(kind: str, context: Mapping[str, Any], value: Value, data: Map, path: Path) -> Problem:
    if kind == "union_tag_invalid":
        tag, expected = str(context["tag"]), str(context["expected_tags"])
        code, place = "unknown-type", locate(data, (*path, "type"))
    else:
        tag, expected = str(value), str(context["expected"])
        code, place = "not-allowed", locate(data, path)
    allowed = [name.strip(" '") for name in expected.replace(" or ", ",").split(",")]
    return problem(code, place, value=tag, allowed=", ".join(allowed), guess=guess(tag, allowed))


def _value(data: Map, path: Path) -> Value:
    here: Value = data
    for step in path:
        if isinstance(here, Map) and step in here:
            here = here[str(step)]
        elif isinstance(here, Seq) and isinstance(step, int) and step < len(here):
            here = here[step]
    return here


def _allowed(data: Map, path: Path) -> list[str]:
    owner = _value(data, path[:-1])
    shape = owner.shape if isinstance(owner, Map) else None
    if shape is None or not issubclass(shape, BaseModel):
        return []
    return [field.alias or name for name, field in shape.model_fields.items()]
