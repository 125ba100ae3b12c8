"""How a work was read, which the MLA printed until its 8th edition: "Chicago: U of Chicago P, 1999. Print.", "… Web. 12 Apr. 2010.";
and what somebody remarks on a work behind its year.

Source: MLA Handbook, 7th edition, 5.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.dates import read_date
from cites.grammar.lexicon import one_of
from cites.model import Citation, Part, Span, Zone
from cites.view import fold

MEDIUM = regex.compile(
    rf"(?<=[.”\"]\s)(?=\p{{Lu}})(?i:{one_of('media', 'media.online')})"
    r"(?:\.\s(?P<accessed>\d{1,2}\s\p{Lu}\p{L}{2,8}\.?\s(?:19|20)\d\d))?\.?\s*$"
)
LONGEST = 40  # code points of "Web. 12 September 2010."
REMARK = regex.compile(  # … (2022) — The technical paper.
    r"(?<!\])\([^()\n]*\b(?:1[5-9]|20)\d\d[a-h]?\)(?P<remark>\.?\s[—–-]{1,2}\s(?=\p{L})[^\d\n“\"/]*)$"
)


class Entry(NamedTuple):
    """The zone of an entry up to its medium, where that ends, and the day on which the work was read."""

    zone: Zone
    end: int
    accessed: Part | None

    def whole(self, citation: Citation) -> Citation:
        """Return a citation that was read up to the medium together with it."""
        if self.end == self.zone.span.end:
            return citation
        parts = (*citation.parts, self.accessed) if self.accessed else citation.parts
        return replace(citation, span=Span(citation.span.start, self.end), parts=parts)


def without_medium(text: str, zone: Zone) -> Entry:
    """Part an entry from its medium, or from a remark behind its year."""
    start, end = zone.span
    if remark := REMARK.search(text, start, end):
        stop = remark.start("remark")
        return Entry(replace(zone, span=Span(start, stop)), stop, None)
    found = MEDIUM.search(text, max(start, end - LONGEST), end)
    if found is None:
        return Entry(zone, end, None)
    date = read_date(fold(found["accessed"]), 0) if found["accessed"] else None
    accessed = Part("accessed", date.value, Span(*found.span("accessed"))) if date else None
    stop = start + len(text[start : found.start()].rstrip())
    return Entry(replace(zone, span=Span(start, stop)), start + len(text[start:end].rstrip(" \n.")), accessed)
