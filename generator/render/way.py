"""Where a stage stands in the process, and which page comes after it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.chapters import Chapter, Stage
from generator.pages import Tree
from generator.plan import Plan
from generator.process import Place, Process, Shape
from generator.text import Text


@dataclass(frozen=True, slots=True)
class Track:
    """The stages of a flow, or all of them where the process has no flows; `title` is the flow's."""

    title: Text | None
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A stage among those of its track: the how-manieth of how many, its neighbours and its places."""

    number: int
    track: Track
    before: Stage | None
    after: Stage | None
    places: tuple[Place, ...]


def tracks(process: Process) -> tuple[Track, ...]:
    """Return the stages flow by flow; those that belong to none come first."""
    flows = [(None, None), *((flow.id, flow.title) for flow in process.settings.flows)]
    found = (Track(title, tuple(stage for stage in process.stages if stage.flow == flow)) for flow, title in flows)
    return tuple(track for track in found if track.stages)


@dataclass(frozen=True, slots=True)
class Way:
    """Where every stage stands, and the chapter to read after each: the next stage, or else the next page of content.

    Both by the chapter's id.
    """

    positions: Mapping[str, Position]
    onward: Mapping[str, Chapter]


@lru_cache(maxsize=1)
def way(plan: Plan) -> Way:
    """Find the way through a process, once for all its pages: on every page anew, it would cost their square."""
    process = plan.process
    positions = {stage: position for track in tracks(process) for stage, position in _positions(process, track)}
    following = {chapter.id: after for chapter, after in pairwise(process.chapters)}
    stages = {stage: position.after for stage, position in positions.items() if position.after is not None}
    return Way(positions, following | stages)


def _positions(process: Process, track: Track) -> Iterator[tuple[str, Position]]:
    stages = track.stages
    ring = process.settings.shape is Shape.RING and len(stages) > 1
    for index, stage in enumerate(stages):
        last = index + 1 == len(stages)
        yield (
            stage.id,
            Position(
                number=index + 1,
                track=track,
                before=stages[index - 1] if index or ring else None,
                after=stages[0] if last and ring else None if last else stages[index + 1],
                places=tuple(place for place in process.settings.places if place.id in stage.places),
            ),
        )


def context(plan: Plan, tree: Tree, chapter: Chapter) -> dict[str, object]:
    """Return what the head and the end of a chapter's page show: `position`, `onward`, and `pages` of chapters."""
    return {
        "position": way(plan).positions.get(chapter.id),
        "onward": way(plan).onward.get(chapter.id),
        "pages": tree.chapters,
    }
