"""The base of every model: frozen, strict, closed, and aware of where it was written."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from generator.problems import Location
from generator.source import Map, locate
from generator.text import Text

Item = TypeVar("Item")

# A YAML list, kept as a tuple. Strict pydantic would want a tuple from the start, which YAML cannot write.
Items = Annotated[tuple[Item, ...], Field(strict=False)]
# A word out of a list of words. Strict pydantic would want the member of the enumeration itself.
Choice = Annotated[Item, Field(strict=False)]
# Words that are the same in every language: a number, a label, a date.
Line = Annotated[str, Field(min_length=1)]
SomeItems = Annotated[tuple[Item, ...], Field(strict=False, min_length=1)]


class Node(BaseModel):
    """Something a trainer wrote. Built only from a `Map`, so that it can say where each of its fields stands."""

    # The validators are built when they are first used: most models are only ever used inside another one.
    # Descriptions stay in the docstrings below the fields, where schema.py reads them: it costs 50 ms a start.
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)

    _written: Map = PrivateAttr()

    @model_validator(mode="wrap")
    @classmethod
    def _remember(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401  # pydantic's own signature
        if not isinstance(data, Map):
            raise PydanticCustomError("not-a-mapping-here", "not a mapping")
        data.shape = cls
        node = handler(data)
        node._written = data  # noqa: SLF001  # its own attribute
        return node

    def where(self, *path: int | str, key: bool = False) -> Location:
        """Return where this was written, or the value (with `key` the key) at `path` inside it."""
        if not path:
            return Location(self._written.file, *self._written.mark)
        return locate(self._written, path, key=key)

    def walk(self) -> "Iterator[Node]":
        """Yield this node and every node inside it, in the order of their fields."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            inside: list[Node] = []  # found by their class: pydantic's own `isinstance` is slow
            for value in vars(node).values():
                if type(value) is tuple:
                    inside += [item for item in value if Node in type(item).__mro__]
                elif Node in type(value).__mro__:
                    inside.append(value)
            waiting += reversed(inside)

    def texts(self) -> Iterator[tuple[Text, Location]]:
        """Yield the texts of this node alone, each with its place."""
        for path, text in self.placed_texts():
            yield text, self.where(*path)

    def placed_texts(self) -> Iterator[tuple[tuple[int | str, ...], Text]]:
        """Yield the texts of this node alone, each with its path; their places take longer to find."""
        written = _written_names(type(self))
        for name, value in vars(self).items():
            if isinstance(value, Text):
                yield (written[name],), value
            elif isinstance(value, tuple):
                for index, item in enumerate(value):
                    if isinstance(item, Text):
                        yield (written[name], index), item

    def members(self) -> Iterator[tuple[tuple[int | str, ...], object]]:
        """Yield every field's value with its path; of a tuple every item."""
        written = _written_names(type(self))
        for name, value in vars(self).items():
            if isinstance(value, tuple):
                for index, item in enumerate(value):
                    yield (written[name], index), item
            elif value is not None:
                yield (written[name],), value


@cache
def _written_names(model: type[Node]) -> dict[str, str]:
    """Return the key that a trainer writes for each field."""
    return {name: field.alias or name for name, field in model.model_fields.items()}
