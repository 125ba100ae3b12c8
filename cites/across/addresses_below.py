"""The address on a line of its own below what it belongs to: "- Source: The Guardian, 19 August 2026, “Title”" and "- URL: https://…"; a
headline with its paper, what it tells, and "https://…".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from cites import lazy_regex as regex
from cites.across.inline import is_labelled
from cites.across.whole import part_of
from cites.marks import Marked
from cites.model import Citation, Part

ADDRESS = regex.compile(  # - URL: https://www.example.org/a
    r"^[ \t>*•–-]*(?:(?:URL|Link|Web|Adresse|Enlace|Lien)\s?:\s*|<)?(?P<url>https?://[^\s<>]{4,})>?[ \t\r]*$",
    regex.MULTILINE | regex.IGNORECASE,
)
REST = regex.compile(r"[”\"’)\].,;*_]*[ \t\r]*(?:\n|$)")
BELOW_HEADLINE = 3000  # code points of what a digest tells below one
BELOW_SOURCE = 400  # code points of the line below it


def take_addresses(marked: Marked, citations: list[Citation]) -> list[Citation]:
    """Return the citations, which stand in the order of the text, each that ends its line with the address that stands alone below it."""
    text = marked.document.text
    return list(_with_addresses(text, citations)) if "http" in text else citations


def _with_addresses(text: str, ordered: list[Citation]) -> Iterator[Citation]:
    for citation, following in pairwise([*ordered, None]):
        assert citation is not None
        address = _below(text, citation, following.span.start if following else len(text)) if citation.kind == "inline" else None
        yield replace(citation, parts=(*citation.parts, address)) if address else citation


def _below(text: str, citation: Citation, until: int) -> Part | None:
    start, end = citation.span
    rest = REST.match(text, end)
    if rest is None or any(part.field in ("url", "doi") for part in citation.parts):
        return None
    if is_labelled(text, start):
        found = ADDRESS.match(text, rest.end(), min(until, rest.end() + BELOW_SOURCE))
    else:
        is_heading = citation.matched_by == "clippings"
        found = ADDRESS.search(text, rest.end(), min(until, rest.end() + BELOW_HEADLINE)) if is_heading else None
    return part_of(found, "url", "url") if found else None
