"""Which references are the same work, and what is known of it when they are put together.

Works are the same where one of these rules fits and nothing that is printed speaks against it:

    doi       the same DOI
    url       the same address, and titles that agree
    title     the same title; authors, date, source, volume, issue and edition that agree
    untitled  the same source and the same day or days, neither with a title: "Interfax, January 26, 2012"
    issue     the same source and the same issue, neither with a title: "Far Eastern Affairs, No. 1, 2019"
    key       the same key in a bibliography that a person keeps, and titles that agree

What is missing agrees with everything; where it would agree with several works, none is chosen. Only in one document, whose
author could have said that they are the same, works with one title stay apart where one of them lacks what the other has.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import lru_cache
from itertools import islice
from typing import Any

from cites import lazy_regex as regex
from cites.model import Inferred, Name, Reference

MAX_RIVALS = 200  # works that one reference is compared with under one rule; more share only titles such as "Editorial"
VAGUE = ("document", "webpage", "article")  # types that are given where nothing better is known, the vaguest first
# Where both have one of these and they differ, so do the works: titled ones, and those without a title.
SINGLE = ("volume", "issue", "number", "edition")
APART = (*SINGLE, "section", "event_title", "genre")

FIELDS = tuple(item.name for item in fields(Reference) if item.name not in ("id", "inferred", "other_authors"))
TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid)(?:=|$)", re.IGNORECASE)
DOI = re.compile(r"^(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)
DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
ACCENTS = regex.compile(r"[\u0300-\u036f'’ʼ]+")  # and apostrophes; vowel signs of other scripts belong to their letters
PUNCTUATION = regex.compile(r"[^\p{L}\p{M}\p{N}]+")


@dataclass(slots=True)
class Work:
    """What is known of one work, and its fields folded for comparison."""

    reference: Reference
    documents: set[int]  # that cite it
    title: str = field(init=False)
    doi: str = field(init=False)
    url: str = field(init=False)
    place: str = field(init=False)  # where it appeared, folded: its source or what is printed for it

    def __post_init__(self) -> None:
        known = self.reference
        self.title = fold(known.title)
        self.url = fold_url(known.url)
        self.doi = DOI.sub("", known.doi or (known.url if DOI.match(known.url) else "")).casefold().rstrip(".")
        self.place = fold(known.source or known.container_title or known.publisher)

    def marks(self) -> Iterator[tuple[str, ...]]:
        """Where works that may be the same are looked for, the surest first."""
        if self.doi:
            yield ("doi", self.doi)
        if self.url:
            yield ("url", self.url)
        if self.title:
            yield ("title", self.title)
        elif self.place and DAYS.fullmatch(self.reference.issued):
            yield ("untitled", self.place, self.reference.issued)
        elif self.place and self.reference.issue:
            yield ("issue", self.place, self.reference.issue)


def merge_references(references: Sequence[Reference], documents: Sequence[int]) -> tuple[list[Reference], list[int]]:
    """Return the works, and for each reference the index of its work; `documents` has the document of each reference.

    The fullest references are taken first, so that the outcome does not hang on the order of the documents.
    """
    works: list[Work] = []
    shelves: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)  # what stands under a key, in the order of arrival
    owners = [0] * len(references)
    for index in sorted(range(len(references)), key=lambda index: (_emptiness(references[index]), index)):
        newcomer = Work(references[index], {documents[index]})
        number = _find(newcomer, works, shelves)
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
        by_words.setdefault(_all_told(work), number)
        for key in work.marks():
            shelves[key][number] = None
    found: list[int | None] = []
    for index, reference in enumerate(references):
        work, same_key = Work(reference, {index}), by_key.get(reference.id)
        is_known = same_key is not None and _same_key(work, works[same_key])
        fit = same_key if is_known else _find(work, works, shelves)
        found.append(by_words.get(_all_told(work)) if fit is None else fit)
    return found


def _find(newcomer: Work, works: Sequence[Work], shelves: Mapping[tuple[str, ...], dict[int, None]]) -> int | None:
    """The work that a reference is; among several that it might be, one with the same date, and none rather than a guess."""
    for key in newcomer.marks():
        rivals = islice(shelves.get(key, ()), MAX_RIVALS)
        fits = [number for number in rivals if RULES[key[0]](newcomer, works[number])]
        if len(fits) > 1:
            fits = [number for number in fits if works[number].reference.issued == newcomer.reference.issued]
            fits = [number for number in fits if _told(works[number]) == _told(newcomer)] or fits
        if fits:
            return fits[0]
    return None


def _same_doi(one: Work, other: Work) -> bool:
    return True


def _same_url(one: Work, other: Work) -> bool:
    shorter, longer = sorted((one.title, other.title), key=len)
    if shorter and not (longer == shorter or longer.startswith(f"{shorter} ")):
        return False
    return bool(shorter) or agree_on_date(one.reference, other.reference)  # one page may have many untitled items: "mil.ru"


def _same_title(one: Work, other: Work) -> bool:
    return (
        _agree(one.place, other.place)
        and _agree(one.doi, other.doi)
        and agree_on_authors(one.reference.author, other.reference.author)
        and agree_on_date(one.reference, other.reference)
        and all(_agree(getattr(one.reference, name), getattr(other.reference, name)) for name in SINGLE)
        and (one.documents.isdisjoint(other.documents) or _told(one) == _told(other))
        and {one.reference.type, other.reference.type} != {"book", "chapter"}
    )


def _told(work: Work) -> tuple[str, ...]:
    return (work.reference.issued, *(getattr(work.reference, name) for name in SINGLE))


def _same_day(one: Work, other: Work) -> bool:
    return (
        not other.title
        and _agree(one.url, other.url)
        and _agree(one.doi, other.doi)
        and _families(one.reference.author) == _families(other.reference.author)
        and all(_agree(getattr(one.reference, name), getattr(other.reference, name)) for name in APART)
    )


def _same_issue(one: Work, other: Work) -> bool:
    mine, theirs = one.reference, other.reference
    numbered = (mine.issued and theirs.issued) or (mine.volume and theirs.volume)  # "No. 1" alone is one of any year
    return bool(numbered) and _same_day(one, other) and agree_on_date(mine, theirs) and _agree(mine.page, theirs.page)


def _same_key(one: Work, other: Work) -> bool:
    """Whether two works with one key are one; a source may be printed by a name that nobody else knows: "TBO"."""
    return (
        one.title == other.title
        and (bool(one.title) or _agree(one.place, other.place))
        and (bool(one.title) or agree_on_authors(one.reference.author, other.reference.author))
        and agree_on_date(one.reference, other.reference)
        and all(_agree(getattr(one.reference, name), getattr(other.reference, name)) for name in SINGLE)
    )


def _all_told(work: Work) -> tuple[str, ...]:
    """All by which a work can be told from others; works of which this is the same look the same in a bibliography."""
    return (work.title, work.place, work.doi, work.url, *sorted(_families(work.reference.author)), *_told(work))


RULES = {"doi": _same_doi, "url": _same_url, "title": _same_title, "untitled": _same_day, "issue": _same_issue}


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def agree_on_authors(one: Sequence[Name], other: Sequence[Name]) -> bool:
    """Whether two rows of names may be the same people: "Rozman", "Gilbert Rozman" and "Rozman and Radchenko" may."""
    shorter, longer = sorted((_families(one), _families(other)), key=len)
    return all(any(a == b or a.endswith(f" {b}") or b.endswith(f" {a}") for b in longer) for a in shorter)


def _families(names: Sequence[Name]) -> frozenset[str]:
    return frozenset(fold(name.literal or name.family or name.given) for name in names)


def agree_on_date(one: Reference, other: Reference) -> bool:
    """Whether two dates may be one: "2012" and "2012-01-26" may, "2012-01-26" and "2012-03-04" may not.

    A year that was inferred does not speak against one that is printed.
    """
    first, second = one.issued, other.issued
    if one.ground("issued") and not other.ground("issued"):
        first = re.sub(r"\d{4}", "XXXX", first)
    elif other.ground("issued") and not one.ground("issued"):
        second = re.sub(r"\d{4}", "XXXX", second)
    return any(_overlap(left, right) for left in first.split("/") for right in second.split("/"))


def _overlap(one: str, other: str) -> bool:
    """Whether two dates agree as far as both are told; a season agrees with every month of its year."""
    for place, (left, right) in enumerate(zip(one.rstrip("~?%").split("-"), other.rstrip("~?%").split("-"), strict=False)):
        if left.isdigit() and right.isdigit() and left != right:
            return place == 1 and (int(left) > 12) != (int(right) > 12)
    return True


def merge(one: Reference, other: Reference) -> Reference:
    """What is known of a work from two references: a printed value before an inferred one, then the fuller one, then the first."""
    changes: dict[str, Any] = {}
    grounds: list[Inferred] = []
    mine_inferred, theirs_inferred = ({item.field: item for item in reference.inferred} for reference in (one, other))
    for name in FIELDS:
        mine, theirs = getattr(one, name), getattr(other, name)
        if not mine and not theirs:
            continue
        my_ground, their_ground = mine_inferred.get(name), theirs_inferred.get(name)
        # Where the values are the same, this still tells a printed one from an inferred one.
        differs = bool(theirs) and (mine, my_ground) != (theirs, their_ground)
        if differs and (not mine or _is_better(name, theirs, their_ground, mine, my_ground)):
            changes[name], my_ground = theirs, their_ground
        if my_ground:
            grounds.append(my_ground)
    named = changes.get("author", one.author)
    if other.author == named and (named != one.author or other.other_authors):
        changes["other_authors"] = other.other_authors  # a list that names all of them has no "et al."
    return one.revised(inferred=tuple(grounds), **changes)


def _is_better(name: str, value: Any, ground: Inferred | None, other: Any, other_ground: Inferred | None) -> bool:
    if name == "url" and bool(ground) == bool(other_ground):
        if is_cut(other, value):
            return True
        if is_cut(value, other):
            return False
    return _worth(name, value, ground) > _worth(name, other, other_ground)


def _worth(name: str, value: str | tuple[Name, ...], ground: Inferred | None) -> tuple[float, ...]:
    """How much a value is worth beside another of the same field: printed, then sure, then full."""
    trust = (1.0, 1.0) if ground is None else (0.0, ground.confidence)
    if isinstance(value, tuple):
        return (*trust, len(value), all(person.family for person in value), sum(len(str(person)) for person in value))
    if name == "issued":  # with its year, then with more digits
        return (*trust, not value.startswith("X"), sum(character.isdigit() for character in value))
    if name == "type":
        return (*trust, VAGUE.index(value) if value in VAGUE else len(VAGUE))
    if name == "url":
        return (*trust, not re.search(rf"[?&]{TRACKING.pattern}", value, re.IGNORECASE), value.startswith("https:"), -len(value))
    return (*trust, len(value))


def _emptiness(reference: Reference) -> tuple[int, list[str]]:
    """Sorts the fullest reference first, and after that by what it says: by nothing that hangs on where it was found."""
    values = [getattr(reference, name) for name in FIELDS]
    said = [value if isinstance(value, str) else repr(value) for value in values]
    return (len(reference.inferred) - 2 * sum(map(bool, values)), said)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold what a reader would not call a difference: "Russia’s “Café” – Visit." gives "russias cafe visit".

    Accents and apostrophes go, other punctuation parts words; a text of punctuation alone stays as it is.
    """
    plain = ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", PUNCTUATION.sub(" ", plain)).strip() or text.strip().casefold()


def is_cut(url: str, whole: str) -> bool:
    """Whether an address is but the beginning of another one, as where a line broke: "e.org/far-east-" of "e.org/far-east-1441"."""
    one, other = fold_url(url), fold_url(whole)
    return bool(one) and len(one) < len(other) and other.startswith(one)


def fold_url(url: str) -> str:
    """What makes an address the same page: "https://www.Mid.ru/a/?utm_source=x#top" gives "mid.ru/a"."""
    if not url:
        return ""
    address, _, query = re.sub(r"^\w+://", "", url.strip()).partition("#")[0].partition("?")
    host, slash, path = address.partition("/")
    kept = "&".join(part for part in query.split("&") if part and not TRACKING.match(part))
    return re.sub(r"^www\.", "", host.casefold()) + (slash + path).rstrip("/") + ("?" + kept if kept else "")
