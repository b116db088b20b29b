"""What every block and every item of a block shares: its id, where it comes from, who it is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.node import Choice, Items, Line, Node
from generator.problems import Location
from generator.text import LANGUAGE_CODE, Text

ID: Final = r"[a-z](?:[a-z0-9]|-(?=[a-z0-9]))*"
# Windows opens a device of these names whatever the ending.
DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
LONGEST_NAME: Final = 120  # of an id or file name, in characters: what file systems take, in any writing
FILE: Final = re.compile(r"[\w][\w .-]*(?:/[\w][\w .-]*)*")

# Fields that hold the words of an entry's source; all other texts are details, with a source of their own.
OWN_WORDS: Final = frozenset(
    {
        "title",
        "text",
        "question",
        "by",
        "body",
        "label",
        "row_title",
        "column_title",
        "points",
        "note",
        "owner",
        "time",
    }
)


def _id(value: object) -> object:
    if isinstance(value, str) and (len(value) > LONGEST_NAME or not re.fullmatch(ID, value)):
        raise PydanticCustomError("bad-id", "not an id", {"value": value})
    return value


def _file(value: object) -> object:
    if isinstance(value, str) and (
        len(value) > LONGEST_NAME or not FILE.fullmatch(value) or any(map(DEVICES.match, value.split("/")))
    ):
        raise PydanticCustomError("bad-path", "not a file name", {"value": value})
    return value


def _address(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"https?://[^\s<>\"']+", value):
        raise PydanticCustomError("bad-address", "not a web address", {"value": value})
    return value


def _language(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(LANGUAGE_CODE, value):
        raise PydanticCustomError("bad-language", "not a language code", {"value": value})
    return value


def _date(value: object) -> object:
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise PydanticCustomError("bad-date", "not a date", {"value": value}) from error
    return value


Id = Annotated[str, BeforeValidator(_id), Field(json_schema_extra={"pattern": f"^{ID}$"})]
FileName = Annotated[str, BeforeValidator(_file)]
LanguageCode = Annotated[str, BeforeValidator(_language), Field(json_schema_extra={"pattern": LANGUAGE_CODE})]
IsoDate = Annotated[str, BeforeValidator(_date), Field(json_schema_extra={"format": "date"})]
WebAddress = Annotated[str, BeforeValidator(_address), Field(json_schema_extra={"format": "uri"})]


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that one part of a block uses for another: where it stands, and the ids that exist."""

    id: str
    location: Location
    known: frozenset[str]


class Audience(StrEnum):
    """Who reads an entry."""

    EVERYONE = "everyone"
    TRAINERS = "trainers"


class Citation(Node):
    """Where something comes from: a source of `sources.yml`, and the place in it."""

    of: Id
    """Id of the source in sources.yml.

    sources.yml 里来源的标识。"""
    slides: Items[int] = ()
    """Slides of a deck, as numbers.

    培训材料的页码。"""
    article: Line | None = None
    """Article of a law, as in "586".

    法规的条款，例如“586”。"""
    reading: bool = False
    """True where the source does not say so plainly and this is the editors' reading of it.

    原文没有明说、属于编者解读时写 true。"""


class Entry(Node):
    """Anything with an identity: a block, an item of a list, a step. Saved progress and links hang on its id."""

    id: Id
    """Stable name of this entry, unique on its page; learners' progress hangs on it, so do not change it.

    固定标识，在本页内唯一；学员的进度靠它保存，请勿改动。"""
    source: Items[Citation] = ()
    """Where the entry's own words come from; without it, where its block's do.

    本条文字的来源；不写则与所在区块相同。"""
    details_source: Items[Citation] = ()
    """Where everything beyond the entry's own words comes from: explanations, examples, answers.

    解释、示例、答案等补充内容的来源。"""
    audience: Choice[Audience] = Audience.EVERYONE
    """`trainers` moves the entry to the trainers' page.

    写 trainers 则只出现在培训师页面。"""
    owner: Text | None = None
    """The role that does it, such as "sales consultant".

    负责的岗位，例如“销售顾问”。"""
    time: Text | None = None
    """A time standard with its exceptions, such as "within 48 hours, not at weekends".

    时间标准及例外，例如“48小时内，周末除外”。"""
    note: Text | None = None
    """A remark of today on an older text: a later law, a changed market. Shown set apart, with its source.

    对旧内容的当前说明，例如后来的法规；单独显示并注明来源。"""
    note_source: Items[Citation] = ()
    """Where the note comes from; for law with the article.

    说明的来源；法规请写明条款。"""


@dataclass(frozen=True, slots=True)
class Card:
    """Something to sort: its words, the category it belongs to, why, and the entry of the page that says so."""

    text: Text
    category: str
    reason: Text | None
    entry: Id


@dataclass(frozen=True, slots=True)
class Drill:
    """Cards to sort one after the other; drills of one `key` are one.

    A category without a title is named among the words of the block's type.
    """

    key: str
    title: Text | None
    categories: tuple[tuple[str, Text | None], ...]
    cards: tuple[Card, ...]


class Block(Entry):
    """A part of a page. Each subclass is a folder of this package and names itself in `type`."""

    title: Text | None = None
    """Heading above the block; a block without one continues the block before it.

    区块的标题；不写则接在上一个区块之后。"""
    intro: Text | None = None
    """A sentence or two before the block's entries, in the editors' words.

    区块开头的引言，由编者撰写。"""
    trainer_notes: Text | None = None
    """What only the trainer needs; shown on the trainers' page.

    只给培训师看的内容，显示在培训师页面。"""

    def has_details(self) -> bool:
        """Whether it holds more than the words of its source: explanations, examples, answers."""
        return any(
            path[0] not in OWN_WORDS and isinstance(value, Text)
            for node in self.walk()
            for path, value in node.members()
        )

    def references(self) -> Iterator[Reference]:
        """Yield every id with which one part of this block names another; checks/references.py resolves them."""
        yield from ()

    def drill(self) -> Drill | None:
        """Return what of this block can be drilled, card by card."""
        return None
