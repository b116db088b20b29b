"""Where every value of a YAML text begins and ends. The only module that imports ruamel.yaml.

source.py knows where a value begins; to replace it one has to know where it ends, too.
"""

from dataclasses import dataclass
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

Span: TypeAlias = tuple[int, int]


class NoLayout(Exception):  # noqa: N818  # the house names exceptions by what they say
    """ruamel.yaml does not read what libyaml read."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar: its place in the text, the column it begins in (from 0), and its style: "", `"`, `'`, `|` or `>`."""

    start: int
    end: int
    column: int
    style: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping: `flow` where it is written in braces; `end` is behind its last value or its brace."""

    start: int
    end: int
    column: int
    flow: bool
    keys: dict[str, Leaf]
    values: "dict[str, Place]"


@dataclass(frozen=True, slots=True)
class Run:
    """A sequence: `flow` where it is written in brackets; `column` is that of its dashes."""

    start: int
    end: int
    column: int
    flow: bool
    items: "tuple[Place, ...]"


Place: TypeAlias = Leaf | Pairs | Run


def lay_out(text: str) -> Pairs:
    """Return the layout of a text that `source.parse` accepts; indices count characters of `text`.

    Raises:
        NoLayout: when ruamel.yaml reads it otherwise.

    """
    try:
        # ruamel.yaml refuses tabs in places where libyaml takes them for spaces; for the layout they are.
        node = YAML(typ="safe", pure=True).compose(text.replace("\t", " "))
    except YAMLError as error:
        raise NoLayout(str(error)) from error
    place = _place(node, text)
    if not isinstance(place, Pairs):
        raise NoLayout(type(node).__name__)
    return place


def _place(node: object, text: str) -> Place:
    if isinstance(node, MappingNode):
        start, end, column = _mark(node)
        keys = {key.value: _leaf(key, text) for key, _ in node.value}
        values = {key.value: _place(value, text) for key, value in node.value}
        flow = bool(node.flow_style)
        return Pairs(start, end if flow else max(v.end for v in values.values()), column, flow, keys, values)
    if isinstance(node, SequenceNode):
        start, end, column = _mark(node)
        items = tuple(_place(item, text) for item in node.value)
        flow = bool(node.flow_style)
        return Run(start, end if flow else items[-1].end, column, flow, items)
    return _leaf(node, text)


def _leaf(node: object, text: str) -> Leaf:
    if not isinstance(node, ScalarNode):
        raise NoLayout(type(node).__name__)
    start, end, column = _mark(node)
    style = node.style or ""
    if style in ("|", ">"):  # ends, for ruamel.yaml, where the next token begins
        end = start + len(text[start:end].rstrip())
    return Leaf(start, end, column, style)


def _mark(node: MappingNode | SequenceNode | ScalarNode) -> tuple[int, int, int]:
    return node.start_mark.index, node.end_mark.index, node.start_mark.column
