"""Authors with a year that no entry of the list has: "(Smith 2010; Nobody 2012)" in a text that cites by author and date.

Lists are seldom whole. Where a text often points to its list, what has the same shape in a parenthesis is a citation too, though
nothing says of which work: beside one that the list has, or with more than a single word before the year, or with the comma that the
others have, for "(Euro 2016)" is none. A paper or a body counts too, "(Herald Sun, 2010a)", where it is known to be one, has a page or a
letter, or stands beside what is listed.

A text without a list cites so where it has "(Parrott et al., 2021)" or "(Hess, 2020, p. 4)" again, or once among several of that shape, or
where one name has several years: "(Ruf, 1987)", "(Ruf, 1995)", "(Ruf, 2016)".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.across.pointer import to_citation
from cites.across.shapes import EACH_NAME, LEADS, NAME, PAGES, SMALL, YEAR
from cites.across.whole import Whole
from cites.claims import find_claim
from cites.forms.fields.authors import DESK
from cites.grammar.dates import MONTHS
from cites.grammar.lexicon import AND, one_of
from cites.grammar.sources import EVENT_WORDS, evidence, is_body
from cites.knowledge import load_places
from cites.model import Citation, Name, Part, Span, Zone
from cites.outlets import Outlets

LED = rf"\s*(?>{LEADS})*"  # "see also" is read in one way, for "see" and "also" would be another
PIECE = regex.compile(
    rf"{LED}(?P<all>(?P<first>{NAME})(?P<more>(?:,\s{NAME})*,?\s{AND}\s{NAME}|,?\set\sal\.?)?(?P<comma>,)?\s{YEAR}{PAGES})\s*"
)
OF_BODY = regex.compile(  # The Australian Senate, 2012 · Herald Sun, 2010a
    rf"{LED}(?P<all>(?P<first>(?:The\s)?\p{{Lu}}[\p{{L}}’'-]*(?:\s(?:{SMALL}\s){{0,2}}\p{{Lu}}[\p{{L}}’'-]*){{1,6}})(?P<more>)(?P<body>)"
    rf"(?P<comma>,)\s{YEAR}{PAGES})\s*"
)
PAGE = regex.compile(rf"\d{{4}}[a-h]?,\s(?i:{one_of('pages')})\s?\d")
JOINED = regex.compile(rf"(?<=(?:1[5-9]|20)\d\d[a-h]?)\s{AND}\s(?=\p{{Lu}})|;")  # (Ruf 1995 et Ruf, 2016)
AMID = regex.compile(r"(?:(?<!\p{L})\p{Ll}[\p{L}'’-]*|[%.,\d])\s?\($")  # stands before what cites, and not in "Jaws (Spielberg, 1975)"
LONGEST_WORD = 30  # code points, of what stands before a parenthesis
YEARS = 3  # of one name, that show how a text without a list cites
SEVERAL, SHAPED = 2, 4  # works with "et al." or "p. 4" that show how a text without a list cites; works of that shape beside one of them
NARRATED = regex.compile(  # Parrott et al. (2021)
    rf"(?P<all>(?P<first>{NAME})(?P<more>,?\set\sal\.?|\s{AND}\s{NAME})\s\((?P<comma>,)?{YEAR}{PAGES}\))"
)
BRACKETED = regex.compile(r"\((?:1[5-9]|20)\d\d[^()\n]{0,20}\)")
NEAR = 60  # code points of names before it
OFTEN = 5  # pointers to the list that show how a text cites
LONGEST = 240  # code points of a parenthesis
LIKELY = 0.9  # evidence that a name is a source's


class Piece(NamedTuple):
    """One author, or several, with a year: the match of PIECE, OF_BODY or NARRATED, and where it stands."""

    match: regex.Match[str]
    zone: Zone

    @property
    def span(self) -> Span:
        return Span(*self.match.span("all"))

    @property
    def first(self) -> str:
        """The first name, or the body."""
        return str(self.match["first"])

    @property
    def more(self) -> str:
        """The other names: " and Park", " et al."."""
        return self.match["more"] or ""

    @property
    def has_comma(self) -> bool:
        return self.match["comma"] is not None

    @property
    def names_body(self) -> bool:
        return "body" in self.match.groupdict()

    def to_citation(self, text: str, authors: list[Name]) -> Citation:
        return to_citation(self.match, self.span, self.zone, authors, find_claim(text, self.zone.span.start), sure=0.8)


def read_unlisted(whole: Whole) -> Iterator[Citation]:
    """Yield the parentheses that have nothing but authors and years."""
    pointers = [citation for citation in whole.taken if citation.matched_by == "author_date"]
    short = [zone for zone in whole.zones if zone.kind == "inline" and zone.span.end - zone.span.start <= LONGEST]
    if not pointers and not any(zone.kind == "list" for zone in whole.zones):
        yield from _without_list(whole, short)
    if len(pointers) < OFTEN:
        return
    with_comma = sum(", " in whole.text[slice(*citation.span)] for citation in pointers) * 2 > len(pointers)
    found = []
    bodies = set()
    for zone in short:
        pieces = _pieces(whole.text, zone)
        listed = any(not whole.is_free(piece.span) for piece in pieces)
        found += [(piece, listed) for piece in pieces]
        bodies |= {piece.first for piece in pieces if piece.names_body and (listed or _is_issuing(piece, whole.outlets))}
    for piece, listed in found:
        if piece.names_body:
            is_meant = with_comma and piece.first in bodies
        else:
            is_meant = bool(listed or piece.more or (with_comma and piece.has_comma))
        if is_meant and (listed or _may_be_person(piece.first)):
            yield piece.to_citation(whole.text, [Name(family=piece.first)])


def _without_list(whole: Whole, short: list[Zone]) -> Iterator[Citation]:
    """Yield what a text without a list cites by author and year."""
    text = whole.text
    pieces = [piece for zone in short for piece in _pieces(text, zone)]
    if not pieces and " et al" not in text:
        return
    found = pieces + list(_narrated(text))
    plain = {(piece.first, piece.match["year"]) for piece in found if "et al" in piece.more or PAGE.search(piece.match["all"])}
    is_shaped = plain and len({piece.match["all"] for piece in found}) >= SHAPED
    if len(plain) < SEVERAL and not is_shaped and not _has_many_years(text, pieces):
        return
    with_comma = sum(piece.has_comma for piece in pieces) * 2 > len(pieces)
    named = {piece.first for piece in pieces if piece.has_comma}
    for piece in found:
        is_meant = (piece.more or (with_comma and piece.first in named)) and (not piece.names_body or _is_issuing(piece, whole.outlets))
        if is_meant and _may_be_person(piece.first) and whole.is_running(piece.span):
            is_known = not piece.more and whole.outlets.find(piece.first)
            body = [Part("container_title", piece.first, Span(*piece.match.span("first")))] if is_known else []
            names = [Name(family=name) for name in EACH_NAME.findall(piece.first + piece.more)]
            authors = [] if body else [Name(literal=piece.first)] if piece.names_body else names
            citation = piece.to_citation(text, authors)
            yield replace(citation, form="full", parts=(*body, *citation.parts), confidence=0.7)


def _has_many_years(text: str, pieces: list[Piece]) -> bool:
    """True where one name stands with several years, none of them behind a name that it made."""
    years: dict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        amid = AMID.search(text, max(0, piece.zone.span.start - LONGEST_WORD), piece.zone.span.start)
        if amid and not piece.more and _may_be_person(piece.first):
            years[piece.first].add(piece.match["year"])
    return any(len(found) >= YEARS for found in years.values())


def _is_issuing(piece: Piece, outlets: Outlets) -> bool:
    """True for a paper or a body, and for what has a letter or a page: not for "(Paris Agreement, 2015)"."""
    name = piece.first
    is_precise = piece.match["letter"] or piece.match["locator"]
    return bool(is_precise or DESK.match(name)) or evidence(name, outlets) >= LIKELY or is_body(name)


def _narrated(text: str) -> Iterator[Piece]:
    """Yield "Parrott et al. (2021)", looked for before each year in parentheses: faster than at each letter."""
    done = 0
    for year in BRACKETED.finditer(text):
        if match := NARRATED.search(text, max(done, year.start() - NEAR), year.end()):
            yield Piece(match, Zone("inline", Span(*match.span())))
            done = match.end()


def _pieces(text: str, zone: Zone) -> list[Piece]:
    """Return the authors with their years, none where there is anything else in the parenthesis."""
    found = []
    at = zone.span.start
    for stop, after in [*(match.span() for match in JOINED.finditer(text, *zone.span)), (zone.span.end, zone.span.end)]:
        match = PIECE.fullmatch(text, at, stop) or OF_BODY.fullmatch(text, at, stop)
        if match is None:
            return []
        found.append(Piece(match, zone))
        at = after
    return found


def _may_be_person(name: str) -> bool:
    folded = name.casefold()
    return not (load_places().has(name) or folded in MONTHS or folded.rpartition(" ")[2] in EVENT_WORDS)
