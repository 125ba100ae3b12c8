"""Which edition of a work it is, as formats and styles write it: "2nd", "2nd ed."."""

from __future__ import annotations

import re

from cites.merge.folding import edition_number

WORD = re.compile(r"\s?\bed(?:ition|n)?\.?$", re.IGNORECASE)


def alone(printed: str) -> str:
    """An edition for a field whose reader adds the word itself: "2nd ed." gives "2nd", "rev. ed." gives "rev."."""
    number = edition_number(printed)
    return WORD.sub("", printed) or printed if number is None else _ordinal(number)


def in_short(printed: str) -> str:
    """An edition in short: "2", "2nd edition" and "second edition" give "2nd ed."; other words stay, with "ed." for "edition"."""
    number = edition_number(printed)
    return re.sub(r"\bedition\b", "ed.", printed) if number is None else f"{_ordinal(number)} ed."


def _ordinal(number: int) -> str:
    return f"{number}{'th' if number % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
