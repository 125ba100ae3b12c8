"""What parts two fields: stepped over forwards and backwards."""

from __future__ import annotations


def skip(folded: str, at: int, end: int) -> int:
    """Return where the field behind a separator begins: that of "Y" in ", Y"."""
    while at < end and folded[at] in " ,;:.":
        at += 1
    return at


def back(folded: str, start: int, at: int) -> int:
    """Return where the field before a separator or an opening bracket ends: that of "Nauka" in "Nauka, [1972"."""
    while at > start and folded[at - 1] in " ,;:[(":
        at -= 1
    return at
