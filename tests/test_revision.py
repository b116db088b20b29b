"""Changing YAML text: what is wanted is said, and nothing else is touched."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.revision import Unrevisable, append, fragments, plain, revise
from generator.revision.data import Data
from generator.source import FORBIDDEN, parse

ROOT = Path(__file__).parent.parent


def said(content: bytes) -> Data:
    return plain(parse(content, "").data)


CASES = {
    "a plain text": ("a: old # why\nb: x\n", {"a": "new", "b": "x"}, "a: new # why\nb: x\n"),
    "a quoted text stays quoted": ('a: "old" # why\n', {"a": "new"}, 'a: "new" # why\n'),
    "a text that would be a number gets quotes": ("a: x\n", {"a": "12"}, 'a: "12"\n'),
    "a text with a colon gets quotes": ("a: x\n", {"a": "b: c"}, 'a: "b: c"\n'),
    "a text in single quotes": ("a: 'it''s'\n", {"a": "isn't"}, "a: 'isn''t'\n"),
    "a text of several lines": ("a:\n  zh: x\n", {"a": {"zh": "1\n2"}}, "a:\n  zh: |-\n    1\n    2\n"),
    "a literal text stays one": ("a: |\n  1\n  2\nb: x\n", {"a": "1\n3\n", "b": "x"}, "a: |\n  1\n  3\nb: x\n"),
    "inside braces": ("a: {zh: x, en: y} # why\n", {"a": {"zh": "x", "en": "z, w"}}, 'a: {zh: x, en: "z, w"} # why\n'),
    "a language more": ("a: {zh: x} # why\n", {"a": {"zh": "x", "en": "y"}}, "a: {zh: x, en: y} # why\n"),
    "a plain text becomes two": (
        "- {}\n- a: x # why\n  b: y\n".replace("- {}\n", "l:\n"),
        {"l": [{"a": {"zh": "x", "en": "z"}, "b": "y"}]},
        "l:\n- a: {zh: x, en: z} # why\n  b: y\n",
    ),
    "a key more": (
        "# top\na: x\n# below\nc: z\n",
        {"a": "x", "b": "y", "c": "z"},
        "# top\na: x\nb: y\n# below\nc: z\n",
    ),
    "a first key": ("l:\n  - b: y\n", {"l": [{"a": "x", "b": "y"}]}, "l:\n  - a: x\n    b: y\n"),
    "a key less": ("a: x\nb: y # gone\n# stays\nc: z\n", {"a": "x", "c": "z"}, "a: x\n# stays\nc: z\n"),
    "the key behind the dash goes": ("l:\n  - a: x\n    b: y\n", {"l": [{"b": "y"}]}, "l:\n  - b: y\n"),
    "an item more": (
        "l:\n  - id: a # first\n  - id: b\n",
        {"l": [{"id": "a"}, {"id": "n", "t": "x"}, {"id": "b"}]},
        "l:\n  - id: a # first\n  - id: n\n    t: x\n  - id: b\n",
    ),
    "an item less": (
        "l:\n  # one\n  - id: a\n    t: x\n  # two\n  - id: b\n",
        {"l": [{"id": "b"}]},
        "l:\n  # one\n  # two\n  - id: b\n",
    ),
    "lines of Windows": ("a: x\r\nc: z\r\n", {"a": "x", "b": "y", "c": "w"}, "a: x\r\nb: y\r\nc: w\r\n"),
    "a byte order mark": ("\ufeffa: x\n", {"a": "y"}, "\ufeffa: y\n"),
    "a tab between words": ("a: b\tc\nd: x\n", {"a": "b\tc", "d": "y"}, "a: b\tc\nd: y\n"),
    "a list that was empty": ("a: []\n", {"a": [{"id": "x", "t": "y"}]}, "a:\n  - id: x\n    t: y\n"),
}


@pytest.mark.parametrize(("before", "wanted", "after"), CASES.values(), ids=list(CASES))
def test_only_what_is_different_changes(before: str, wanted: dict[str, Data], after: str) -> None:
    assert revise(before.encode(), wanted).decode() == after


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")
    | st.sampled_from("-:#{}[],&*!|>'\"%@` \n?ab中：“”"),
    max_size=20,
).filter(lambda text: not FORBIDDEN.search(text))
KEYS = st.sampled_from(["id", "text", "zh", "en", "items", "a/b", "true", "x y"])
SCALARS = TEXTS | st.integers(-999, 999) | st.booleans() | st.sampled_from(["1", "true", "", "no", "12:30", "a: b"])


def nested(inner: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    entry = st.fixed_dictionaries({"id": st.sampled_from("abcdef"), "text": inner})
    entries = st.lists(entry, max_size=4, unique_by=lambda made: str(made["id"]))
    return st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4) | entries


FILES = st.dictionaries(KEYS, st.recursive(SCALARS, nested, max_leaves=12), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=FILES, after=FILES, newline=st.sampled_from(["\n", "\r\n"]), data=st.data())
def test_any_file_can_come_to_say_anything(
    before: dict[str, Data], after: dict[str, Data], newline: str, data: st.DataObject
) -> None:
    after |= {"kept": "x"}  # a file that keeps nothing is not changed but replaced
    before |= {"kept": "x"}
    written: dict[int, bool] = {}
    with pytest.MonkeyPatch.context() as patch:  # braces or lines: both have to be read
        patch.setattr(fragments, "_on_one_line", lambda v: written.setdefault(id(v), not v or data.draw(st.booleans())))
        content = fragments.block(before, 0).replace("\n", newline).encode() + newline.encode()
    if content.startswith(b"{"):
        return
    assert said(content) == before
    assert revise(content, before) == content
    assert said(revise(content, after)) == after


def test_text_that_cannot_be_changed_without_harm_is_refused() -> None:
    # The blank line belongs to the text: whatever is put behind the text would take it away.
    with pytest.raises(Unrevisable):
        revise(b"l:\n  - a: |+\n      x\n\n  - c: z\n", {"l": [{"a": "x\n\n", "b": "y"}, {"c": "z"}]})


ENTRY = "# What it is for\nid: new\ntext: |\n  one\n\n  two\n# and more\nlast: x\n"
APPENDED = {
    "a list of lines": (
        "l:\n- id: old # the first\n\nz: x\n",
        """l:
- id: old # the first

# What it is for
- id: new
  text: |
    one

    two
  # and more
  last: x

z: x
""",
    ),
    "no list": (
        "a: x",
        """a: x
l:
  # What it is for
  - id: new
    text: |
      one

      two
    # and more
    last: x
""",
    ),
    "a list in brackets": (
        "l: [{id: old}] # all\n",
        """l:
  - {id: old}
  # What it is for
  - id: new
    text: |
      one

      two
    # and more
    last: x # all
""",
    ),
}


@pytest.mark.parametrize(("before", "after"), APPENDED.values(), ids=list(APPENDED))
def test_an_entry_is_appended_with_its_comments(before: str, after: str) -> None:
    assert append(before.encode(), "l", ENTRY).decode() == after


@pytest.mark.parametrize(("library", "home"), [("ruamel", "revision/layout.py"), ("openpyxl", "excel/")])
def test_a_library_stays_in_one_place(library: str, home: str) -> None:
    importing = re.compile(rf"^\s*(from|import) {library}\b", re.MULTILINE)
    files = [path for path in (ROOT / "generator").rglob("*.py") if importing.search(path.read_text(encoding="utf-8"))]
    assert files
    assert [path for path in files if not path.relative_to(ROOT / "generator").as_posix().startswith(home)] == []


def test_the_readable_form_of_new_values() -> None:
    made = {"id": "x", "text": {"zh": "短", "en": "short"}, "long": {"zh": "字" * 40, "en": "w" * 40}, "list": ["a"]}
    expected = f"""
        id: x
        text: {{zh: 短, en: short}}
        long:
          zh: {"字" * 40}
          en: {"w" * 40}
        list: [a]
    """
    assert fragments.block(made, 0) == dedent(expected).strip()
