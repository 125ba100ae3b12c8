"""What a reader should look at: readings that are not sure, notes in which nothing was read, years that cannot be told, names that
are nearly those of a known outlet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace

from cites import lazy_regex as regex
from cites.edtf import OPEN
from cites.grammar.publisher_places import is_place
from cites.knowledge import load
from cites.model import Citation, Document, Finding, Reference, Zone
from cites.outlets import Outlets
from cites.resolve import sources

BARE = frozenset({"id", "type", "author", "other_authors", "title", "page", "language", "source", "inferred"})
TELLING = {field.name for field in fields(Reference)} - BARE  # of a work that is cited in full
DOUBTFUL = 0.6  # confidence below which a reading is shown to be looked at
UNREAD = "note-unread"
PAGE = "|".join(regex.escape(word) for word in (*load()["pages"], "l.", "ll.", "л.", "лл.") if word.endswith("."))  # or a leaf
PLACES = (  # in a work
    ("FO 37⟨1/4⟩527", r"\d/\d"),
    ("⟨p. 1⟩2", rf"(?<!\p{{L}})(?i:{PAGE})\s?\d"),
    ("⟨5页⟩", r"\d\s?[页頁쪽]"),
    ("⟨https://⟩example.org", r"https?://"),
)
MAY_CITE = regex.compile(
    regex.shapes(
        *PLACES,
        ("in ⟨1954⟩, as", r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"),
        ("Pike, 9", r"(?<!\p{L})\p{Lu}\p{L}+,\s\d{1,4}\.?$"),
    )
)
CITES = regex.compile(  # not by a year amid a sentence
    regex.shapes(
        *PLACES,
        ("(Oxford, 1954)", r"\(.{0,60}(?<!\d)(?:1[5-9]|20)\d\d\)"),
        ("Prices, 1954", r"(?<!\p{L})\p{Lu}[\p{L}\d\s]+,?\s\d{1,4}\.?$"),
        ("Asahi⟨, 3 June 1929,⟩ 5", r",\s(?:\d{1,2}\s\p{L}{3,9}|\p{L}{3,9}\.?\s\d{1,2},)\s(?:1[5-9]|20)\d\d,"),
    )
)
DATED_NAME = regex.compile(  # Vintari, March 13, 2023
    r"(?P<name>\p{Lu}[^,;()\d]{1,40}),\s(?:\d{1,2}\s\p{L}{3,9}|\p{L}{3,9}\.?\s\d{1,2}),?\s(?:19|20)\d\d"
)
AT_THE_END = regex.compile(r"\)[.;!?]")  # of a sentence, where sources stand


def list_doubts(citations: Sequence[Citation], references: Sequence[Reference], outlets: Outlets) -> Iterator[Finding]:
    """Yield the doubts about what was read, the citations first."""
    for citation in citations:
        if citation.confidence < DOUBTFUL and citation.kind != "credit" and not (citation.form == "short" and citation.reference):
            yield Finding("reading-uncertain", "it may be no citation, or be read wrongly", "note", citation.span)
    place = {citation.reference: citation.span for citation in reversed(citations)}
    of_notes = {citation.reference for citation in citations if citation.kind == "note" and citation.form == "full"}
    told: set[str] = set()  # a name is asked about once, however often it is cited
    for reference in references:
        if reference.id in of_notes and _is_bare(reference):
            message = "it may be a short form, and no work that is cited in full fits it"
            yield Finding("short-form-unresolved", message, "note", place.get(reference.id))
        if reference.issued.startswith(OPEN):
            title = reference.title or reference.container_title or reference.source
            message = f"the year of {title!r} cannot be told from the text"
            yield Finding("year-unknown", message, "warning", place.get(reference.id))
        is_own = reference.source == reference.container_title and reference.source not in told
        near = sources.near_miss(reference.container_title, outlets) if is_own else None
        if near:
            told.add(reference.source)
            name = sources.near_name(reference.container_title, near)
            known_as = f"{name!r}, which is {near.name!r}" if name != near.name else repr(name)
            message = f"{reference.container_title!r} is nearly {known_as}: the same source?"
            yield Finding("outlet-near-miss", message, "note", place.get(reference.id), fix=near.name)


def _is_bare(reference: Reference) -> bool:
    """True for families and a title, as later notes have them: "Jones, “Deep Water,” 17"."""
    people = reference.author and not any(name.given or name.literal for name in reference.author)
    return bool(people and reference.title) and not any(getattr(reference, name) for name in TELLING)


def doubt_ibids(citations: Sequence[Citation], unread: Iterable[Finding]) -> Iterator[Citation]:
    """Yield the citations, "Ibid." less sure where the note that it means may be one in which nothing was read."""
    starts = sorted(finding.span.start for finding in unread if finding.code == UNREAD and finding.span)
    last = 0  # where the last work is named
    for citation in citations:
        if citation.kind == "note" and citation.form != "ibid":
            last = citation.span.start
        elif citation.kind == "note" and bisect_left(starts, last) < bisect_left(starts, citation.span.start):
            citation = replace(citation, confidence=min(citation.confidence, DOUBTFUL))
        yield citation


def list_unread(document: Document, zones: Sequence[Zone], citations: Sequence[Citation]) -> Iterator[Finding]:
    """Yield the notes, entries and parentheses that look as if they cite something, and in which nothing was read."""
    starts = sorted(citation.span.start for citation in citations)
    for zone in zones:
        after = bisect_left(starts, zone.span.start)
        if after < len(starts) and starts[after] < zone.span.end:
            continue
        printed = document.text[slice(*zone.span)].strip()
        if zone.kind in ("note", "list") and MAY_CITE.search(printed):
            yield Finding(UNREAD, "no citation was read in it, though it may have one", "note", zone.span)
        dated = DATED_NAME.fullmatch(printed) if zone.kind == "inline" and AT_THE_END.match(document.text, zone.span.end) else None
        if dated and not is_place(dated["name"]):
            message = f"{dated['name']!r} may be a source that is not known; if it is one, name it under [outlets] in cites.toml"
            yield Finding("source-unknown", message, "note", zone.span)
