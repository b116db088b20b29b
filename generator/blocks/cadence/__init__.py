"""`type: cadence`: when to get in touch again."""

from typing import Literal

from generator.blocks.base import Block, Entry
from generator.node import Items, SomeItems
from generator.text import Text


class Contact(Entry):
    """One time of contact, with the occasions that may bring it about."""

    text: Text
    """When, such as "48 hours".

    什么时候，例如“48小时”。"""
    purpose: Text | None = None
    """What the contact is for.

    联系的目的。"""
    how: Text | None = None
    """How it is done.

    怎么做。"""
    occasions: "Items[Contact]" = ()
    """Occasions for it.

    可以借助的时机。"""


class Cadence(Block):
    """Contacts over time."""

    type: Literal["cadence"]
    """Times of contact after a sale or an enquiry.

    跟踪周期。"""
    items: SomeItems[Contact]
    """The contacts, earliest first.

    各次联系，由早到晚。"""
