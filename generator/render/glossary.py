"""The order in which the glossary stands."""

import re
import unicodedata

from generator.glossary import Term
from generator.text import to_plain

# Languages whose words an alphabet orders. Chinese has none without a table of readings: there the file's order stays.
UNORDERED = frozenset({"zh", "ja"})


def in_order(terms: tuple[Term, ...], language: str, first: str) -> tuple[Term, ...]:
    """Return `terms` by the alphabet, or as the file has them: case, accents and first signs do not count."""
    if language.partition("-")[0] in UNORDERED:
        return terms
    return tuple(sorted(terms, key=lambda term: _key(term.term.in_language(language, first)[0])))


def _key(term: str) -> str:
    letters = unicodedata.normalize("NFKD", to_plain(term).casefold())
    return re.sub(r"^\W+", "", "".join(letter for letter in letters if not unicodedata.combining(letter)))
