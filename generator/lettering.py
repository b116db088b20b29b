"""How wide text will be and where its lines break, for drawings that are laid out without a font at hand."""

import re
import unicodedata
from typing import Final

# Widths in em: a full-width sign is one; of Latin letters these are what the sans-serif fonts of systems have in
# common, rounded up, so that a line is rather too short than too long.
FULL_WIDTH: Final = 1.0
LATIN: Final = 0.56
WIDTHS: Final = {
    **dict.fromkeys("fijlrtI.,:;'’‘|!()[] ", 0.32),
    **dict.fromkeys("mwMW@%", 0.88),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 0.7),
}

# How finely lines are evened out, in em.
STEP: Final = 0.5

# Signs that may not begin a line, and signs that may not end one.
CLOSING: Final = "、，。；：？！…—）》〉」』】”’·%℃"
OPENING: Final = "（《〈「『【“‘"

PIECES: Final = re.compile(r"\s+|[!-~À-ɏ–’‘“”]+|.", re.DOTALL)


def width(text: str) -> float:
    """Return the width of `text` in em, an estimate from the kind of its characters."""
    return sum(map(_width, text))


def wrap(text: str, room: float) -> tuple[str, ...]:
    """Break `text` into as few lines of at most `room` em as it needs, and make those about as long as each other.

    Chinese breaks between any two characters but before a closing and after an opening sign; Latin between words,
    and inside a word only where the word alone is wider than a line.
    """
    pieces = _pieces(text, room)
    lines = _lines(pieces, room)
    narrowest = max([*map(width, pieces), width(text) / max(len(lines), 1)], default=0.0)
    while narrowest < room:
        narrower = _lines(pieces, narrowest)
        if len(narrower) <= len(lines):
            return narrower
        narrowest += STEP
    return lines


def _lines(pieces: list[str], room: float) -> tuple[str, ...]:
    lines = [""]
    for piece in pieces:
        if piece.isspace():
            lines[-1] += " " if lines[-1] else ""
        elif width(lines[-1] + piece) <= room or not lines[-1]:
            lines[-1] += piece
        else:
            lines.append(piece)
    return tuple(line.rstrip() for line in lines if line.strip())


def _width(sign: str) -> float:
    full = unicodedata.east_asian_width(sign) in "WF"
    return FULL_WIDTH if full else WIDTHS.get(sign, LATIN)


def _pieces(text: str, room: float) -> list[str]:
    """Cut `text` into what stays together on a line."""
    pieces: list[str] = []
    for piece in PIECES.findall(text.strip()):
        opened = bool(pieces) and pieces[-1][-1] in OPENING
        if piece.isspace() and opened:
            continue  # no line may end there
        if pieces and not piece.isspace() and (piece in CLOSING or opened):
            pieces[-1] += piece
        elif width(piece) > room:
            step = max(1, int(room / LATIN))
            pieces += [piece[start : start + step] for start in range(0, len(piece), step)]
        else:
            pieces.append(piece)
    return pieces
