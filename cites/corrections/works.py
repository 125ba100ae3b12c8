"""References as a person gave them, in one reading or over a whole library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from cites.corrections.apply import correct_work
from cites.corrections.entries import Account, Corrections, Fields, Value, WorkEntry
from cites.corrections.outlets import extend
from cites.corrections.pointers import EntryAt, find_led, follow
from cites.csl import DATES
from cites.keys import DEFAULT
from cites.library import Library
from cites.merge.folding import fold
from cites.model import Outlet, Reading, Reference
from cites.outlets import Outlets


class Corrected(NamedTuple):
    """A library as it should be, the entries that fitted, and words for those that should have."""

    library: Library
    fitted: frozenset[EntryAt]
    unfit: tuple[str, ...]


def correct_reading(reading: Reading, corrections: Corrections, outlets: Outlets) -> tuple[Reading, Account]:
    """Return a reading with its works as they should be, and what became of the entries; its keys are given anew."""
    if not corrections.name_keys:
        return reading, Account()
    alone = Library((reading,), reading.references)
    corrected = correct_library((reading,), [corrections], outlets, alone, key_pattern=corrections.key_pattern or DEFAULT)
    return corrected.library.readings[0], Account(frozenset(line for _, line in corrected.fitted), corrected.unfit)


def correct_library(
    readings: Sequence[Reading],
    corrections: Sequence[Corrections],
    outlets: Outlets,
    library: Library,
    known: Mapping[str, Outlet] | None = None,
    key_pattern: str = DEFAULT,
) -> Corrected:
    """Return the library of readings with its works, and what leads to them, as they should be.

    `library` is what the readings make as they are: it has the keys that entries name. `corrections` has those of each reading. A work
    that is corrected is so for all who cite it, and works that are now the same are one. Entries that fit nothing are tried
    again on what the others made, so that a key may also be one that a correction led to.
    """
    fitted: set[EntryAt] = set()
    while True:
        changes, found = _find(library, corrections, fitted), find_led(readings, corrections, library, fitted)
        if not changes and not found.led:
            return Corrected(library, frozenset(fitted), found.unfit)
        fitted |= {(own.name, entry.line) for entries in changes.values() for own, entry in entries} | found.led.keys()
        readings = [_changed(reading, shown, changes, outlets) for reading, shown in zip(readings, library.readings, strict=True)]
        works = tuple(_correct(work, changes.get(work.id, ()), outlets) for work in library.references)
        readings = follow(readings, replace(library, references=works), chain.from_iterable(found.led.values()))
        library = Library.of(readings, known, key_pattern)


Changes = dict[str, list[tuple[Corrections, WorkEntry]]]  # by the key of the work


def _find(library: Library, corrections: Sequence[Corrections], done: set[EntryAt]) -> Changes:
    """What is to be changed in which work."""
    changes: Changes = defaultdict(list)
    waiting = {name: _by_key(own, done) for name, own in {own.name: own for own in corrections}.items()}
    seen: set[tuple[str, str]] = set()  # many documents cite a work
    for reading, own in zip(library.readings, corrections, strict=True):
        entries = waiting[own.name]
        for work in reading.references if entries else ():
            if (own.name, work.id) not in seen:
                seen.add((own.name, work.id))
                found = [(own, entry) for entry in (*entries.get(work.id, ()), *entries.get("", ())) if fits(entry, work)]
                if found:
                    changes[work.id] += found
    return changes


def _by_key(corrections: Corrections, done: set[EntryAt]) -> dict[str, list[WorkEntry]]:
    """The entries that fitted nothing so far, by the key that they name; those without one under ""."""
    found: dict[str, list[WorkEntry]] = defaultdict(list)
    for entry in corrections.works:
        if (corrections.name, entry.line) not in done:
            found[entry.key].append(entry)
    return found


def fits(entry: WorkEntry, work: Reference) -> bool:
    """True where a work is what an entry means: case, accents and punctuation do not count, and every field given must agree."""
    return (not entry.key or entry.key == work.id) and all(_agrees(work, field, value) for field, value in entry.match)


def _agrees(work: Reference, field: str, value: Value) -> bool:
    known = getattr(work, field)
    if field in DATES or not value:
        return bool(known == value)
    if isinstance(value, tuple):
        return {fold(str(name)) for name in known} == {fold(str(name)) for name in value}
    return fold(known) == fold(value)


def _changed(reading: Reading, shown: Reading, changes: Changes, outlets: Outlets) -> Reading:
    """A reading as it was, with what is to be changed in it; `shown` is the same reading with the keys of the library."""
    keys = {old.reference: new.reference for old, new in zip(reading.citations, shown.citations, strict=True)}
    return replace(
        reading,
        references=tuple(_correct(work, changes.get(keys.get(work.id, ""), ()), outlets) for work in reading.references),
    )


def _correct(work: Reference, found: Sequence[tuple[Corrections, WorkEntry]], outlets: Outlets) -> Reference:
    """A work as the entries that were found for it say."""
    return correct_work(work, _values(found), extend(outlets, found[0][0])) if found else work


def _values(found: Sequence[tuple[Corrections, WorkEntry]]) -> dict[str, Value]:
    """The fields of several entries, in the order in which they stand."""
    fields: list[Fields] = [entry.fields for _, entry in sorted(found, key=lambda item: item[1].line)]
    return {name: value for each in fields for name, value in each}
