"""The pages of content: stages, prefaces and appendices."""

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from pydantic import Field, PrivateAttr

from generator import blocks, registry
from generator.blocks.base import Block, Entry, Id
from generator.checklists import Checklist
from generator.node import Items, Line
from generator.text import Text

if TYPE_CHECKING:
    AnyBlock: TypeAlias = Block
else:
    # The types are known only when the folders have been looked through: no `|` can name them.
    AnyBlock = Annotated[Union[tuple(registry.types(blocks, Block).values())], Field(discriminator="type")]  # noqa: UP007

STAGE_FILE = "stage.yml"
PAGE_FILE = "page.yml"


class Part(Entry):
    """A named part of a stage or route."""

    title: Text
    """Its name.

    名称。"""


class Chapter(Entry):
    """A page of content: a stage, a preface or an appendix."""

    title: Text
    """Title of the page.

    页面标题。"""
    summary: Text | None = None
    """What the page is for, in a sentence.

    一句话说明这一页的用途。"""
    blocks: Items[AnyBlock] = ()
    """What the page holds, top to bottom.

    页面内容，从上到下。"""

    _checklists: tuple[Checklist, ...] = PrivateAttr(default=())

    @property
    def checklists(self) -> tuple[Checklist, ...]:
        """The checklists beside the page, from a file of their own."""
        return self._checklists

    @property
    def folder(self) -> str:
        """Name of the folder that holds it, inside the process folder."""
        return self.where().file.rpartition("/")[0]


class Stage(Chapter):
    """A stage of the process."""

    label: Line
    """Its number as text, such as "5", "9.1" or "7a".

    阶段编号，写成文字，例如 "5"、"9.1"、"7a"。"""
    places: Items[Id] = ()
    """Ids of the places where it happens.

    所在地点的标识。"""
    flow: Id | None = None
    """Id of the flow it belongs to, where the process has several.

    有多条并行流程时，所属流程的标识。"""
    parts: Items[Part] = ()
    """Named parts of the stage, shown on the map.

    阶段的组成部分，显示在流程图上。"""
