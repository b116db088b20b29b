"""YAML text → plain data that knows where every key and value was written. The only module that imports yaml.

Text stays text unless it is plainly true or false, an integer or a decimal (YAML 1.2 core, without the forms that
surprise people: `no`, `12:30`, `007` and `1e3` are text). What trainers never need and attackers do — aliases,
anchors, tags, more documents, deep nesting — is refused with its position.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import yaml

from generator.habits import explain_syntax
from generator.problems import Location, Problem, Unsound, problem

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 40

# Controls that no text needs: C0 and C1 without tab and line ends, non-characters, and the bidirectional controls
# with which text can be made to read differently from what it says.
FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?")
BOOLEAN: Final = {"true": True, "false": False}

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
    """One parsed file: its path relative to the process folder and its data."""

    file: str
    data: Map


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


def parse(content: bytes, file: str) -> Document:
    """Parse one YAML file (UTF-8 bytes) named `file` in problems.

    Raises:
        Unsound: with every problem found; after a syntax error the rest of the file is not read.

    """
    text = _decode(content, file)
    composer = _Composer(file)
    try:
        data = composer.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        raise Unsound([*composer.problems, explain_syntax(error, text, file)]) from error
    if composer.problems:
        raise Unsound(composer.problems)
    if not isinstance(data, Map):
        raise Unsound([problem("not-a-mapping", Location(file))])
    return Document(file, data)


def _decode(content: bytes, file: str) -> str:
    if len(content) > MAX_BYTES:
        raise Unsound([problem("file-too-large", Location(file), size=len(content), limit=MAX_BYTES)])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        raise Unsound([problem("not-utf8", Location(file, line, column))]) from error
    found = [
        problem("control-character", _location_in(text, match.start(), file), character=f"U+{ord(match[0]):04X}")
        for match in FORBIDDEN.finditer(text)
    ]
    if found:
        raise Unsound(found[:20])  # a binary file has thousands
    return text


def _location_in(text: str, index: int, file: str) -> Location:
    line_start = text.rfind("\n", 0, index) + 1
    return Location(file, text.count("\n", 0, index) + 1, index - line_start + 1)


class _Stop(Exception):  # noqa: N818  # ends the reading of one file, is no error of the program
    """Going on would only cost memory: the problem is already noted."""


class _Composer:
    """Turns the events of one document into `Map`, `Seq` and scalars, collecting problems on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> Value:
        """Compose the first document; None for an empty file."""
        self.events = events
        data: Value = None
        seen = False
        try:
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    if seen:
                        self._refuse("second-document", event)
                        break
                    seen = True
                    data = self._value(next(events), 1)
        except _Stop:
            pass
        if not seen and not self.problems:
            self.problems.append(problem("empty-file", Location(self.file)))
        return data

    def _value(self, event: yaml.Event, depth: int) -> Value:
        if depth > MAX_DEPTH:
            self._refuse("too-deep", event, limit=MAX_DEPTH)
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._refuse("alias", event)
            return None
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_properties(event)
            return self._scalar(event)
        if isinstance(event, yaml.CollectionStartEvent):
            self._refuse_properties(event)
        return self._map(event, depth) if isinstance(event, yaml.MappingStartEvent) else self._seq(event, depth)

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse("anchor", event)
        if event.tag is not None:
            self._refuse("tag", event, tag=event.tag)

    def _map(self, start: yaml.Event, depth: int) -> Map:
        result = Map(self.file, _mark(start))
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse("key-not-text", event)
                self._value(event, depth + 1)
                self._value(next(self.events), depth + 1)
                continue
            key = str(event.value)
            value_event = next(self.events)
            value = self._value(value_event, depth + 1)
            if key in result:
                self._refuse("duplicate-key", event, key=key, first=result.key_marks[key][0])
                continue
            self._check_escapes(key, event)
            result[key] = value
            result.key_marks[key] = _mark(event)
            result.value_marks[key] = _mark(value_event)
        return result

    def _seq(self, start: yaml.Event, depth: int) -> Seq:
        result = Seq(_mark(start))
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            result.value_marks.append(_mark(event))
            result.append(self._value(event, depth + 1))
        return result

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text = str(event.value)
        if event.style:  # libyaml gives '' for plain scalars, a quote or block sign for all others
            self._check_escapes(text, event)
            return text
        if not text:
            return None
        if text in BOOLEAN:
            return BOOLEAN[text]
        number = NUMBER.fullmatch(text)
        if number is None:
            return text
        return float(text) if number[1] else int(text)

    def _check_escapes(self, text: str, event: yaml.ScalarEvent) -> None:
        # What is written as it is was looked at before; only between double quotes there are escapes.
        if event.style == '"' and (match := FORBIDDEN.search(text)):
            self._refuse("control-character", event, character=f"U+{ord(match[0]):04X}")

    def _refuse(self, code: str, event: yaml.Event, **details: object) -> None:
        self.problems.append(problem(code, Location(self.file, *_mark(event)), **details))


def _mark(event: yaml.Event) -> Mark:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
