"""Every id with which one entry names another belongs to something."""

from collections.abc import Collection, Iterator

from generator.blocks.base import Block, Citation
from generator.chapters import Chapter, Stage
from generator.checklists.assembled import phases_of
from generator.problems import Location, Problem, guess, problem
from generator.process import Process
from generator.references import Source, SourceKind

WHAT = {
    "stage": "阶段",
    "place": "地点",
    "flow": "流程",
    "source": "来源",
    "part of this block": "本区块条目",
    "entry on the stage's page": "本阶段页面上的条目",
    "question in this folder's quiz.yml": "本文件夹 quiz.yml 里的题目",
    "phase": "流程环节",
    "step": "流程步骤",
    "page with questions": "有题目的页面",
    "type of question that can be marked": "能自动评分的题型",
}


def check(process: Process) -> Iterator[Problem]:
    """Yield `unknown-reference` for ids that nothing has, `no-such-slide` for slides that a deck lacks."""
    settings = process.settings
    stages = {stage.id for stage in process.stages}
    places = {place.id for place in settings.places}
    flows = {flow.id for flow in settings.flows}
    for route in settings.routes:
        yield from resolve(route.to, stages, "stage", route.where("to"))
        if route.place is not None:
            yield from resolve(route.place, places, "place", route.where("place"))
    for stage in process.stages:
        yield from _of_stage(stage, places, flows)
    for chapter in process.chapters:
        yield from _from_procedures(chapter)
    sources = {source.id: source for source in process.sources}
    for node in process.nodes():
        if isinstance(node, Citation):
            yield from _cited(node, sources)
        elif isinstance(node, Block):
            for reference in node.references():
                yield from resolve(reference.id, reference.known, "part of this block", reference.location)


def _of_stage(stage: Stage, places: Collection[str], flows: Collection[str]) -> Iterator[Problem]:
    for index, place in enumerate(stage.places):
        yield from resolve(place, places, "place", stage.where("places", index))
    if stage.flow is not None:
        yield from resolve(stage.flow, flows, "flow", stage.where("flow"))


def _from_procedures(chapter: Chapter) -> Iterator[Problem]:
    phases = phases_of(chapter.blocks)
    steps = {step.id for phase in phases.values() for step in phase.steps}
    for checklist in chapter.checklists:
        for group in checklist.groups:
            if group.phase is not None:
                yield from resolve(group.phase, phases, "phase", group.where("phase"))
            for item in group.items:
                if item.step is not None:
                    yield from resolve(item.step, steps, "step", item.where("step"))


def _cited(citation: Citation, sources: dict[str, Source]) -> Iterator[Problem]:
    source = sources.get(citation.of)
    if source is None:
        yield from resolve(citation.of, sources, "source", citation.where("of"))
    elif source.type is SourceKind.DECK:
        known = {slide.number for slide in source.slides}
        for index, slide in enumerate(citation.slides):
            if slide not in known:
                where = citation.where("slides", index)
                last = max(known, default=0)
                yield problem("no-such-slide", where, source=source.id, slide=slide, last=last)


def resolve(name: str, known: Collection[str], what: str, where: Location) -> Iterator[Problem]:
    """Yield `unknown-reference` where `name` is none of the `known` ids of a `what`."""
    if name not in known:
        all_known = ", ".join(sorted(known)) or "—"
        yield problem(
            "unknown-reference",
            where,
            id=name,
            what=what,
            what_zh=WHAT[what],
            known=all_known,
            guess=guess(name, known),
        )
