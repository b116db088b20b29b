"""`type: flow`: things and the ways between them."""

from collections.abc import Callable, Iterator
from typing import Literal

from pydantic import Field

from generator.blocks.base import Block, Entry, Reference
from generator.blocks.flow import layout
from generator.node import Items, SomeItems
from generator.text import Text, to_plain


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

    def named(self, name: str) -> Group | FlowNode:
        """Return the node or group with the id `name`."""
        parts: tuple[Group | FlowNode, ...] = (*self.groups, *self.nodes)
        return next(part for part in parts if part.id == name)

    def has_words_on_ways(self) -> bool:
        """Whether a way says more than that it leads from one node to the next."""
        return any(
            part for edge in self.edges for part in (edge.mark, edge.label, edge.via, edge.owner, edge.time, edge.note)
        )

    def drawing(self, language: str, first: str) -> layout.Drawing:
        """Return where everything stands when it is drawn in `language` (or `first`, where a text is missing).

        A node that only explains a way is the way's label and has no box of its own.
        """

        def say(text: Text) -> str:
            return to_plain(text.in_language(language, first)[0])

        edges = [
            layout.Edge(
                id=edge.id,
                start=edge.start,
                end=edge.end,
                label=say(self.named(edge.via).title) if edge.via else say(edge.label) if edge.label else "",
                mark=edge.mark or "",
            )
            for edge in self.edges
        ]
        draw = layout.circle if self.shape == "circle" else layout.line
        return draw(tuple(self._vertices(say)), edges)

    def _vertices(self, say: Callable[[Text], str]) -> Iterator[layout.Vertex]:
        """Yield what has a box: groups that ways lead to, with their other nodes in them, and all nodes elsewhere."""
        ends = {end for edge in self.edges for end in (edge.start, edge.end)}
        labels = {edge.via for edge in self.edges} - ends
        titles = {group.id: say(group.title) for group in self.groups}
        for group in self.groups:
            if group.id in ends:
                inside = [node for node in self.nodes if node.group == group.id and node.id not in labels | ends]
                yield layout.Vertex(group.id, titles[group.id], tuple(say(node.title) for node in inside))
        for node in self.nodes:
            if node.id in ends or (node.id not in labels and node.group not in ends):
                yield layout.Vertex(node.id, say(node.title), group=titles.get(node.group or "", ""))
