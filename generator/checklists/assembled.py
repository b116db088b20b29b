"""A checklist as it is shown, on screen and on paper: every item under its number, with what its step says."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.blocks.base import Block, Citation
from generator.blocks.steps import Phase, Step, Steps
from generator.checklists import Checklist, Item, ItemGroup, Result
from generator.text import Text

EXAMPLE: Final = Path(__file__).parent / "example.yml"


@dataclass(frozen=True, slots=True)
class Row:
    """An item under its number, such as "2.3"."""

    id: str
    number: str
    text: Text
    item: Item | None
    step: Step | None

    @property
    def result(self) -> Result:
        """What is noted of it."""
        return self.item.result if self.item else Result.TICK

    @property
    def critical(self) -> bool:
        """Whether the car must not go on without it."""
        return self.item is not None and self.item.critical

    @property
    def owner(self) -> Text | None:
        """The role that sees to it."""
        return (self.item.owner if self.item else None) or (self.step.owner if self.step else None)

    @property
    def time(self) -> Text | None:
        """Its time standard."""
        return (self.item.time if self.item else None) or (self.step.time if self.step else None)

    @property
    def source(self) -> tuple[Citation, ...]:
        """Where it comes from, where that is not where its group or list does."""
        return (self.item.source if self.item else ()) or (self.step.source if self.step else ())


@dataclass(frozen=True, slots=True)
class Section:
    """A group with its rows; `number` counts from 1."""

    number: int
    group: ItemGroup
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Assembled:
    """A checklist with everything that its references bring in."""

    checklist: Checklist
    sections: tuple[Section, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every item, in order."""
        return tuple(row for section in self.sections for row in section.rows)

    def version(self, first: str) -> str:
        """Return eight digits that are others as soon as the list is; `first` is the process's first language.

        A run keeps the version that it was started with. A better translation does not make another list.
        """

        def words(text: Text | None) -> str:
            return text.in_language(first, first)[0] if text else ""

        content = [
            [row.id, words(row.text), row.critical, row.result.value]
            + ([words(row.item.wanted), words(row.item.unit), row.item.min, row.item.max] if row.item else [])
            for row in self.rows
        ]
        return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:8]


def assemble(checklist: Checklist, blocks: Iterable[Block]) -> Assembled:
    """Give every item of `checklist` its number, and what it takes from the steps in `blocks` of its stage.

    References that lead nowhere are left out; checks/references.py has said so.
    """
    phases = phases_of(blocks)
    steps = {step.id: step for phase in phases.values() for step in phase.steps}
    sections = (
        Section(number, group, tuple(_rows(number, group, phases, steps)))
        for number, group in enumerate(checklist.groups, start=1)
    )
    return Assembled(checklist, tuple(sections))


def phases_of(blocks: Iterable[Block]) -> dict[str, Phase]:
    """Return the phases of procedures among `blocks`, by their ids."""
    return {phase.id: phase for block in blocks if isinstance(block, Steps) for phase in block.phases}


def _rows(number: int, group: ItemGroup, phases: Mapping[str, Phase], steps: Mapping[str, Step]) -> Iterator[Row]:
    phase = phases.get(group.phase or "")
    own = {item.step: item for item in group.items if item.step}
    of_phase = phase.steps if phase else ()
    pairs: list[tuple[Item | None, Step | None]] = [(own.get(step.id), step) for step in of_phase]
    taken = {step.id for step in of_phase}
    pairs += [(item, steps.get(item.step or "")) for item in group.items if item.step not in taken]
    for place, (item, step) in enumerate(pairs, start=1):
        text = (item.text if item else None) or (step.text if step else None)
        if text is not None:
            yield Row(item.id if item else step.id if step else "", f"{number}.{place}", text, item, step)
