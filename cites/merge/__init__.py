"""Which references are the same work, and what is known of it when they are put together.

Works are the same where one of these rules fits and nothing that is printed speaks against it:

    doi       the same DOI
    url       the same address, and titles that agree
    title     the same title; authors, date, source, volume, issue and edition that agree
    subtitle  one title is the other without its subtitle, of the same persons and year; the rest agrees
    untitled  the same source and the same day or days, neither with a title: "Interfax, January 26, 2012"
    issue     the same source and the same issue, neither with a title: "Far Eastern Affairs, No. 1, 2019"
    key       the same key in a bibliography that a person keeps, and titles that agree

What is missing agrees with everything; where it would agree with several works, none is chosen. Only in one document, whose
author could have said that they are the same, works with one title stay apart where one of them lacks what the other has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from cites.merge.sameness import RULES, Work, all_told, is_of_same_key, told
from cites.merge.values import FIELDS, merge
from cites.model import Reference

MAX_RIVALS = 200  # works that one reference is compared with under one rule; more share only titles such as "Editorial"


def merge_references(references: Sequence[Reference], documents: Sequence[int]) -> tuple[list[Reference], list[int]]:
    """Return the works, and for each reference the index of its work; `documents` has the document of each reference.

    The fullest references are taken first, so that the outcome does not hang on the order of the documents.
    """
    works: list[Work] = []
    shelves: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)  # what stands under a key, in the order of arrival
    owners = [0] * len(references)
    shared = _shared_subtitles(references)
    for index in sorted(range(len(references)), key=lambda index: (_emptiness(references[index]), index)):
        newcomer = Work(references[index], {documents[index]})
        number = _find(newcomer, works, shelves, shared)
        if number is None:
            number = len(works)
            works.append(newcomer)
        else:
            known = works[number]
            known.documents.add(documents[index])
            works[number] = Work(merge(known.reference, newcomer.reference), known.documents)
        for key in (*newcomer.marks(), *works[number].marks()):
            shelves[key][number] = None
        owners[index] = number
    return [work.reference for work in works], owners


def match_references(references: Sequence[Reference], known: Sequence[Reference]) -> list[int | None]:
    """For each reference the index of the known work that it is, None where it is none of them; what is known is not put together.

    Keys tell, too: what was once written under a key is known again by it, where the works agree; and what would be written
    just as a known work stands there is that work.
    """
    works = [Work(reference, set()) for reference in known]
    shelves: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
    by_key: dict[str, int] = {}
    by_words: dict[tuple[str, ...], int] = {}
    for number, work in enumerate(works):
        by_key.setdefault(work.reference.id, number)
        by_words.setdefault(all_told(work), number)
        for key in work.marks():
            shelves[key][number] = None
    found: list[int | None] = []
    for index, reference in enumerate(references):
        work, same_key = Work(reference, {index}), by_key.get(reference.id)
        is_known = same_key is not None and is_of_same_key(work, works[same_key])
        fit = same_key if is_known else _find(work, works, shelves)
        found.append(by_words.get(all_told(work)) if fit is None else fit)
    return found


def _shared_subtitles(references: Sequence[Reference]) -> frozenset[tuple[str, ...]]:
    """The keys under which there are two subtitles: "Stalin" may be "Stalin: The Early Years" or "Stalin: The War Years"."""
    titles: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for reference in references:
        work = Work(reference, set())
        for key in work.marks():
            if key[0] == "subtitle" and work.title != work.main:
                titles[key].add(work.title)
    return frozenset(key for key, full in titles.items() if len(full) > 1)


def _find(
    newcomer: Work,
    works: Sequence[Work],
    shelves: Mapping[tuple[str, ...], dict[int, None]],
    shared: frozenset[tuple[str, ...]] = frozenset(),
) -> int | None:
    """The work that a reference is; among several that it might be, one with the same date, and none rather than a guess."""
    for key in newcomer.marks():
        if key in shared:
            continue
        rivals = islice(shelves.get(key, ()), MAX_RIVALS)
        fits = [number for number in rivals if RULES[key[0]](newcomer, works[number])]
        if len(fits) > 1 and key[0] == "subtitle":
            continue
        if len(fits) > 1:
            fits = [number for number in fits if works[number].reference.issued == newcomer.reference.issued]
            fits = [number for number in fits if told(works[number]) == told(newcomer)] or fits
        if fits:
            return fits[0]
    return None


def _emptiness(reference: Reference) -> tuple[int, list[str]]:
    """Sorts the fullest reference first, and after that by what it says: by nothing that hangs on where it was found."""
    values = [getattr(reference, name) for name in FIELDS]
    said = [value if isinstance(value, str) else repr(value) for value in values]
    return (len(reference.inferred) - 2 * sum(map(bool, values)), said)
