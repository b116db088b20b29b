"""Runs modules of the browser code outside a browser, in the Node that the tests' requirements bring along."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
NODE = Path(sys.executable).parent / "node"


def run(module: str, body: str, given: object) -> Any:  # noqa: ANN401  # whatever the script returns
    """Return what `body` returns for `given`, JSON both; `module` of generator/ is there under its own name."""
    address = (ROOT / "generator" / module).as_uri()
    name = Path(module).stem
    script = f"""
        import * as {name} from {json.dumps(address)}
        import {{ readFileSync }} from "node:fs"
        const given = JSON.parse(readFileSync(0, "utf8"))
        console.log(JSON.stringify((() => {{ {body} }})()))
    """
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", script],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
