"""What parts two fields: stepped over forwards and backwards."""

from __future__ import annotations

SIGNS = " ,;:."
SIGNS_BEFORE = " ,;:[("


def skip(folded: str, at: int, end: int, signs: str = SIGNS) -> int:
    """Return where what stands behind a separator begins: of ", Y" the "Y"."""
    while at < end and folded[at] in signs:
        at += 1
    return at


def back(folded: str, start: int, at: int, signs: str = SIGNS_BEFORE) -> int:
    """Return where what stands before a separator or an opening bracket ends: of "Nauka, [1972" before "[1972" the "Nauka"."""
    while at > start and folded[at - 1] in signs:
        at -= 1
    return at
