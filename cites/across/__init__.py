"""Citations that one stretch does not tell, and the whole text does: authors with a year that its list has, papers at the end of its items.

The zones have been read before; what is found here stands where nothing was found in them.
"""

from __future__ import annotations

from collections.abc import Iterator

from cites.across.author_body import read_bodies
from cites.across.author_date import read_pointers
from cites.across.clippings import read_clippings
from cites.across.digest import read_begun, read_digest
from cites.across.index import Index, points_to_list
from cites.across.linked_words import read_linked_words
from cites.across.narrated import read_narrated
from cites.across.press_lines import read_press_lines
from cites.across.source_lines import read_source_lines
from cites.across.title_date import read_titles
from cites.across.unlisted import read_unlisted
from cites.knowledge import Outlets
from cites.marks import Layer, Marked
from cites.model import Citation, Mark, Zone

__all__ = ["Index", "points_to_list", "read_across"]


def read_across(marked: Marked, zones: tuple[Zone, ...], index: Index, outlets: Outlets, taken: list[Citation]) -> list[Citation]:
    """Return what is cited outside the zones or in view of the list; `taken` has what was read so far, which each reader heeds."""
    found: list[Citation] = []
    text = marked.document.text
    if index.named:
        found += _free(read_bodies(text, zones, index), taken)
    found += read_pointers(text, zones, index, marked.italics, [*taken, *found])
    found += _free(read_titles(text, zones, index), [*taken, *found])
    found += read_unlisted(text, zones, [*taken, *found], outlets)
    found += read_linked_words(marked, zones, outlets, [*taken, *found])
    found += _free(read_narrated(marked, zones, outlets, [*taken, *found]), [*taken, *found])
    found += read_digest(marked, zones, outlets, [*taken, *found])
    found += read_press_lines(marked, zones, outlets, [*taken, *found])
    found += read_begun(marked, zones, outlets, [*taken, *found])
    found += read_source_lines(marked, zones, outlets, [*taken, *found])
    found += read_clippings(marked, zones, outlets, [*taken, *found])
    return found


def _free(found: Iterator[Citation], taken: list[Citation]) -> list[Citation]:
    """Return the citations that stand where none does yet."""
    layer = Layer(Mark("taken", citation.span) for citation in taken)
    return [citation for citation in found if not layer.touching(citation.span)]
