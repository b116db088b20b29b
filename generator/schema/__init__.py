"""The JSON Schema of every file a trainer writes, from the models: what an editor offers, explains and marks.

Draft 7, which every YAML editor reads. Keys that several models inherit, and texts, are defined once.
"""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter

from generator.blocks.base import Block
from generator.descriptions import descriptions, owners, subclasses
from generator.node import Node
from generator.questions.base import Question
from generator.schema.examples import FILES, examples
from generator.schema.snippets import skeleton
from generator.schema.tidying import TEXT, inherited, tidied
from generator.schema.words import enum_descriptions

TYPE: Final = {
    "Block": ("What the block is; the other keys depend on it.", "区块的类型，决定可以写哪些键。", "points"),
    "Question": ("What the question is; the other keys depend on it.", "题目的类型，决定可以写哪些键。", "single"),
}


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of the files called `<name>.yml`; each key has its description and an example."""
    model = FILES[name]
    made = TypeAdapter(model).json_schema(by_alias=True)
    definitions: dict[str, Any] = made.pop("$defs", {})
    known_models = list(subclasses(Node))
    models = {title: cls for title in definitions for cls in known_models if _is(cls, title, definitions[title])}
    models[model.__name__] = model
    shared: dict[str, Any] = {}
    for title, definition in [*definitions.items(), (model.__name__, made)]:
        if title in models:
            _explain(definition, models[title], shared)
        elif "enum" in definition:
            _explain_words(definition)
    result = tidied(made | {"$defs": dict(sorted({**definitions, **shared, "Text": TEXT}.items()))})
    known = result["$defs"]
    for union, base, left_out in (
        ("Block", Block, ""),
        ("QuestionInCase", Question, "Case"),
        ("Question", Question, ""),
    ):
        types = [title for title in definitions if title in models and issubclass(models[title], base)]
        if types:
            known[union] = _any(base.__name__, {title: known[title] for title in types if title != left_out}, known)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **result}


def _is(cls: type[BaseModel], title: str, definition: dict[str, Any]) -> bool:
    """Whether pydantic calls `cls` so among the definitions: by its name, or where two share it by its full one."""
    keys = {field.alias or name for name, field in cls.model_fields.items()}
    full = f"{cls.__module__}.{cls.__qualname__}".replace(".", "__")
    return title in {cls.__name__, full} and keys == definition.get("properties", {}).keys()


def _explain(definition: dict[str, Any], model: type[BaseModel], shared: dict[str, Any]) -> None:
    """Give every key its description and example; put keys that `model` inherits into `shared`."""
    definition.pop("description", None)  # the class's docstring is for programmers
    said, shown = descriptions(model), examples()
    keys: dict[str, Any] = definition.get("properties", {})
    for key, owner in owners(model).items():
        if key not in keys:
            continue
        description = said.get(key, "")
        keys[key]["description"] = description
        name = f"{owner.__name__}.{key}"
        if name in shown:
            english, _, chinese = description.partition("\n\n")
            keys[key]["markdownDescription"] = f"{chinese}\n\n{english}\n\n```yaml\n{shown[name]}\n```"
        if owner is not model:
            keys[key] = inherited(name, keys[key], shared)


def _explain_words(definition: dict[str, Any]) -> None:
    """Give every word of an enumeration its meaning in both languages, where the types have words for it."""
    if said := enum_descriptions(frozenset(definition["enum"])):
        definition["markdownEnumDescriptions"] = [said[word] for word in definition["enum"]]


def _any(base: str, types: Mapping[str, dict[str, Any]], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a block or question: its type decides the rest, so that only its own keys are offered."""
    english, chinese, example = TYPE[base]
    names = {definition["properties"]["type"]["const"]: title for title, definition in types.items()}
    said = {
        name: " ".join(reversed(types[title]["properties"]["type"]["description"].split("\n\n")))
        for name, title in names.items()
    }
    kinds = [
        {"if": {"properties": {"type": {"const": name}}}, "then": {"$ref": f"#/$defs/{title}"}}
        for name, title in names.items()
    ]
    return {
        "type": "object",
        "properties": {
            "type": {
                "description": f"{english}\n\n{chinese}",
                "markdownDescription": f"{chinese}\n\n{english}\n\n```yaml\ntype: {example}\n```",
                "enum": list(names),
                "markdownEnumDescriptions": list(said.values()),
            }
        },
        "required": ["type"],
        "dependencies": {"type": {"allOf": kinds}},
        # Whole blocks are offered only where there is no type yet.
        "if": {"properties": {"type": {"not": {}}}},
        "then": {
            "defaultSnippets": [
                {"label": f"type: {name}", "description": said[name], "body": skeleton(types[title], definitions)[0]}
                for name, title in names.items()
            ]
        },
    }


__all__ = ["FILES", "descriptions", "schema"]
