"""What the person at the terminal reads: the sentences of ``words.toml`` in the system's language."""

import io
import locale
import os
import sys
from collections.abc import Mapping
from pathlib import Path

SENTENCES = Path(__file__).with_name("words.toml")


class Stop(Exception):  # noqa: N818  no error of the program: the end of a start, said in one sentence
    """Why the start cannot go on.

    ``detail`` holds the last lines of the tool that failed, "" where the sentence says it all.
    """

    def __init__(self, sentence: str, detail: str = "", **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.detail = detail
        self.values = values


def language(variables: Mapping[str, str]) -> str:
    """Language of the system, ``zh`` or ``en``; Windows tells it by its locale only."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    told = [variables[name] for name in names if variables.get(name)] + [locale.setlocale(locale.LC_CTYPE)]
    return "zh" if told[0].lower().startswith(("zh", "chinese")) else "en"


def phrase(sentence: str, **values: object) -> str:
    """Sentence in the language of the system."""
    import tomllib  # noqa: PLC0415  a start with nothing to say does without it

    sentences = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))
    return str(sentences[sentence][language(os.environ)]).format(**values)


def say(sentence: str, **values: object) -> None:
    """Tell what happens, on the error stream: the output belongs to the command."""
    print(phrase(sentence, **values), file=sys.stderr, flush=True)


def quote(line: str) -> None:
    """Show a line of a tool."""
    print(f"    {line.strip()}", file=sys.stderr, flush=True)


def explain(stop: Stop) -> None:
    """Tell why the start ended."""
    say(stop.sentence, **stop.values)
    for line in stop.detail.splitlines():
        quote(line)


def never_fail_on_encoding() -> None:
    """Let a console that lacks a character show a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
