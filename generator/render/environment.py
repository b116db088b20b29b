"""The Jinja environment: finds templates beside their types, and writes texts in the reader's language."""

import json
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import crc32

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket, FileSystemBytecodeCache
from jinja2.runtime import Context
from markupsafe import Markup

from generator import blocks, questions
from generator.blocks.base import Block, Entry
from generator.render.unread import unread
from generator.render.words import words_of_type
from generator.text import Text, join_lines, to_html, to_inline_html, to_phrase, to_plain

if TYPE_CHECKING:
    from generator.questions.base import Question

TEMPLATES: Final = Path(__file__).parent.parent / "templates"
PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")


class _CompiledTemplates(FileSystemBytecodeCache):
    """Keeps compiled templates where Python keeps compiled modules, and like Python only where it may.

    Compiling them all takes as long as a thousand texts. What this module says is compiled into them, so they are
    kept apart for each of its versions.
    """

    def __init__(self) -> None:
        version = crc32(Path(__file__).read_bytes())
        super().__init__(str(Path(cache_from_source(str(TEMPLATES / "template"))).parent), f"{version:08x}-%s.template")

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)


@cache
def environment() -> Environment:
    """Return the environment; page templates by name, a block's as `blocks/<type>/<target>`."""
    made = Environment(
        loader=ChoiceLoader(
            [
                FileSystemLoader(TEMPLATES),
                PrefixLoader(
                    {
                        kind.__name__.rpartition(".")[2]: FileSystemLoader(kind.__path__[0])
                        for kind in (blocks, questions)
                    }
                ),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_CompiledTemplates(),
    )
    made.filters |= {
        "md": as_blocks,
        "inline": as_inline,
        "phrase": as_phrase,
        "plain": as_plain,
        "heading": as_heading,
        "literal": as_literal,
        "web": as_section,
        "type_name": as_type_name,
        "json": as_json,
        "question": as_question,
        "unread": unread,
    }
    return made


@pass_context
def as_blocks(context: Context, text: Text) -> Markup:
    """Write `text` as paragraphs and lists; marked with its `lang` where it is not in the reader's language."""
    return _written(context, text, to_html, "div")


@pass_context
def as_inline(context: Context, text: Text) -> Markup:
    """Write `text` inside a sentence; marked with its `lang` where it is not in the reader's language."""
    return _written(context, text, to_inline_html, "span")


@pass_context
def as_phrase(context: Context, text: Text) -> Markup:
    """Write `text` as a name, which may stand in a link or a heading; marked with its `lang` like the others."""
    return _written(context, text, to_phrase, "span")


@pass_context
def as_plain(context: Context, text: Text) -> str:
    """Write `text` without markup, for attributes and titles."""
    return to_plain(text.in_language(context["language"], context["first"])[0])


@pass_context
def as_heading(context: Context, text: Text) -> Markup:
    """Write `text` for a Markdown heading of the page: every sign that Markdown could see more in is an entity."""
    words, language = text.in_language(context["language"], context["first"])
    return Markup(_marked(as_literal(to_plain(words)), language, context["language"], "span"))  # noqa: S704  # `as_literal` makes it safe


def as_literal(words: str) -> Markup:
    """Write `words` for a line of the page's Markdown, so that they mean nothing but themselves."""
    safe = PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", " ".join(words.splitlines()))
    return Markup(safe)  # noqa: S704  # every sign with a meaning is an entity


@pass_context
def as_section(context: Context, block: Block) -> Markup:
    """Write a block with the template of its type, on one line: the engine's Markdown must see no line begin in it."""
    name = type_of(block)
    template = context.environment.get_template(f"blocks/{name}/web.html.jinja")
    own = words_of_type(name, context["language"])
    made = template.render({**context.get_all(), "block": block, "own": own})
    return Markup(join_lines(made))  # noqa: S704  # made by an escaping template


@pass_context
def as_question(context: Context, question: "Question") -> Markup:
    """Write a question with the template of its type, on one line."""
    from generator.render.questions import FILTERS  # noqa: PLC0415  # a process without questions starts faster

    name = type_of(question)
    environment = context.environment
    environment.filters |= FILTERS
    template = environment.get_template(f"questions/{name}/web.html.jinja")
    own = words_of_type(name, context["language"], questions)
    return Markup(join_lines(template.render({**context.get_all(), "question": question, "own": own})))  # noqa: S704  # made by an escaping template


@pass_context
def as_type_name(context: Context, block: Block) -> str:
    """Write what people call the type of `block`."""
    name = type_of(block)
    return str(words_of_type(name, context["language"]).get("name", name))


def as_json(data: object) -> str:
    """Write `data` for an attribute that a script reads."""
    return json.dumps(data, ensure_ascii=False)


def type_of(block: Entry) -> str:
    """Return the name of a block's or question's type, which is also its folder's."""
    return str(getattr(block, "type"))  # noqa: B009  # every subclass declares it; the base does not


def _written(context: Context, text: Text, convert: Callable[[str], str], tag: str) -> Markup:
    wanted = context["language"]
    words, language = text.in_language(wanted, context["first"])
    return Markup(_marked(convert(words), language, wanted, tag))  # noqa: S704  # nh3 has cleaned it


def _marked(made: str, language: str, wanted: str, tag: str) -> str:
    return made if language == wanted else f'<{tag} lang="{language}">{made}</{tag}>'
