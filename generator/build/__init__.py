"""The stages in order, and the only package that touches the disk."""

from collections.abc import Callable
from pathlib import Path

from generator.build import site
from generator.build.engine import Engine, Engines
from generator.build.not_found import stand_at
from generator.build.press import PAPER, SHEETS, copy_sheets, set_sheets
from generator.build.search import finish_index
from generator.build.snapshot import Project, Snapshot, load, read, relative, uncollected
from generator.build.stamp import Stamp
from generator.build.tree import write_tree

__all__ = ["Project", "build", "generate", "load", "print_sheets", "read"]


@uncollected()
def generate(snapshot: Snapshot) -> Stamp:
    """Write everything the engine needs into the build folder; nothing when nothing has changed.

    Raises:
        Unsound: when the content is wrong; the build folder is left as it was.

    """
    folder = snapshot.project.build
    stamp = Stamp.read(folder)
    if stamp is not None and stamp.input == snapshot.key and stamp.holds(folder):
        return stamp
    process, warnings = snapshot.loaded
    files = _files(snapshot)
    made = Stamp.of(snapshot.key, files, warnings, process, snapshot.new_texts())
    write_tree(folder, files, made)
    return made


def build(
    project: Project, engine: Engine, *, publish: bool = True, generated: Callable[[Stamp], object] = lambda _: None
) -> Stamp:
    """Make the whole site and put it in the place of the old one; `publish` adds the security policy.

    A site that an earlier run was stopped from putting in place is made good first, whatever comes of this one.
    `generated` is called before the engine gets what was generated; what it raises stops the build.

    Raises:
        Unsound: when the content is wrong.
        EngineError: when the engine fails, or what it made cannot be used. In both cases the old site stays as it is.

    """
    site.recover(project.site)
    paper = project.build / PAPER
    with Engines(engine) as engines:
        snapshot = Snapshot.of(project)
        made = generate(snapshot)
        generated(made)
        # Setting the sheets takes less long beside the engine than after it.
        engines.run(
            [project.build / language for language in made.languages], meanwhile=lambda: set_sheets(snapshot, paper)
        )
    trees = {
        "" if index == 0 else f"{language}/": project.build / language / "site"
        for index, language in enumerate(made.languages)
    }
    for language in made.languages:
        copy_sheets(paper, language, project.build / language / "site" / SHEETS)
    for root, tree in trees.items():
        if engine is Engine.MKDOCS:
            finish_index(tree)
        if not made.has_address:
            stand_at(root, tree)
    site.replace(project.site, trees, sealed_for=engine if publish else None)
    return made


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


def _files(snapshot: Snapshot) -> dict[str, bytes]:
    """Return everything that is generated for the engine, by its path in the build folder."""
    from generator.render import assets, learning, settings, web  # noqa: PLC0415  # see `snapshot.load`

    plan, project = snapshot.plan, snapshot.project
    theme = relative(project.root / "overrides", project.build / "language")
    rendered = [*web.render(plan), *assets.render(plan), *settings.render(plan, snapshot.settings, theme)]
    files = {file.path: file.content for file in [*rendered, *learning.render(plan)]}
    pictures = {path: content for path, content in snapshot.docs.items() if path.startswith("assets/")}
    pictures |= snapshot.pictures()
    return files | {
        f"{tree.language}/docs/{path}": content for tree in plan.trees for path, content in pictures.items()
    }
