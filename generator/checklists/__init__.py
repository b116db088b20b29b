"""Checklists: what a trainer writes in a stage's checklists.yml. `assembled.py` makes of it what is shown.

A `Checklist` has groups, each with a pause point at which its items are gone through. What is done with a list on
screen for one car is a run (`run.js`); what is printed of it is a sheet.
"""

from enum import StrEnum
from typing import Final

from generator.blocks.base import Entry, Id, IsoDate
from generator.node import Choice, Items, Line, Node, SomeItems
from generator.text import Text

CHECKLISTS_FILE: Final = "checklists.yml"


class Mode(StrEnum):
    """How a list is worked through."""

    DO_CONFIRM = "do-confirm"
    READ_DO = "read-do"


class Result(StrEnum):
    """What is noted of an item."""

    TICK = "tick"
    DEFECT = "defect"
    NUMBER = "number"


class Paper(StrEnum):
    """The paper a list is printed on."""

    A4 = "a4"
    A5 = "a5"


class Form(StrEnum):
    """What a list is printed as besides the sheet of its own paper."""

    A4 = "a4"
    A5 = "a5"
    GROUPS = "a5-groups"
    BILINGUAL = "bilingual"


class Item(Entry):
    """One thing to see to."""

    step: Id | None = None
    """Id of a step on the stage's page, whose text and role it takes.

    本阶段页面上某个步骤的标识；文字和岗位取自该步骤。"""
    text: Text | None = None
    """What is looked at or done; not needed where a step says it.

    检查或完成的内容；写了 step 就不必写。"""
    wanted: Text | None = None
    """What it has to be like, such as "at least 50 km of fuel or 60 % battery"; never just "checked".

    合格的标准，例如“油量够跑 50 公里，或电量 60%”；不要只写“已检查”。"""
    how: Text | None = None
    """How to look or what to mind.

    怎么查、留意什么。"""
    critical: bool = False
    """Whether the car must not go on without it.

    缺了它就不能继续的，写 true。"""
    result: Choice[Result] = Result.TICK
    """tick; defect: in order, defect or not applicable; number: a figure.

    tick 打勾；defect 正常、有缺陷或不适用；number 填数字。"""
    unit: Text | None = None
    """Unit of the figure, such as "km".

    数字的单位，例如“km”。"""
    min: float | int | None = None
    """Smallest figure that is in order.

    合格的最小值。"""
    max: float | int | None = None
    """Largest figure that is in order.

    合格的最大值。"""
    photo: bool = False
    """Whether the number of a photograph is noted.

    需要记照片编号的，写 true。"""


class ItemGroup(Entry):
    """Items that are gone through together."""

    title: Text
    """Name of the group.

    组名。"""
    pause: Text | None = None
    """Pause point: when and where one stops to go through the group.

    停顿点：什么时候、在哪里停下来逐项核对。"""
    phase: Id | None = None
    """Id of a phase on the stage's page; each of its steps is an item.

    本阶段页面上某个环节的标识；它的每个步骤都是一项。"""
    items: Items[Item] = ()
    """The items, the critical ones first; with phase, what is to be added to its steps, and more items.

    各项，关键的放前面；写了 phase 时，这里写对其中步骤的补充，以及更多的项。"""
    initials: bool = False
    """Whether somebody signs the group off with initials.

    整组完成后需要签姓名首字的，写 true。"""


class HeaderField(Entry):
    """A field at the head of a list."""

    title: Text
    """What is written into it.

    栏目名称。"""
    on_paper: bool = False
    """True for what is written by hand only, such as a customer's name: the screen does not ask for it.

    只在纸上手写的（例如客户姓名）写 true，屏幕上不问。"""


class Log(Node):
    """An empty table for entries by hand, such as the contacts of a day."""

    title: Text
    """What is written into it.

    表格名称。"""
    columns: SomeItems[Text]
    """Heads of the columns.

    各列名称。"""
    rows: int = 10
    """How many empty rows it has.

    空行数。"""


class Checklist(Entry):
    """A list to go through for one car, one visit or one day."""

    title: Text
    """Name of the list.

    清单名称。"""
    summary: Text | None = None
    """When and what for it is used, in a sentence.

    一句话说明什么时候用、为了什么。"""
    mode: Choice[Mode] = Mode.DO_CONFIRM
    """do-confirm: do the work, then stop and confirm; read-do: read an item, then do it.

    do-confirm 先做完再停下核对；read-do 念一项做一项。"""
    fields: Items[HeaderField] = ()
    """Fields at its head, such as model, mileage, date.

    表头栏目，例如车型、里程、日期。"""
    groups: SomeItems[ItemGroup]
    """The groups, in order.

    各组，按顺序。"""
    log: Log | None = None
    """An empty table below the groups, to be written in by hand.

    各组之后的空表格，手写填写。"""
    outline: bool = False
    """Whether there is an outline of a car to mark damage in.

    需要车身轮廓图标记损伤的，写 true。"""
    signatures: Items[Text] = ()
    """Who signs.

    签名人。"""
    stamp: bool = False
    """Whether there is a space for the dealer's stamp.

    需要留盖章处的，写 true。"""
    copies: Items[Text] = ()
    """Who gets a copy.

    各联归谁。"""
    paper: Choice[Paper] = Paper.A4
    """Paper it is printed on, a4 or a5.

    打印纸张：a4 或 a5。"""
    forms: Items[Choice[Form]] = ()
    """What else it is printed as: a4; a5; a5-groups: on A5, a group a page; bilingual: every line in the first
    language, with another one below it, for a customer who reads that.

    另外还打印成：a4；a5；a5-groups 用 A5，一组一页；bilingual 双语对照，每行下面是另一种语言，给读那种语言的客户看。"""
    form_number: Line | None = None
    """Number of the form, such as "DL-06".

    表单编号，例如 "DL-06"。"""
    revised: IsoDate | None = None
    """When it was last revised, such as "2026-11-01".

    修订日期，例如 "2026-11-01"。"""


class ChecklistsFile(Node):
    """checklists.yml: the checklists of a stage."""

    checklists: SomeItems[Checklist]
    """The checklists, in the order in which they are used.

    各张清单，按使用顺序。"""
