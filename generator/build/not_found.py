"""The page for addresses that lead nowhere, in the trees of the further languages.

A host shows it at any depth, so its links begin at the host's root. Without `site_url` the engines take that for the
root of the language too, and the English page would lead to the Chinese site.
"""

import re
from pathlib import Path
from typing import Final

FROM_ROOT: Final = re.compile(r'((?:href|src)="|"(?:base|search)": ?")/(?!/)')


def stand_at(root: str, folder: Path) -> None:
    """Let the links of `folder`'s 404.html begin at `root`, such as "en/", instead of at the host's root."""
    page = folder / "404.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(FROM_ROOT.sub(rf"\g<1>/{root}", text), encoding="utf-8", newline="")
