"""What every question shares, and the parts that several types are made of."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.base import Entry, Id
from generator.node import Choice, Items, Node
from generator.problems import Problem
from generator.text import Text


class Level(StrEnum):
    """How hard a question is."""

    EASY = "easy"
    MIDDLE = "middle"
    HARD = "hard"


class Aim(StrEnum):
    """What a question asks of the learner."""

    RECALL = "recall"
    APPLY = "apply"


class MissingKey(StrEnum):
    """Why nobody knows the right answer."""

    NONE = "none"
    CANDIDATE = "candidate"


class Part(Node):
    """Something inside a question that saved answers name: an option, a card, a gap. Its id is the question's own."""

    id: Id
    """Stable name of this part, unique inside its question; saved answers name it.

    固定标识，在本题内唯一；保存的答案靠它识别。"""


class Mistake(Part):
    """A wrong answer that people really give, and why it is wrong."""

    text: Text
    """The wrong answer.

    错误答案。"""
    feedback: Text | None = None
    """Why people think so, and why it is wrong; shown to who gave this answer.

    为什么容易这样想、错在哪里；选了这一项的学员会看到。"""


class Option(Mistake):
    """An answer to choose."""

    correct: bool = False
    """True for a right answer.

    正确的选项写 true。"""


class Question(Entry):
    """Something a learner answers. Each subclass is a folder of this package and names itself in `type`."""

    is_marked: ClassVar[bool] = True
    """Whether a machine can say what an answer is worth; only then an exam draws it."""

    prompt: Text
    """What is asked: a customer, what is said or done, and the question.

    题目：什么样的客户、说了或做了什么、问什么。"""
    practises: Id | None = None
    """Id of the entry on the stage's page that it practises; who misses it is led back there.

    练习的是本阶段页面上哪一条（写它的标识）；答错的学员会被带回那里。"""
    level: Choice[Level] = Level.MIDDLE
    """easy, middle or hard.

    难度：easy 容易、middle 中等、hard 较难。"""
    aim: Choice[Aim] = Aim.APPLY
    """apply: a decision in a situation; recall: something to know by heart.

    apply 应用：在情境里作判断；recall 记忆：要记住的内容。"""
    hints: Items[Text] = ()
    """Hints, shown one by one.

    提示，一条一条显示。"""
    points: Annotated[int, Field(ge=1, le=100)] = 1
    """What a right answer is worth.

    分值。"""
    attempts: Annotated[int, Field(ge=1, le=10)] = 3
    """How often one may try before the answer is shown.

    可以试几次，之后显示答案。"""
    penalty: Annotated[float, Field(ge=0, le=1)] = 1 / 3
    """What each wrong try costs, as a part of the points.

    每答错一次扣掉分值的几分之几。"""
    key: Choice[MissingKey] | None = None
    """`none` where the right answer is not known, `candidate` where there is only somebody's answer: shown without
    verdict.

    没有标准答案写 none，只有某位考生的答案写 candidate：只供练习，不判对错。"""

    @property
    def parts(self) -> Sequence[tuple[str, tuple[Part, ...]]]:
        """The lists of parts, each with the key it stands under."""
        lists = ((name, value) for name, value in vars(self).items() if isinstance(value, tuple))
        return [(name, value) for name, value in lists if value and isinstance(value[0], Part)]

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with this question by the rules of its type; checks/questions.py asks for it."""
        yield from ()


class Explained(Question):
    """A question with a right answer, and with the reason for it."""

    explanation: Text
    """Why the right answer is right for the customer; shown after answering.

    正确答案对客户来说为什么是对的；作答之后显示。"""
