"""Plain data that knows where every key and value was written: what source.py makes of a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.problems import Location

Scalar: TypeAlias = str | int | float | bool | None
Value: TypeAlias = "Scalar | Map | Seq"
Mark: TypeAlias = tuple[int, int]  # line and column, from 1


class Map(dict[str, Value]):
    """A mapping that knows its file and where it, each of its keys and each of its values stands."""

    __slots__ = ("file", "key_marks", "mark", "shape", "value_marks")

    def __init__(self, file: str, mark: Mark) -> None:
        super().__init__()
        self.file = file
        self.mark = mark
        self.key_marks: dict[str, Mark] = {}
        self.value_marks: dict[str, Mark] = {}
        self.shape: type | None = None  # the model that last validated it: its fields are the allowed keys


class Seq(list[Value]):
    """A list that knows where each of its items stands."""

    __slots__ = ("mark", "value_marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.value_marks: list[Mark] = []


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed file: its path relative to the process folder and its data.

    `numbers` holds what stands in the file, letter by letter, for each value that is a number or a truth value.
    """

    file: str
    data: Map
    numbers: Mapping[Mark, str] = field(default_factory=dict)


def locate(data: Map, path: tuple[int | str, ...], *, key: bool = False) -> Location:
    """Return where the value at `path` below `data` stands, or with `key` where its key does.

    Steps of the path that the data does not have (a missing key, the name of a type that pydantic adds) are passed
    over, so the answer is the nearest place that exists.
    """
    here: Value = data
    mark = data.mark
    for step in path:
        if isinstance(here, Map) and step in here:
            mark = here.key_marks[str(step)] if key and step == path[-1] else here.value_marks[str(step)]
            here = here[str(step)]
        elif isinstance(here, Seq) and isinstance(step, int) and step < len(here):
            mark, here = here.value_marks[step], here[step]
    return Location(data.file, *mark)
