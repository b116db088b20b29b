"""Accessibility rules of axe-core, applied to a page in a browser."""

import os
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page

INSTALLED = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
# Rules that axe leaves out unless asked; "target-size" is of WCAG 2.2.
ALSO = {"target-size": {"enabled": True}}


class View(NamedTuple):
    """How somebody looks at a page."""

    language: str
    scheme: str
    width: int

    @property
    def options(self) -> dict[str, Any]:
        """What a browser is told of it."""
        return {"color_scheme": self.scheme, "viewport": {"width": self.width, "height": 800}}

    def __str__(self) -> str:
        return "-".join(map(str, self))


# Each language, scheme and width once a day; the thorough run puts all of them together.
DAILY = {("zh", "light", 360), ("en", "dark", 1280)}
in_every_view = pytest.mark.parametrize(
    "view",
    [
        pytest.param(View(*view), marks=() if view in DAILY else pytest.mark.thorough)
        for view in product(("zh", "en"), ("light", "dark"), (360, 1280))
    ],
    ids=str,
)


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
