"""The stages in order, and the only package that touches the disk."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import site
from generator.build.engine import Engine, Engines
from generator.build.folder import Folder, read_folder
from generator.build.memory import Memory
from generator.build.not_found import stand_at
from generator.build.press import PAPER, SHEETS, Press, copy_sheets
from generator.build.search import finish_index
from generator.build.stamp import Stamp, digest
from generator.build.tree import write_tree
from generator.problems import Problem, Unsound
from generator.source import Document

if TYPE_CHECKING:
    from generator.plan import Guide
    from generator.process import Process

CODE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a build: the project's own, the process's, and where the generated and finished files go."""

    root: Path
    process: Path
    build: Path
    site: Path


def load(folder: Folder, memory: Memory | None = None) -> "tuple[Process, tuple[Problem, ...]]":
    """Read, validate and check a process folder; return it with its warnings.

    With a `memory`, files that are the same as the last time are not read again.

    Raises:
        Unsound: with all that is wrong, at the first stage that finds anything wrong.

    """
    # pydantic and Jinja take most of a start; with nothing to do they are not even imported.
    from generator.catalogue import Severity  # noqa: PLC0415
    from generator.checks import check  # noqa: PLC0415

    process = read(folder, memory)
    found = check(process)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise Unsound(found)
    return process, found


def read(folder: Folder, memory: Memory | None = None) -> "Process":
    """Read and validate a process folder, without the checks across its files.

    Raises:
        Unsound: with all that is wrong, at the first stage that finds anything wrong.

    """
    from generator.lock import LOCK_FILE  # noqa: PLC0415  # see `load`
    from generator.process import validate  # noqa: PLC0415

    memory = memory or Memory()
    memory.keep_only(folder.files.keys())
    problems = list(folder.problems)
    documents: dict[str, Document] = {}
    for path in sorted(path for path in folder.files if path.endswith((".yml", ".yaml")) or path == LOCK_FILE):
        try:
            documents[path] = memory.parse(folder.files[path], path)
        except Unsound as unsound:
            problems += unsound.problems
    if problems:
        raise Unsound(problems)
    return validate(documents, frozenset(folder.files), memory.known)


@contextmanager
def uncollected() -> Iterator[None]:
    """Do without the search for garbage: nearly all that a run makes lives until it is written.

    The search takes a fifth of the time, and more of it the more stages there are.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@uncollected()
def generate(project: Project) -> Stamp:
    """Write everything the engine needs into the build folder; nothing when nothing has changed.

    A site that an earlier run was stopped from putting in place is made good first, whatever comes of this one.

    Raises:
        Unsound: when the content is wrong; the build folder is left as it was.

    """
    site.recover(project.site)
    folder = read_folder(project.process)
    if folder.problems:
        raise Unsound(folder.problems)
    own = {name: read_folder(project.root / name).files for name in ("docs", "overrides")}
    settings = (project.root / "mkdocs.yml").read_bytes()
    key = digest({"process": folder.files, **own, "settings": {"mkdocs.yml": settings}, "code": _code()})
    stamp = Stamp.read(project.build)
    if stamp is not None and stamp.input == key and stamp.holds(project.build):
        return stamp

    process, warnings = load(folder)
    files = _files(process, folder, own["docs"], settings.decode(), project)
    made = Stamp.of(key, files, warnings, process)
    write_tree(project.build, files, made)
    return made


def build(
    project: Project, engine: Engine, *, publish: bool = True, generated: Callable[[Stamp], object] = lambda _: None
) -> Stamp:
    """Make the whole site and put it in the place of the old one; `publish` adds the security policy.

    `generated` is called before the engine gets what was generated; what it raises stops the build.

    Raises:
        Unsound: when the content is wrong.
        EngineError: when the engine fails, or what it made cannot be used. In both cases the old site stays as it is.

    """
    with Engines(engine) as engines:
        made = generate(project)
        generated(made)
        # Setting the sheets takes a part of what the engine takes, and no more time where it runs beside it.
        press = Press(project.build / PAPER)
        engines.run([project.build / language for language in made.languages], meanwhile=press.run)
    trees = {
        "" if index == 0 else f"{language}/": project.build / language / "site"
        for index, language in enumerate(made.languages)
    }
    for language in made.languages:
        copy_sheets(press.paper, language, project.build / language / "site" / SHEETS)
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
    made = generate(project)
    press = Press(project.build / PAPER)
    press.run()
    return made, tuple(path for language in made.languages for path in copy_sheets(press.paper, language, target))


def _files(
    process: "Process", folder: Folder, docs: Mapping[str, bytes], settings: str, project: Project
) -> dict[str, bytes]:
    """Return everything that is generated, by its path in the build folder."""
    from generator import paper  # noqa: PLC0415  # see `load`
    from generator.plan import plan  # noqa: PLC0415
    from generator.render import assets, learning, web  # noqa: PLC0415
    from generator.render import settings as engine_settings  # noqa: PLC0415

    laid_out = plan(process, guides(docs))
    theme = relative(project.root / "overrides", project.build / "language")
    rendered = [*web.render(laid_out), *assets.render(laid_out), *engine_settings.render(laid_out, settings, theme)]
    rendered += [*learning.render(laid_out), *paper.render(laid_out)]
    files = {file.path: file.content for file in rendered}
    pictures = {path: content for path, content in docs.items() if path.startswith("assets/")}
    pictures |= {target: folder.files[source] for source, target in laid_out.media.items()}
    files |= {f"{PAPER}/media/{target}": folder.files[source] for source, target in laid_out.media.items()}
    return files | {
        f"{tree.language}/docs/{path}": content for tree in laid_out.trees for path, content in pictures.items()
    }


def relative(target: Path, start: Path) -> str:
    """Return the way from the folder `start` to `target`, or the whole path where there is none."""
    try:  # pathlib learns to walk up only in Python 3.12
        return Path(os.path.relpath(target, start)).as_posix()
    except ValueError:  # another drive, on Windows
        return target.as_posix()


def guides(docs: Mapping[str, bytes]) -> "dict[str, tuple[Guide, ...]]":
    """Return the pages written by hand among `docs`, by language, in reading order."""
    from generator.plan import Guide  # noqa: PLC0415  # see `load`

    found: dict[str, list[Guide]] = {}
    for path in sorted(docs, key=_reading_order):
        language, _, rest = path.partition("/")
        if rest.endswith(".md"):
            content = docs[path].decode()
            title = next((line.removeprefix("# ") for line in content.splitlines() if line.startswith("# ")), rest)
            found.setdefault(language, []).append(Guide(rest, title.partition(" {")[0], content))
    return {language: tuple(pages) for language, pages in found.items()}


def _reading_order(path: str) -> tuple[int, str]:
    """Put what every trainer needs first and what only programmers do last."""
    name = path.partition("/")[2].removesuffix(".md").partition("/")[0]
    order = ("writing", "printing", "block-types", "question-types", "checklists", "problems", "commands", "architecture")
    return (order.index(name) if name in order else len(order), path)


def _code() -> dict[str, bytes]:
    files = (path for path in CODE.rglob("*") if path.suffix in {".py", ".jinja", ".json", ".css", ".js", ".typ", ".txt"})
    return {path.relative_to(CODE).as_posix(): path.read_bytes() for path in files}
