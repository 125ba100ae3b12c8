"""Authors with a year that no entry of the list has: "(Smith 2010; Nobody 2012)" in a text that cites by author and date.

Lists are seldom whole. Where a text often points to its list, what has the same shape in a parenthesis is a citation too, though
nothing says of which work: beside one that the list has, or with more than a single word before the year, or with the comma that the
others have, for "(Euro 2016)" is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.across.shapes import AND, NAME, PAGES, YEAR
from cites.claims import find_claim
from cites.grammar.dates import MONTHS
from cites.grammar.sources import EVENT_WORDS
from cites.knowledge import load_places
from cites.marks import Layer
from cites.model import Citation, Mark, Name, Part, Span, Zone

PIECE = regex.compile(
    rf"\s*(?:(?:see|e\.g\.|cf\.|vgl\.|also|for\sexample),?\s)*"
    rf"(?P<all>(?P<first>{NAME})(?P<more>(?:,\s{NAME})*,?\s{AND}\s{NAME}|,?\set\sal\.?)?(?P<comma>,)?\s{YEAR}{PAGES})\s*"
)
OFTEN = 5  # pointers to the list that show how a text cites
LONGEST = 160  # code points of a parenthesis


def read_unlisted(text: str, zones: tuple[Zone, ...], taken: list[Citation]) -> Iterator[Citation]:
    """Yield the parentheses that have nothing but authors and years, where no citation stands yet."""
    pointers = [citation for citation in taken if citation.matched_by == "author_date"]
    if len(pointers) < OFTEN:
        return
    layer = Layer(Mark("taken", citation.span) for citation in taken)
    with_comma = sum(", " in text[slice(*citation.span)] for citation in pointers) * 2 > len(pointers)
    for zone in zones:
        if zone.kind != "inline" or zone.span.end - zone.span.start > LONGEST:
            continue
        found = _pieces(text, zone)
        listed = any(layer.touching(Span(*match.span("all"))) for match in found)
        for match in found:
            span = Span(*match.span("all"))
            if not layer.touching(span) and (listed or match["more"] or (with_comma and match["comma"])) and _may_be_person(match["first"]):
                yield _citation(text, match, span, zone)


def _pieces(text: str, zone: Zone) -> list[regex.Match[str]]:
    """Return the authors with their years, none where there is anything else in the parenthesis."""
    found = []
    at = zone.span.start
    for part in text[zone.span.start : zone.span.end].split(";"):
        match = PIECE.fullmatch(text, at, at + len(part))
        if match is None:
            return []
        found.append(match)
        at += len(part) + 1
    return found


def _may_be_person(name: str) -> bool:
    folded = name.casefold()
    return not (load_places().has(name) or folded in MONTHS or folded in EVENT_WORDS)


def _citation(text: str, match: regex.Match[str], span: Span, zone: Zone) -> Citation:
    letter = (Part("year_letter", match["letter"], span),) if match["letter"] else ()
    return Citation(
        span=span,
        kind="inline",
        form="short",
        matched_by="author_date",
        parts=(Part("author", Name(family=match["first"]), span), Part("issued", match["year"], span), *letter),
        locator=match["locator"] or "",
        claim=find_claim(text, zone.span.start),
        confidence=0.8,
    )
