"""process.yml lists every folder and language once; every stage has a label of its own, written as plain text."""

from collections.abc import Iterator

from generator.problems import Location, Problem, problem
from generator.process import Process

LISTS = ("prefaces", "stages", "appendices")


def check(process: Process) -> Iterator[Problem]:
    """Yield `listed-twice`, `duplicate-label`, and `curly-quotes` around a label."""
    settings = process.settings
    folders = [(name, settings.where(key, at)) for key in LISTS for at, name in enumerate(getattr(settings, key))]
    languages = [(code, settings.where("languages", at)) for at, code in enumerate(settings.languages)]
    for named in (folders, languages):
        for name, place, _ in _repeated(named):
            yield problem("listed-twice", place, name=name)
    for label, place, first in _repeated([(stage.label, stage.where("label")) for stage in process.stages]):
        if first.file != place.file:
            yield problem("duplicate-label", place, label=label, first=first)
    for stage in process.stages:
        if stage.label[0] in "“”＂‘’":
            yield problem("curly-quotes", stage.where("label"))


def _repeated(named: list[tuple[str, Location]]) -> Iterator[tuple[str, Location, Location]]:
    """Yield every name that was there before, with its place and the first one's."""
    first: dict[str, Location] = {}
    for name, place in named:
        if name in first:
            yield name, place, first[name]
        first.setdefault(name, place)
