"""Brackets: "(Ankara (TR), 1988)" ends at its own closing one, not at the first."""

from __future__ import annotations


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
