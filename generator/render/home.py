"""What the first page shows: the map of the process, and the doors to what can be done here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.chapters import Stage
from generator.pages import Tree
from generator.plan import Plan
from generator.process import Process, Route, Shape
from generator.render.environment import type_of
from generator.render.process_map import Drawing, Entrance, Run, Stop, draw
from generator.render.way import Track, tracks
from generator.render.words import words
from generator.text import Text, to_plain

Say = Callable[[Text], str]

# What lies behind a door: the first stage that has a block of one of these types.
DOORS = {"practise": ("discussion", "rubric"), "print": ("steps", "form")}


@dataclass(frozen=True, slots=True)
class Door:
    """A way from the first page: its name among the interface's words, where it leads, and what its hint names."""

    word: str
    address: str
    anchor: str = ""
    names: Text | None = None


def drawing(plan: Plan, tree: Tree) -> Drawing:
    """Return the map in the tree's language."""
    process = plan.process

    def say(text: Text) -> str:
        return to_plain(text.in_language(tree.language, process.first_language)[0])

    laid_out = tracks(process)
    ring = process.settings.shape is Shape.RING
    in_lanes = len(laid_out) == 1 and not ring
    make = _Runs(process, say, words(tree.language)["map"], in_lanes=in_lanes)
    lanes = [say(place.title) for place in process.settings.places] if in_lanes and make.placed else []
    return draw([make.run(track, ring=ring) for track in laid_out], lanes)


def doors(process: Process, tree: Tree) -> Iterator[Door]:
    """Yield the doors that something is behind; to the pages made for it, and where there are none to a block."""
    for stage in process.stages[:1]:
        yield Door("learn", tree.chapters[stage.id].address, names=stage.title)
    for page, word in ((tree.practice, "practise"), (tree.all_checklists, "print")):
        if page:
            yield Door(f"{word}_page", page.address)
            continue
        found = (
            Door(word, tree.chapters[stage.id].address, block.id, stage.title)
            for stage in process.stages
            for block in stage.blocks
            if type_of(block) in DOORS[word]
        )
        yield from list(found)[:1]


class _Runs:
    """Turns tracks of stages into what the layout needs: plain words."""

    def __init__(self, process: Process, say: Say, own: dict[str, Any], *, in_lanes: bool) -> None:
        self.routes = process.settings.routes
        self.places = {place.id: index for index, place in enumerate(process.settings.places)}
        self.names = {place.id: say(place.title) for place in process.settings.places}
        self.placed = any(stage.places for stage in process.stages)
        self.say, self.own, self.in_lanes = say, own, in_lanes

    def run(self, track: Track, *, ring: bool) -> Run:
        first = track.stages[0]
        return Run(
            stops=tuple(self.stop(stage, entered=stage is not first) for stage in track.stages),
            entrances=tuple(self.entrance(route) for route in self.routes if route.to == first.id),
            title=self.say(track.title) if track.title else "",
            ring=ring,
        )

    def stop(self, stage: Stage, *, entered: bool) -> Stop:
        """Return a stage's box; ways into any but the first are told in it."""
        ways = [self.say(route.title) for route in self.routes if entered and route.to == stage.id]
        places = [self.names[place] for place in stage.places if not self.in_lanes]
        return Stop(
            id=stage.id,
            label=stage.label,
            title=self.say(stage.title),
            lanes=tuple(self.places[place] for place in stage.places),
            parts=tuple(self.say(part.title) for part in stage.parts),
            remarks=(*places, *(self.own["way_in"].format(way) for way in ways)),
        )

    def entrance(self, route: Route) -> Entrance:
        return Entrance(
            title=self.say(route.title),
            parts=tuple(self.say(part.title) for part in route.parts),
            remarks=(self.names[route.place],) if route.place else (),
        )


def context(plan: Plan, tree: Tree) -> dict[str, object]:
    """Return what the template of the first page needs beside the process itself."""
    drawn = drawing(plan, tree)
    return {
        "map": drawn,
        "boxes": {box.id: box for box in drawn.stops},
        "tracks": tracks(plan.process),
        "doors": tuple(doors(plan.process, tree)),
        "ring": plan.process.settings.shape is Shape.RING,
    }
