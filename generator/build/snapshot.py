"""What a project's folders hold at one moment: `Snapshot`. Everything that a build makes, it makes of this."""

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from generator.build.folder import Folder, read_folder
from generator.build.memory import Memory
from generator.build.stamp import digest
from generator.file_names import ENDINGS, TRANSLATIONS_FILE, UNREAD, misnamed
from generator.problems import Problem, Unsound
from generator.source import Document

if TYPE_CHECKING:
    from generator.pages import Guide
    from generator.plan import Plan
    from generator.process import Process

CODE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a build: the project's own, the process's, and where the generated and finished files go."""

    root: Path
    process: Path
    build: Path
    site: Path


@dataclass(frozen=True)
class Snapshot:
    """The files of a project. `key` is one hash over them and the program; two with the same key make the same site."""

    project: Project
    folder: Folder
    docs: Mapping[str, bytes]
    settings: str
    key: str

    @classmethod
    def of(cls, project: Project) -> Self:
        """Read all files of `project`.

        Raises:
            Unsound: when some of them cannot be taken.

        """
        folder = read_folder(project.process)
        if folder.problems:
            raise Unsound(folder.problems)
        own = {name: read_folder(project.root / name).files for name in ("docs", "overrides")}
        settings = (project.root / "mkdocs.yml").read_bytes()
        content = {path: read for path, read in folder.files.items() if path != TRANSLATIONS_FILE}
        key = digest({"process": content, **own, "settings": {"mkdocs.yml": settings}, "code": _code()})
        return cls(project, folder, own["docs"], settings.decode(), key)

    @cached_property
    def loaded(self) -> "tuple[Process, tuple[Problem, ...]]":
        """The process, and the warnings about it.

        Raises:
            Unsound: when the content is wrong.

        """
        return load(self.folder)

    @cached_property
    def plan(self) -> "Plan":
        """The pages and sheets.

        Raises:
            Unsound: when the content is wrong.

        """
        from generator.plan import plan  # noqa: PLC0415  # see `load`

        return plan(self.loaded[0], guides(self.docs))

    def new_texts(self) -> bytes | None:
        """Return what translations.lock has to say now; None where it says so, or where there is none.

        Raises:
            Unsound: when the content is wrong.

        """
        from generator.translations import written  # noqa: PLC0415  # see `load`

        known = self.folder.files.get(TRANSLATIONS_FILE)
        now = written(self.loaded[0], known) if known is not None else None
        return now if now != known else None

    def pictures(self) -> dict[str, bytes]:
        """Return the pictures that pages show and sheets print, by their path below a language's root."""
        return {target: self.folder.files[source] for source, target in self.plan.media.items()}


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
    from generator.validation import validate  # noqa: PLC0415

    memory = memory or Memory()
    memory.keep_only(folder.files.keys())
    problems = list(folder.problems)
    unread = (path for path in folder.files if UNREAD.search(path) and not path.endswith(ENDINGS))
    problems += filter(None, map(misnamed, unread))
    documents: dict[str, Document] = {}
    for path in sorted(path for path in folder.files if path.endswith(ENDINGS) or path == LOCK_FILE):
        try:
            documents[path] = memory.parse(folder.files[path], path)
        except Unsound as unsound:
            problems += unsound.problems
    if problems:
        raise Unsound(problems)
    return validate(documents, frozenset(folder.files), memory.known)


@contextmanager
def uncollected(*, for_good: bool = False) -> Iterator[None]:
    """Do without the search for garbage: nearly all that a run makes lives until it is written.

    The search takes a fifth of the time, and more of it the more stages there are. With `for_good` what there is at the
    end is not searched later either: the program is about to end.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if for_good:
            gc.freeze()
        if was_on:
            gc.enable()


def relative(target: Path, start: Path) -> str:
    """Return the way from the folder `start` to `target`, or the whole path where there is none."""
    try:  # pathlib learns to walk up only in Python 3.12
        return Path(os.path.relpath(target, start)).as_posix()
    except ValueError:  # another drive, on Windows
        return target.as_posix()


def guides(docs: Mapping[str, bytes]) -> "dict[str, tuple[Guide, ...]]":
    """Return the pages written by hand among `docs`, by language, in reading order."""
    from generator.pages import Guide  # noqa: PLC0415  # see `load`
    from generator.text import join_chinese  # noqa: PLC0415  # see `load`

    found: dict[str, list[Guide]] = {}
    for path in sorted(docs, key=_reading_order):
        language, _, rest = path.partition("/")
        if rest.endswith(".md"):
            content = join_chinese(docs[path].decode())
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
