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

from cites import lazy_regex as regex
from cites.across.shapes import EACH_NAME, LEADS, NAME, PAGES, YEAR
from cites.claims import find_claim
from cites.forms.fields.authors import DESK
from cites.grammar.dates import MONTHS
from cites.grammar.lexicon import AND, one_of
from cites.grammar.sources import EVENT_WORDS, evidence, is_body
from cites.knowledge import Outlets, load_places
from cites.marks import Layer
from cites.model import Citation, Mark, Name, Part, Span, Zone

LED = rf"\s*(?>{LEADS})*"  # "see also" is read in one way, for "see" and "also" would be another
PIECE = regex.compile(
    rf"{LED}(?P<all>(?P<first>{NAME})(?P<more>(?:,\s{NAME})*,?\s{AND}\s{NAME}|,?\set\sal\.?)?(?P<comma>,)?\s{YEAR}{PAGES})\s*"
)
OF_BODY = regex.compile(  # The Australian Senate, 2010 · Herald Sun, 2010a
    rf"{LED}(?P<all>(?P<first>(?:The\s)?\p{{Lu}}[\p{{L}}’'-]*(?:\s(?:of\s(?:the\s)?|for\s|and\s)?\p{{Lu}}[\p{{L}}’'-]*){{1,6}})(?P<more>)(?P<body>)"
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


def read_unlisted(text: str, zones: tuple[Zone, ...], taken: list[Citation], outlets: Outlets) -> Iterator[Citation]:
    """Yield the parentheses that have nothing but authors and years, where no citation stands yet."""
    pointers = [citation for citation in taken if citation.matched_by == "author_date"]
    if not pointers and not any(zone.kind == "list" for zone in zones):
        yield from _without_list(text, zones, taken, outlets)
    if len(pointers) < OFTEN:
        return
    layer = Layer(Mark("taken", citation.span) for citation in taken)
    with_comma = sum(", " in text[slice(*citation.span)] for citation in pointers) * 2 > len(pointers)
    free = []
    bodies = set()
    for zone in zones:
        if zone.kind != "inline" or zone.span.end - zone.span.start > LONGEST:
            continue
        found = _pieces(text, zone)
        listed = any(layer.touching(Span(*match.span("all"))) for match in found)
        free += [(zone, match, listed) for match in found if not layer.touching(Span(*match.span("all")))]
        bodies |= {match["first"] for match in found if _names_body(match) and (listed or _is_issuing(match, outlets))}
    for zone, match, listed in free:
        if _names_body(match):
            is_meant = with_comma and match["first"] in bodies
        else:
            is_meant = bool(listed or match["more"] or (with_comma and match["comma"]))
        if is_meant and (listed or _may_be_person(match["first"])):
            yield _citation(text, match, Span(*match.span("all")), zone)


def _without_list(text: str, zones: tuple[Zone, ...], taken: list[Citation], outlets: Outlets) -> Iterator[Citation]:
    """Yield what a text without a list cites by author and year."""
    short = [zone for zone in zones if zone.kind == "inline" and zone.span.end - zone.span.start <= LONGEST]
    pieces = [(zone, match) for zone in short for match in _pieces(text, zone)]
    if not pieces and " et al" not in text:
        return
    found = pieces + [(Zone("inline", Span(*match.span())), match) for match in _narrated(text)]
    plain = {(match["first"], match["year"]) for _, match in found if "et al" in (match["more"] or "") or PAGE.search(match["all"])}
    is_shaped = plain and len({match["all"] for _, match in found}) >= SHAPED
    if len(plain) < SEVERAL and not is_shaped and not _has_many_years(text, pieces):
        return
    noted = [zone.span for zone in zones if zone.kind == "note"]
    layer = Layer(Mark("taken", span) for span in [*noted, *(citation.span for citation in taken)])
    with_comma = sum(match["comma"] is not None for _, match in pieces) * 2 > len(pieces)
    named = {match["first"] for _, match in pieces if match["comma"]}
    for zone, match in found:
        span = Span(*match.span("all"))
        if _names_body(match) and not _is_issuing(match, outlets):
            continue
        if not layer.touching(span) and (match["more"] or (with_comma and match["first"] in named)) and _may_be_person(match["first"]):
            citation = _citation(text, match, span, zone)
            if not match["more"] and outlets.find(match["first"]):
                who = [Part("container_title", match["first"], Span(*match.span("first")))]
            elif _names_body(match):
                who = [Part("author", Name(literal=match["first"]), span)]
            else:
                who = [Part("author", Name(family=name), span) for name in EACH_NAME.findall(match["first"] + (match["more"] or ""))]
            yield replace(citation, form="full", parts=(*who, *citation.parts[1:]), confidence=0.7)


def _has_many_years(text: str, pieces: list[tuple[Zone, regex.Match[str]]]) -> bool:
    """True where one name stands with several years, none of them behind a name that it made."""
    years: dict[str, set[str]] = defaultdict(set)
    for zone, match in pieces:
        amid = AMID.search(text, max(0, zone.span.start - LONGEST_WORD), zone.span.start)
        if amid and not match["more"] and _may_be_person(match["first"]):
            years[match["first"]].add(match["year"])
    return any(len(found) >= YEARS for found in years.values())


def _names_body(match: regex.Match[str]) -> bool:
    return "body" in match.groupdict()


def _is_issuing(match: regex.Match[str], outlets: Outlets) -> bool:
    """True for a paper or a body, and for what has a letter or a page: not for "(Paris Agreement, 2015)"."""
    name = match["first"]
    return bool(match["letter"] or match["locator"] or DESK.match(name)) or evidence(name, outlets) >= LIKELY or is_body(name)


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
    for stop, after in [*(match.span() for match in JOINED.finditer(text, *zone.span)), (zone.span.end, zone.span.end)]:
        match = PIECE.fullmatch(text, at, stop) or OF_BODY.fullmatch(text, at, stop)
        if match is None:
            return []
        found.append(match)
        at = after
    return found


def _may_be_person(name: str) -> bool:
    folded = name.casefold()
    return not (load_places().has(name) or folded in MONTHS or folded.rpartition(" ")[2] in EVENT_WORDS)


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
