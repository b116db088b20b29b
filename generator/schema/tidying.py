"""Makes what pydantic writes small, and good to complete with."""

from collections.abc import Collection
from typing import Any, Final

from pydantic import TypeAdapter

from generator import blocks, questions, registry
from generator.blocks.base import ID
from generator.catalogue import CATALOGUE
from generator.text import Text

_LANGUAGES: Final = {
    "zh": "中文。\n\nThe text in Chinese.",
    "en": "英文。\n\nThe text in English.",
}
_WRITTEN: Final = TypeAdapter(Text).json_schema()
_STRING, _BY_LANGUAGE = _WRITTEN["anyOf"]

# A text as the editor knows it: what the model takes, written so that the editor marks the very key or value that is
# wrong, and completes the languages.
TEXT: Final[dict[str, Any]] = {
    **_STRING,
    "type": ["string", "object"],
    "errorMessage": "这里应该是文字，放进双引号。 This has to be text, in double quotation marks.",
    "allOf": [
        {
            **{key: value for key, value in _BY_LANGUAGE.items() if key != "type"},
            "properties": {code: _STRING | {"description": said} for code, said in _LANGUAGES.items()},
        }
    ],
    # In quotes and on one line: what is typed between them needs no care for commas, colons and indentation.
    "defaultSnippets": [{"label": "zh, en", "body": '{zh: "$1", en: "$2"}'}],
}


def union(types: Collection[str]) -> str:
    """Return how the union of `types` is called among the definitions."""
    if set(types) <= set(registry.names(blocks)):
        return "Block"
    return "Question" if set(types) == set(registry.names(questions)) else "QuestionInCase"


def inherited(name: str, key: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """Put the schema of a key among the `shared` definitions as `name`; return what refers to it."""
    shared.setdefault(name, key)
    return {"$ref": f"#/$defs/{name}"}


def tidied(schema: Any) -> Any:  # noqa: ANN401  # any part of a schema
    """Return `schema` without titles, defaults and nulls that no trainer writes, and with one definition of texts."""
    if isinstance(schema, list):
        return [tidied(part) for part in schema]
    if not isinstance(schema, dict) or schema == TEXT:
        return schema
    if "discriminator" in schema:
        return {"$ref": f"#/$defs/{union(schema['discriminator']['mapping'])}"}
    made = {key: _tidied_value(key, value) for key, value in schema.items() if not _is_noise(key, value)}
    if made.get("pattern") == f"^{ID}$":
        made["patternErrorMessage"] = f"{CATALOGUE['bad-id'].zh_hint} {CATALOGUE['bad-id'].en_hint}"
    return _without_null(made)


def _tidied_value(key: str, value: Any) -> Any:  # noqa: ANN401  # any part of a schema
    if key in {"properties", "$defs", "patternProperties"}:
        return {name: tidied(part) for name, part in value.items()}
    return tidied(value)


def _is_noise(key: str, value: object) -> bool:
    # A default is what happens without the key: written out by the editor it would only be in the way.
    return (key == "title" and isinstance(value, str)) or key == "default"


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    choices = [choice for choice in schema.get("anyOf", []) if choice != {"type": "null"}]
    if not choices:
        return schema
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    if choices == _WRITTEN["anyOf"]:
        return {"$ref": "#/$defs/Text"} | rest
    return choices[0] | rest if len(choices) == 1 else {"anyOf": choices} | rest
