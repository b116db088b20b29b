"""`type: audit`: what an auditor or mystery shopper looks at."""

from typing import Literal

from generator.blocks.base import Block, Entry
from generator.node import SomeItems
from generator.text import Text


class AuditItem(Entry):
    """One thing that is looked at."""

    text: Text
    """What is looked at.

    检查什么。"""
    evidence: Text
    """What shows it.

    凭什么判断。"""
    method: Text
    """How it is found out, such as "observation" or "file".

    检查方法，例如“现场观察”“查档案”。"""
    score: Text | None = None
    """How it is scored; left out where only the brand can say.

    计分；只能由品牌确定时不写。"""


class Audit(Block):
    """What an audit looks at."""

    type: Literal["audit"]
    """Audit or mystery-shopping items.

    检查或暗访项目。"""
    items: SomeItems[AuditItem]
    """The items.

    检查项。"""
