"""When two works are one: the rules that are listed in the first lines of the package, and what speaks against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cites.merge.folding import DOI, edition_number, fold, fold_url
from cites.model import Name, Reference

# Where both have one of these and they differ, so do the works: titled ones, and those without a title.
SINGLE = ("volume", "issue", "number", "edition")
APART = (*SINGLE, "section", "event_title", "genre")
PLAIN_TITLE = 4  # words; a shorter title says little: the "About" of two sites
DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")


@dataclass(slots=True)
class Work:
    """What is known of one work, and its fields folded for comparison."""

    reference: Reference
    documents: set[int]  # that cite it
    title: str = field(init=False)
    main: str = field(init=False)  # the title without its subtitle
    doi: str = field(init=False)
    url: str = field(init=False)
    place: str = field(init=False)  # where it appeared, folded: its source or what is printed for it

    def __post_init__(self) -> None:
        known = self.reference
        self.title = fold(known.title)
        self.main = fold(known.title.partition(": ")[0])
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
            if self.reference.issued[:4].isdigit() and any(person.family for person in self.reference.author):
                yield ("subtitle", self.main, self.reference.issued[:4])
        elif self.place and DAYS.fullmatch(self.reference.issued):
            yield ("untitled", self.place, self.reference.issued)
        elif self.place and self.reference.issue:
            yield ("issue", self.place, self.reference.issue)


def _same_doi(one: Work, other: Work) -> bool:
    """Whether works with one DOI are one: chapters are often cited with that of their book."""
    return "chapter" not in (one.reference.type, other.reference.type) or _is_longer(one.title, other.title)


def _is_longer(one: str, other: str) -> bool:
    """Whether two titles may be one of which a part is left out."""
    shorter, longer = sorted((one, other), key=len)
    return not shorter or longer == shorter or longer.startswith(f"{shorter} ")


def _same_url(one: Work, other: Work) -> bool:
    if one.title and other.title:
        return _is_longer(one.title, other.title)
    return agree_on_date(one.reference, other.reference)  # one page may have many untitled items: "mil.ru"


def _same_title(one: Work, other: Work) -> bool:
    hosts = {work.url.partition("/")[0] for work in (one, other) if work.url}
    says_little = len(one.title.split()) < PLAIN_TITLE and not (one.place and one.place == other.place)
    return (
        not (len(hosts) > 1 and says_little)
        and _agree(one.place, other.place)
        and _agree(one.doi, other.doi)
        and agree_on_authors(one.reference.author, other.reference.author)
        and agree_on_date(one.reference, other.reference)
        and _agree_on(SINGLE, one.reference, other.reference)
        and (one.documents.isdisjoint(other.documents) or told(one) == told(other))
        and {one.reference.type, other.reference.type} != {"book", "chapter"}
    )


def _same_but_for_subtitle(one: Work, other: Work) -> bool:
    """Whether one of two titles is the other without its subtitle, of the same persons and year, in one place."""
    return (
        one.title != other.title
        and one.main in (one.title, other.title)
        and one.reference.type == other.reference.type
        and _agree(one.reference.page, other.reference.page)
        and _same_title(one, other)
    )


def told(work: Work) -> tuple[str, ...]:
    """The date and the numbers of a work, as far as they are known."""
    return (work.reference.issued, *(getattr(work.reference, name) for name in SINGLE))


def _same_day(one: Work, other: Work) -> bool:
    return (
        not other.title
        and _agree(one.url, other.url)
        and _agree(one.doi, other.doi)
        and _families(one.reference.author) == _families(other.reference.author)
        and _agree_on(APART, one.reference, other.reference)
    )


def _same_issue(one: Work, other: Work) -> bool:
    mine, theirs = one.reference, other.reference
    numbered = (mine.issued and theirs.issued) or (mine.volume and theirs.volume)  # "No. 1" alone is one of any year
    return bool(numbered) and _same_day(one, other) and agree_on_date(mine, theirs) and _agree(mine.page, theirs.page)


def is_of_same_key(one: Work, other: Work) -> bool:
    """Whether two works with one key are one; a source may be printed by a name that nobody else knows: "TBO"."""
    return (
        one.title == other.title
        and (bool(one.title) or _agree(one.place, other.place))
        and (bool(one.title) or agree_on_authors(one.reference.author, other.reference.author))
        and agree_on_date(one.reference, other.reference)
        and _agree_on(SINGLE, one.reference, other.reference)
    )


def all_told(work: Work) -> tuple[str, ...]:
    """All by which a work can be told from others; works of which this is the same look the same in a bibliography."""
    return (work.title, work.place, work.doi, work.url, *sorted(_families(work.reference.author)), *told(work))


RULES = {
    "doi": _same_doi, "url": _same_url, "title": _same_title, "subtitle": _same_but_for_subtitle, "untitled": _same_day,
    "issue": _same_issue,
}  # fmt: skip


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _agree_on(names: Sequence[str], one: Reference, other: Reference) -> bool:
    return all(_agree(getattr(one, name), getattr(other, name)) or (name == "edition" and _same_edition(one, other)) for name in names)


def _same_edition(one: Reference, other: Reference) -> bool:
    return edition_number(one.edition) is not None and edition_number(one.edition) == edition_number(other.edition)


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
