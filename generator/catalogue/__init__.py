"""Every code a problem can have, with its wording in Chinese and English. Codes are permanent.

A message says what happened and why, a hint says what to do. `{…}` are filled with the problem's details.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.catalogue.checklists import CHECKLISTS
from generator.catalogue.exam import EXAM
from generator.catalogue.kind import Kind, Severity
from generator.catalogue.lock import LOCK
from generator.catalogue.meaning import MEANING
from generator.catalogue.question import QUESTION
from generator.catalogue.reading import READING
from generator.catalogue.shape import SHAPE
from generator.catalogue.syntax import SYNTAX
from generator.catalogue.workbook import WORKBOOK

__all__ = ["CATALOGUE", "WORKBOOK", "Kind", "Severity"]

CATALOGUE: Final[Mapping[str, Kind]] = MappingProxyType(
    READING | SYNTAX | SHAPE | MEANING | QUESTION | CHECKLISTS | EXAM | LOCK | WORKBOOK
)
