"""The Content-Security-Policy of every page: nothing from elsewhere, and no script but the theme's own and ours.

The theme has a few inline scripts. What the page "not found" carries is the theme's alone, so its scripts are the
ones that are let through; a page with any other inline script is refused.
"""

import base64
import hashlib
import re
from collections.abc import Collection
from pathlib import Path
from typing import Final

from generator.build.engine import Engine, EngineError

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type=\"application/json\"))[^>]*>(.*?)</script>", re.DOTALL)
HEAD = '<meta charset="utf-8">'


# The style that the engine's own script puts into a page, by its hash. It belongs to the engine's pinned version: the
# browser tests see a violation when another one needs another.
STYLES: Final = {Engine.MKDOCS: (), Engine.ZENSICAL: ("NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k=",)}


def seal(site: Path, engine: Engine) -> None:
    """Write the policy into every page of `site`, which `engine` has made.

    Raises:
        EngineError: when a page has an inline script that is not the theme's.

    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    allowed = {script for path, page in pages.items() if path.name == "404.html" for script in _scripts(page)}
    tag = f'{HEAD}<meta http-equiv="Content-Security-Policy" content="{_policy(allowed, STYLES[engine])}">'
    for path, page in pages.items():
        if foreign := _scripts(page) - allowed:
            message = f"{path.relative_to(site)} has an inline script that is not the theme's: {sorted(foreign)}"
            raise EngineError(message)
        head, found, rest = page.partition(HEAD)
        if not found:
            message = f"{path.relative_to(site)} does not begin as pages of the theme do"
            raise EngineError(message)
        path.write_text(head + tag + rest, encoding="utf-8", newline="")


def _scripts(page: str) -> set[str]:
    return {base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in INLINE_SCRIPT.findall(page)}


def _policy(scripts: Collection[str], styles: Collection[str]) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            _allowing("script-src", scripts),
            _allowing("style-src", styles),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _allowing(directive: str, hashes: Collection[str]) -> str:
    return " ".join((directive, "'self'", *(f"'sha256-{value}'" for value in sorted(hashes))))
