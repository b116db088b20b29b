"""Files → `Edition`: everything that the pages of the site are made of, at one moment."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Final

from generator.build.folder import Folder, read_folder
from generator.build.memory import Memory
from generator.build.snapshot import Project, guides, load, relative, uncollected
from generator.build.stamp import digest
from generator.pages import Page, Tree
from generator.plan import Plan, plan
from generator.problems import Problem, Unsound
from generator.render import assets
from generator.render import settings as engine_settings

TRIES: Final = 20
PAUSE: Final = 0.05  # seconds; an editor that holds a file lets go of it soon


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """The site as the files describe it at one moment; no page of it is made yet.

    `files` are pictures, styles and scripts by language and path, `settings` the engine's by language and name. `theme`
    changes with the theme, `look` with anything that is seen on a page and does not stand in its HTML.
    """

    plan: Plan
    files: Mapping[str, Mapping[str, bytes]]
    settings: Mapping[str, Mapping[str, bytes]]
    warnings: tuple[Problem, ...]
    theme: str
    look: str

    def find(self, address: str) -> tuple[Tree, str]:
        """Return the tree that an address below the site's root belongs to, and the address below the tree's root."""
        further = (tree for tree in self.plan.trees if tree.root and f"{address}/".startswith(tree.root))
        tree = next(further, self.plan.trees[0])
        return tree, address.removeprefix(tree.root)

    def page(self, tree: Tree, address: str) -> Page | None:
        """Return the page at an address below the tree's root; None where no file says that there is one."""
        return next((page for page in tree.pages if page.address == address.removesuffix("index.html")), None)


class Content:
    """The files of a project, which change; `folder` is where the engine will find its settings, by language."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.project = project
        self.theme = relative(project.root / "overrides", folder / "language")
        self.memory = Memory()
        self._last: tuple[str, Edition | Unsound] | None = None

    def read(self) -> Edition:
        """Return what the files say now: the very edition of the last time while they say the same.

        Raises:
            Unsound: when the content is wrong; the very same one while it is wrong in the same way.
            OSError: when a file cannot be read, whatever the patience.

        """
        process = _patiently(self.project.process)
        docs, theme = (_patiently(self.project.root / name) for name in ("docs", "overrides"))
        settings = (self.project.root / "mkdocs.yml").read_bytes()
        parts = {"docs": docs.files, "overrides": theme.files, "settings": {"mkdocs.yml": settings}}
        key = _key(process, parts)
        if self._last is None or self._last[0] != key:
            self._last = key, self._outcome(process, parts)
        if isinstance(self._last[1], Unsound):
            raise self._last[1]
        return self._last[1]

    def _outcome(self, process: Folder, parts: Mapping[str, Mapping[str, bytes]]) -> Edition | Unsound:
        try:
            with uncollected():
                return self._edition(process, parts)
        except Unsound as unsound:
            return unsound.with_traceback(None)
        finally:
            if self._last is not None:
                gc.collect()
            gc.freeze()  # models live as long as their file stays as it is: looking for garbage among them takes long

    def _edition(self, folder: Folder, parts: Mapping[str, Mapping[str, bytes]]) -> Edition:
        process, warnings = load(folder, self.memory)
        laid_out = plan(process, guides(parts["docs"]))
        pictures = {path: content for path, content in parts["docs"].items() if path.startswith("assets/")}
        pictures |= {target: folder.files[source] for source, target in laid_out.media.items()}
        files = {tree.language: dict(pictures) for tree in laid_out.trees}
        for file in assets.render(laid_out):
            language, _, path = file.path.partition("/docs/")
            files[language][path] = file.content
        settings: dict[str, dict[str, bytes]] = {tree.language: {} for tree in laid_out.trees}
        for file in engine_settings.render(laid_out, parts["settings"]["mkdocs.yml"].decode(), self.theme):
            language, _, name = file.path.rpartition("/")
            if language:
                settings[language][name] = file.content
        theme = digest({name: parts[name] for name in ("overrides", "settings")})
        return Edition(laid_out, files, settings, warnings, theme, digest({"theme": {"": theme.encode()}, **files}))


class Findings:
    """What is wrong with a process folder, which changes."""

    def __init__(self, process: Path) -> None:
        self.process = process
        self.memory = Memory()
        self._last: tuple[str, tuple[Problem, ...] | Unsound] | None = None

    def read(self) -> tuple[Problem, ...]:
        """Return the warnings there are now: the very same ones while the files say the same.

        Raises:
            Unsound: when the content is wrong; the very same one while the files say the same.
            OSError: when a file cannot be read, whatever the patience.

        """
        folder = _patiently(self.process)
        key = _key(folder)
        if self._last is None or self._last[0] != key:
            try:
                self._last = key, load(folder, self.memory)[1]
            except Unsound as unsound:
                self._last = key, unsound.with_traceback(None)
        if isinstance(self._last[1], Unsound):
            raise self._last[1]
        return self._last[1]


def _key(process: Folder, parts: Mapping[str, Mapping[str, bytes]] | None = None) -> str:
    refused = {str(found.location): found.code.encode() for found in process.problems}
    return digest({"process": process.files, "refused": refused, **(parts or {})})


def _patiently(root: Path) -> Folder:
    """Read a folder; where a file vanishes or is held by an editor meanwhile, again."""
    for _ in range(TRIES - 1):
        try:
            return read_folder(root)
        except OSError:
            sleep(PAUSE)
    return read_folder(root)
