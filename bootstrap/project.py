"""Where things are in a checkout and in its environment."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

WINDOWS = sys.platform == "win32"


class Project(NamedTuple):
    """A checkout with the environment inside it."""

    root: Path

    @property
    def environment(self) -> Path:
        """Folder of the environment."""
        return self.root / ".venv"

    @property
    def scripts(self) -> Path:
        """Folder of the environment's programs."""
        return self.environment / ("Scripts" if WINDOWS else "bin")

    @property
    def python(self) -> Path:
        """Interpreter of the environment."""
        return self.script("python")

    @property
    def site_packages(self) -> Path:
        """Folder of the environment's packages."""
        if WINDOWS:
            return self.environment / "Lib" / "site-packages"
        return self.environment / "lib" / "python{}.{}".format(*sys.version_info) / "site-packages"

    @property
    def node_packages(self) -> Path:
        """Folder of the npm packages of the tests."""
        return self.root / "tests" / "node_modules"

    def script(self, name: str) -> Path:
        """Program of the environment."""
        return self.scripts / (f"{name}.exe" if WINDOWS else name)

    def lock(self, name: str) -> Path:
        """File that pins packages by version and hash: ``run``, ``test``, ``uv`` or ``build``."""
        return self.root / "requirements" / f"{name}.txt"

    def variables(self) -> dict[str, str]:
        """Environment variables as after activating the environment."""
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
        path = os.pathsep.join([str(self.scripts), os.environ.get("PATH", os.defpath)])
        return inherited | {"VIRTUAL_ENV": str(self.environment), "PATH": path}
