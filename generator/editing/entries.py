"""The data of the files, changed entry by entry as a workbook says."""

from collections.abc import Iterable, Mapping
from typing import cast

from generator.excel.cells import one_text, said, scalar, texts
from generator.excel.columns import Column, Form, fields
from generator.excel.compare import Changed, New
from generator.excel.places import Path, Place, Row
from generator.node import Node
from generator.questions.base import Question
from generator.revision import Data, plain
from generator.source import Document


class Entries:
    """Plain data of each file, by its path; starts as what the files say."""

    def __init__(self, documents: Mapping[str, Document], editors: str = "") -> None:
        self.data: dict[str, dict[str, Data]] = {path: _map(plain(doc.data)) for path, doc in documents.items()}
        self.editors = editors

    def change(self, changed: Changed) -> None:
        """Set the fields whose cells were changed."""
        entry = _map(self._at(changed.row.place.file, changed.row.path))
        _set(entry, changed.sheet.kind.model, changed.columns, changed.texts)

    def rearrange(self, new: Iterable[tuple[New, str]], removed: Iterable[Row]) -> None:
        """Put `new` rows, each with its id, in their places, and take `removed` ones out."""
        made = {id(row): (row, self._entry(row, name)) for row, name in new}
        # Lists first: what comes and goes moves the paths of what stands behind it.
        arriving = [(self._list(row.place, made), row, entry) for row, entry in made.values()]
        leaving = [(self._list(row.place, made), row) for row in removed]
        followers: dict[tuple[int, str], int] = {}
        for items, row, entry in arriving:
            index = len(items)
            if row.after is not None:
                anchor = (id(items), row.after)
                followers[anchor] = followers.get(anchor, 0) + 1
                index = _index(items, row.after) + followers[anchor]
            items.insert(index, entry)
        for items, gone in leaving:
            del items[_index(items, gone.name)]

    def _entry(self, new: New, name: str) -> dict[str, Data]:
        kind = new.sheet.kind
        entry: dict[str, Data] = {"id": name, "type": kind.type} if kind.type else {"id": name}
        _set(entry, kind.model, new.columns, new.line.texts)
        ours: list[Data] = [{"of": self.editors}]
        cited = plain(new.place.source)
        is_asked = issubclass(kind.model, Question) and new.place.inside is None
        if self.editors and "source" in kind.model.model_fields and (cited or is_asked) and cited != ours:
            # What a trainer adds must not pass for the words of the block's source.
            entry["source"] = ours
        return entry

    def _list(self, place: Place, made: Mapping[int, tuple[New, dict[str, Data]]]) -> list[Data]:
        step = str(place.path[-1])
        if place.inside is None:
            owner = _map(self._at(place.file, place.path[:-1]))
            return cast("list[Data]", owner.setdefault(step, []))
        _, owner = made[id(place.inside)]
        if step not in owner:
            _place(owner, step, [], _order(place.inside.sheet.kind.model))
        return cast("list[Data]", owner[step])

    def _at(self, file: str, path: Path) -> Data:
        here: Data = self.data[file]
        for step in path:
            here = here[step]  # type: ignore[index]  # the path comes from this very data
        return here


def _index(items: list[Data], name: str) -> int:
    """Return the position of the entry called `name`; before the first one for no name."""
    own = name.rpartition("/")[2]
    return next((index for index, item in enumerate(items) if _map(item)["id"] == own), -1)


def _set(entry: dict[str, Data], model: type[Node], columns: tuple[Column, ...], changed: Mapping[str, str]) -> None:
    for field in dict.fromkeys(column.field for column in columns):
        own = [column for column in columns if column.field == field]
        if any(column.key in changed for column in own):
            value = _value(entry.get(field), own, changed)
            _place(entry, field, value, _order(model))


def _order(model: type[Node]) -> list[str]:
    return ["id", "type", *(name for name in fields(model) if name != "type")]


def _value(old: Data, columns: list[Column], changed: Mapping[str, str]) -> Data:
    if columns[0].form not in (Form.TEXT, Form.TEXTS):
        return scalar(changed[columns[0].key], columns[0].form)
    by_language = {column.language: changed.get(column.key, said(old, column)) for column in columns}
    return (texts if columns[0].form is Form.TEXTS else one_text)(old, by_language)


def _place(entry: dict[str, Data], field: str, value: Data, order: list[str]) -> None:
    """Set a field; where it is new, behind the nearest one that comes before it in `order`."""
    if value is None:
        entry.pop(field, None)
        return
    if field not in entry:
        before = next(name for name in reversed(order[: order.index(field)]) if name in entry)
        rest = list(entry)[list(entry).index(before) + 1 :]
        entry[field] = value
        for name in rest:
            entry[name] = entry.pop(name)
    entry[field] = value


def _map(value: Data) -> dict[str, Data]:
    return cast("dict[str, Data]", value)
