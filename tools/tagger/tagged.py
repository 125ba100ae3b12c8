"""References tagged by hand: one a line in tagged.txt, each piece as "{field text}"; see there."""

# ruff: noqa: E501

from __future__ import annotations

from functools import cache
from pathlib import Path

import regex

FILE = Path(__file__).parent / "tagged.txt"
CODES = {
    "a": "author", "e": "editor", "tr": "translator", "t": "title", "c": "container_title", "s": "collection_title", "d": "issued", "v": "volume", "p": "page",
    "pub": "publisher", "pl": "publisher_place", "ed": "edition", "g": "genre", "u": "url", "doi": "doi", "in": "in", "n": "note", "l": "label",
}  # fmt: skip
PIECE = regex.compile(r"\{(\w+) ([^{}]*)\}")


@cache
def load_tagged() -> tuple[list[tuple[str, str]], ...]:
    """Return each reference as its pieces, in printed order."""
    if not FILE.exists():
        return ()
    lines = (line for line in FILE.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#"))
    return tuple([(CODES[match[1]], match[2] + " ") for match in PIECE.finditer(line)] for line in lines)
