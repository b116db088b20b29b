"""Where a stage stands in the process, and which page comes after it."""

from dataclasses import dataclass

from generator.plan import Plan, Tree
from generator.process import Chapter, Place, Process, Shape, Stage
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


def position(process: Process, chapter: Chapter) -> Position | None:
    """Return where `chapter` stands; None for a preface or appendix."""
    if not isinstance(chapter, Stage):
        return None
    track = next(track for track in tracks(process) if chapter in track.stages)
    stages, index = track.stages, track.stages.index(chapter)
    ring = process.settings.shape is Shape.RING and len(stages) > 1
    return Position(
        number=index + 1,
        track=track,
        before=stages[index - 1] if index or ring else None,
        after=stages[(index + 1) % len(stages)] if ring else next(iter(stages[index + 1 :]), None),
        places=tuple(place for place in process.settings.places if place.id in chapter.places),
    )


def onward(process: Process, chapter: Chapter) -> Chapter | None:
    """Return the chapter to read after this one: the next stage, or else the next page of content."""
    stands = position(process, chapter)
    if stands is not None and stands.after is not None:
        return stands.after
    order = process.chapters
    return next(iter(order[order.index(chapter) + 1 :]), None)


def context(plan: Plan, tree: Tree, chapter: Chapter) -> dict[str, object]:
    """Return what the head and the end of a chapter's page show: `position`, `onward`, and `pages` of chapters."""
    return {
        "position": position(plan.process, chapter),
        "onward": onward(plan.process, chapter),
        "pages": tree.chapters,
    }
