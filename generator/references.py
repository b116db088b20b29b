"""What entries can come from: decks, editors, publications, laws."""

from enum import StrEnum

from generator.blocks.base import Entry, IsoDate, WebAddress
from generator.node import Choice, Items, Line, Node
from generator.text import Text

SOURCES_FILE = "sources.yml"


class SourceKind(StrEnum):
    """What sort of source it is."""

    DECK = "deck"
    EDITORS = "editors"
    PUBLICATION = "publication"
    LAW = "law"


class Slide(Node):
    """What one slide of a deck shows."""

    number: int
    """Its number in the deck.

    页码。"""
    title: Text
    """Its title or what it shows.

    标题或内容。"""


class Source(Entry):
    """Something entries can come from."""

    type: Choice[SourceKind]
    """deck, editors, publication or law.

    deck 培训材料、editors 编者、publication 出版物、law 法规。"""
    title: Text
    """Its title.

    标题。"""
    short: Text | None = None
    """How it is named beside an entry, such as "slide"; for a deck the slide's number follows.

    条目旁边显示的简称；培训材料的简称后面会加页码。"""
    detail: Text | None = None
    """What a reader should know of it.

    读者需要了解的情况。"""
    address: WebAddress | None = None
    """Its web address.

    网址。"""
    issuer: Text | None = None
    """Who issued it: publisher or authority.

    发布者：出版社或机关。"""
    date: Line | None = None
    """When it was published or came into force, such as "2021-11-01".

    发布或施行日期，例如 "2021-11-01"。"""
    review_by: IsoDate | None = None
    """When somebody has to look whether it still holds, such as "2027-06-30".

    复核期限，例如 "2027-06-30"。"""
    checked: bool = True
    """False where the wording could not be checked against the source itself.

    未能核对原文时写 false。"""
    slides: Items[Slide] = ()
    """The slides of a deck.

    培训材料的各页。"""


class SourcesFile(Node):
    """sources.yml: what entries can come from."""

    sources: Items[Source] = ()
    """The sources.

    来源。"""
