"""What somebody remarks on a work behind its year, "… (2022) — The technical paper.", and tells of it: "… 351, 1037. I asked him"."""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.model import Span, Zone

TOLD = r"(?<=\d)(?<!\b(?:1[5-9]|20)\d\d)\.\s(?=(?:I|We|He|She|They)\s\p{Ll})"  # not "2016. I love …", where a title begins
REMARK = regex.compile(
    r"(?<!\])\([^()\n]*\b(?:1[5-9]|20)\d\d[a-h]?\)(?P<remark>\.?\s[—–-]{1,2}\s(?=\p{L})[^\d\n“\"/]*)$"
    rf"|(?P<remark>{TOLD}[^\n]*)$"
)


def without_remark(text: str, zone: Zone) -> Zone:
    """Return the entry up to what is remarked on it."""
    remark = REMARK.search(text, *zone.span)
    return replace(zone, span=Span(zone.span.start, remark.start("remark"))) if remark else zone
