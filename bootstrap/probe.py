"""Prints the path of a Chromium that Playwright can start: ``python -m bootstrap.probe [PATH]``.

Without a path it tries the one that Playwright downloaded. Runs inside the environment.
"""

import sys

from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    path = sys.argv[1] if sys.argv[1:] else playwright.chromium.executable_path
    playwright.chromium.launch(executable_path=path, args=["--disable-gpu", "--no-first-run"]).close()
    print(path)
