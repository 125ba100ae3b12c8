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
from cites.across.shapes import BRIEFLY, EACH_NAME, INITIALS, LED, NAME, NAMES, PAGES, WITH_COMMA, YEAR
from cites.across.whole import Whole
from cites.grammar.lexicon import AND, Either
from cites.grammar.titles import words_of
from cites.model import Citation, Span, Zone

POINTER = regex.compile(rf"(?P<all>{INITIALS}(?:{NAMES}(?:’s|'s)?|{WITH_COMMA}(?=,?\s(?:1[5-9]|20))){BRIEFLY}(?:,?\s|,){YEAR}{PAGES})")
EARLIER = regex.compile(rf"(?<=[(;\s])(?P<first>{NAME})(?:;\s{NAME})*;\s$")  # before SOUZA in "SILVA; SOUZA, 2012"
FAR = 160  # code points of the names before the last one
JOIN = rf"(?:[,;/]\s?|\s{AND}\s)"
AGAIN = regex.compile(rf"(?<={JOIN})(?<![”’\"],?\s)(?P<all>{YEAR}{PAGES})(?=\s?[,;)]|$|{JOIN})")
LETTER = regex.compile(  # the b of "1999a, b"
    rf"(?<=\d\s?[a-h]{JOIN}(?:[a-h]{JOIN}){{0,5}})(?P<all>(?P<letter>[a-h]){PAGES})(?=\s?[,;)]|$|{JOIN})"
)
EITHER = Either(POINTER.pattern, AGAIN.pattern, LETTER.pattern)
EDITORS = r"(?:\s\(eds?\.?\))?"  # Evers and Schrader (eds) (1994)
NARRATIVE = regex.compile(rf"{INITIALS}{NAMES}{EDITORS}(?:’s|'s|’|')?\s\({YEAR}{PAGES}(?P<more>{JOIN}[^()]{{0,40}})?\)")
TITLED = regex.compile(  # (“Fear in the Clinic,” 2017) · (*Market reopens*, 2021, p. 3), where a work names nobody: APA, 8.14
    rf"{LED}(?P<all>(?:[“‘\"'](?P<title>[^“”\"();]{{3,100}}?),?[”’\"']|(?P<title>\p{{Lu}}[^“”\"();]{{3,100}}?)),?\s{YEAR}{PAGES})"
    rf"(?=\s?[;)\]])"
)
MORE = regex.compile(rf"{AGAIN.pattern}|{LETTER.pattern}")
YEAR_IN_PARENTHESES = regex.compile(rf"\s\({YEAR}[^()]{{0,300}}\)")
NAMES_BEFORE = regex.compile(r"(?r)[\p{L}\s,.'’/&()-]*")  # all signs of which names are made, as far back as they stand


def read_pointers(whole: Whole) -> Iterator[Citation]:
    """Yield the author–date citations of the running text and of notes, as short forms."""
    text, index = whole.text, whole.index
    if not index.entries:
        return
    found = list(_in_parentheses(text, whole.zones, index))
    if mla.is_usual(text, found):
        found += mla.read_without_pages(text, index, whole.marked.italics)
        found += mla.read_in_sentences(text, index)
    found += mla.read_in_brackets(text, index)
    found += _narrative(text, index)
    end = -1
    for citation in sorted(found, key=lambda citation: citation.span):
        if citation.span.start >= end and all(zone.kind != "list" for zone in whole.zones_at(citation.span)):
            yield citation
            end = citation.span.end


def _in_parentheses(text: str, zones: tuple[Zone, ...], index: Index) -> Iterator[Citation]:
    for zone in zones:
        if zone.kind not in ("inline", "note"):
            continue
        start, end = zone.span
        last = year = ""
        found = False
        for match in EITHER.finditer(text, start, end):
            names, printed = match["names"], match["year"]
            earlier = EARLIER.search(text, max(start, match.start() - FAR), match.start()) if names else None
            if names:
                last = _known(names, printed, index)
                if not last and earlier and index.has(earlier["first"], printed):  # "(SILVA; SOUZA, 2012)"
                    found, last = True, earlier["first"]
                    begin = earlier.start("first")
                    yield make_pointer(text, match, last, zone, index, start=begin, end=match.end("all"), year=printed, within=True)
                    continue
            elif printed and last and text[match.start() - 2] not in ",;" and not index.has(last, printed):
                continue  # "Smith 1999, between 1990 and 1995"
            year = printed or year
            if last:
                found = True
                yield make_pointer(text, match, last, zone, index, year=year)
        if zone.kind == "inline":
            titled = TITLED.finditer(text, max(0, start - 1), end + 1) if index.titles else ()
            yield from (make_pointer(text, one, "", zone, index) for one in titled if index.has_title(words_of(one["title"]), one["year"]))
            yield from () if found else mla.read_with_pages(text, zone, index)


def _known(names: str, year: str, index: Index) -> str:
    """Return the names, or the later ones of them, that the list has: of "Tajikistan, Abdulkarimov and Beckmann" the last two."""
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
        words = match["names"].split(" ")
        later = (" ".join(words[at:]) for at in range(len(words)) if EACH_NAME.match(" ".join(words[at:])))  # not "to Ross (2012)"
        names = next((last for last in later if index.has(last, match["year"])), "")
        if not names:  # "In Europe Smith (2010)": the names may begin later
            continue
        start = match.end("names") - len(names)
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
