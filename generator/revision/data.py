"""What a file says without where it says it: plain dictionaries, lists and scalars."""

from typing import TypeAlias

from generator.source import Scalar, Value

Data: TypeAlias = "Scalar | dict[str, Data] | list[Data]"


def plain(value: Value) -> Data:
    """Return a copy of parsed data that can be changed freely."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def same(one: Data, other: Data) -> bool:
    """Whether two values say the same; unlike `==` it tells 1 from 1.0 and from true."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other
