"""The tools that watch over the code: each must be content."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent
NODE = ROOT / "tests/node_modules/.bin"


def run(*command: str | Path) -> None:
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports",),
    ],
    ids=" ".join,
)
def test_the_python_tools_are_content(command: tuple[str, ...]) -> None:
    program = shutil.which(command[0], path=str(TOOLS))
    assert program, f"{command[0]} is not installed: run `python3 start.py test`"
    run(program, *command[1:])


def test_tsc_is_content_with_the_browser_code() -> None:
    assert (NODE / "tsc").exists(), "the tests' npm packages are not installed: run `python3 start.py test`"
    run(TOOLS / "node", ROOT / "tests/node_modules/typescript/bin/tsc", "--project", ROOT / "tests/jsconfig.json")


def test_the_project_stands_alone() -> None:
    """No path of one machine and nothing beside the checkout is named in any file that git tracks."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:  # a copy without git: every file is looked at
        files = [path for path in ROOT.rglob("*") if path.is_file() and ".venv" not in path.parts]
    else:
        files = [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    for path in files:
        if path != Path(__file__) and path.suffix in {
            ".py",
            ".md",
            ".yml",
            ".toml",
            ".json",
            ".jinja",
            ".css",
            ".js",
            ".txt",
        }:
            text = path.read_text(encoding="utf-8")
            for foreign in ("../shared", "/home/", "/root/", "pypi.org", "npmjs.org"):
                assert foreign not in text, f"{path.relative_to(ROOT)} names {foreign}"
