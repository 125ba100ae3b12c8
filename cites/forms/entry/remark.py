"""What somebody remarks on a work behind its year: "… (2022) — The technical paper."."""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.model import Span, Zone

REMARK = regex.compile(r"(?<!\])\([^()\n]*\b(?:1[5-9]|20)\d\d[a-h]?\)(?P<remark>\.?\s[—–-]{1,2}\s(?=\p{L})[^\d\n“\"/]*)$")


def without_remark(text: str, zone: Zone) -> Zone:
    """Return the entry up to what is remarked on it."""
    remark = REMARK.search(text, *zone.span)
    return replace(zone, span=Span(zone.span.start, remark.start("remark"))) if remark else zone
