"""Which work each citation means: full ones by what is printed, "Ibid." by what stands before, short forms by author and title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from itertools import chain, islice
from typing import Any, NamedTuple

from cites.csl import GIVEN
from cites.grammar.dates import OPEN
from cites.grammar.names import near
from cites.grammar.titles import words_of
from cites.knowledge import Outlets
from cites.model import Citation, Finding, Name, Reference
from cites.resolve.catalogue import ENOUGH, MAX_RIVALS, Catalogue, families
from cites.resolve.types import tell_type

PEOPLE = frozenset({"author", "editor", "translator"})
FIELDS = frozenset(field.name for field in fields(Reference)) - {"id", "inferred", "source"}
DISTINCT = ("volume", "issue", "number", "issued", "edition")  # two works differ where both print one of these, differently
TITLED = frozenset({"titled", "book", "web", "cjk", "gost"})  # forms that may turn out to be full
WHOLLY, BY_NAME = 1.0, 0.5  # how well a work fits a short form: its title begins so; only the author is printed
NOTHING = 0.2  # how sure a place is that names neither a work nor a note with one
GENERIC = 3  # words; a shorter title ("Country Report: Japan") may be that of a column, each issue of which is a work
CASES = frozenset({"legal_case"})
MAX_INITIALS = 6  # letters


def to_reference(citation: Citation, outlets: Outlets) -> Reference:
    """Gather the parts of a citation into a Reference, with its type told."""
    found: dict[str, str] = {}
    people: dict[str, list[Name]] = defaultdict(list)
    for part in citation.parts:
        if part.field in PEOPLE and isinstance(part.value, Name):
            people[part.field].append(part.value)
        elif part.field in FIELDS:
            found.setdefault(part.field, str(part.value))
    values: dict[str, Any] = {**found, **{role: tuple(names) for role, names in people.items()}}
    reference = Reference(**values)
    return reference if "type" in found else reference.revised(type=tell_type(reference, citation.matched_by, outlets))


class Pointer(NamedTuple):
    """The work that a citation points to (an index, None for none), and the form that it turned out to have."""

    work: int | None
    form: str
    confidence: float


class Works:
    """The works of one document, in the order in which they are first cited; ids are indices until keys are given."""

    def __init__(self, outlets: Outlets) -> None:
        self.outlets = outlets
        self.references: list[Reference] = []
        self.short_names: dict[str, str] = {}  # "FBIS SOV" → "Foreign Broadcast Information Service, Central Eurasia"
        self.findings: list[Finding] = []
        self._catalogue = Catalogue()
        self._untitled: dict[tuple[str, ...], int] = {}
        self._by_name: dict[str, int] = {}  # by the short name that the text gives
        self._by_place: dict[str, int] = {}  # records in archives by their signature
        self._by_container: dict[str, int] = {}  # the last work of each outlet as printed: "Vedomosti, op. cit."
        self._by_number: dict[str, int] = {}  # documents without a title by their number: "S/2012/163"
        self._cases: dict[int, None] = {}
        self._by_report: dict[tuple[str, str], list[int]] = defaultdict(list)  # cases by series and volume: ("U.S.", "505")
        self._by_note: dict[str, dict[int, None]] = defaultdict(dict)  # in the order in which the note cites them

    def point(self, citations: list[Citation]) -> list[Pointer]:
        """Return what each citation points to; the entries of a bibliography are read first, for others point to them."""
        pointers: list[Pointer | None] = [None] * len(citations)
        for index, citation in enumerate(citations):
            if citation.kind == "list":
                pointers[index] = self._full(citation)
        previous: int | None = None
        for index, citation in enumerate(citations):
            if citation.kind in ("list", "credit"):
                continue
            pointer = self._point(citation, previous)
            pointers[index] = pointer
            previous = pointer.work
            if citation.note and pointer.work is not None:
                self._by_note[citation.note][pointer.work] = None
        return [self._second_look(citation, pointer) for citation, pointer in zip(citations, pointers, strict=True)]

    def _point(self, citation: Citation, previous: int | None) -> Pointer:
        if citation.matched_by == GIVEN:
            return self._full(citation)._replace(form=citation.form)
        if citation.form == "ibid":
            if previous is None:
                self.findings.append(Finding("ibid-without-work", "no work is cited before it", "warning", citation.span))
            return Pointer(previous, "ibid", citation.confidence)
        return self._short(citation) if citation.form == "short" else self._full(citation)

    def _full(self, citation: Citation) -> Pointer:
        reference = to_reference(citation, self.outlets)
        short_name = next((str(part.value) for part in citation.parts if part.field == "short_name"), "")
        if short_name:
            self.short_names[short_name] = reference.container_title or reference.title or reference.archive
        work = self._same(reference)
        if work is None:
            work = self._add(reference, next((str(part.value) for part in citation.parts if part.field == "year_letter"), ""))
            if short_name:
                self._by_name[short_name.casefold()] = work
        elif citation.matched_by == GIVEN:
            self.references[work] = fill(reference, self.references[work])
        else:
            self.references[work] = fill(self.references[work], reference)
        return Pointer(work, "full", citation.confidence)

    def _add(self, reference: Reference, letter: str) -> int:
        index = len(self.references)
        self.references.append(reference)
        self._catalogue.add(index, reference, letter)
        if not words_of(reference.title):
            self._untitled.setdefault(untitled_key(reference), index)
        if reference.archive_location:
            self._by_place[reference.archive_location] = index
        if reference.number and not reference.container_title:
            self._by_number.setdefault(reference.number, index)
        if reference.type in CASES:
            self._cases[index] = None
            self._by_report[reference.container_title, reference.volume].append(index)
        if reference.container_title:
            self._by_container[reference.container_title.casefold()] = index
        return index

    def _same(self, reference: Reference) -> int | None:
        title = words_of(reference.title)
        if not title and reference.archive_location in self._by_place:
            return self._by_place[reference.archive_location]
        if not title and not reference.container_title and reference.number in self._by_number:
            return self._by_number[reference.number]
        if not title:
            return self._untitled.get(untitled_key(reference))
        for index in self._catalogue.titled(title):
            other = self.references[index]
            if is_compatible(other, reference) and (len(title) > GENERIC or _same_numbers(other, reference)):
                return index
        return None

    def _short(self, citation: Citation) -> Pointer:
        """Point a short form to the work it means; one that means none is taken for a full citation."""
        work = self._find(citation)
        if work is None and (
            citation.matched_by == "author_year"
            or (citation.matched_by in TITLED and any(part.field == "title" for part in citation.parts))
        ):
            return self._full(citation)._replace(confidence=min(citation.confidence, 0.6))
        return Pointer(work, "short", citation.confidence)

    def _find(self, citation: Citation) -> int | None:
        named = next((str(part.value) for part in citation.parts if part.field in ("named", "title", "author")), "").casefold()
        if named in self._by_name and citation.matched_by in ("named", "legal", "supra"):
            return self._by_name[named]
        if citation.matched_by == "supra" and named in self._by_container and not self._catalogue.has_author(named):
            return self._by_container[named]
        title = words_of(next((str(part.value) for part in citation.parts if part.field == "title"), ""))
        names = frozenset(
            (p.value.family or p.value.literal).casefold() for p in citation.parts if p.field == "author" and isinstance(p.value, Name)
        )
        names = frozenset(map(self._catalogue.spelt, names))
        points_to = next((str(part.value) for part in citation.parts if part.field == "points_to"), "")
        year = next((str(part.value)[:4] for part in citation.parts if part.field == "issued"), "")
        letter = next((str(part.value) for part in citation.parts if part.field == "year_letter"), "")
        if points_to and points_to not in self._by_note and not (names or title):
            return None  # "See note 12 above" where no such note cites a work
        works: Iterable[int]
        enough = WHOLLY
        if noted := self._by_note.get(points_to):
            works = reversed(noted)
        elif any(map(self._catalogue.has_author, names)):
            works = self._catalogue.by_author(names, title, letter)
            enough = WHOLLY if title else BY_NAME
        elif citation.matched_by == "legal" and not title:  # "505 U.S. at 1029"
            printed = {part.field: str(part.value) for part in citation.parts}
            works = reversed(self._by_report.get((printed.get("container_title", ""), printed.get("volume", "")), []))
            enough = BY_NAME
        elif citation.matched_by in ("legal", "supra") and self._cases:
            # "Audubon, 658 P.2d at 721", after National Audubon Society v. Superior Court
            words = title or tuple(word for name in names for word in words_of(name))
            works = (work for work in self._catalogue.worded(words) if work in self._cases) if words else reversed(self._cases)
        elif title:
            works = chain(self._catalogue.beginning(title), self._catalogue.worded(title) if len(title) > 1 else ())
            # "USGS, Mineral Commodity Summaries" names its body briefly
            names = frozenset(name for name in names if len(name) > MAX_INITIALS)
        else:
            return None
        best, fit = self._best(islice(works, MAX_RIVALS), names, title, year, enough)
        if not fit and title and names and not noted:  # the rarest word of the title may be the one that is misspelt
            best, fit = self._best(islice(self._catalogue.by_author(names, (), letter), MAX_RIVALS), names, title, year, enough)
        if noted and not fit and not names:
            return next(iter(noted)) if len(noted) == 1 else None
        if noted and not fit:  # the note that is named may be another chapter's, or miscounted
            by_name = self._catalogue.by_author(names, title, letter)
            best, fit = self._best(islice(by_name, MAX_RIVALS), names, title, year, WHOLLY if title else BY_NAME)
        return best if fit else None

    def _best(self, works: Iterable[int], names: frozenset[str], title: tuple[str, ...], year: str, enough: float) -> tuple[int, float]:
        """Return the work that fits a short form best, and how well; the first of those that fit as well."""
        best, most = 0, 0.0
        for work in works:
            fit = self._fit(self.references[work], names, title, year)
            if fit > most:
                best, most = work, fit
            if most >= enough:
                break
        return best, most

    def _fit(self, reference: Reference, names: frozenset[str], title: tuple[str, ...], year: str) -> float:
        """How well a work fits a short form, 0 where it does not."""
        if names and not families(reference) and reference.type in CASES:
            named = set(words_of(reference.title))
            return 0.8 if all(named.issuperset(words_of(name)) for name in names) else 0.0
        if names and families(reference) and not names & families(reference):
            return 0.0
        if year and reference.issued and not reference.issued.startswith(year):
            return 0.0
        if not title:
            return BY_NAME
        full = words_of(reference.title) or words_of(reference.container_title)
        if full[: len(title)] == title:
            return WHOLLY
        share = sum(word in full or near(word, full) is not None or _other_number(word) in full for word in set(title)) / len(set(title))
        if reference.type in CASES and share < 1:
            return 0.0
        return share * 0.9 if share >= ENOUGH else 0.0

    def _second_look(self, citation: Citation, pointer: Pointer | None) -> Pointer:
        """A short form may stand before its full citation."""
        if pointer is None:
            return Pointer(None, citation.form, citation.confidence)
        if pointer.form != "short" or pointer.work is not None:
            return pointer
        work = self._find(citation)
        if work is None:
            self.findings.append(Finding("short-form-unresolved", "no work that is cited in full fits it", "warning", citation.span))
            if all(part.field == "points_to" for part in citation.parts):  # "See note 12 above", which cites none
                return pointer._replace(confidence=min(pointer.confidence, NOTHING))
        return pointer._replace(work=work)

    def merge_untitled(self, references: list[Reference]) -> tuple[list[Reference], list[int]]:
        """Merge works without a title of one source and date; return the references and, for each, the index of the one it is now."""
        references = list(references)
        first: dict[tuple[str, str], int] = {}
        same = list(range(len(references)))
        for index, reference in enumerate(references):
            if reference.title or not reference.source or not reference.issued or reference.author:
                continue
            other = first.setdefault((reference.source, reference.issued + reference.issue + reference.url), index)
            same[index] = other
            if other != index:
                references[other] = fill(references[other], reference)
        return references, same


def _other_number(word: str) -> str:
    """Return the singular of an English plural in "-ies", and the other way round: "cities" and "city"."""
    return word[:-3] + "y" if word.endswith("ies") else word[:-1] + "ies" if word.endswith("y") else word


def untitled_key(reference: Reference) -> tuple[str, ...]:
    """Return what works without a title must share to be one: "Kyodo, January 26" twice is one work."""
    return (
        reference.type,
        reference.container_title,
        reference.publisher,
        reference.issued,
        reference.issue,
        reference.url,
        reference.number,
        reference.archive,
        reference.archive_location,
        str(reference.author),
    )


def is_compatible(one: Reference, other: Reference) -> bool:
    """True where two references with one title may be one work: nothing that both print tells them apart."""
    if families(one) and families(other) and not families(one) & families(other):
        return False
    if (
        one.container_title
        and other.container_title
        and words_of(one.container_title) != words_of(other.container_title)
        and one.type != "chapter"
    ):
        return one.url != "" and one.url == other.url
    for name in DISTINCT:
        a, b = getattr(one, name), getattr(other, name)
        if a and b and a != b and not (a.startswith(b) or b.startswith(a)) and OPEN not in a + b:
            return False
    return True


def _same_numbers(one: Reference, other: Reference) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("volume", "issue", "issued"))


def fill(one: Reference, other: Reference) -> Reference:
    """Return `one` with what only `other` has; a printed date beats an inferred one, a whole name one without its given part."""
    changes = {name: getattr(other, name) for name in FIELDS - {"type"} if not getattr(one, name) and getattr(other, name)}
    if [name.family for name in one.author] == [name.family for name in other.author] and not any(name.given for name in one.author):
        changes["author"] = other.author
    if one.ground("issued") and other.issued and not other.ground("issued"):
        changes["issued"] = other.issued
        changes["inferred"] = tuple(item for item in one.inferred if item.field != "issued")
    elif len(other.issued) > len(one.issued) and other.issued.startswith(one.issued):
        changes["issued"] = other.issued
    return one.revised(**changes) if changes else one
