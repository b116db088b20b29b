"""`type: steps`: a procedure in phases with numbered steps."""

from typing import Literal

from generator.blocks.base import Block, Card, Drill, Entry
from generator.node import Items, Line, SomeItems
from generator.text import Text


class Step(Entry):
    """One step of a procedure."""

    number: Line | None = None
    """Its number as text, such as "1.1"; steps without one are not numbered.

    编号，写成文字，例如 "1.1"。"""
    text: Text
    """What is done.

    操作要点。"""
    documents: Items[Text] = ()
    """Papers and forms the step needs or makes.

    需要或产生的资料。"""
    tip: Text | None = None
    """How to do it well.

    怎样做好。"""


class Phase(Entry):
    """A run of steps with a common purpose."""

    number: Line | None = None
    """Its number as text, such as "1".

    编号，写成文字，例如 "1"。"""
    title: Text
    """Name of the phase.

    环节名称。"""
    steps: SomeItems[Step]
    """The steps, in order.

    步骤，按顺序。"""


class Steps(Block):
    """A procedure in phases."""

    type: Literal["steps"]
    """A procedure in phases with numbered steps.

    分环节、有编号的操作流程。"""
    phases: SomeItems[Phase]
    """The phases, in order.

    环节，按顺序。"""

    def drill(self) -> Drill:
        """Return the steps, to be sorted into phases."""
        cards = tuple(Card(step.text, phase.id, step.tip, step.id) for phase in self.phases for step in phase.steps)
        return Drill(self.id, self.title, tuple((phase.id, phase.title) for phase in self.phases), cards)
