"""What is promised of Showroom's speed, and how each figure is measured."""

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression, median

import sheets
import synthetic
from measure import ROOT, Cost, run
from preview import seconds_to_the_page

from generator.build import load
from generator.build.folder import read_folder

# The command without its engine: start, reading, validating, checking, planning, rendering, writing.
GENERATOR = """
import sys
class NoEngine:
    def __init__(self, engine): pass
    def __enter__(self): return self
    def __exit__(self, *error): pass
    def start(self, folder): pass
from generator import build, cli
build.Engines, build.set_sheets = NoEngine, lambda *_: sys.exit()
cli.main()
"""
COMMAND = "from generator import cli; cli.main()"

START, EACH_THOUSAND = 0.4, 0.15  # CPU seconds


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure and the most that it may be, in `unit`; `note` says what went into it."""

    limit: float
    measured: float
    unit: str
    note: str


class Bench:
    """Runs Showroom on processes that it writes below `folder`, in an environment with warm bytecode."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.environment = folder, environment
        self.build_folder, self.site = folder / "build", folder / "site"
        self.generate(self.process(1, 1)[0])  # the first run compiles all modules

    def process(self, stages: int, lessons: int) -> tuple[Path, int]:
        """Write a synthetic process; return its folder and the number of its texts."""
        folder = self.folder / f"{stages}x{lessons}"
        return folder, synthetic.write(folder, stages=stages, lessons=lessons)

    def generate(self, process: Path, *, afresh: bool = True) -> Cost:
        """Run the command without its engine, on an empty build folder or on what the run before left."""
        return self._command(GENERATOR, process, afresh=afresh)

    def build(self, process: Path) -> Cost:
        """Run the whole command on a build folder that holds nothing but the sheets of the run before.

        They change less often than the pages; what they cost anew is a figure of its own.
        """
        made, kept = self.build_folder / "paper", self.folder / "kept"
        shutil.rmtree(kept, ignore_errors=True)
        if made.exists():
            made.rename(kept)
        shutil.rmtree(self.build_folder, ignore_errors=True)
        if kept.exists():
            self.build_folder.mkdir()
            kept.rename(made)
        return self._command(COMMAND, process, afresh=False)

    def build_plainly(self, language: str) -> Cost:
        """Let Material, as it comes, build the Markdown that the run before generated for `language`."""
        folder = self.folder / "plain"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.build_folder / language / "docs", folder / "docs")
        settings = {"site_name": "Plain", "theme": {"name": "material"}, "plugins": {"search": {"lang": language}}}
        (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
        return run(["-m", "mkdocs", "build", "--quiet"], self.environment, folder)

    def _command(self, code: str, process: Path, *, afresh: bool) -> Cost:
        if afresh:
            shutil.rmtree(self.build_folder, ignore_errors=True)
        folders = ["--process", process, "--build-dir", self.build_folder, "--site-dir", self.site]
        return run(["-c", code, "build", *map(str, folders)], self.environment)


def start(bench: Bench) -> Figure:
    """Measure a process of one stage with one statement."""
    process, texts = bench.process(1, 0)
    return Figure(START, min(bench.generate(process).cpu for _ in range(9)), "CPU s", f"{texts} texts")


def texts(bench: Bench) -> Figure:
    """Measure the slope of a line through three sizes."""
    processes = [bench.process(stages, 4) for stages in (9, 27, 53)]
    costs = [min(bench.generate(process).cpu for _ in range(5)) for process, _ in processes]
    sizes = [size / 1000 for _, size in processes]
    return Figure(EACH_THOUSAND, linear_regression(sizes, costs).slope, "CPU s", f"{[size for _, size in processes]}")


def shipped(bench: Bench) -> Figure:
    """Measure the shipped process by the same limits: it has every type of block, and long texts."""
    process = ROOT / "process"
    size = sum(1 for node in load(read_folder(process))[0].nodes() for _ in node.texts())
    cost = min(bench.generate(process).cpu for _ in range(5))
    return Figure(START + EACH_THOUSAND * size / 1000, cost, "CPU s", f"{size} texts")


def unchanged(bench: Bench) -> Figure:
    """Measure a second run on what the first one left, as a part of the first."""
    process, size = bench.process(9, 4)
    runs = [(bench.generate(process).cpu, bench.generate(process, afresh=False).cpu) for _ in range(7)]
    first, second = (min(costs) for costs in zip(*runs, strict=True))
    return Figure(1 / 3, second / first, "of the first", f"{second:.3f} of {first:.3f} CPU s, {size} texts")


def stages(bench: Bench) -> Figure:
    """Measure what a stage beyond the first one costs: of 800 stages, as a multiple of what it costs of 8."""
    one, few, many = (bench.process(count, 2)[0] for count in (1, 8, 800))
    pairs = [(bench.generate(one).cpu, bench.generate(few).cpu) for _ in range(15)]
    # Medians of neighbouring runs, not the fastest: what else the machine does must weigh on short and long runs alike.
    each_of_8 = median(eight - single for single, eight in pairs) / 7
    all_800 = median(bench.generate(many).cpu for _ in range(3))
    each_of_800 = (all_800 - median(single for single, _ in pairs)) / 799
    return Figure(1.15, each_of_800 / each_of_8, "times", f"{each_of_8 * 1000:.1f} and {each_of_800 * 1000:.1f} CPU ms")


def engine(bench: Bench) -> Figure:
    """Measure a whole build of both languages, as a part of two plain ones one after the other."""
    process = ROOT / "process"
    bench.build(process)
    bench.build_plainly("zh")
    ours, plain = [], []
    for _ in range(7):
        ours.append(bench.build(process).wall)
        plain.append(sum(bench.build_plainly(language).wall for language in ("zh", "en")))
    note = f"{median(ours):.2f} of {median(plain):.2f} s of wall time, medians of 7"
    return Figure(0.75, median(ours) / median(plain), "of plain", note)


def preview(bench: Bench) -> Figure:
    """Measure the preview of the shipped process, from saving a file to the page."""
    process = bench.folder / "process"
    shutil.copytree(ROOT / "process", process, dirs_exist_ok=True)
    file = process / "5-proposal-to-close" / "stage.yml"
    return _median(1, seconds_to_the_page(file, "收了钱还不算成交", "proposal-to-close/", bench.environment))


def preview300(bench: Bench) -> Figure:
    """Measure the preview of a process of more than 300 pages in each language, as above."""
    process, _ = bench.process(150, 4)
    file = process / "stage-75" / "stage.yml"
    words = re.findall(r'zh: "([^"*]+)"', file.read_text(encoding="utf-8"))[7]
    return _median(2, seconds_to_the_page(file, words, "stage-75/", bench.environment))


def paper(bench: Bench) -> Figure:
    """Measure all sheets of the shipped process in both languages, none of them made before."""
    cost, _, count = _sheets(bench)
    return Figure(3, cost, "CPU s", f"{count} sheets, best of 5")


def paper_memory(bench: Bench) -> Figure:
    """Measure what the same takes in memory beyond what the program has taken for the site already."""
    _, megabytes, count = _sheets(bench)
    return Figure(200, megabytes, "MB", f"{count} sheets, worst of 5")


def workbook(bench: Bench) -> Figure:
    """Measure the Chinese workbook alone, as a part of what WeasyPrint takes for its words without tables."""
    _set(bench)
    folder = bench.build_folder / "paper"
    for sheet in (folder / "sheets").glob("*/*.json"):
        if sheet.stem != "workbook-zh":
            sheet.unlink()
    ours = min(run(["-c", sheets.SET_AGAIN, str(folder)], bench.environment).cpu for _ in range(3))
    python = sheets.weasyprint(bench.folder / "weasyprint")
    if python is None:
        return Figure(1, 0, "of WeasyPrint", f"{ours:.2f} CPU s; WeasyPrint cannot be installed or started here")
    page = bench.folder / "workbook.html"
    page.write_text(sheets.as_html(folder / "sheets/zh/workbook-zh.json"), encoding="utf-8")
    arguments = ["-c", sheets.WEASYPRINT, str(page), str(bench.folder / "workbook.pdf")]
    theirs = min(run(arguments, bench.environment, python=str(python)).cpu for _ in range(3))
    return Figure(1 / 3, ours / theirs, "of WeasyPrint", f"{ours:.2f} of {theirs:.2f} CPU s, best of 3 each")


def _sheets(bench: Bench) -> tuple[float, float, int]:
    """Return the CPU seconds and the megabytes that all sheets of the shipped process take, and how many they are."""
    costs, megabytes = zip(*(_set(bench) for _ in range(5)), strict=True)
    return min(costs), max(megabytes), len(list((bench.build_folder / "paper/made").glob("*/*.pdf")))


def _set(bench: Bench) -> tuple[float, float]:
    """Set all sheets anew; return the CPU seconds and the megabytes on top of the rest of the program."""
    answer = bench.folder / "answer.json"
    run(["-c", sheets.SET, *map(str, (ROOT, bench.build_folder, answer))], bench.environment)
    cpu, megabytes = json.loads(answer.read_text(encoding="utf-8"))
    return cpu, megabytes


def _median(limit: float, took: list[float]) -> Figure:
    return Figure(limit, median(took), "s", f"{len(took)} saves, {min(took):.2f} to {max(took):.2f} s of wall time")


FIGURES = {
    function.__name__: function
    for function in (
        start,
        texts,
        shipped,
        unchanged,
        stages,
        engine,
        preview,
        preview300,
        paper,
        paper_memory,
        workbook,
    )
}
