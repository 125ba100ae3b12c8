"""Words of the languages as patterns: "pp.", "vol.", "accessed" …, longest first, matched whatever their case."""

from __future__ import annotations

import regex

from cites.knowledge import load


def one_of(*tables: str) -> str:
    """Return a pattern for any word of the tables: `one_of("pages")` matches "pp." and "S."."""
    words = sorted({word for table in tables for word in load()[table]}, key=len, reverse=True)
    return "(?:" + "|".join(_pattern(word) for word in words) + ")"


def _pattern(word: str) -> str:
    escaped = regex.escape(word).replace(r"\ ", " ").replace(" ", r"\s")
    return escaped + (r"(?!\p{L})" if word[-1].isalpha() else "")


def compile_words(pattern: str) -> regex.Pattern[str]:
    """Compile a verbose, case-insensitive pattern."""
    return regex.compile(pattern, regex.VERBOSE | regex.IGNORECASE)
