"""Measures questions beside mkdocs-quiz, and how soon a tap is answered; see README.md.

mkdocs-quiz is installed into an environment of its own, which is thrown away again. Both get the same questions: one
right option of four, and the reason.
"""

import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING

from measure import ROOT, run, warm_environment

if TYPE_CHECKING:
    from playwright.sync_api import Page

OTHER = "mkdocs-quiz==1.7.1"
BUILD = "from generator import cli; cli.main()"
# The pages alone, which is what mkdocs-quiz makes: no sheets of paper are set.
PAGES_ALONE = "from generator import build, cli; build.set_sheets = lambda *_: None; cli.main()"
ON_A_PAGE, PAGES = 20, 10
LONG = 60  # questions on a page whose taps are timed
SLOWED = 4
SOON = 100  # milliseconds
RUNS = 3
ROW = "{:<34}{:>12}{:>14}  {}"
VERDICTS = {True: "ahead", False: "BEHIND", None: "beside nothing"}
SETTINGS = {"site_name": "Quiz", "theme": {"name": "material", "font": False}}
OPTIONS = ("Answer at once what was asked", "Begin with the price", "Show the brochure again", "Wait for a colleague")
# Until the frame that shows the answer to a tap has been drawn.
ANSWERED = """async button => {
  const start = performance.now()
  button.click()
  await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))
  return performance.now() - start
}"""


def prompt(number: int) -> str:
    """Return the stem of a question."""
    return f"Customer {number} asks what the car would cost a month. What do you do first?"


def reason(number: int) -> str:
    """Return the explanation of a question."""
    return f"Customer {number} has asked a question of payment: that is a strong signal, and wants a plain answer."


class Ours:
    """Sites of Showroom, with `count` questions on each page."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.environment = folder, environment

    def build(self, count: int, pages: int = PAGES, *, sheets: bool = False) -> tuple[Path, float]:
        """Build a site, with `sheets` those of paper too; return its folder and the CPU seconds it took."""
        process = self.folder / f"process-{count}"
        stages = [f"stage-{number}" for number in range(pages)]
        texts = {"process.yml": {"title": "Quiz", "languages": ["en"], "stages": stages}}
        for number, stage in enumerate(stages):
            text = {"id": "words", "type": "text", "body": "A page without questions."}
            texts[f"{stage}/stage.yml"] = {"id": stage, "label": str(number), "title": stage, "blocks": [text]}
            if count:
                texts[f"{stage}/quiz.yml"] = {"questions": [self._question(number * count + n) for n in range(count)]}
        for name, content in texts.items():
            (process / name).parent.mkdir(parents=True, exist_ok=True)
            (process / name).write_text(json.dumps(content, indent=1), encoding="utf-8")
        site, made = self.folder / f"site-{count}", self.folder / f"build-{count}"
        shutil.rmtree(made, ignore_errors=True)  # or a second run would find nothing changed, and make nothing
        arguments = ["--process", str(process), "--build-dir", str(made), "--site-dir", str(site)]
        return site, run(["-c", BUILD if sheets else PAGES_ALONE, "build", *arguments], self.environment, ROOT).cpu

    @staticmethod
    def _question(number: int) -> dict[str, object]:
        # A word to each wrong one too, which mkdocs-quiz has no place for: without it the build would warn.
        verdicts = [{"correct": True} if n == number % 4 else {"feedback": "Not first."} for n in range(len(OPTIONS))]
        options = [{"id": f"o{n}", "text": text, **verdicts[n]} for n, text in enumerate(OPTIONS)]
        return {
            "id": f"q{number}",
            "type": "single",
            "prompt": prompt(number),
            "options": options,
            "explanation": reason(number),
        }


class Theirs:
    """Sites of Material with mkdocs-quiz, or without where there is no question."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.environment = folder, environment
        venv.create(folder / "venv", with_pip=True)
        self.python = folder / "venv" / "bin" / "python"
        same = [f"{name}=={version(name)}" for name in ("mkdocs", "mkdocs-material")]
        subprocess.run([self.python, "-m", "pip", "install", "-qqq", OTHER, *same], check=True)

    def build(self, count: int, pages: int = PAGES) -> tuple[Path, float]:
        """Build a site; return its folder and the CPU seconds it took."""
        docs = self.folder / f"their-{count}"
        for number in range(pages):
            stage = docs / "docs" / f"stage-{number}"
            (stage / "quiz").mkdir(parents=True, exist_ok=True)
            (stage / "index.md").write_text("# Stage\n\nA page without questions.\n", encoding="utf-8")
            quizzes = [self._question(number * count + n) for n in range(count)]
            (stage / "quiz" / "index.md").write_text("# Quiz\n\n" + "\n".join(quizzes), encoding="utf-8")
        plugins = ["search", *(["mkdocs_quiz"] if count else [])]
        (docs / "mkdocs.yml").write_text(json.dumps(SETTINGS | {"plugins": plugins}), encoding="utf-8")
        cost = run(["-m", "mkdocs", "build", "--quiet"], self.environment, docs, python=self.python)
        return docs / "site", cost.cpu

    @staticmethod
    def _question(number: int) -> str:
        options = (f"- [{'x' if n == number % 4 else ' '}] {text}" for n, text in enumerate(OPTIONS))
        return "\n".join(["<quiz>", prompt(number), *options, "", reason(number), "</quiz>", ""])


def weight(site: Path, name: str) -> int:
    """Return the bytes, gzipped, of what a page has in its article, and of every file that it needs for that."""
    page = site / name / "index.html"
    found = re.search(r"(?s)<article.*</article>", page.read_text(encoding="utf-8"))
    article = found[0] if found else ""
    named = re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+)"', article)
    files, waiting = set[Path](), [(page.parent / address).resolve() for address in named]
    while waiting:
        if (file := waiting.pop()) not in files:
            files.add(file)
            imports = re.findall(r'^import .*"(.+)"$', file.read_text(encoding="utf-8"), re.MULTILINE)
            waiting += [(file.parent / address).resolve() for address in imports]
    return len(gzip.compress(article.encode())) + sum(len(gzip.compress(file.read_bytes())) for file in files)


def weights(made: Ours | Theirs) -> tuple[int, int]:
    """Return what a page of questions weighs, and what they add to a page without any."""
    site, _ = made.build(ON_A_PAGE)
    without, _ = made.build(0)
    return weight(site, "stage-0/quiz"), weight(site, "stage-0") - weight(without, "stage-0")


def each_thousand(build: Callable[[int], tuple[Path, float]]) -> float:
    """Return the CPU seconds that 1,000 further questions cost a build of as many pages."""
    few, many = ON_A_PAGE, ON_A_PAGE + 1000 // PAGES
    return min(build(many)[1] for _ in range(RUNS)) - min(build(few)[1] for _ in range(RUNS))


def taps(page: "Page") -> list[float]:
    """Return the milliseconds until each of some taps is answered: options chosen, and answers checked."""
    tool = ".show-question__tools button >> nth=0"  # "Check", or "Try it again" once it was right
    buttons = ("input >> nth=1", tool, "input >> nth=2", tool)
    questions = page.locator("show-question").all()[:10]
    return [question.locator(button).evaluate(ANSWERED) for question in questions for button in buttons]


def slowest_tap(site: Path) -> tuple[float, float]:
    """Return median and worst time of a tap on a page of 60 questions, on a CPU slowed four times."""
    sys.path.insert(0, str(ROOT / "tests"))
    from browsers import browser  # noqa: PLC0415  # as the tests find it

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base's own signature
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        page = browser().new_page(viewport={"width": 390, "height": 844})
        page.goto(f"http://127.0.0.1:{server.server_port}/stage-0/quiz/")
        page.locator("show-question button").last.wait_for()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        times = taps(page)
        server.shutdown()
    return median(times), max(times)


def rows(folder: Path, environment: Mapping[str, str]) -> Iterable[tuple[str, str, str, bool | None]]:
    """Yield each figure: its name, ours, the other or the limit, and whether ours is ahead; None without another."""
    ours, theirs = Ours(folder, environment), Theirs(folder, environment)
    (page, elsewhere), (their_page, their_elsewhere) = weights(ours), weights(theirs)
    yield f"page of {ON_A_PAGE} questions, B gzip", f"{page:,}", f"{their_page:,}", page < their_page
    yield "page without questions, B gzip", f"{elsewhere:,}", f"{their_elsewhere:,}", elsewhere < their_elsewhere
    cost, their_cost = each_thousand(ours.build), each_thousand(theirs.build)
    yield "build of 1,000 questions, CPU s", f"{cost:.2f}", f"{their_cost:.2f}", cost < their_cost
    on_paper = each_thousand(partial(ours.build, sheets=True))
    yield "the same with sheets of paper", f"{on_paper:.2f}", "has none", None
    site, _ = ours.build(LONG, pages=1)
    middle, worst = slowest_tap(site)
    yield f"tap, worst of 40 at 1/{SLOWED} CPU, ms", f"{worst:.0f}", f"< {SOON}", worst < SOON
    yield "tap, median, ms", f"{middle:.0f}", f"< {SOON}", middle < SOON


def main() -> int:
    """Print each figure beside the other's or its limit; return 1 when ours is behind in any, else 0."""
    print(ROW.format("figure", "Showroom", "mkdocs-quiz", "verdict"))
    behind = False
    with tempfile.TemporaryDirectory() as folder, warm_environment() as environment:
        for name, ours, other, ahead in rows(Path(folder), environment):
            behind |= ahead is False
            print(ROW.format(name, ours, other, VERDICTS[ahead]), flush=True)
    return int(behind)


if __name__ == "__main__":
    sys.exit(main())
