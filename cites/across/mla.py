"""What follows the MLA: author and page, "(Smith 45)"; where there is no page or no author, "(James, Beyond)", "(“Bottles at Bourda” 1)".

Source: MLA Handbook, 9th edition, 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.across.index import Index
from cites.across.pointer import make_pointer
from cites.across.shapes import NAME, NAMES
from cites.grammar.titles import words_of
from cites.model import Citation, Span, Zone

MLA_PAGES = r"(?:\d{1,4}(?:[-–]\d{1,4})?|[ivxlc]+(?:[-–][ivxlc]+)?)"
MLA = regex.compile(
    rf"(?<=[(;]\s?|see\s|in\s|cf\.\s|also\s)(?P<all>{NAMES}(?:,\s(?P<title>[\p{{Lu}}“‘][^\d;()]{{2,60}}?))?\s"
    rf"(?P<locator>(?!(?:1[5-9]|20)\d\d){MLA_PAGES}"
    rf"(?:,\s{MLA_PAGES})*))(?=\s?(?:[;)]|$))"
)
MLA_TITLE = regex.compile(rf"(?<=[(;]\s?|see\s|cf\.\s|also\s)(?P<all>{NAMES},\s(?P<title>[\p{{Lu}}“‘][^\d;(),]{{2,60}}?))(?=\s?[;)])")
MLA_QUOTED = regex.compile(
    rf"(?<=[(;]\s?|see\s|cf\.\s|also\s)(?P<all>[“\"](?P<title>[^“”\"]{{3,80}}?),?[”\"](?:\s(?P<locator>{MLA_PAGES}))?)(?=\s?[;)])"
)
MLA_ALONE = regex.compile(rf"(?<=\()(?P<all>(?P<names>{NAME}(?:\sand\s{NAME})?))(?=\))")  # a page of the web has no number
PARENTHESIS = regex.compile(r"\([^()]{3,160}\)")
USUAL = 3  # pointers with pages that show that a text follows the MLA


def read_with_pages(text: str, zone: Zone, index: Index) -> Iterator[Citation]:
    """Yield "Smith 45" of "(see Smith 45; Lee 12)"."""
    for match in MLA.finditer(text, *zone.span):
        if index.has(match["names"]):
            yield make_pointer(text, match, match["names"], zone, index)


def is_usual(found: list[Citation]) -> bool:
    """True where so many pointers have a page and no year that the text follows the MLA."""
    return sum(bool(c.locator) and not any(part.field == "issued" for part in c.parts) for c in found) >= USUAL


def read_without_pages(text: str, closed: list[Span], index: Index) -> Iterator[Citation]:
    """Read what the MLA prints where there is no page or no author: "(James, Beyond)", "(“Bottles at Bourda” 1)", "(Walcott-Hackshaw)"."""
    for parenthesis in PARENTHESIS.finditer(text):
        start, end = parenthesis.span()
        if any(span.start <= start < span.end for span in closed):
            continue
        zone = Zone("inline", Span(start + 1, end - 1))
        for pattern in (MLA, MLA_TITLE, MLA_ALONE):
            for match in pattern.finditer(text, start, end):
                if index.has(match["names"]):
                    yield make_pointer(text, match, match["names"], zone, index)
        for match in MLA_QUOTED.finditer(text, start, end):
            if words_of(match["title"]) in index.titles:
                yield make_pointer(text, match, "", zone, index)
