"""What a browser complains of, and whom it asks, while it shows pages."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Dialog, Page

# The page "not found" is meant to answer 404; what a page still loads when its reader moves on is given up.
EXPECTED = re.compile(r"the server responded with a status of 404|^net::ERR_ABORTED")
TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI}) => {
  console.error(`policy: ${violatedDirective} ${blockedURI}`)
})
"""


class Watch:
    """What the browser complains of, the dialogs that scripts open, and the hosts that it asks, from now on."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        page.add_init_script(TELL_VIOLATIONS)
        page.on("dialog", self._close)
        page.on("console", lambda said: self._complain(said.type, said.text))
        page.on("pageerror", lambda error: self._complain("error", str(error)))
        page.on("requestfailed", lambda asked: self._complain("error", f"{asked.failure}: {asked.url}"))
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))

    def _complain(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not EXPECTED.search(text):
            self.complaints.append(text)

    def _close(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()
