"""YAML text → plain data that knows where every key and value was written. The only module that imports yaml.

Text stays text unless it is plainly true or false, an integer or a decimal (YAML 1.2 core, without the forms that
surprise people: `no`, `12:30`, `007` and `1e3` are text). What trainers never need and attackers do — aliases,
anchors, tags, more documents, deep nesting — is refused with its position.
"""

import re
from collections.abc import Iterator
from typing import Final

import yaml

from generator.encoding import FORBIDDEN, decode
from generator.file_names import misnamed
from generator.habits import Stop, cut, explain_syntax
from generator.habits.signs import WIDE
from generator.located import Document, Map, Mark, Scalar, Seq, Value, locate
from generator.problems import Location, Problem, Unsound, problem

__all__ = ["FORBIDDEN", "Document", "Map", "Mark", "Scalar", "Seq", "Value", "locate", "parse"]

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 40
MOST_PROBLEMS: Final = 100  # of one file that are told in one run
MOST_MENDED: Final = 300_000  # characters of a text that is read again and again to find the mistake in it
MOST_CURES: Final = 20  # syntax errors of one file that are told in one run

NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?")
# What begins the items of a list, also where it was pasted from a chat or Word.
BULLET: Final = re.compile(r" *(?=(?:[-*+]|[0-9]+[.)]) |[•●○▪■◆] *\S|[①-⑳]|[0-9]+、)")
CUT: Final = re.compile(r"[ \t]+#(?=[^\s#])")
BOOLEAN: Final = {"true": True, "false": False}


def parse(content: bytes, file: str) -> Document:
    """Parse one YAML file (UTF-8 bytes) named `file` in problems.

    Raises:
        Unsound: with every problem found. A syntax error is mended as people would, and the rest of the file read.

    """
    if wrong := misnamed(file):
        raise Unsound([wrong])
    if len(content) > MAX_BYTES:
        raise Unsound([problem("file-too-large", Location(file), size=len(content), limit=MAX_BYTES)])
    text = decode(content, file)
    problems: list[Problem] = []
    mended: set[int] = set()
    for _ in range(MOST_CURES):
        composer = _Composer(file, text)
        try:
            data = composer.document(yaml.parse(text, Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as error:
            opened = error.context_mark if "quoted scalar" in (error.context or "") else None
            stop = Stop(_stop(error), (opened.line, opened.column) if opened else None)
            reads_to = _reads_to if len(text) <= MOST_MENDED else lambda _, mark=stop.mark: mark
            explained = explain_syntax(stop, text, file, reads_to)
            if explained.line not in mended:
                problems.append(explained.problem)
            if explained.mended is None:
                break
            mended.add(explained.line)
            text = explained.mended
        else:
            break
    problems += [found for found in composer.problems if not _follows(found, mended)]
    if problems:
        raise Unsound(problems)
    if not isinstance(data, Map):
        raise Unsound([problem("not-a-mapping", Location(file))])
    return Document(file, data, composer.numbers)


def _follows(found: Problem, mended: set[int]) -> bool:
    """Whether a problem may come of how the lines before were mended, and would be gone when people mend them."""
    line = found.location.line - 1
    return line in mended or (found.code == "duplicate-key" and bool(mended) and line > min(mended))


def _stop(error: yaml.MarkedYAMLError) -> Mark:
    """Return where the parser gave up: line and column from 0."""
    mark = error.problem_mark or error.context_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _reads_to(text: str) -> Mark | None:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return None
    except yaml.MarkedYAMLError as error:
        return _stop(error)
    return None


class _Stop(Exception):  # noqa: N818  # ends the reading of one file, is no error of the program
    """Going on would only cost memory: the problem is already noted."""


class _Composer:
    """Turns the events of one document into `Map`, `Seq` and scalars, collecting problems on the way."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.numbers: dict[Mark, str] = {}

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

    def _map(self, start: yaml.MappingStartEvent, depth: int) -> Map:
        result = Map(self.file, _mark(start))
        repeated = False
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse("key-not-text", event)
                self._value(event, depth + 1)
                self._value(next(self.events), depth + 1)
                continue
            key = str(event.value)
            value_event = next(self.events)
            value = self._value(value_event, depth + 1)
            if start.flow_style and _is_missing(event, value_event):
                self._cut(event, key, result)
                continue
            if key in result:
                if not repeated:  # of several in a row, as without the dash of a list, one is told
                    self._refuse("duplicate-key", event, key=key, first=result.key_marks[key][0])
                repeated = True
                continue
            repeated = False
            if key.strip(WIDE) != key:
                self._refuse("wide-space", event)
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

    def _cut(self, event: yaml.Event, key: str, before: Map) -> None:
        """Note that what stands between brackets is a key without a value: a text was cut, or a colon is wrong."""
        code, details = cut(key)
        last = next(reversed(before), "")
        if not last and code == "comma-in-text":  # no text before it was cut
            code, details = "missing-colon", {"key": key.split(maxsplit=1)[0] if key.strip() else key}
        mark = before.value_marks[last] if last and code == "comma-in-text" else _mark(event)
        place = Location(self.file, *mark)
        if not any(found.location.line == place.line and found.code == code for found in self.problems):
            self.problems.append(problem(code, place, before=last, **details))

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text = str(event.value)
        if event.style:  # libyaml gives '' for plain scalars, a quote or block sign for all others
            self._check_escapes(text, event)
            return text
        if text in BOOLEAN:
            self.numbers[_mark(event)] = text
            return BOOLEAN[text]
        number = NUMBER.fullmatch(text)
        if number is not None:
            self.numbers[_mark(event)] = text
            return float(text) if number[1] else int(text)
        self._check_lines(event)
        return text or None

    def _check_lines(self, event: yaml.ScalarEvent) -> None:
        """Note what a text without quotation marks loses: what follows a #, and a list below it."""
        start, end = event.start_mark, event.end_mark
        if not start or not end or end.line >= len(self.lines):
            return
        if match := CUT.match(self.lines[end.line], end.column):
            self.problems.append(problem("cut-by-hash", Location(self.file, end.line + 1, match.end())))
        for number in range(start.line + 1, end.line + 1):
            if match := BULLET.match(self.lines[number]):
                self.problems.append(problem("list-in-text", Location(self.file, number + 1, match.end() + 1)))
                return

    def _check_escapes(self, text: str, event: yaml.ScalarEvent) -> None:
        # What is written as it is was looked at before; only between double quotes there are escapes.
        if event.style == '"' and (match := FORBIDDEN.search(text)):
            self._refuse("control-character", event, character=f"U+{ord(match[0]):04X}")

    def _refuse(self, code: str, event: yaml.Event, **details: object) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Stop
        self.problems.append(problem(code, Location(self.file, *_mark(event)), **details))


def _is_missing(key: yaml.Event, value: yaml.Event) -> bool:
    """Whether there is not even a colon: the (empty) value begins where the key ends."""
    end, start = key.end_mark, value.start_mark
    if not isinstance(value, yaml.ScalarEvent) or value.value or value.style or not end or not start:
        return False
    return (start.line, start.column) == (end.line, end.column)


def _mark(event: yaml.Event) -> Mark:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
