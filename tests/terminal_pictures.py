"""Takes the pictures of a terminal in docs/assets/ anew: `python tests/terminal_pictures.py`.

They show what `showroom serve` prints in the session of the guide, in xterm.js, the terminal inside VS Code, which
comes by npm into a temporary folder. Reviewed by eye before they are committed.
"""

import os
import re
import tempfile
from pathlib import Path

from browsers import browser
from editor_pictures import install, save
from guide_session import ITEM, MISSPELT, OWNER, STAGE, TEXT
from language_server import ROOT
from previews import Preview, previewing
from web_server import serving

XTERM = "@xterm/xterm@6.0.0"
READY = {"zh": "页面已更新", "en": "The pages are up to date"}
COLUMNS = 124


def session(preview: Preview, ready: str) -> str:
    """Add a key, misspell another and mend it; return what the terminal has shown of it."""

    def saved(before: str, after: str, expected: str) -> None:
        so_far = preview.printed().count(expected)
        preview.replace(before, after, STAGE)
        preview.wait_until(lambda: preview.printed().count(expected) > so_far)

    preview.wait_for_text(ITEM, "proposal-to-close/")  # somebody looks at the page
    saved(TEXT, TEXT + OWNER, ready)
    saved(TEXT, MISSPELT, "unknown-key")
    saved(MISSPELT, TEXT, ready)
    return re.sub(r"(?<=127\.0\.0\.1:)\d+", "8000", preview.printed().rstrip())  # its usual port


def main() -> None:
    os.environ["FORCE_COLOR"] = "1"  # it prints into a file here
    with tempfile.TemporaryDirectory() as temporary, serving(Path(temporary)) as at:
        install(Path(temporary), XTERM, "terminal_pictures.html")
        for language, ready in READY.items():
            with (
                tempfile.TemporaryDirectory() as folder,
                previewing(Path(folder), language, ROOT / "process") as preview,
            ):
                printed = session(preview, ready)
            page = browser().new_page(viewport={"width": 1200, "height": 900})
            page.goto(at)
            page.evaluate("given => show(...given)", [printed, COLUMNS])
            page.wait_for_timeout(500)  # until the last line is drawn
            save(f"mistake-in-the-terminal.{language}", page.locator("#place").screenshot())
            page.close()


if __name__ == "__main__":
    main()
