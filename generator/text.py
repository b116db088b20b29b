"""Text in several languages, and the way from its Markdown to HTML that is safe to put into a page."""

import html
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

import nh3
from markdown import Markdown
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.encoding import FORBIDDEN

EVERY_LANGUAGE: Final = ""
LANGUAGE_CODE: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

TAGS: Final = frozenset(
    {"p", "br", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "h4", "h5", "h6", "a"}
    | {"table", "thead", "tbody", "tr", "th", "td", "sub", "sup", "kbd"}
)
# What may stand in a name, wherever that stands: in a link, a heading or a paragraph, which anything else would end.
PHRASING: Final = frozenset({"strong", "em", "del", "code", "sub", "sup", "kbd"})
# Under "*" those of every tag, of which nh3 has some of its own.
ATTRIBUTES: Final = {"*": set[str](), "a": {"href", "title"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}}
SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})

# Anything Markdown or HTML could see more in than text: what has none of it is HTML already. A line end counts: two
# of them make a paragraph.
SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>#+!|&~=\n]|^\s*(?:[-:]|\d+[.)])|  $|://")

# Chinese characters and full-width punctuation: a line end between two of them is no space.
CHINESE: Final = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"


class Text:
    """What a trainer wrote for readers: one string for every language, or one for each.

    `by_language` maps language codes to Markdown; a plain string stands under `EVERY_LANGUAGE`.
    """

    __slots__ = ("by_language",)

    def __init__(self, by_language: Mapping[str, str]) -> None:
        self.by_language = by_language

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.by_language == other.by_language

    def __hash__(self) -> int:
        return hash(tuple(self.by_language.items()))

    def __repr__(self) -> str:
        return f"Text({dict(self.by_language)!r})"

    def in_language(self, language: str, first: str) -> tuple[str, str]:
        """Return the text for a reader of `language`, and the language it really is in.

        Falls back to `first`, the process's first language, where the translation is missing.
        """
        texts = self.by_language
        if EVERY_LANGUAGE in texts:
            return texts[EVERY_LANGUAGE], language
        if language in texts:
            return texts[language], language
        return texts[first], first

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401  # pydantic's own signature
        one = core_schema.str_schema(strict=True, strip_whitespace=True, min_length=1)
        code = core_schema.str_schema(pattern=LANGUAGE_CODE)
        many = core_schema.dict_schema(code, one, min_length=1, strict=False)
        either = core_schema.tagged_union_schema(
            {"one": one, "many": many},
            discriminator=_form,
            custom_error_type="not-a-text",
            custom_error_message="not a text",
        )
        return core_schema.no_info_after_validator_function(cls._made, either)

    @classmethod
    def _made(cls, value: str | dict[str, str]) -> "Text":
        return cls({EVERY_LANGUAGE: value} if isinstance(value, str) else value)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        text = {"type": "string", "minLength": 1}
        by_language = {
            "type": "object",
            "patternProperties": {LANGUAGE_CODE: text},
            "additionalProperties": False,
            "minProperties": 1,
        }
        return {"anyOf": [text, by_language]}


def _form(value: object) -> str | None:
    return "one" if isinstance(value, str) else "many" if isinstance(value, dict) else None


def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel="noopener",
        attribute_filter=_absolute_links_only,
    )


def _absolute_links_only(tag: str, attribute: str, value: str) -> str | None:
    # A relative link in content would mean something else on every page that shows it.
    if tag == "a" and attribute == "href" and not re.match(r"(?i)(?:https?://|mailto:|tel:)", value):
        return None
    return value


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    aligned = {"tables": {"use_align_attribute": True}}  # else by a style, which no page takes from a text
    markdown = Markdown(extensions=["sane_lists", "tables"], extension_configs=aligned, output_format="html")
    cleaner = _cleaner()

    def convert(text: str) -> str:
        # What no text needs is refused where it is written as it is; here it could come out of a character reference.
        return FORBIDDEN.sub("", cleaner.clean(markdown.reset().convert(text)))

    return convert


def to_html(text: str) -> str:
    """Turn Markdown into safe HTML of blocks, on one line.

    One line, because what we make goes through the engine's Markdown once more: nothing in it may look to that like
    the beginning of a line.
    """
    if not SPECIAL.search(text):
        return f"<p>{text}</p>"
    return _one_line(_converter()(text))


def to_inline_html(text: str) -> str:
    """Turn Markdown into safe HTML for the inside of a sentence: a lone paragraph loses its `<p>`."""
    if not SPECIAL.search(text):
        return text
    made = _one_line(_converter()(text))
    inner = made.removeprefix("<p>").removesuffix("</p>")
    return inner if made == f"<p>{inner}</p>" and "<p>" not in inner else made


def to_phrase(text: str) -> str:
    """Turn Markdown into safe HTML for a name, which may stand in a link or a heading: no blocks, no links."""
    made = to_inline_html(text)
    return join_lines(_phrases().clean(made)) if "<" in made else made


@lru_cache(maxsize=1)
def _phrases() -> nh3.Cleaner:
    return nh3.Cleaner(tags=set(PHRASING), attributes={})


def to_plain(text: str) -> str:
    """Turn Markdown into text without any markup, for titles, labels and descriptions."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", to_inline_html(text))).split("\n")).strip()


def _one_line(made: str) -> str:
    kept = re.sub(r"(?s)(<pre>.*?</pre>)", lambda m: m[0].replace("\n", "&#10;"), made)
    joined = re.sub(f"(?<=[{CHINESE}])\\s*\\n\\s*(?=[{CHINESE}])", "", kept)
    return join_lines(joined)


def join_chinese(markdown: str) -> str:
    """Return Markdown without the line ends between two Chinese characters, which a browser would show as spaces.

    Code between fences stays as it is, and so does what is indented like code.
    """
    parts = re.split(r"(?ms)(^ *```.*?^ *```)", markdown)
    line_end = re.compile(f"(?<=[{CHINESE}])\\n {{0,3}}(?=[{CHINESE}])")
    return "".join(part if place % 2 else line_end.sub("", part) for place, part in enumerate(parts))


def join_lines(made: str) -> str:
    """Return HTML on one line: a line end and the space around it become one space."""
    return " ".join(filter(None, map(str.strip, made.split("\n"))))
