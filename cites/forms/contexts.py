"""Between a document and the forms: a zone as a stretch to read, and what was read led back to its place in the document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from cites import lazy_regex as regex
from cites.claims import find_claim
from cites.forms import HINTS, Context, Draft, Known
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import ET_AL
from cites.grammar.titles import tidy
from cites.marks import Marked
from cites.model import Citation, Mark, Name, Part, Span, Zone
from cites.outlets import Outlets
from cites.view import View

LED = compile_words(rf"(?:but\s)?{one_of('see')},?\s(?=(?-i:\p{{Lu}}))")
OTHERS = regex.compile(ET_AL)
MAX_OTHERS = 12  # code points of ", and others"
WITH_SCHEME = regex.compile(r"https?://", regex.IGNORECASE)
BEGINS = regex.compile(r"^(?:https?://)?(?:www\.)?", regex.IGNORECASE)
TITLE_WITHIN = regex.compile(r"\s\p{Lu}[\p{L}'-]*(?:\s[\p{L}'-]+){0,3}\s")  # *Reading* Lolita *in Tehran*
GOES_ON = regex.compile(r"\b(?:the|of|in|and|an?|on|to)$", regex.IGNORECASE)  # *The Use of the* Shu *Traditions*
# How often full citations of these forms are right in every core field, as tests/benchmarks/confidence.py counts it: none is surer.
USUALLY_RIGHT = {
    "titled": 0.85, "book": 0.85, "archival": 0.85, "spoken": 0.85, "entry": 0.8, "legal": 0.8, "united_nations": 0.75,
    "collected": 0.75, "listed": 0.8, "cjk": 0.8, "linked": 0.6,
}  # fmt: skip
TWO_WAYS = regex.compile(r"(?<!\d)0?(?P<one>[1-9]|1[0-2])/0?(?P<other>[1-9]|1[0-2])(?![\d.])(?:/\d\d|(?!/))")
EITHER_DAY = 0.7


def _dashed(pages: str) -> str:
    """Return pages with the dash that "545--69" stands for, as typewriters, TeX and Markdown have it."""
    return pages.replace("--", "–")


WRITTEN = {"page": _dashed, "volume": _dashed, "issue": _dashed, "title": tidy}  # how a field is set down


def to_context(marked: Marked, zone: Zone, outlets: Outlets, known: Known) -> Context:
    """Return a zone as a stretch to read, with its italics and links."""
    view = View(marked.document.text, zone.span)
    italics = tuple(_behind_signal(view.folded, *_in_view(view, zone.span, mark.span)) for mark in marked.italics.touching(zone.span))
    own = (mark for mark in marked.links.touching(zone.span) if zone.kind != "inline" or mark.span.start >= zone.span.start - 1)
    links = tuple((*_in_view(view, zone.span, mark.span), mark.value) for mark in own)  # not that of "[In re Gardner (Me. 1987)](…)"
    return Context(view, outlets, HINTS, zone.kind, known, _joined(view.folded, italics), links)


def _behind_signal(folded: str, start: int, end: int) -> tuple[int, int]:
    """Leave the signal out of the italics that a citation begins with: "*See Why Monero Is,* MONERO"; not of "Berg, *See No Evil*"."""
    led = LED.match(folded, start, end) if folded[:start].rstrip()[-1:] in ("", ".", ";", ")") else None
    return (led.end() if led else start), end


def _joined(folded: str, italics: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Make one of the italics of a title around another title, or a name, that is set upright in it: "*Reading* Lolita *in Tehran*"."""
    joined: list[tuple[int, int]] = []
    for start, end in italics:
        if joined and _is_within(folded, *joined[-1], start):
            start, _ = joined.pop()
        joined.append((start, end))
    return tuple(joined)


def _is_within(folded: str, begin: int, stop: int, start: int) -> bool:
    """True where what stands between italics is part of a title that they begin and go on with."""
    if not (folded[begin].isupper() and TITLE_WITHIN.fullmatch(folded, stop, start)):
        return False
    return folded[start].islower() or folded[start] == "(" or GOES_ON.search(folded, begin, stop) is not None


def to_citation(draft: Draft, view: View, zone: Zone, marked: Marked) -> Citation:
    """Lead a draft back to the document."""
    parts = [
        Part(
            item.field,
            WRITTEN[item.field](str(item.value)) if item.field in WRITTEN else item.value,
            view.span(item.start, item.end) if item.end > item.start else None,
        )
        for item in draft.items
    ]
    span = view.span(*Span(draft.start, draft.end).trimmed(view.text))
    is_titled = any(part.field == "title" for part in parts)
    links = [link for link in marked.links.touching(span) if not link.value.startswith("about:")]
    links = [link for link in links if not (is_titled and any(_is_of_author(link, part) for part in parts))]
    if links and not any(part.field in ("url", "doi") for part in parts):
        parts.append(Part("url", links[0].value, links[0].span))
    parts = [_aimed(part, links) if part.field == "url" else part for part in parts]
    if others := _others(draft, view):
        parts.append(Part("other_authors", "et al.", view.span(*others)))
    if draft.short_name:
        parts.append(Part("short_name", draft.short_name, None))
    if draft.points_to:
        parts.append(Part("points_to", draft.points_to, None))
    at = zone.callout.start if zone.callout else zone.span.start
    return Citation(
        span=span,
        kind=zone.kind,
        form=draft.form,
        matched_by=draft.matched_by,
        parts=tuple(parts),
        locator=_dashed(draft.locator),
        note=zone.label,
        claim=find_claim(marked.document.text, at) if zone.kind == "inline" or zone.callout else None,
        confidence=_sure(draft, view),
    )


def _is_of_author(link: Mark, part: Part) -> bool:
    """True for a link on a name that leads to a page about who has it: "[Blake Sobczak](https://www.eenews.net/staff/Blake_Sobczak)"."""
    if part.field != "author" or not isinstance(part.value, Name) or not (part.span and part.span.start <= link.span.start < part.span.end):
        return False
    page = link.value.partition("//")[2].partition("/")[2].casefold()
    return all(word and word.casefold() in page for word in (part.value.given.split(" ")[0], part.value.family))


def _aimed(part: Part, links: Sequence[Mark]) -> Part:
    """Return an address as the link on it has it: [www.innovazione.gov.it](http://www.innovazione.gov.it/media/3671/guida.pdf)."""
    printed, span = _bare(str(part.value)), part.span
    for link in links:
        if span and link.span.start <= span.start and span.end <= link.span.end and _bare(link.value).startswith(printed):
            return replace(part, value=link.value) if WITH_SCHEME.match(link.value) else part
    return part


def _bare(address: str) -> str:
    return BEGINS.sub("", address).rstrip("/.…")


def _sure(draft: Draft, view: View) -> float:
    """Return how sure a citation is; "3/4/2014" is a day of March or of April."""
    if draft.form != "full":
        return draft.confidence
    two = any(is_two_ways(view.folded[item.start : item.end]) for item in draft.items if item.field == "issued")
    return min(draft.confidence, USUALLY_RIGHT.get(draft.matched_by, 1.0), EITHER_DAY if two else 1.0)


def is_two_ways(folded: str) -> bool:
    """True for "3/4/2014", a day of March or of April; not for "4/4"."""
    day = TWO_WAYS.search(folded)
    return day is not None and day["one"] != day["other"]


def _in_view(view: View, zone: Span, mark: Span) -> tuple[int, int]:
    start, end = max(mark.start, zone.start) - view.base, min(mark.end, zone.end) - view.base
    if view.origins is None:
        return start, end
    return bisect_left(view.origins, start), bisect_left(view.origins, end)


def _others(draft: Draft, view: View) -> tuple[int, int] | None:
    """Return where "et al." is printed behind the last author, None where it is not."""
    authors = [(item.end, item.start) for item in draft.items if item.field == "author"]
    if not authors:
        return None
    end, start = max(authors)
    others = OTHERS.search(view.folded, start, min(draft.end, end + MAX_OTHERS))
    return others.span() if others and others.end() >= end else None
