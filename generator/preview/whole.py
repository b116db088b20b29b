"""What can only be made whole, in the background: the search's index, and whether the engine is content with it all.

Run as a program it builds a site: `python -m generator.preview.whole ROOT PROCESS BUILD SITE`.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import rmtree, which
from time import monotonic
from typing import Final

from generator.build import Project, build
from generator.build.engine import Engine, EngineError
from generator.problems import Unsound

QUIET: Final = 2.0  # seconds without a change, before a build that would be in the way of showing the next one
UNSOUND: Final = 3  # exit status


class WholeSite:
    """The latest site that was built whole, and the thread that builds another one after changes.

    `project` says what is built; its site and build folder are this class's own. `failed` is told what an engine said.
    """

    def __init__(self, project: Project, failed: Callable[[str], None]) -> None:
        self.project, self.failed = project, failed
        self._news = threading.Condition()
        self._wanted = self._begun = self._done = 0
        self._changed_at = 0.0
        self._urgent = self._closed = False
        self._site: Path | None = None
        self._running: subprocess.Popen[str] | None = None
        threading.Thread(target=self._work, daemon=True).start()

    def want(self) -> None:
        """Have a site built of what the files say now, as soon as they have been quiet for a while."""
        with self._news:
            self._wanted += 1
            self._changed_at = monotonic()
            self._news.notify_all()

    def find(self, path: str, *, newest: bool, patience: float) -> bytes | None:
        """Return a file of the site; None where it has none, or there is no site after `patience` seconds.

        With `newest` it is the file of a site built since the last change.
        """
        with self._news:
            if newest and self._done < self._wanted:
                self._urgent = True
                self._news.notify_all()
            self._news.wait_for(lambda: self._done >= self._wanted if newest else self._done, timeout=patience)
            found = self._site and (self._site / path).resolve()
            if not found or not found.is_relative_to(self.project.site.resolve()) or not found.is_file():
                return None
            return found.read_bytes()

    def close(self) -> None:
        """Build no more."""
        with self._news:
            self._closed = True
            self._news.notify_all()
            if self._running is not None:
                self._running.kill()

    def _work(self) -> None:
        while self._wait_for_work():
            site = self.project.site / str(self._begun)
            folders = (self.project.root, self.project.process, self.project.build, site)
            status, said = self._run([sys.executable, "-m", __name__, *map(str, folders)])
            with self._news:
                before = self._site
                if status == 0:
                    self._site = site
                self._done = self._begun
                self._news.notify_all()
            if status == 0 and before is not None:
                rmtree(before, ignore_errors=True)
            elif status not in {0, UNSOUND} and not self._closed:
                self.failed(said)

    def _wait_for_work(self) -> bool:
        with self._news:
            self._news.wait_for(lambda: self._closed or self._wanted > self._done)
            while not self._closed and not self._urgent and (left := self._changed_at + QUIET - monotonic()) > 0:
                self._news.wait(timeout=left)
            self._begun, self._urgent = self._wanted, False
            return not self._closed

    def _run(self, command: Sequence[str]) -> tuple[int, str]:
        # The page that is being written comes first.
        polite = ["nice", "-n", "15"] if which("nice") else []
        low = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
        own = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        with self._news:
            if self._closed:
                return UNSOUND, ""
            self._running = subprocess.Popen(  # noqa: S603  # our own interpreter with fixed arguments
                [*polite, *command],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                creationflags=low | own,
                start_new_session=True,  # Ctrl-C is for the command, which ends it
            )
        said = self._running.communicate()[0]
        return self._running.returncode, said


def main(folders: Sequence[str]) -> int:
    """Build a site, as a program of its own; return its exit status."""
    try:
        build(Project(*map(Path, folders)), Engine.MKDOCS, publish=False)
    except Unsound:
        return UNSOUND
    except EngineError as error:
        sys.stdout.write(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
