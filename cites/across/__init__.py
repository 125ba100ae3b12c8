"""Citations that one stretch does not tell, and the whole text does: authors with a year that its list has, papers at the end of its items.

The zones have been read before; what is found here stands where nothing was found in them.
"""

from __future__ import annotations

from cites.across.alone import read_linked_words, read_press_lines, read_source_lines
from cites.across.amid_text import read_amid_text
from cites.across.author_body import read_bodies, read_papers
from cites.across.author_date import read_pointers
from cites.across.clippings import read_clippings
from cites.across.digest import read_begun, read_digest
from cites.across.index import Index, points_to_list, to_index
from cites.across.link_lines import read_link_lines
from cites.across.named_cases import read_opinions
from cites.across.narrated import read_narrated
from cites.across.spotted import read_spotted
from cites.across.unlisted import read_unlisted
from cites.across.whole import Whole
from cites.marks import Marked
from cites.model import Citation, Zone
from cites.outlets import Outlets

__all__ = ["Index", "points_to_list", "read_across", "to_index"]

# Each heeds what those before it have read.
READERS = (
    read_opinions, read_bodies, read_papers, read_pointers, read_unlisted, read_linked_words, read_clippings, read_narrated, read_digest,
    read_press_lines, read_link_lines, read_begun, read_source_lines, read_amid_text, read_spotted,
)  # fmt: skip


def read_across(marked: Marked, zones: tuple[Zone, ...], index: Index, outlets: Outlets, taken: list[Citation]) -> list[Citation]:
    """Return what is cited outside the zones or in view of the list; `taken` has what was read so far."""
    found: list[Citation] = []
    for read in READERS:
        whole = Whole(marked, zones, index, outlets, (*taken, *found))
        found += [citation for citation in read(whole) if whole.is_free(citation.span)]
    return found
