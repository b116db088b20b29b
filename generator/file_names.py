"""The names of the files with content: what people call them by mistake."""

import re
from typing import Final

from generator.problems import Location, Problem, guess, problem

# The files that are read, by their names without ".yml".
KNOWN: Final = ("process", "stage", "page", "glossary", "sources", "quiz", "checklists", "exams")
ENDINGS: Final = (".yml", ".yaml")
TRANSLATIONS_FILE: Final = "translations.lock"  # see translations.py; no part of any page
# Names that programs on Windows give to YAML files, and nothing reads.
UNREAD: Final = re.compile(r"(?i)\.ya?ml(?P<added>\.txt)?$")
# What copying adds to a name: " (1)", " - Copy", " - 副本", "_old", "2".
COPY: Final = re.compile(r"(?i)[\s_-]*(?:\(\d+\)|copy|副本|复件|old|new|\d+)+$")


def misnamed(path: str) -> Problem | None:
    """Return the problem with the name of a YAML file that was surely meant to have one of the known names."""
    name = path.rpartition("/")[2]
    match = UNREAD.search(name)
    stem, _, _ = name.removesuffix(match["added"] or "" if match else "").rpartition(".")
    if name in {f"{known}{ENDINGS[0]}" for known in KNOWN}:
        return None
    plain = COPY.sub("", stem.lower().strip()).strip()
    meant = plain if plain in KNOWN else guess(plain, KNOWN)
    if not meant or (stem not in KNOWN and abs(len(plain) - len(meant)) > 1):
        return None
    # A copy is not to take the place of what it was copied from.
    return problem("file-name", Location(path), name=name, guess="" if plain != stem.lower() else f"{meant}.yml")
