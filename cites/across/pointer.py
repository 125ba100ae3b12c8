"""A short form that points to the list, made of what was matched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cites import lazy_regex as regex
from cites.across.index import Index
from cites.across.shapes import EACH_NAME
from cites.claims import find_claim, find_sentence
from cites.grammar.lexicon import AND
from cites.model import Citation, Name, Part, Span, Zone

PREFIXES = frozenset({"Van", "Von", "De", "Der", "Den", "La", "Le", "Du", "Di", "Da"})
BETWEEN = regex.compile(rf"\s?/\s?|,?\s{AND}\s|,\s")
JOINING = frozenset({"and", "et", "al", "und", "y", "e"})


def _family(name: str) -> Name:
    words = name.removesuffix("’s").removesuffix("'s").split(" ")
    first = next((i for i, word in enumerate(words) if word[0].isupper() and word not in PREFIXES), len(words) - 1)
    return Name(family=" ".join(words[first:]), particle=" ".join(words[:first]))


def make_pointer(
    text: str, match: regex.Match[str], names: str, zone: Zone, index: Index, *,
    start: int | None = None, end: int | None = None, year: str = "", title: str = "", within: bool = False,
) -> Citation:
    """Return the short form that `match` found by those of its names that the list has; what it claims is the sentence before it.

    start, end: where it stands if not at the group "all"; then its names are words of what it claims, unless it stands `within` a bracket.
    """
    groups = match.groupdict()
    called = groups.get("initials") or ""
    begin = match.start("all") if start is None else start
    if start is None and (called or groups.get("names")) and match["names"].endswith(names):
        begin = match.end("names") - len(names)
    if called and begin == match.start("names") and index.has_initials(names, called):
        begin = match.start("initials")
    else:
        called = ""
    stop = match.end("all") if end is None else end
    claim = (
        find_claim(text, zone.callout.start if zone.callout else zone.span.start)
        if start is None or within
        else find_sentence(text, begin, stop)  # the names are words of the sentence
    )
    return to_citation(match, Span(begin, stop), zone, _authors(index, names, called), claim, year=year, title=title)


def to_citation(
    match: regex.Match[str], span: Span, zone: Zone, authors: Iterable[Name], claim: Span | None, *,
    year: str = "", title: str = "", sure: float = 0.95,
) -> Citation:
    """Return a short form by its authors and what else was matched.

    year: of the one before it, where its own is not printed; title: of the sentence, likewise.
    """
    groups = match.groupdict()
    fields: tuple[tuple[str, Name | str | None], ...] = (
        *(("author", author) for author in authors),
        ("other_authors", (groups.get("others") or "").strip(" ,")),
        ("issued", groups.get("year") or year),
        ("year_letter", groups.get("letter")),
        ("title", (groups.get("title") or title).strip('“”"‘’, ')),
    )
    return Citation(
        span=span, kind="note" if zone.kind == "note" else "inline", form="short", matched_by="author_date",
        parts=tuple(Part(field, value, span) for field, value in fields if value),
        locator=groups.get("locator") or "", note=zone.label, claim=claim, confidence=sure,
    )  # fmt: skip


def _authors(index: Index, names: str, called: str) -> list[Name]:
    """Return the people, or the body, that a pointer names: "Lee and Park", "Hoffmann/Mikos", "T. Taylor" of two Taylors."""
    if index.is_body(names) or names.casefold() in index.named:
        return [next(iter(index.named.get(names.casefold(), {}).values()), Name(literal=names))]
    if doubled := index.doubled_in(names):
        return [Name(family=doubled)]
    each = [name for name in EACH_NAME.findall(names) if name.casefold() not in JOINING]
    people = [_family(name) for name in (each if BETWEEN.split(names) == each else each[:1])]
    if called and people and people[0].family:
        people[0] = replace(people[0], given=called.strip())
    return people
