"""The stages in order, and the only package that touches the disk."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import site
from generator.build.engine import Engine, Engines
from generator.build.not_found import stand_at
from generator.build.press import PAPER, SHEETS, copy_sheets, set_sheets
from generator.build.search import finish_index
from generator.build.snapshot import Project, Snapshot, load, read, relative, uncollected
from generator.build.stamp import Stamp
from generator.build.tree import write_tree

if TYPE_CHECKING:
    from generator.render import OutputFile

__all__ = ["Project", "build", "generate", "load", "print_sheets", "read"]


@uncollected()
def generate(
    snapshot: Snapshot,
    checked: Callable[[Stamp], object] = lambda _: None,
    written: Callable[[str], object] = lambda _: None,
) -> Stamp:
    """Write everything the engine needs into the build folder; nothing when nothing has changed.

    `checked` is called before anything is written, and what it raises leaves the build folder as it was; `written` is
    called with each language as soon as its files are there.

    Raises:
        Unsound: when the content is wrong; the build folder is left as it was.

    """
    folder = snapshot.project.build
    stamp = Stamp.read(folder)
    if stamp is not None and stamp.input == snapshot.key and stamp.holds(folder):
        checked(stamp)
        for language in stamp.languages:
            written(language)
        return stamp
    process, warnings = snapshot.loaded
    made = Stamp.of(snapshot.key, warnings, process, snapshot.new_texts())
    checked(made)
    return write_tree(folder, _files(snapshot), made, written)


@uncollected(for_good=True)
def build(
    project: Project, engine: Engine, *, publish: bool = True, checked: Callable[[Stamp], object] = lambda _: None
) -> Stamp:
    """Make the whole site and put it in the place of the old one; `publish` adds the security policy.

    A site that an earlier run was stopped from putting in place is made good first, whatever comes of this one.
    `checked` is called before anything is made; what it raises stops the build.

    Raises:
        Unsound: when the content is wrong.
        EngineError: when the engine fails, or what it made cannot be used.
        OSError: when a file cannot be read or written, or the place of the site holds other files than a site. In all
            these cases the old site stays as it is.

    """
    site.recover(project.site)
    site.refuse_foreign(project.site)
    paper = project.build / PAPER
    with Engines(engine) as engines:
        snapshot = Snapshot.of(project)
        # The engine makes the first language while the second one is rendered, and all of them while sheets are set.
        made = generate(snapshot, checked, lambda language: engines.start(project.build / language))
        set_sheets(snapshot, paper)
        sheets = {language: project.build / language / SHEETS for language in made.languages}
        for language, folder in sheets.items():  # not into the engine's folder, which it clears away first
            shutil.rmtree(folder, ignore_errors=True)
            copy_sheets(paper, language, folder)
        engines.finish()
    trees = {
        "" if index == 0 else f"{language}/": project.build / language / "site"
        for index, language in enumerate(made.languages)
    }
    for (root, tree), folder in zip(trees.items(), sheets.values(), strict=True):
        if folder.is_dir():
            shutil.copytree(folder, tree / SHEETS, copy_function=os.replace, dirs_exist_ok=True)
        if engine is Engine.MKDOCS:
            finish_index(tree)
        if not made.has_address:
            stand_at(root, tree)
    site.replace(project.site, trees, sealed_for=engine if publish else None)
    return made


@uncollected(for_good=True)
def print_sheets(project: Project, target: Path) -> tuple[Stamp, tuple[Path, ...]]:
    """Set the sheets of every language without making the site; return their PDFs in `target`, one beside the other.

    Raises:
        Unsound: when the content is wrong.
        EngineError: when a sheet cannot be set.

    """
    snapshot, paper = Snapshot.of(project), project.build / PAPER
    made = generate(snapshot)
    set_sheets(snapshot, paper)
    return made, tuple(path for language in made.languages for path in copy_sheets(paper, language, target))


def _files(snapshot: Snapshot) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield each language with everything that is generated for the engine, by its path in the build folder."""
    from generator.render import assets, learning, settings, web  # noqa: PLC0415  # see `snapshot.load`

    plan, project = snapshot.plan, snapshot.project
    theme = relative(project.root / "overrides", project.build / "language")
    pictures = {path: content for path, content in snapshot.docs.items() if path.startswith("assets/")}
    pictures |= snapshot.pictures()
    beside = [*assets.render(plan), *settings.render(plan, snapshot.settings, theme), *learning.render(plan)]
    for language, pages in groupby(web.render(plan), _language):
        own = (file for file in beside if _language(file) in {language, settings.BARE})
        made = {file.path: file.content for file in (*pages, *own)}
        yield language, made | {f"{language}/docs/{path}": content for path, content in pictures.items()}


def _language(file: "OutputFile") -> str:
    return file.path.partition("/")[0]
