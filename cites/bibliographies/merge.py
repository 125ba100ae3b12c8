"""A library beside a bibliography that a person keeps: works that are the same have the person's key, and what the person typed.

The others are put behind it: each byte that was there stays, in its order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cites.bibliographies import Bibliography
from cites.errors import ReadError
from cites.grammar.sources import lookup
from cites.keys import DEFAULT, assign_keys
from cites.library import Library
from cites.merge import match_references
from cites.merge.folding import fold
from cites.merge.values import FIELDS, VAGUE
from cites.model import Reading, Reference
from cites.outlets import Outlets
from cites.resolve.sources import name_source


def merge_library(
    library: Library, kept: Bibliography, outlets: Outlets, key_pattern: str = DEFAULT
) -> tuple[Library, tuple[Reference, ...]]:
    """Return the library with the person's keys and words, and those of its works that the bibliography does not have.

    A field that the person filled wins; what is empty there is taken from the texts, with its ground. Keys of new works are none
    of the person's.
    """
    theirs = [_without_stand_in(_sourced(entry.reference, outlets), outlets) for entry in kept.entries]
    found = match_references(library.references, theirs)
    new = [work for work, place in zip(library.references, found, strict=True) if place is None]
    keys = assign_keys(new, key_pattern, taken=[*(work.id for work in theirs), *kept.unread])
    fresh = {work.id: work.revised(id=key) for work, key in zip(new, keys, strict=True)}
    works: dict[str, Reference] = {}  # by the key that the library gave; two of ours may be one of theirs
    for work, place in zip(library.references, found, strict=True):
        works[work.id] = fresh[work.id] if place is None else preferred(theirs[place], work)
    references = tuple({work.id: work for work in works.values()}.values())
    readings = tuple(_rewritten(reading, works) for reading in library.readings)
    return replace(library, readings=readings, references=references), tuple(fresh.values())


def _sourced(work: Reference, outlets: Outlets) -> Reference:
    """A work with its source, unless the bibliography says that itself: nobody else knows whom "TBO" means."""
    return work if work.source else name_source(work, outlets, {})


def _without_stand_in(work: Reference, outlets: Outlets) -> Reference:
    """A work without a title has no author where "{Kyodo News}" stands there only because BibTeX wants somebody."""
    if work.title or len(work.author) != 1 or not (body := work.author[0].literal):
        return work
    outlet = lookup(body, outlets)
    told = {fold(name) for name in (work.source, work.container_title, work.publisher)}
    return work.revised(author=()) if told & {fold(body), fold(outlet.name if outlet else body)} else work


def preferred(typed: Reference, read: Reference) -> Reference:
    """A work as a person typed it, with what was read where they left something empty; the source stays that of the texts."""
    changes = {name: value for name in FIELDS if (value := getattr(typed, name)) and name != "source"}
    if typed.type in VAGUE and read.type not in VAGUE:  # "@article" says less than that it stood in a newspaper
        del changes["type"]
    if read.issued.startswith(typed.issued):  # the person's "2015-10" and the text's "2015-10-15" are one, and the day is kept
        changes |= {"issued": read.issued}
    if typed.author:
        changes |= {"other_authors": typed.other_authors}
    inferred = tuple(item for item in read.inferred if item.field not in changes)
    return read.revised(id=typed.id, inferred=inferred, **changes)


def _rewritten(reading: Reading, works: Mapping[str, Reference]) -> Reading:
    return replace(
        reading,
        citations=tuple(
            replace(citation, reference=works[citation.reference].id) if citation.reference in works else citation
            for citation in reading.citations
        ),
        references=tuple({work.id: work for old in reading.references for work in (works[old.id],)}.values()),
    )


def append(kept: Bibliography, entries: str) -> str:
    """The text of a bibliography and further entries, which are a text in the same format; line ends are those of the file."""
    if "\r\n" in kept.text:
        entries = entries.replace("\n", "\r\n")
    if kept.format == "csl-json":
        return _into_array(kept, entries)
    if not entries.strip():
        return kept.text
    end = "\r\n" if "\r\n" in kept.text else "\n"
    gap = "" if not kept.text.strip("\ufeff") else end if kept.text.endswith("\n") else end * 2
    return kept.text + gap + entries


def _into_array(kept: Bibliography, entries: str) -> str:
    """The items of one array put before the bracket that closes another."""
    items = entries.strip().removeprefix("[").removesuffix("]").strip("\r\n")
    bracket = kept.text.rfind("]")
    if bracket < 0 or kept.text.lstrip("\ufeff \t\r\n")[:1] != "[":
        raise ReadError(kept.name, "is no array of works", "export it as CSL-JSON: [{…}, {…}]")
    if not items.strip():
        return kept.text
    before = kept.text[:bracket].rstrip()
    end = "\r\n" if "\r\n" in kept.text else "\n"
    return before + ("" if before.endswith("[") else ",") + end + items + end + kept.text[bracket:]
