"""Titles with a year that the list has: "(“Fear in the Clinic,” 2017)", "(*Market reopens*, 2021, p. 3)", where a work names nobody.

Source: APA Publication Manual, 7th edition, 8.14; Cite Them Right, 12th edition.
"""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.across.index import Index
from cites.across.pointer import make_pointer
from cites.across.shapes import LED, PAGES, YEAR
from cites.grammar.titles import words_of
from cites.model import Citation, Zone

TITLED = regex.compile(
    rf"{LED}(?P<all>(?:[“‘\"'](?P<title>[^“”\"();]{{3,100}}?),?[”’\"']|(?P<title>\p{{Lu}}[^“”\"();]{{3,100}}?)),?\s{YEAR}{PAGES})(?=\s?[;)\]])"
)


def read_titles(text: str, zones: tuple[Zone, ...], index: Index) -> Iterator[Citation]:
    """Yield the titles of the list, whole or shortened, that stand with the year of the work in parentheses."""
    for zone in zones if index.titles else ():
        if zone.kind != "inline":
            continue
        for match in TITLED.finditer(text, max(0, zone.span.start - 1), zone.span.end + 1):
            if index.has_title(words_of(match["title"]), match["year"]):
                yield make_pointer(text, match, "", zone, index)
