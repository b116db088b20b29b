"""Names of the site and its pages, for the engines' settings.

Material puts them into its pages as they are, also between quotation marks, and so they may hold no sign of HTML.
Escaping is no way out: other templates of it escape once more, or take an escape for the sign. So what could be markup
is replaced by a sign that looks like it.
"""

import re
from typing import Final

LONGEST: Final = 200  # characters; what is a key of the engines' settings may have 1024
LOOKALIKES: Final = str.maketrans({"<": "\uff1c", ">": "\uff1e"})
OPENING: Final = re.compile(r'(?<!\S)"')
REFERENCE: Final = re.compile(r"&(?=#|\w+;|(?i:lt|gt|amp|quot))")


def as_name(words: str) -> str:
    """Return `words`, without markup, as a name in which no engine can see markup; of many words the first."""
    short = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    quoted = OPENING.sub("“", short).replace('"', "”")
    return REFERENCE.sub("\uff06", quoted.translate(LOOKALIKES))
