"""Accessibility rules of axe-core, applied to a page in a browser."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

INSTALLED = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
# Rules that axe leaves out unless asked; "target-size" is of WCAG 2.2.
ALSO = {"target-size": {"enabled": True}}


@cache
def _source() -> str:
    path = Path(os.environ.get("SHOWROOM_AXE", INSTALLED))
    assert path.is_file(), f"there is no {path}: run `npm ci` in tests/, or name a copy of axe.min.js in SHOWROOM_AXE"
    return path.read_text(encoding="utf-8")


def violations(page: Page, only: str | None = None) -> list[str]:
    """Return what axe finds on `page` as it stands, one line for each element; with `only` by that rule alone."""
    page.evaluate(_source())  # the debugger's way in: a page's policy does not see it
    options: dict[str, Any] = {"resultTypes": ["violations"], "rules": ALSO}
    if only is not None:
        options = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": [only]}}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found
        for node in rule["nodes"]
    ]
