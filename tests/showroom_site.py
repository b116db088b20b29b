"""A process made of YAML texts, taken through the stages without touching the disk."""

from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent, indent
from typing import Self

from generator.build import load
from generator.build.folder import Folder
from generator.plan import plan
from generator.problems import Problem, Unsound
from generator.process import Process
from generator.render import web

SLIDES = ", ".join(f"{{number: {n}, title: Slide {n}}}" for n in range(1, 61))
SOURCES = f"""
sources:
  - id: deck
    type: deck
    title: {{zh: 培训材料, en: Training deck}}
    short: {{zh: 幻灯片, en: Slide}}
    slides: [{SLIDES}]
  - {{id: editors, type: editors, title: {{zh: 编者, en: Editors}}}}
"""


@dataclass(frozen=True)
class Content:
    """The files of a process folder; every method that adds one returns the larger content.

    `Content().stage("greeting", "- {type: text, id: hello, body: Hello}").pages("en")["greeting/index.md"]`
    """

    files: dict[str, bytes] = field(default_factory=dict)
    languages: tuple[str, ...] = ("zh", "en")
    stages: tuple[str, ...] = ()

    def file(self, path: str, content: str | bytes) -> Self:
        """Add or replace a file; a text loses the indentation that all of its lines share."""
        made = content if isinstance(content, bytes) else dedent(content).encode()
        return type(self)({**self.files, path: made}, self.languages, self.stages)

    def in_languages(self, *languages: str) -> Self:
        """Make it a process in `languages`, the first one first."""
        return type(self)(self.files, languages, self.stages)

    def stage(self, name: str, blocks: str) -> Self:
        """Add a stage with the YAML list `blocks`; its id and title are its `name`."""
        number = len(self.stages) + 1
        head = f'id: {name}\nlabel: "{number}"\ntitle: {name}\nblocks:\n'
        longer = type(self)(self.files, self.languages, (*self.stages, name))
        return longer.file(f"{name}/stage.yml", head + indent(dedent(blocks), "  "))

    def questions(self, name: str, *examples: str) -> Self:
        """Give a stage questions, each the YAML of a mapping."""
        items = "".join("  -\n" + indent(example, "    ") for example in examples)
        return self.file(f"{name}/quiz.yml", f"questions:\n{items}")

    def with_sources(self) -> Self:
        """Add the sources `deck` (slides 1 to 60) and `editors`."""
        return self.file("sources.yml", SOURCES)

    def process(self) -> Process:
        """Return the process; raises `Unsound` where the content has errors."""
        return load(self._folder())[0]

    def problems(self) -> tuple[Problem, ...]:
        """Return all that the first unsound stage finds, or the warnings of a sound process."""
        try:
            return load(self._folder())[1]
        except Unsound as unsound:
            return unsound.problems

    def pages(self, language: str) -> dict[str, str]:
        """Return the Markdown pages of one language by their path below its docs folder."""
        start = f"{language}/docs/"
        return {
            file.path.removeprefix(start): file.content.decode()
            for file in web.render(plan(self.process(), {}))
            if file.path.startswith(start)
        }

    def write(self, folder: Path) -> Path:
        """Write the process to `folder`, for a command to read; return `folder`."""
        for path, content in self._folder().files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        return folder

    def _folder(self) -> Folder:
        languages, stages = ", ".join(self.languages), ", ".join(self.stages)
        settings = f"title: Process\nlanguages: [{languages}]\nstages: [{stages}]\n"
        return Folder({"process.yml": settings.encode(), **self.files}, ())
