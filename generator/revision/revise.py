"""Makes a YAML text say something else by changing only what is different: `revise`."""

from generator.problems import Unsound
from generator.revision import fragments
from generator.revision.alignment import Step, align, kept
from generator.revision.data import Data, plain, same
from generator.revision.edits import Edit, Lines, Unrevisable, apply
from generator.revision.layout import Leaf, NoLayout, Pairs, Place, Run, lay_out
from generator.revision.scalars import write
from generator.source import parse

BOM = "\ufeff"


def revise(content: bytes, wanted: dict[str, Data]) -> bytes:
    """Return `content` (YAML that `source.parse` accepts), changed so that it says `wanted`.

    Values that stay keep their bytes, comments and order stay; new keys stand where `wanted` has them, behind the
    nearest one that was there.

    Raises:
        Unrevisable: when that cannot be done to this text.

    """
    old = plain(parse(content, "").data)
    if same(old, wanted):
        return content
    text = content.decode()
    bom = BOM if text.startswith(BOM) else ""
    made = (bom + _revised(text.removeprefix(BOM), old, wanted)).encode()
    try:
        says = plain(parse(made, "").data)
    except Unsound as unsound:
        raise Unrevisable(str(unsound)) from unsound
    if not same(says, wanted):
        raise Unrevisable
    return made


def _revised(text: str, old: Data, wanted: Data) -> str:
    try:
        place = lay_out(text)
    except NoLayout as error:
        raise Unrevisable(str(error)) from error
    changes = _Changes(text)
    changes.value(place, old, wanted, flow=False)
    return apply(text, changes.edits)


class _Changes:
    """Collects the edits by which one value after the other becomes what is wanted."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self.edits: list[Edit] = []

    def value(self, place: Place, old: Data, new: Data, *, flow: bool) -> bool:
        """Change a value in its place; return False where all of it, with its key or dash, has to be written anew."""
        if same(old, new):
            return True
        if isinstance(place, Pairs) and isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
            self._mapping(place, old, new)
        elif isinstance(place, Run) and isinstance(old, list) and isinstance(new, list) and kept(align(old, new)):
            self._sequence(place, old, new)
        elif flow or (isinstance(place, Leaf) and not isinstance(new, dict | list) and place.start < place.end):
            self._replace(place.start, place.end, self._inline(place, new, flow=flow))
        else:
            return False
        return True

    def _inline(self, place: Place, new: Data, *, flow: bool) -> str:
        if isinstance(new, dict | list):
            return fragments.flow(new)
        style = place.style if isinstance(place, Leaf) else ""
        line = self.text[self.lines.start(place.start) :]
        return write(new, flow=flow, style=style, indent=len(line) - len(line.lstrip(" -")) + 2)

    def _mapping(self, place: Pairs, old: dict[str, Data], new: dict[str, Data]) -> None:
        if place.flow and old.keys() != new.keys():
            pairs = [self._flow_pair(place, key, old.get(key), value) for key, value in new.items()]
            self._replace(place.start, place.end, "{" + ", ".join(pairs) + "}")
            return
        for key in old.keys() & new.keys():
            if not self.value(place.values[key], old[key], new[key], flow=place.flow):
                start = place.keys[key].start
                self._replace(start, place.values[key].end, fragments.pair(key, new[key], place.column))
        if not place.flow:
            self._remove_pairs(place, new)
            self._add_pairs(place, new)

    def _flow_pair(self, place: Pairs, key: str, old: Data, new: Data) -> str:
        if key in place.keys and same(old, new):
            return self.text[place.keys[key].start : place.values[key].end]
        return f"{write(key, flow=True)}: {fragments.flow(new)}"

    def _remove_pairs(self, place: Pairs, new: dict[str, Data]) -> None:
        keys = list(place.keys)
        start = place.keys[keys[0]].start
        if keys[0] not in new and self.text[self.lines.start(start) : start].strip():
            # It stands behind a dash: the first one that stays moves up to its place.
            stays = next(index for index, key in enumerate(keys) if key in new)
            self._replace(start, place.keys[keys[stays]].start, "")
            keys = keys[stays:]
        for key in keys:
            if key not in new:
                self._remove_lines(place.keys[key].start, place.values[key].end)

    def _add_pairs(self, place: Pairs, new: dict[str, Data]) -> None:
        line = "\n" + " " * place.column
        first = next(place.keys[key].start for key in place.keys if key in new)
        end: int | None = None
        for key, value in new.items():
            if key in place.keys:
                end = self.lines.end(place.values[key].end)
            elif end is None:
                self._replace(first, first, fragments.pair(key, value, place.column) + line)
            else:
                self._replace(end, end, line + fragments.pair(key, value, place.column))

    def _sequence(self, place: Run, old: list[Data], new: list[Data]) -> None:
        steps = align(old, new)
        if place.flow and len(kept(steps)) < len(steps):
            items = [self._flow_item(place, step, old, new[step.new]) for step in steps if step.new is not None]
            self._replace(place.start, place.end, f"[{', '.join(items)}]")
            return
        line = "\n" + " " * place.column
        first = self._dash(place, kept(steps)[0]) if not place.flow else 0
        end: int | None = None
        for step in steps:
            if step.new is None:
                if step.old is not None:
                    self._remove_lines(self._dash(place, step.old), place.items[step.old].end)
            elif step.old is not None:
                end = self.lines.end(place.items[step.old].end)
                self._item(place, step.old, old[step.old], new[step.new])
            elif end is None:
                self._replace(first, first, fragments.item(new[step.new], place.column) + line)
            else:
                self._replace(end, end, line + fragments.item(new[step.new], place.column))

    def _flow_item(self, place: Run, step: Step, old: list[Data], new: Data) -> str:
        if step.old is not None and same(old[step.old], new):
            return self.text[place.items[step.old].start : place.items[step.old].end]
        return fragments.flow(new)

    def _item(self, place: Run, index: int, old: Data, new: Data) -> None:
        if not self.value(place.items[index], old, new, flow=place.flow):
            start = self._dash(place, index)
            self._replace(start, place.items[index].end, fragments.item(new, place.column))

    def _dash(self, place: Run, index: int) -> int:
        return self.lines.dash(place.items[index].start, place.column)

    def _remove_lines(self, first: int, last: int) -> None:
        """Remove the lines from that of the character `first` to that of `last`."""
        start = self.lines.start(first)
        if start:  # with the line end before them: behind the last of them something new may be added
            self._replace(self.lines.end(start - 1), self.lines.end(last), "")
        else:
            self._replace(0, self.lines.after(last), "")

    def _replace(self, start: int, end: int, text: str) -> None:
        self.edits.append(Edit(start, end, text))
