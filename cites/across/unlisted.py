"""Authors with a year that no entry of the list has: "(Smith 2010; Nobody 2012)" in a text that cites by author and date.

Lists are seldom whole. Where a text often points to its list, what has the same shape in a parenthesis is a citation too, though
nothing says of which work: beside one that the list has, or with more than a single word before the year, or with the comma that the
others have, for "(Euro 2016)" is none.

A text without a list cites so where it has "(Parrott et al., 2021)" or "(Hess, 2020, p. 4)" again, or once among several of that shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cites import lazy_regex as regex
from cites.across.shapes import EACH_NAME, LEADS, NAME, PAGES, YEAR
from cites.claims import find_claim
from cites.grammar.dates import MONTHS
from cites.grammar.lexicon import AND, one_of
from cites.grammar.sources import EVENT_WORDS
from cites.knowledge import Outlets, load_places
from cites.marks import Layer
from cites.model import Citation, Mark, Name, Part, Span, Zone

PIECE = regex.compile(
    rf"\s*(?:{LEADS})*"
    rf"(?P<all>(?P<first>{NAME})(?P<more>(?:,\s{NAME})*,?\s{AND}\s{NAME}|,?\set\sal\.?)?(?P<comma>,)?\s{YEAR}{PAGES})\s*"
)
PAGE = regex.compile(rf"\d{{4}}[a-h]?,\s(?i:{one_of('pages')})\s?\d")
SEVERAL, SHAPED = 2, 4  # works with "et al." or "p. 4" that show how a text without a list cites; works of that shape beside one of them
NARRATED = regex.compile(  # Parrott et al. (2021)
    rf"(?P<all>(?P<first>{NAME})(?P<more>,?\set\sal\.?|\s{AND}\s{NAME})\s\((?P<comma>,)?{YEAR}{PAGES}\))"
)
BRACKETED = regex.compile(r"\((?:1[5-9]|20)\d\d[^()\n]{0,20}\)")
NEAR = 60  # code points of names before it
OFTEN = 5  # pointers to the list that show how a text cites
LONGEST = 160  # code points of a parenthesis


def read_unlisted(text: str, zones: tuple[Zone, ...], taken: list[Citation], outlets: Outlets) -> Iterator[Citation]:
    """Yield the parentheses that have nothing but authors and years, where no citation stands yet."""
    pointers = [citation for citation in taken if citation.matched_by == "author_date"]
    if not pointers and not any(zone.kind == "list" for zone in zones):
        yield from _without_list(text, zones, taken, outlets)
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


def _without_list(text: str, zones: tuple[Zone, ...], taken: list[Citation], outlets: Outlets) -> Iterator[Citation]:
    """Yield what a text without a list cites by author and year."""
    short = [zone for zone in zones if zone.kind == "inline" and zone.span.end - zone.span.start <= LONGEST]
    pieces = [(zone, match) for zone in short for match in _pieces(text, zone)]
    if not pieces and " et al" not in text:
        return
    found = pieces + [(Zone("inline", Span(*match.span())), match) for match in _narrated(text)]
    plain = {(match["first"], match["year"]) for _, match in found if "et al" in (match["more"] or "") or PAGE.search(match["all"])}
    if len(plain) < SEVERAL and not (plain and len({match["all"] for _, match in found}) >= SHAPED):
        return
    noted = [zone.span for zone in zones if zone.kind == "note"]
    layer = Layer(Mark("taken", span) for span in [*noted, *(citation.span for citation in taken)])
    with_comma = sum(match["comma"] is not None for _, match in pieces) * 2 > len(pieces)
    for zone, match in found:
        span = Span(*match.span("all"))
        if not layer.touching(span) and (match["more"] or (with_comma and match["comma"])) and _may_be_person(match["first"]):
            citation = _citation(text, match, span, zone)
            if not match["more"] and outlets.find(match["first"]):
                who = [Part("container_title", match["first"], Span(*match.span("first")))]
            else:
                who = [Part("author", Name(family=name), span) for name in EACH_NAME.findall(match["first"] + (match["more"] or ""))]
            yield replace(citation, form="full", parts=(*who, *citation.parts[1:]), confidence=0.7)


def _narrated(text: str) -> Iterator[regex.Match[str]]:
    """Yield "Parrott et al. (2021)", looked for before each year in parentheses: faster than at each letter."""
    done = 0
    for year in BRACKETED.finditer(text):
        if match := NARRATED.search(text, max(done, year.start() - NEAR), year.end()):
            yield match
            done = match.end()


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
