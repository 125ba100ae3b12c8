"""Long lists in pages: in a large report the later pages are packed, and drawn when a reader asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from cites.library import Library

Row = TypeVar("Row")
FIRST = 100  # rows of a list that are always in the page as they are
A_PAGE = 250  # rows that are packed together
LARGE = 1_000_000  # bytes, about, of sentences and texts: what still loads at once on a slow line
A_CITATION = 1000  # bytes, about, that one takes in the page besides the text itself


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list: as they are, or packed."""

    rows: tuple[Row, ...]
    is_packed: bool = False


def in_pages(rows: Sequence[Row], is_large: bool) -> tuple[Page[Row], ...]:
    """A list as one page, or in a large report its first rows and then the others, packed."""
    if not is_large or len(rows) <= FIRST:
        return (Page(tuple(rows)),)
    later = range(FIRST, len(rows), A_PAGE)
    return (Page(tuple(rows[:FIRST])), *(Page(tuple(rows[at : at + A_PAGE]), is_packed=True) for at in later))


def is_large(library: Library, citations: int) -> bool:
    """Whether the page would be too heavy with every sentence and every text in it as they are."""
    return A_CITATION * citations + sum(len(reading.document.text.encode("utf-8", "replace")) for reading in library.readings) > LARGE
