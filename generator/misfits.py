"""Turns what pydantic found wrong with a document into problems: a code, a place, and words for people."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from generator.advice import WANTED, advice
from generator.catalogue import CATALOGUE
from generator.descriptions import descriptions
from generator.guesses import (
    LANGUAGES,
    guess_address,
    guess_date,
    guess_id,
    guess_key,
    guess_language,
    guess_type,
    guess_word,
)
from generator.habits import cut
from generator.located import Document, Map, Seq, Value, locate
from generator.problems import Location, Problem, problem
from generator.source import MOST_PROBLEMS

Path = tuple[int | str, ...]

EMPTY: Final = frozenset({"string_too_short", "too_short"})
CHOICES: Final = frozenset({"literal_error", "enum", "union_tag_invalid"})
MAPPINGS: Final = frozenset({"dict_type", "not-a-mapping-here", "model_type", "model_attributes_type"})
# The key that is missing, where pydantic does not give it as the end of the path.
MISSING: Final = {"missing": "", "union_tag_not_found": "type"}
# The end of a range, by pydantic's error type: its name there, and how it is said in English and in Chinese.
LIMITS: Final = {
    "greater_than_equal": ("ge", "has to be at least {}", "不能小于 {}"),
    "less_than_equal": ("le", "has to be at most {}", "不能大于 {}"),
    "greater_than": ("gt", "has to be more than {}", "要大于 {}"),
    "less_than": ("lt", "has to be less than {}", "要小于 {}"),
}
GUESSES: Final = {
    "bad-id": guess_id,
    "bad-date": guess_date,
    "bad-language": guess_language,
    "bad-address": guess_address,
}


def problems_of(error: ValidationError, document: Document) -> Iterator[Problem]:
    """Yield a problem for each of pydantic's findings, at the place in the document where it can be mended."""
    told: set[tuple[str, Location]] = set()
    for found in error.errors(include_url=False, include_input=False):
        if found["type"] == "too_short" and _has_enough(_value(document.data, found["loc"]), found.get("ctx", {})):
            continue  # it is only short of the items that are wrong, and those have problems of their own
        made = _problem(found["type"], found["loc"], found.get("ctx", {}), found["msg"], document)
        if (made.code, made.location) not in told:
            told.add((made.code, made.location))
            yield made
        if len(told) >= MOST_PROBLEMS:
            return


def _problem(kind: str, path: Path, context: Mapping[str, Any], message: str, document: Document) -> Problem:
    data = document.data
    here = locate(data, path)
    value = _value(data, path)
    if kind == "extra_forbidden":
        return _unknown_key(data, path)
    if kind in MISSING:
        return _missing(MISSING[kind] or str(path[-1]), path, data)
    if kind == "too_short" and isinstance(value, Seq) and value:
        return problem("too-few-items", here, key=_key(path), least=context["min_length"], has=len(value))
    if value is None or kind in EMPTY:
        return _empty(_key(path), _value(data, path[:-1]), here)
    if kind in CHOICES:
        return _choice(kind, context, value, document, path)
    return _misfit(kind, path, context, message, document)


def _has_enough(value: Value, context: Mapping[str, Any]) -> bool:
    return isinstance(value, Seq) and len(value) >= context["min_length"]


def _missing(key: str, path: Path, data: Map) -> Problem:
    owner = _value(data, path[:-1] if path and path[-1] == key else path)
    english, _, chinese = _descriptions(owner).get(key, "").partition("\n\n")
    if key == "type" and not _descriptions(owner):
        english = "If this belongs to the list above, indent it like the items there."
        chinese = "如果它属于上面的列表，请缩进到和那里的各项对齐。"
    elif english:
        english, chinese = f"It says: {english}", f"它的意思：{chinese}"
    return problem("missing-key", locate(data, path), key=key, about=english, about_zh=chinese)


def _empty(key: str, owner: Value, here: Location) -> Problem:
    shape = owner.shape if isinstance(owner, Map) else None
    field = shape.model_fields.get(key) if shape is not None and issubclass(shape, BaseModel) else None
    if key == "type" or (field is not None and field.is_required()):
        return problem("empty", here, key=key, todo="Fill it: it is needed here.", todo_zh="写上内容：这里不能没有它。")
    todo, todo_zh = f"Fill it, or delete “{key}” with it.", f"写上内容，或者连“{key}”一起删掉。"
    return problem("empty", here, key=key, todo=todo, todo_zh=todo_zh)


def _misfit(kind: str, path: Path, context: Mapping[str, Any], message: str, document: Document) -> Problem:
    here = locate(document.data, path)
    value = _value(document.data, path)
    if isinstance(value, str) and isinstance(path[-1], int) and (sign := re.search("[，、]", value)):
        return problem("full-width-sign", here, sign=sign[0], ascii=",")
    if kind in WANTED:
        return _wrong_type(kind, path, document)
    if kind == "string_pattern_mismatch":
        return _language_key(path, document.data)
    if kind in LIMITS:
        name, english, chinese = LIMITS[kind]
        limit = f"{context[name]:g}"
        return problem("out-of-range", here, limit=english.format(limit), limit_zh=chinese.format(limit))
    if kind in CATALOGUE:
        guesser = GUESSES.get(kind)
        return problem(kind, here, **context, guess=guesser(str(value)) if guesser else "")
    return problem("bad-value", here, reason=message)


def _wrong_type(kind: str, path: Path, document: Document) -> Problem:
    here = locate(document.data, path)
    value = _value(document.data, path)
    written = document.numbers.get((here.line, here.column), "")
    if path[-1:] == ("id",) and written:
        return problem("bad-id", here, value=written, guess=guess_id(written))
    if isinstance(value, str) and kind == "tuple_type":
        if re.match(r"-(?!\d+$)\S", value):
            return problem("dash-without-space", here)
        if value.startswith(("［", "【", "｛")):
            return problem("full-width-sign", here, sign=value[0], ascii="{" if value[0] == "｛" else "[")
    if isinstance(value, str) and kind in MAPPINGS:
        code, details = cut(value)
        if code != "comma-in-text":
            return problem(code, here, **details)
    wanted, wanted_zh = WANTED[kind]
    todo, todo_zh = advice(
        kind, str(next((step for step in reversed(path) if isinstance(step, str)), "")), value, written
    )
    return problem("wrong-type", here, wanted=wanted, wanted_zh=wanted_zh, todo=todo, todo_zh=todo_zh)


def _language_key(path: Path, data: Map) -> Problem:
    # Only the keys of a text have a pattern that pydantic itself looks at; it calls the key's own place "[key]".
    key = str(path[-2])
    meant = guess_language(key)
    owner = _value(data, path[:-2])
    if not meant and isinstance(owner, Map) and len(owner) == 1:
        return problem("colon-in-text", Location(data.file, *owner.mark))
    return problem("bad-language", locate(data, path[:-1], key=True), value=key, guess=meant)


def _unknown_key(data: Map, path: Path) -> Problem:
    key = str(path[-1])
    owner = _value(data, path[:-1])
    said = _descriptions(owner)
    place = locate(data, path, key=True)
    if key in LANGUAGES and key not in said:
        return problem("stray-language", place, key=key)
    allowed = [name for name in said if name not in owner] if isinstance(owner, Map) else []
    return problem("unknown-key", place, key=key, allowed=", ".join(allowed or said), guess=guess_key(key, said))


def _choice(kind: str, context: Mapping[str, Any], value: Value, document: Document, path: Path) -> Problem:
    data = document.data
    if kind == "union_tag_invalid":
        place = locate(data, (*path, "type"))
        tag = value.get("type") if isinstance(value, Map) else None
        if tag is None:
            return _empty("type", value, place)
        allowed = _words(context["expected_tags"])
        name = str(tag[0]) if isinstance(tag, Seq) and len(tag) == 1 else str(tag)
        return problem("unknown-type", place, value=name, allowed=", ".join(allowed), guess=guess_type(name, allowed))
    place = locate(data, path)
    owner = _value(data, path[:-1])
    said = _descriptions(owner)
    word = document.numbers.get((place.line, place.column)) or str(value)
    allowed = _words(context["expected"])
    meant = guess_word(word, allowed, said.get(str(path[-1]), ""))
    return problem("not-allowed", place, value=word, allowed=", ".join(allowed), guess=meant)


def _words(expected: object) -> list[str]:
    return [name.strip(" '") for name in str(expected).replace(" or ", ",").split(",")]


def _key(path: Path) -> str:
    steps = [str(step) for step in path if isinstance(step, str) and step not in {"[key]", "one", "many"}]
    return steps[-1] if path and not isinstance(path[-1], int) and steps else "-"


def _descriptions(owner: Value) -> dict[str, str]:
    """Return the keys that can stand in a mapping, with their descriptions."""
    shape = owner.shape if isinstance(owner, Map) else None
    return descriptions(shape) if shape is not None and issubclass(shape, BaseModel) else {}


def _value(data: Map, path: Path) -> Value:
    here: Value = data
    for step in path:
        if isinstance(here, Map) and step in here:
            here = here[str(step)]
        elif isinstance(here, Seq) and isinstance(step, int) and step < len(here):
            here = here[step]
    return here
