"""A build with nothing to do imports nothing of what takes most of a start."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROCESS = ROOT / "tests/processes/jewellery"

HEAVY = ["jinja2", "markdown", "nh3", "pydantic"]
CODE = f"""
import json, sys
from pathlib import Path
from generator import cli
from generator.build import Project, generate
from generator.build.snapshot import Snapshot

generate(Snapshot.of(Project(*map(Path, sys.argv[1:]))))
print(json.dumps([name for name in {HEAVY} if name in sys.modules]))
"""


def generate(build: Path) -> object:
    done = subprocess.run(
        [sys.executable, "-c", CODE, ROOT, PROCESS, build, build / "site"], capture_output=True, check=True, cwd=ROOT
    )
    return json.loads(done.stdout)


def test_second_run_imports_neither_pydantic_nor_jinja(tmp_path: Path) -> None:
    assert generate(tmp_path) == HEAVY
    assert generate(tmp_path) == []
