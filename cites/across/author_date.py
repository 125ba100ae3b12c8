"""Author and date that point to a list: "(Smith 2010, 45; Lee and Park 2012)", "Smith (2010, 45)", MLA's "(Smith 45)".

They count only where the document has a list with such an entry.
Source: Chicago Manual of Style, 17th edition, 15.20–15.31; APA Publication Manual, 7th edition, 8.10–8.22; MLA Handbook, 9th edition, 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.across import mla
from cites.across.index import Index
from cites.across.pointer import make_pointer
from cites.across.shapes import BRIEFLY, INITIALS, NAME, NAMES, PAGES, WITH_COMMA, YEAR
from cites.grammar.lexicon import AND, Either
from cites.marks import Layer
from cites.model import Citation, Span, Zone

POINTER = regex.compile(rf"(?P<all>{INITIALS}(?:{NAMES}(?:’s|'s)?|{WITH_COMMA}(?=,?\s(?:1[5-9]|20))){BRIEFLY}(?:,?\s|,){YEAR}{PAGES})")
EARLIER = regex.compile(rf"(?<=[(;\s])(?P<first>{NAME})(?:;\s{NAME})*;\s$")  # before SOUZA in "SILVA; SOUZA, 2012"
JOIN = rf"(?:[,;/]\s?|\s{AND}\s)"
AGAIN = regex.compile(rf"(?<={JOIN})(?P<all>{YEAR}{PAGES})(?=\s?[,;)]|$|{JOIN})")
LETTER = regex.compile(  # the b of "1999a, b"
    rf"(?<=\d\s?[a-h]{JOIN}(?:[a-h]{JOIN}){{0,5}})(?P<all>(?P<letter>[a-h]){PAGES})(?=\s?[,;)]|$|{JOIN})"
)
EITHER = Either(POINTER.pattern, AGAIN.pattern, LETTER.pattern)
EDITORS = r"(?:\s\(eds?\.?\))?"  # Evers and Schrader (eds) (1994)
NARRATIVE = regex.compile(rf"{INITIALS}{NAMES}{EDITORS}(?:’s|'s|’|')?\s\({YEAR}{PAGES}(?P<more>{JOIN}[^()]{{0,40}})?\)")
QUOTED = regex.compile(r"[”’\"],?\s?$")
MORE = regex.compile(rf"{AGAIN.pattern}|{LETTER.pattern}")
YEAR_IN_PARENTHESES = regex.compile(rf"\s\({YEAR}[^()]{{0,300}}\)")
NAMES_BEFORE = regex.compile(r"(?r)[\p{L}\s,.'’/&()-]*")  # all signs of which names are made, as far back as they stand


def read_pointers(text: str, zones: tuple[Zone, ...], index: Index, italics: Layer, taken: list[Citation]) -> list[Citation]:
    """Return the author–date citations of the running text and of notes, as short forms."""
    if not index.entries:
        return []
    spans = sorted(citation.span for citation in taken)
    closed = [zone.span for zone in zones if zone.kind == "list"]
    found = list(_in_parentheses(text, zones, index))
    if mla.is_usual(text, found):
        found += mla.read_without_pages(text, closed, index, italics)
        found += (c for c in mla.read_in_sentences(text, index) if not any(s.start <= c.span.start < s.end for s in closed))
    found += [c for c in _narrative(text, index) if not any(s.start <= c.span.start < s.end for s in closed)]
    return [c for c in _unique(found) if not any(s.start < c.span.end and c.span.start < s.end for s in spans)]


def _unique(citations: list[Citation]) -> Iterator[Citation]:
    end = -1
    for citation in sorted(citations, key=lambda c: c.span):
        if citation.span.start >= end:
            yield citation
            end = citation.span.end


def _in_parentheses(text: str, zones: tuple[Zone, ...], index: Index) -> Iterator[Citation]:
    for zone in zones:
        if zone.kind not in ("inline", "note"):
            continue
        start, end = zone.span
        last = year = ""
        stop = start
        found = False
        for match in EITHER.finditer(text, start, end):
            names, printed = match["names"], match["year"]
            earlier = EARLIER.search(text, start, match.start()) if names else None
            if names:
                last = _known(names, printed, index)
                if not last and earlier and index.has(earlier["first"], printed):  # "(SILVA; SOUZA, 2012)"
                    found, last = True, earlier["first"]
                    begin = earlier.start("first")
                    yield make_pointer(text, match, last, zone, index, start=begin, end=match.end("all"), year=printed, within=True)
                    continue
            elif QUOTED.search(text, stop, match.start()):
                last = ""  # "(The Guardian, 2020; ‘Market reopens’, 2021)": the year of a title
                continue
            elif printed and last and text[match.start() - 2] not in ",;" and not index.has(last, printed):
                continue  # "Smith 1999, between 1990 and 1995"
            year = printed or year
            stop = match.end()
            if last:
                found = True
                yield make_pointer(text, match, last, zone, index, year=year)
        if found or zone.kind == "note":
            continue
        yield from mla.read_with_pages(text, zone, index)


def _known(names: str, year: str, index: Index) -> str:
    """Return the names, or the later ones of them, that the list has: of "Tajikistan, Abdurakhimov and Becker" the last two."""
    while names and not index.has(names, year):
        names = names.partition(", ")[2] or names.partition(" ")[2]  # "See Dubois 2010"
    return names


def _find_narrative(text: str) -> Iterator[regex.Match[str]]:
    """Yield what NARRATIVE finds in a text, looked for before each year in parentheses: 10 times as fast as at each letter."""
    done = 0
    for year in YEAR_IN_PARENTHESES.finditer(text):
        names = NAMES_BEFORE.match(text, done, max(done, year.start()))
        match = NARRATIVE.search(text, names.start(), year.end()) if names else None
        if match:
            yield match
        done = match.end() if match else max(done, year.start() + len(" ("))


def _narrative(text: str, index: Index) -> Iterator[Citation]:
    for match in _find_narrative(text):
        names = match["names"]
        key = index.find(names, match["year"])
        if key is None:  # "In Europe Smith (2010)": the names may begin later
            words = names.split(" ")
            shorter = next((" ".join(words[i:]) for i in range(1, len(words)) if index.find(" ".join(words[i:]), match["year"])), None)
            if shorter is None:
                continue
            start = match.start("names") + len(names) - len(shorter)
            names = shorter
        else:
            start = match.start("names")
        more = [
            again
            for again in (MORE.finditer(text, match.start("more"), match.end() - 1) if match["more"] else ())
            if not again["year"] or index.has(names, again["year"])
        ]
        end = match.start("more") if more else match.end()
        zone = Zone("inline", Span(start, match.end()))
        yield make_pointer(text, match, names, zone, index, start=start, end=end)
        for again in more:  # "Smith (1999a, b)"
            yield make_pointer(text, again, names, zone, index, start=again.start(), end=again.end(), year=again["year"] or match["year"])


