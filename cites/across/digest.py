"""Digests of the press: each item ends with the papers that had it, and no date: "… should be protected (RTK)", "… goes on (N1, Beta)",
"… put off [Reuters’ Anna Berg]"; or begins with the one that did: "- (ITAR-TASS) Trains will only stop …".

A name in parentheses says where somebody works as often as where something stood. Where item after item of a text ends with known
papers, all such names are sources; a few of them say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.claims import find_claim, find_sentence
from cites.forms.form import holds_any
from cites.grammar.names import read_people
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_source_shaped
from cites.grammar.urls import is_site
from cites.knowledge import REPORTING, Outlets, fold_name, load
from cites.marks import Layer, Marked
from cites.model import Citation, Mark, Part, Span, Zone
from cites.view import fold

ENDING = regex.compile(r"[(\[](?P<inside>[^()\[\]\n\d]{2,160})[)\]][ \t.…]*(?=\r?\n|$)")
BEGINNING = regex.compile(r"^[ \t]*(?:[-*•][ \t]+)?[(\[](?P<inside>\p{Lu}[^()\[\]\n\d]{1,60})[)\]][ \t]+(?=[\p{Lu}\d“\"])", regex.MULTILINE)
BEFORE = ("\n(", "\n[", "- (", "- [", "* (", "* [", "• (", "• [")  # a quick look for what many texts do not hold
OWN = regex.compile(  # Reuters’ Anna Berg et al
    r"(?P<paper>\p{Lu}[^,;]{1,50}?)(?:['’]s|(?<=s)['’])\s(?P<people>\p{Lu}[^,;]{3,60}?)(?:\set\sal\.?)?"
)
EACH = regex.compile(r"[^,;/\s][^,;/]*")
WORD = regex.compile(r"\p{L}+")
ALL_OF_THEM = frozenset(load()["all_papers"])
WORDS, CAPITALS = 4, 6  # of an item, of one in capitals: "Anna Berg (The Guardian)" is none
LEAST = 5  # items that show a digest
LEAST_BEGUN = 3  # that begin with a known paper
KNOWN = 3  # papers that somebody knows among them, and a third of the items with one
SHARE = 0.6  # of the lines that end in parentheses
CONFIDENCE = 0.75


class Ending(NamedTuple):
    """What ends an item: where it stands, the spans of the names in it, and which of them are known; no names for "(media)"."""

    at: int
    names: list[Span]
    known: frozenset[str]


def read_digest(marked: Marked, zones: tuple[Zone, ...], outlets: Outlets, taken: list[Citation]) -> Iterator[Citation]:
    """Yield the papers at the end of the items of a digest."""
    text = marked.document.text
    closed = Layer(Mark("closed", span) for span in [*(zone.span for zone in zones if zone.kind != "inline"), *(c.span for c in taken)])
    every = [match for match in ENDING.finditer(text) if not closed.touching(Span(*match.span()))]
    endings = [ending for match in every if (ending := _ending(text, match, outlets))] if len(every) >= LEAST else []
    named = [ending for ending in endings if ending.names]
    known = [ending.known for ending in named if ending.known]
    if len(named) < LEAST or len(endings) < SHARE * len(every) or len(known) * 3 < len(named) or len(frozenset().union(*known)) < KNOWN:
        return
    for ending in endings:
        yield from (_cite(text, span, find_claim(text, ending.at)) for span in ending.names)


def read_begun(marked: Marked, zones: tuple[Zone, ...], outlets: Outlets, taken: list[Citation]) -> list[Citation]:
    """Return the papers with which items begin, where most of what stands so is known."""
    text = marked.document.text
    closed = Layer(Mark("closed", span) for span in [*(zone.span for zone in zones if zone.kind != "inline"), *(c.span for c in taken)])
    begun = BEGINNING.finditer(text) if holds_any(text, BEFORE) else ()
    spans = [span for match in begun if not closed.touching(span := Span(*match.span("inside")))]
    known = [span for span in spans if (outlet := outlets.find(text[slice(*span)])) and outlet.kind in REPORTING]
    return [_cite(text, span, find_sentence(text, *span)) for span in known] if len(known) >= max(LEAST_BEGUN, SHARE * len(spans)) else []


def _cite(text: str, span: Span, claim: Span | None) -> Citation:
    """Return the citation of a name; claim: what it is the source of."""
    parts = tuple(_parts(text, span))
    return Citation(span=span, kind="inline", form="full", matched_by="digest", parts=parts, claim=claim, confidence=CONFIDENCE)


def _ending(text: str, match: regex.Match[str], outlets: Outlets) -> Ending | None:
    """Return the names that end an item, None where one of them is no source: "(Le Monde, France)"."""
    end = match.start()
    while end and text[end - 1].isspace():
        end -= 1  # the parenthesis may have a line of its own
    words = WORD.findall(text, text.rfind("\n", 0, end) + 1, end)
    if len(words) < WORDS or (len(words) < CAPITALS and sum(word[0].islower() for word in words) * 3 < len(words)):
        return None
    inside = Span(*match.span("inside"))
    each = [_trimmed(text, *part.span()) for part in EACH.finditer(text, *inside)]
    parts = [inside] if outlets.find(match["inside"]) else _joined(text, each, outlets)
    names = [part for part in parts if text[slice(*part)].split(" ")[-1].casefold() not in ALL_OF_THEM]
    printed = [str(_parts(text, name)[0].value) for name in names]
    found = {name: outlets.find(name) for name in printed}
    if not all(outlet.kind in REPORTING if outlet else is_source_shaped(name) and not is_place(name) for name, outlet in found.items()):
        return None
    known = {name: outlet.name if outlet else name for name, outlet in found.items() if outlet or _is_paper(name, outlets)}
    return Ending(match.start() + 1, names, frozenset(known.values()))


def _parts(text: str, span: Span) -> list[Part]:
    """Return the paper that a name says, and who wrote for it: "The Guardian’s Anna Berg"."""
    own = OWN.fullmatch(text, *span)
    people = read_people(fold(own["people"]), own["people"], 0, len(own["people"]), whole=True) if own else None
    if own is None or people is None:
        return [Part("container_title", text[slice(*span)], span)]
    where = Span(*own.span("people"))
    return [Part("container_title", own["paper"], Span(*own.span("paper"))), *(Part("author", name, where) for name in people.names)]


def _is_paper(name: str, outlets: Outlets) -> bool:
    """True for a site, and for a name that several papers have: "shz.de", "Freie Presse"."""
    return is_site(name) or (" " in name and fold_name(name) in outlets.namesakes)


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _joined(text: str, parts: list[Span], outlets: Outlets) -> list[Span]:
    """Put together what a stroke parted and is one name: "RFE/RL"."""
    joined: list[Span] = []
    for part in parts:
        if joined and text[joined[-1].end : part.start] == "/" and outlets.find(text[joined[-1].start : part.end]):
            joined[-1] = Span(joined[-1].start, part.end)
        else:
            joined.append(part)
    return joined
