"""What an exam is: rules by which a paper is drawn from the bank of questions (see draw.py), and what it is worth."""

from typing import Annotated

from pydantic import Field

from generator import questions, registry
from generator.blocks.base import Citation, Id
from generator.node import Choice, Items, Node, SomeItems
from generator.questions.base import Aim, Level
from generator.text import Text

QuestionType = Annotated[str, Field(json_schema_extra={"enum": [*registry.names(questions)]})]


class Section(Node):
    """A part of an exam: so many questions of this sort. A rule that is left out lets every question through."""

    id: Id
    """Name of the section, unique in its exam.

    本部分的标识，在本考试内唯一。"""
    title: Text
    """Its title.

    标题。"""
    stages: Items[Id] = ()
    """Ids of the stages it draws from; without it, from all.

    从哪些阶段抽题（写阶段的标识）；不写则从所有阶段抽。"""
    types: Items[QuestionType] = ()
    """Types of question; without it, every type that can be marked.

    抽哪些题型；不写则所有能自动评分的题型都抽。"""
    levels: Items[Choice[Level]] = ()
    """easy, middle, hard; without it, all of them.

    抽哪些难度：easy、middle、hard；不写则不限。"""
    aims: Items[Choice[Aim]] = ()
    """apply, recall; without it, both.

    考应用（apply）还是记忆（recall）；不写则都抽。"""
    count: Annotated[int, Field(ge=1, le=200)]
    """How many questions are drawn.

    抽几道题。"""
    marks: Annotated[int, Field(ge=1, le=1000)]
    """What the section is worth; each of its questions gets the same part of it.

    本部分的分值，由各题平分。"""


class Exam(Node):
    """A paper to be drawn."""

    id: Id
    """Stable name of the exam; its address and learners' results hang on it.

    固定标识；网址和学员的成绩都靠它，请勿改动。"""
    title: Text
    """Its title.

    标题。"""
    intro: Text | None = None
    """What it asks, in a sentence.

    一句话说明考什么。"""
    source: Items[Citation] = ()
    """Who laid down the rules.

    规则由谁制定。"""
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    """How long it takes; it is stated, nothing counts down.

    大约用时（分钟）；只作说明，不倒计时。"""
    pass_mark: Annotated[int, Field(ge=1, le=100)]
    """From how many per cent of the marks on it is passed.

    达到总分的百分之几算通过。"""
    marks: Annotated[int, Field(ge=1, le=1000)]
    """What the whole exam is worth: the sum of its sections.

    总分，等于各部分之和。"""
    sections: SomeItems[Section]
    """Its sections, in order.

    各个部分，按顺序。"""

    @property
    def count(self) -> int:
        """How many questions a paper has."""
        return sum(section.count for section in self.sections)

    @property
    def stages(self) -> tuple[str, ...]:
        """The ids of the stages that its sections name, each once; empty where one of them draws from all."""
        if not all(section.stages for section in self.sections):
            return ()
        return tuple(dict.fromkeys(stage for section in self.sections for stage in section.stages))


class ExamsFile(Node):
    """exams.yml: the exams."""

    exams: Items[Exam] = ()
    """The exams, in the order in which they are listed.

    考试，按显示顺序。"""
