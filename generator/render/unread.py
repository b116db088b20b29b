"""HTML that the engine neither reads nor searches: it stands in a comment, out of which the theme takes it.

Python-Markdown, MkDocs' check of anchors and the theme's search each take such HTML apart tag by tag, only to put it
back or to leave it out; over a comment all of them skip. `overrides/main.html` knows the same two marks.
"""

import re
from typing import Final

from markupsafe import Markup

OPENING: Final = "<!--="
CLOSING: Final = "=-->"
# What Python's parsers, old and new, take for the end of a comment.
END: Final = re.compile(r"(?<=--)(!?\s*)>")


def unread(made: str) -> Markup:
    """Return finished HTML that the search is to leave out, so that the engine passes it on as it is.

    It can hold no comment, and none of its own kind.
    """
    # Templates and nh3 leave such a sign only in texts and the values of attributes, where its entity means the same.
    safe = END.sub(r"\1&gt;", made)
    return Markup(f"{OPENING}{safe}{CLOSING}")  # noqa: S704  # made by an escaping template
