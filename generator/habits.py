"""Explains YAML's syntax errors by what people really do: the parser's own words help nobody who does not know it."""

import re
from typing import Final

from generator.problems import Location, Problem, problem

# What is tried on the line where the parser gave up, first match wins: code, pattern.
ON_THE_LINE: Final = (
    ("tab-indent", re.compile(r"^ *\t")),
    ("full-width-colon", re.compile(r"^\s*(?:- )?[\w-]+\s*(?=：)")),
    ("reserved-start", re.compile(r"(?:^|: |- )\s*(?=[@`%])")),
    ("alias", re.compile(r"(?:: |- )(?=\*)")),
    ("curly-quotes", re.compile(r"(?:: |- )(?=[“”])")),
    ("colon-in-text", re.compile(r"^\s*(?:- )?(?:[\w-]+: )[^\"'\[{].*?(?=: |:$)")),
    ("dash-without-space", re.compile(r"^\s*(?=-[^\s-])")),
    ("text-after-quote", re.compile(r"[:-] +(\"[^\"]*\"|'[^']*')(?=\s*[^\s#,\]}])")),
)


def explain_syntax(error: object, text: str, file: str) -> Problem:
    """Return the problem that most likely caused the parser's `error` in `text`.

    The parser often gives up a line after the mistake: where the line it names shows nothing, the one before is
    looked at. `error` is a `yaml.MarkedYAMLError`; its class is not imported, since only source.py knows yaml.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines() or [""]
    for number in dict.fromkeys((min(line, len(lines) - 1), _previous(lines, line))):
        for code, pattern in ON_THE_LINE:
            if match := pattern.search(lines[number]):
                return problem(code, Location(file, number + 1, match.end() + 1), line=lines[number].strip())
    if line >= len(lines):
        return problem("unfinished", Location(file, line + 1, column + 1))
    return problem("yaml-syntax", Location(file, line + 1, column + 1), reason=getattr(error, "problem", "") or "")


def _previous(lines: list[str], line: int) -> int:
    numbers = [n for n in range(min(line, len(lines)) - 1, -1, -1) if lines[n].strip()]
    return numbers[0] if numbers else 0
