"""Names with a year, spelt as the list spells them: "(Folha de S.Paulo, 2025)", "Tracking (In)Justice (2023, 4)",
（费孝通，1998：23）, 王力等（2012）.

The names of shapes.py are told by their shape; these are known letter by letter, so they may hold points, brackets and digits. A
body may be called by what stands before its first comma: "(Government of Canada, 2020)" for "Government of Canada, Dept. of Justice". A
work may be called by its paper: "(The Guardian, 2025)".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.across.pointer import to_citation
from cites.across.shapes import PAGES, YEAR
from cites.across.whole import Whole
from cites.claims import find_claim, find_sentence
from cites.grammar.syllabic_names import SYLLABLE
from cites.model import Citation, Span, Zone

NUMBERS = r"\d+(?:[-–—~－]\d+)?"
DATED = regex.compile(
    rf"(?:(?:,?\s|[,，]\s?)(?P<open>\()?|(?P<open>（|(?<={SYLLABLE})\()){YEAR}"
    rf"(?:(?:：第?|[:，,]\s?(?=第?{NUMBERS}[页頁쪽면])第?)(?P<locator>{NUMBERS})[页頁쪽면]?|{PAGES})"
    r"(?(open)[)）]|(?=\s?[,;)\]，；）]|$|\sand\s))"
)
OF_PAPER = regex.compile(rf"(?:(?<=[(\[])|(?<=;\s))(?P<paper>\p{{Lu}}[^,;()\[\]]{{2,60}}),?\s{YEAR}(?=;|$)")
FELLOWS = regex.compile(  # 王力、李明 · 山田・佐藤 · 윤지영과 강동원 · 王力等 · 田中ほか · 최지훈 외
    rf"(?:\s?(?:[、，,・·和与與及と와과및])\s?{SYLLABLE}{{2,5}})*\s?(?:[等他ら외등]|ほか)?\s?$"
)
LAST_WORD = regex.compile(r"[\p{L}\d]+(?=[^\p{L}\d]*$)")
LONGEST = 120  # code points of a name
SYLLABLE_LAST = regex.compile(rf"(?:{SYLLABLE}|ほか|ら)\s?$")
MOST_FELLOWS = 24  # code points of those behind the first


def read_bodies(whole: Whole) -> Iterator[Citation]:
    """Yield the places where a body of the list stands before the year of a work of it, in the order of the text."""
    text, named = whole.text, whole.index.named
    by_last_word: defaultdict[str, list[str]] = defaultdict(list)
    for called in sorted(named, key=len, reverse=True):
        if last := LAST_WORD.search(called):
            by_last_word[last[0]].append(called)
    for match in DATED.finditer(text) if by_last_word else ():
        printed = _called(text[max(0, match.start() - LONGEST) : match.start()], by_last_word)
        name, length = next(((name, length) for called, length in printed if (name := named[called].get(match["year"]))), (None, 0))
        span = Span(match.start() - length, match.end())
        zone = _around(whole, span) if name else None
        if name and zone and zone.kind != "list" and (match["open"] or zone.kind != "text"):
            claim = find_sentence(text, *span) if match["open"] else find_claim(text, (zone.callout or zone.span).start)
            yield to_citation(match, span, zone, (name,), claim)


def read_papers(whole: Whole) -> Iterator[Citation]:
    """Yield the papers with a year of which the list has one work: "(The Guardian, 2025)" for that by M. Pengelly."""
    for zone in whole.zones if whole.index.papers else ():
        pieces = OF_PAPER.finditer(whole.text, *zone.span) if zone.kind == "inline" and zone.span.end - zone.span.start <= LONGEST else ()
        for match in pieces:
            if name := whole.index.wrote_in(match["paper"], match["year"]):
                yield to_citation(match, Span(match.start("paper"), match.end()), zone, (name,), find_claim(whole.text, zone.span.start))


def _called(before: str, by_last_word: dict[str, list[str]]) -> Iterator[tuple[str, int]]:
    """Yield the names of the list that end what stands before a year, and how long each is printed with its fellows, the longest first."""
    if SYLLABLE_LAST.search(before):
        for at in range(max(0, len(before) - MOST_FELLOWS), len(before) + 1):
            called = (before[max(0, at - length) : at] for length in (5, 4, 3, 2)) if FELLOWS.match(before, at) else ()
            yield from ((name, len(before) - at + len(name)) for name in called if name in by_last_word)
    elif last := LAST_WORD.search(before):
        yield from ((name, len(name)) for name in by_last_word.get(last[0].casefold(), ()) if _ends_in(before, name))


def _ends_in(before: str, name: str) -> bool:
    stretch = before[-len(name) :]
    return stretch.casefold().replace("’", "'") == name and not before[: -len(name)][-1:].isalnum()


def _around(whole: Whole, span: Span) -> Zone:
    """Return the smallest zone around a span, the running text where there is none."""
    around = [zone for zone in whole.zones_at(span) if zone.span.start <= span.start and span.end <= zone.span.end]
    return min(around, key=lambda zone: zone.span.end - zone.span.start, default=Zone("text", span))
