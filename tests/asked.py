"""A site whose one stage asks the example of every type of question, and one whose answer nobody knows."""

from collections.abc import Iterator
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path

from built_sites import build, copy_of_project, once
from playwright.sync_api import BrowserContext, Route
from showroom_site import Content

from generator import questions, registry

ADDRESS = "https://training.example/"
QUIZ = "stage/quiz/"
PRACTISED = "- {type: text, id: signals-at-the-table, body: {zh: 信号, en: Signals}, source: [{of: editors}]}"
KEYLESS = """
type: single
id: nobody-knows
prompt: {zh: 谁先开口？, en: Who speaks first?}
key: none
options:
  - {id: the-customer, text: {zh: 客户, en: The customer}, correct: true}
  - {id: the-consultant, text: {zh: 顾问, en: The consultant}}
source: [{of: editors}]
explanation: {zh: 各家说法不同。, en: Opinions differ.}
"""
COUNTED = """
type: cloze
id: how-many
prompt: {zh: 填上数字。, en: Fill in the number.}
text: {zh: "交车分[[steps]]步。", en: "The delivery has [[steps]] steps."}
gaps: [{id: steps, answer: "22", accept: ["二十二", twenty-two], typed: true}]
source: [{of: editors}]
explanation: {zh: 从准备到送别。, en: From preparing to the farewell.}
"""


def process(*more: str) -> Content:
    """Return the process that asks an example of every type, and `more`."""
    folders = [registry.folder(questions, name) for name in registry.names(questions)]
    examples = [(folder / "example.yml").read_text(encoding="utf-8") for folder in folders]
    made = Content().with_sources().stage("stage", PRACTISED).questions("stage", *examples, KEYLESS, COUNTED, *more)
    return made.file(
        "process.yml",
        f"title: {{zh: 流程, en: Process}}\nlanguages: [zh, en]\nstages: [stage]\nsite_url: {ADDRESS}\n",
    )


def build_once(run_folder: Path) -> Path:
    """Build the site in the worker that comes first."""
    return once(run_folder / "asked", lambda site: build(site, process().write(run_folder / "asked-process")))


def build_instant_once(run_folder: Path) -> Path:
    """Build the site with Material's instant navigation, which swaps pages without loading them."""

    def make(site: Path) -> None:
        project = copy_of_project(run_folder / "asked-project", process().write(run_folder / "asked-instant-process"))
        settings = project / "mkdocs.yml"
        features = "features:\n    - navigation.instant\n"
        settings.write_text(settings.read_text(encoding="utf-8").replace("features:\n", features), encoding="utf-8")
        build(site, project / "process", project=project)

    return once(run_folder / "asked-instant", make)


@contextmanager
def at_its_address(context: BrowserContext, site: Path) -> Iterator[str]:
    """Let the browser find `site` at the address it was built for: instant navigation knows its pages by that."""

    def answer(route: Route) -> None:
        file = site / route.request.url.partition(ADDRESS)[2].partition("?")[0].partition("#")[0]
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=guess_type(file.name)[0] or "text/plain")
        else:
            route.fulfill(status=404)

    context.route(f"{ADDRESS}**", answer)
    yield ADDRESS
    context.unroute(f"{ADDRESS}**")
