"""Bodies with a year, spelt as the list spells them: "(Folha de S.Paulo, 2025)", "Tracking (In)Justice (2023, 4)".

The names of author_date.py are told by their shape; these are known letter by letter, so they may hold points, brackets and digits. A
body may be called by what stands before its first comma: "(Government of Canada, 2020)" for "Government of Canada, Dept. of Justice".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cites import lazy_regex as regex
from cites.claims import find_claim, find_sentence
from cites.forms.author_date import PAGES, YEAR, Index
from cites.model import Citation, Name, Part, Span, Zone

DATED = regex.compile(rf"(?:,?\s|,)(?P<open>\()?{YEAR}{PAGES}(?(open)\)|(?=\s?[,;)\]]|$|\sand\s))")
LAST_WORD = regex.compile(r"[\p{L}\d]+(?=[^\p{L}\d]*$)")
LONGEST = 120  # code points of a name


def read_bodies(text: str, zones: tuple[Zone, ...], index: Index) -> Iterator[Citation]:
    """Yield the places where a body of the list stands before the year of a work of it, in the order of the text."""
    by_last_word: defaultdict[str, list[str]] = defaultdict(list)
    for called in sorted(index.named, key=len, reverse=True):
        if last := LAST_WORD.search(called):
            by_last_word[last[0]].append(called)
    if not by_last_word:
        return
    for match in DATED.finditer(text):
        before = text[max(0, match.start() - LONGEST) : match.start()]
        last = LAST_WORD.search(before)
        called = next((name for name in by_last_word.get(last[0].casefold(), ()) if _ends_in(before, name)), "") if last else ""
        literal = index.named[called].get(match["year"]) if called else None
        zone = _around(zones, Span(match.start() - len(called), match.end())) if literal else None
        if literal and zone and zone.kind != "list" and (match["open"] or zone.kind != "text"):
            yield _pointer(text, Span(match.start() - len(called), match.end()), literal, match, zone)


def _ends_in(before: str, name: str) -> bool:
    stretch = before[-len(name) :]
    return stretch.casefold().replace("’", "'") == name and not before[: -len(name)][-1:].isalnum()


def _around(zones: tuple[Zone, ...], span: Span) -> Zone:
    """Return the smallest zone around a span, the running text where there is none."""
    around = [zone for zone in zones if zone.span.start <= span.start and span.end <= zone.span.end]
    return min(around, key=lambda zone: zone.span.end - zone.span.start, default=Zone("text", span))


def _pointer(text: str, span: Span, literal: str, match: regex.Match[str], zone: Zone) -> Citation:
    letter = (Part("year_letter", match["letter"], span),) if match["letter"] else ()
    return Citation(
        span=span,
        kind="note" if zone.kind == "note" else "inline",
        form="short",
        matched_by="author_date",
        parts=(Part("author", Name(literal=literal), span), Part("issued", match["year"], span), *letter),
        locator=match["locator"] or "",
        note=zone.label,
        claim=find_sentence(text, *span) if match["open"] else find_claim(text, (zone.callout or zone.span).start),
        confidence=0.95,
    )
