"""What parts two fields: separators, stepped over forwards and backwards, and brackets, which end at their own closing ones."""

from __future__ import annotations

from collections.abc import Container

SIGNS = " ,;:."
SIGNS_BEFORE = " ,;:[("


def skip(folded: str, at: int, end: int, signs: Container[str] = SIGNS) -> int:
    """Return where what stands behind a separator begins: of ", Y" the "Y"."""
    while at < end and folded[at] in signs:
        at += 1
    return at


def back(folded: str, start: int, at: int, signs: Container[str] = SIGNS_BEFORE) -> int:
    """Return where what stands before a separator or an opening bracket ends: of "Nauka, [1972" before "[1972" the "Nauka"."""
    while at > start and folded[at - 1] in signs:
        at -= 1
    return at


def closing(folded: str, at: int, end: int) -> int | None:
    """Return where the bracket that opens at `at` is closed."""
    depth = 0
    pairs = {"(": ")", "[": "]"}
    opener, closer = folded[at], pairs[folded[at]]
    for index in range(at, min(end, at + 600)):
        if folded[index] == opener:
            depth += 1
        elif folded[index] == closer:
            depth -= 1
            if depth == 0:
                return index
    return None
