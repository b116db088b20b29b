"""`type: flow`: things and the ways between them."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from generator.blocks.base import Block, Entry, Reference
from generator.node import Items, SomeItems
from generator.text import Text


class Group(Entry):
    """Nodes that belong together."""

    title: Text
    """Name of the group.

    组名。"""


class FlowNode(Entry):
    """One node of the flow."""

    title: Text
    """Its name.

    名称。"""
    group: str | None = None
    """Id of the group it is in.

    所在组的标识。"""
    points: Items[Text] = ()
    """What belongs to it.

    属于它的内容。"""
    detail: Text | None = None
    """What it means in practice.

    在实际工作中意味着什么。"""


class Way(Entry):
    """A way from one node or group to another."""

    start: str = Field(alias="from")
    """Id of the node or group it starts at.

    起点的标识。"""
    end: str = Field(alias="to")
    """Id of the node or group it leads to.

    终点的标识。"""
    mark: Literal["+", "-"] | None = None
    """"+" for a gain, "-" for a loss.

    "+" 表示增加，"-" 表示流失。"""
    label: Text | None = None
    """What passes on it.

    说明。"""
    via: str | None = None
    """Id of the node that explains this way.

    说明这条路径的节点标识。"""


class Flow(Block):
    """A graph of nodes."""

    type: Literal["flow"]
    """A flow or circle of nodes.

    流程图或循环图。"""
    shape: Literal["line", "circle"] = "line"
    """Whether it is drawn as a line or as a circle.

    画成直线（line）还是循环（circle）。"""
    groups: Items[Group] = ()
    """Groups of nodes.

    分组。"""
    nodes: SomeItems[FlowNode]
    """The nodes, in reading order.

    节点，按阅读顺序。"""
    edges: Items[Way] = ()
    """The ways between them.

    节点之间的路径。"""

    def references(self) -> Iterator[Reference]:
        """Nodes stand in groups; ways join nodes and groups."""
        groups, nodes = (
            frozenset(group.id for group in self.groups),
            frozenset(node.id for node in self.nodes),
        )
        for node in self.nodes:
            if node.group is not None:
                yield Reference(node.group, node.where("group"), groups)
        for edge in self.edges:
            yield Reference(edge.start, edge.where("from"), nodes | groups)
            yield Reference(edge.end, edge.where("to"), nodes | groups)
            if edge.via is not None:
                yield Reference(edge.via, edge.where("via"), nodes)
