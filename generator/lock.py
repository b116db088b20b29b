"""ids.lock: the ids that learners' saved progress hangs on, and those that were retired with a reason.

The file is YAML like the others, one line an id, in alphabetical order. `showroom lock` and `showroom build` add to
it; only `showroom retire` takes an id out.
"""

import re
from typing import Final

from pydantic import Field

from generator.blocks.base import Block, Entry
from generator.node import Line, Node

LOCK_FILE: Final = "ids.lock"


class Retired(Node):
    """An id that is no longer used and never will be again."""

    kind: str
    """What it was.

    原来的种类。"""
    reason: Line
    """Why it went.

    停用原因。"""


class Lock(Node):
    """The content of ids.lock."""

    ids: dict[str, str] = Field(default_factory=dict)
    """What each id names: `page: kind` or `page/entry: kind`.

    每个标识所指内容的种类：`页面: 种类` 或 `页面/条目: 种类`。"""
    retired: dict[str, Retired] = Field(default_factory=dict)
    """Ids that went.

    已停用的标识。"""


def kind_of(entry: Entry) -> str:
    """Return what ids.lock calls the kind of `entry`: a block's type, of others their model's name.

    Whoever renames a model renames the kind of all its entries: ids.lock has to be changed along with it.
    """
    if isinstance(entry, Block):
        return str(getattr(entry, "type"))  # noqa: B009  # every block but the base class has one
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type(entry).__name__).lower()
