"""Feeds the loader and the sanitiser what atheris makes up, until something but a problem comes of it. By hand only.

`pip install atheris` (it has wheels for CPython on Linux), then: `python tests/fuzz/loader.py -max_total_time=3600`
"""

import contextlib
import sys

import atheris

with atheris.instrument_imports(include=["generator"]):
    from generator.encoding import FORBIDDEN
    from generator.problems import Unsound
    from generator.source import parse
    from generator.text import to_html, to_inline_html, to_phrase, to_plain


def one_input(data: bytes) -> None:
    """Parse `data` as a file, and make HTML of it as a text."""
    with contextlib.suppress(Unsound):
        parse(data, "f.yml")
    text = data.decode("utf-8", "ignore")
    for convert in (to_html, to_inline_html, to_phrase, to_plain):
        if not FORBIDDEN.search(text) and FORBIDDEN.search(convert(text)):
            message = f"{convert.__name__} let through what no text needs"
            raise ValueError(message)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
