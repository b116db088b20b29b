"""`type: practice`: questions of the stage, where its author wants them on the page."""

from typing import Annotated, Literal

from pydantic import Field

from generator.blocks.base import Block, Id


class Practice(Block):
    """Questions on the page."""

    type: Literal["practice"]
    """Questions to answer on the page, out of the quiz.yml in the same folder.

    页面上的练习题，取自同一文件夹的 quiz.yml。"""
    questions: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
    """Ids of the questions.

    题目的标识。"""
