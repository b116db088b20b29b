"""The Chromium that the tests of a process share: Playwright runs once in a process."""

import atexit
import os
import shutil
from functools import cache

from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = (
    "--no-sandbox",  # containers run tests as root
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
PROGRAMS = ("chromium-headless-shell", "/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome", "chrome")


@cache
def browser() -> Browser:
    """Return the browser that SHOWROOM_CHROMIUM names, else one that is installed; it runs until the process ends.

    Raises:
        FileNotFoundError: when there is none.

    """
    named = os.environ.get("SHOWROOM_CHROMIUM")
    program = next((found for name in ([named] if named else PROGRAMS) if (found := shutil.which(name))), None)
    if program is None:
        message = (
            "These tests need Chromium, and none is installed. Install one, name one in the environment as "
            'SHOWROOM_CHROMIUM, or leave these tests out with `-m "not browser"`.'
        )
        raise FileNotFoundError(message)
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
