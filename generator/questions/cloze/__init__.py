"""`type: cloze`: a text with gaps to fill."""

import re
from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import Field

from generator.blocks.base import ID
from generator.node import Items
from generator.problems import Problem, problem
from generator.questions.base import Explained, Mistake, Part
from generator.text import Text

GAP: Final = re.compile(rf"\[\[({ID})\]\]")


class Gap(Part):
    """A gap in the text."""

    answer: Text
    """What belongs there.

    正确答案。"""
    accept: Items[Text] = ()
    """Other ways to say it that are right too.

    同样算对的其他写法。"""
    wrong: Items[Mistake] = ()
    """Wrong answers: to choose from beside the right one, or in a typed gap the usual mistakes.

    错误答案：选择时作为选项；填写时为常见错误。"""
    typed: bool = False
    """True where the answer is typed; otherwise it is chosen.

    需要自己填写时写 true，否则从选项里选。"""


class Cloze(Explained):
    """A text with gaps."""

    type: Literal["cloze"]
    """A text with gaps to fill.

    填空题。"""
    text: Text
    """The text, with the id of each gap in double brackets, as in “within [[hours]] hours”.

    文字；空白处写双方括号和空格的标识，例如“[[hours]]小时内”。"""
    gaps: Annotated[tuple[Gap, ...], Field(strict=False, min_length=1)]
    """The gaps.

    各个空。"""

    def problems(self) -> Iterator[Problem]:
        """Yield gaps that a language's text lacks, or has twice, or that nothing fills, or nothing to choose from."""
        known = {gap.id for gap in self.gaps}
        for language, text in self.text.by_language.items():
            path = ("text", language) if language else ("text",)
            found = GAP.findall(text)
            for name in sorted(known.symmetric_difference(found) | {name for name in found if found.count(name) > 1}):
                yield problem("gap-mismatch", self.where(*path), id=name)
        for gap in self.gaps:
            if not gap.typed and not gap.wrong:
                yield problem("nothing-to-choose", gap.where(), id=gap.id)
