"""How a single value is written: in the style it had before where that can say it, else in one that can."""

import re
from collections.abc import Iterator
from typing import Final

from generator.problems import Unsound
from generator.source import Scalar, parse

# What stands between double quotation marks only as an escape: quotes, controls, what a reader cannot see.
ESCAPED: Final = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write(value: Scalar, *, flow: bool, style: str = "", indent: int = 0) -> str:
    """Return `value` as YAML for a place inside braces or brackets (`flow`) or outside of them.

    `style` is that of the value that stood there; `indent` is how far the lines of a literal text move in.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else repr(value)
    for made in _ways(value, flow=flow, style=style):
        if _reads_as(value, made, flow=flow):
            return made.replace("\n", "\n" + " " * indent) if made.startswith("|") else made
    return _double(value)


def _ways(value: str, *, flow: bool, style: str) -> Iterator[str]:
    if "\n" in value:
        if not flow and style != '"':
            yield _literal(value)
        return
    if style == "'":
        yield "'" + value.replace("'", "''") + "'"
    if style != '"':
        yield value


def _literal(value: str) -> str:
    body = value.removesuffix("\n")
    return ("|" if body != value else "|-") + "\n" + body


def _double(value: str) -> str:
    return '"' + ESCAPED.sub(lambda match: SHORT.get(match[0], f"\\u{ord(match[0]):04x}"), value) + '"'


def _reads_as(value: str, made: str, *, flow: bool) -> bool:
    """Whether `made` is read as `value`, after a key as well as after a dash."""
    moved = made.replace("\n", "\n  ")
    trial = f"a: {{b: {made}, c: [{made}, {made}]}}" if flow else f"a: {moved}\nb:\n- {moved}\nc: x"
    try:
        data = parse(trial.encode(), "trial").data
    except (Unsound, UnicodeEncodeError):
        return False
    found = data == {"a": {"b": value, "c": [value, value]}} if flow else data == {"a": value, "b": [value], "c": "x"}
    return bool(found)
