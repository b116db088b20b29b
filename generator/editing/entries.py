"""The data of the files, changed entry by entry as a workbook says."""

from collections.abc import Iterable, Mapping
from typing import cast

from generator.excel.cells import one_text, said, texts
from generator.excel.columns import Column, Form
from generator.excel.compare import Changed, New
from generator.excel.places import Path, Place, Row
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
        _set(entry, changed.columns, changed.texts)

    def rearrange(self, new: Iterable[tuple[New, str]], removed: Iterable[Row]) -> None:
        """Put `new` rows, each with its id, in their places, and take `removed` ones out."""
        # Lists first: what comes and goes moves the paths of what stands behind it.
        arriving = [(self._list(row.place), row, name) for row, name in new]
        leaving = [(self._list(row.place), row) for row in removed]
        followers: dict[tuple[str, Path, str], int] = {}
        for items, row, name in arriving:
            index = len(items)
            if row.after is not None:
                anchor = (row.place.file, row.place.path, row.after)
                followers[anchor] = followers.get(anchor, 0) + 1
                index = _index(items, row.after) + followers[anchor]
            items.insert(index, self._entry(row, name))
        for items, gone in leaving:
            del items[_index(items, gone.name)]

    def _entry(self, new: New, name: str) -> dict[str, Data]:
        entry: dict[str, Data] = {"id": name}
        _set(entry, new.columns, new.line.texts)
        if self.editors and new.place.source:
            # What a trainer adds must not pass for the words of the block's source.
            entry["source"] = [{"of": self.editors}]
        return entry

    def _list(self, place: Place) -> list[Data]:
        owner = _map(self._at(place.file, place.path[:-1]))
        return cast("list[Data]", owner.setdefault(str(place.path[-1]), []))

    def _at(self, file: str, path: Path) -> Data:
        here: Data = self.data[file]
        for step in path:
            here = here[step]  # type: ignore[index]  # the path comes from this very data
        return here


def _index(items: list[Data], name: str) -> int:
    """Return the position of the entry called `name`; before the first one for no name."""
    own = name.rpartition("/")[2]
    return next((index for index, item in enumerate(items) if _map(item)["id"] == own), -1)


def _set(entry: dict[str, Data], columns: tuple[Column, ...], changed: Mapping[str, str]) -> None:
    fields = list(dict.fromkeys(column.field for column in columns))
    for field in fields:
        own = [column for column in columns if column.field == field]
        if any(column.key in changed for column in own):
            value = _value(entry.get(field), own, changed)
            _place(entry, field, value, ["id", *fields])


def _value(old: Data, columns: list[Column], changed: Mapping[str, str]) -> Data:
    if columns[0].form in (Form.CHOICE, Form.WORD):
        return changed[columns[0].key] or None
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
