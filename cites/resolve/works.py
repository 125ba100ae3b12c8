"""Which work each citation means: full ones by what is printed, "Ibid." by what stands before, short forms by author and title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from cites.csl import GIVEN
from cites.edtf import has_month, is_day
from cites.grammar.printed import has, value_of
from cites.grammar.titles import words_of
from cites.model import Citation, Finding, Name, Reference
from cites.outlets import Outlets
from cites.resolve.catalogue import Catalogue
from cites.resolve.explanatory import SPOTTED
from cites.resolve.family_names import Turned, turn, with_both_surnames
from cites.resolve.fit import families, fit, may_have, spans
from cites.resolve.identity import FIELDS, Mark, bears, fill, is_compatible, is_one, is_shortened, marks
from cites.resolve.pointing import find
from cites.resolve.said import Said, read_said
from cites.resolve.types import tell_type

PEOPLE = frozenset({"author", "editor", "translator"})
TITLED = frozenset({"titled", "book", "web", "cjk", "gost"})  # forms that may turn out to be full
TOLD = ("issued", "issue", "doi", "url", "publisher", "number", "archive")  # what only a full citation has
BESIDE = ("container_title", "publisher_place", "volume", "editor")  # what no short form with its year has
CLOSE = 0.85  # how well a title fits that is said with its newspaper
GUESSED = 0.5  # how sure a short form is that may mean one of two works
AMBIGUOUS = 0.7  # how sure an "ibid." is that may mean one of several: 23 of 32 led right in articles that the rules had not seen
NOTHING = 0.2  # how sure a place is that names neither a work nor a note with one


def to_reference(citation: Citation, outlets: Outlets) -> Reference:
    """Gather the parts of a citation into a Reference, with its type told."""
    found: dict[str, str] = {}
    people: dict[str, list[Name]] = defaultdict(list)
    for part in citation.parts:
        if part.field in PEOPLE and isinstance(part.value, Name):
            people[part.field].append(part.value)
        elif part.field in FIELDS or part.field == "other_authors":
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
        self._turned = Turned()
        self._listed = 0  # works of the list, which come first
        self._by_mark: dict[Mark, int] = {}  # works by what can be said of them alone
        self._by_place: dict[str, int | None] = {}  # works by where their citations begin
        self._bare: dict[str, int] = {}  # what only a short form has cited so far, by author
        self._foretold: set[int] = set()  # of these what is cited in full later

    def point(self, citations: list[Citation], joined: AbstractSet[int], asides: AbstractSet[int]) -> list[Pointer]:
        """Return what each citation points to; the entries of a bibliography are read first, for others point to them.

        joined: which of them stand right behind another one, in its parentheses. No "Id." means one of the asides. Both are indices.
        """
        pointers: list[Pointer | None] = [None] * len(citations)
        for index, citation in enumerate(citations):
            if citation.kind == "list":
                pointers[index] = self._full(citation)
        self._listed = len(self.references)
        here: list[int | None] = []  # cited so far in this note, or in these parentheses
        before: list[int | None] = []  # in those before them
        note = ""
        for index, citation in enumerate(citations):
            if citation.kind in ("list", "credit"):
                continue
            if citation.note != note or (not citation.note and index not in joined):
                before, here, note = here or before, [], citation.note
            pointer = self._point(citation, here[-1:] or before)
            pointers[index] = pointer
            self._by_place[str(citation.span.start)] = pointer.work
            if index in asides and citation.matched_by == SPOTTED:
                continue
            if index not in asides:
                here.append(pointer.work)
            if citation.note and pointer.work is not None:
                self._catalogue.cite(pointer.work, citation.note)
        return [self._second_look(citation, pointer) for citation, pointer in zip(citations, pointers, strict=True)]

    def _point(self, citation: Citation, before: Sequence[int | None]) -> Pointer:
        if citation.matched_by == GIVEN:
            return self._full(citation)._replace(form=citation.form)
        if citation.form == "ibid":
            return self._ibid(citation, before)
        return self._short(citation, before) if citation.form == "short" else self._full(citation)

    def _ibid(self, citation: Citation, before: Sequence[int | None]) -> Pointer:
        """Point "Ibid." to the work cited just before; of several in a note, to the one whose pages have the page that it cites."""
        works = [work for work in dict.fromkeys(before) if work is not None]
        if not works or before[-1] is None:
            self.findings.append(Finding("ibid-without-work", "no work is cited before it", "warning", citation.span))
            return Pointer(None, "ibid", citation.confidence)
        within = [work for work in works if spans(self.references[work], citation.locator)]
        fitting = within if self.references[before[-1]].page else []
        fitting = fitting or [work for work in works if may_have(self.references[work], citation.locator)]
        meant = fitting[0] if len(fitting) == 1 else before[-1]
        if len(works) == 1 or within == [before[-1]]:
            return Pointer(meant, "ibid", citation.confidence)
        place = "note before it cites" if citation.note else "parentheses before it cite"
        which = "the last" if meant == before[-1] else f"the {'one whose pages' if within else 'only one that may'} have its page"
        message = f"the {place} {len(works)} works, it is taken to mean {which}"
        self.findings.append(Finding("ibid-ambiguous", message, "note", citation.span))
        return Pointer(meant, "ibid", min(citation.confidence, AMBIGUOUS))

    def _full(self, citation: Citation) -> Pointer:
        reference = to_reference(citation, self.outlets)
        short_name = value_of(citation.parts, "short_name")
        if short_name and reference.type != "legal_case":  # a party publishes nothing: "CFTC v. Oooki DAO"
            bodies = [name.literal for name in reference.author if name.literal and citation.kind == "list"]  # FH - Freedom House: …
            self.short_names[short_name] = next(iter(bodies), reference.container_title or reference.archive or reference.title)
        form = "full"
        work = self._same(reference)
        if work is None and citation.matched_by != GIVEN and (known := self._again(citation, reference)) is not None:
            return Pointer(known, "short", citation.confidence)
        if work is None and citation.form == "full" and (work := self._bare_one(reference)) is not None:
            self.references[work] = fill(reference, self.references[work])
            self._foretold.add(work)
        elif work is None:
            work = self._add(reference, value_of(citation.parts, "year_letter"))
        elif citation.matched_by == GIVEN:
            self.references[work] = fill(reference, self.references[work])
        else:
            form = "short" if is_shortened(reference, self.references[work]) else "full"
            self.references[work] = fill(self.references[work], reference)
        if short_name:
            self._catalogue.label(work, short_name)
        return Pointer(work, form, citation.confidence)

    def _bare_one(self, reference: Reference) -> int | None:
        """Return the work of which a short form stood before this full citation."""
        for name in sorted(families(reference) & self._bare.keys()):
            known = self.references[self._bare[name]]
            found = fit(Said(people=known.author, names=families(known), title=words_of(known.title)), reference)
            if found and found.title >= CLOSE and is_compatible(known, reference):
                return self._bare.pop(name)
        return None

    def _add(self, reference: Reference, letter: str) -> int:
        index = len(self.references)
        self.references.append(reference)
        self._catalogue.add(index, reference, letter)
        self._turned.add(index, reference)
        for mark in marks(reference):
            self._by_mark.setdefault(mark, index)
        return index

    def _same(self, reference: Reference) -> int | None:
        title = words_of(reference.title)
        for mark in marks(reference):
            work = self._by_mark.get(mark)
            if work is not None and bears(mark, self.references[work], reference):
                return work
        titled = self._catalogue.titled(title) if title else ()
        return next((work for work in titled if is_one(self.references[work], reference)), None)

    def _again(self, citation: Citation, reference: Reference) -> int | None:
        """Return the work that what looks full cites once more, saying less of it than is known:

        a volume by its label, “Biden Signs,” Guardian, “Minutes,” 7 March 1946, "Fox, Epistles (1698)" for "A Collection of Epistles".
        """
        told = [name for name in (*TOLD, *BESIDE) if getattr(reference, name)]
        if reference.volume and told[0] in BESIDE and not (reference.author and reference.title):
            return self._volume(reference)
        is_dated = "issued" in told and (is_day(reference.issued) or bool(reference.author))
        is_told = "container_title" in told or is_dated or bool(reference.author)
        is_little = set(told) <= {"issued", "container_title", "volume"} and is_told
        if not (reference.title and is_little) or citation.kind == "list":
            return None
        found = find(read_said(citation), self._catalogue, self.references)
        known = self.references[found.work] if found else reference
        if told == ["volume"]:  # another volume of a work: "Souvestre, Les Derniers Bretons, t. 1, p. 12"
            reference, told = reference.revised(volume=""), []
        if found is None or not is_compatible(known, reference) or not all(getattr(known, name) for name in told):
            return None
        is_shorter = set(words_of(reference.title)) <= set(words_of(known.title))
        return found.work if is_shorter or found.fit.title >= CLOSE else None

    def _volume(self, reference: Reference) -> int | None:
        """Return the volume that a label with its years and number means: "FRUS, 1938, I" after "[hereafter FRUS]"."""
        printed = reference.container_title if not reference.title else reference.title if not reference.container_title else ""
        label, _, years = printed.replace(",", "").partition(" ")
        for work in self._catalogue.labelled(label.casefold()):
            known = self.references[work]
            full = words_of(known.title)[-len(words_of(years)) :]  # "1958–60" for 1958–1960
            if known.volume == reference.volume and all(map(str.endswith, full, words_of(years))):
                return work
        return None

    def _short(self, citation: Citation, before: Sequence[int | None]) -> Pointer:
        """Point a short form to the work it means; one that means none is taken for a full citation.

        "Bray, 12" behind a citation of Bray means that work again, whatever else he wrote.
        """
        if citation.matched_by == "echoed":
            return Pointer(self._by_place.get(str(citation.parts[0].value)), "short", citation.confidence)
        said = read_said(citation)
        found = find(said, self._catalogue, self.references)
        if found is None and (work := self._turn(said)) is not None:
            return Pointer(work, "short", citation.confidence)
        if found is None and (
            citation.matched_by in ("author_year", SPOTTED)
            or (citation.matched_by in TITLED and has(citation.parts, "title"))
        ):
            pointer = self._full(citation)
            if pointer.form == "full" and pointer.work is not None:
                self._bare.update(dict.fromkeys(families(self.references[pointer.work]), pointer.work))
            return pointer._replace(confidence=min(citation.confidence, 0.6))
        if found is None or found.rival is None:
            if found:
                self.references[found.work] = with_both_surnames(self.references[found.work], citation)
            return Pointer(found.work if found else None, "short", citation.confidence)
        again = before[-1] if before and citation.matched_by == "named" else None
        is_again = again is not None and fit(read_said(citation), self.references[again]) == found.fit
        meant, rival = (again, found.work) if is_again and again is not None and again != found.work else (found.work, found.rival)
        last, other = (self.references[work].title for work in (meant, rival))
        message = f"it may mean {other!r} or {last!r}, and is taken to mean the latter"
        self.findings.append(Finding("short-form-ambiguous", message, "warning", citation.span))
        return Pointer(meant, "short", min(citation.confidence, GUESSED))

    def _turn(self, said: Said) -> int | None:
        """Return the work whose people are named by what was taken for their given names, its names put right."""
        for work in self._turned.find(said.names):
            turned = turn(self.references[work])
            fitting = fit(said, turned)
            if fitting and (not said.title or fitting.title >= CLOSE):
                self.references[work] = turned
                self._catalogue.name(work, turned)
                return work
        return None

    def _second_look(self, citation: Citation, pointer: Pointer | None) -> Pointer:
        """A short form may stand before its full citation."""
        if pointer is None:
            return Pointer(None, citation.form, citation.confidence)
        if citation.form == "short" and pointer.work in self._foretold:
            return pointer._replace(form="short", confidence=citation.confidence)
        if pointer.form != "short" or pointer.work is not None:
            return pointer
        found = find(read_said(citation), self._catalogue, self.references)
        if found is None:
            self.findings.append(Finding("short-form-unresolved", "no work that is cited in full fits it", "warning", citation.span))
            if all(part.field == "points_to" for part in citation.parts):  # "See note 12 above", which cites none
                return pointer._replace(confidence=min(pointer.confidence, NOTHING))
        return pointer._replace(work=found.work if found else None)

    def merge_untitled(self, references: list[Reference]) -> tuple[list[Reference], list[int]]:
        """Merge works without a title of one source and date; return the references and, for each, the index of the one it is now.

        "(AEMET, 8 November)" is what the list has from that source and that day, where that is one work.
        """
        references = list(references)
        first = {day: {references[work].number: work} for day, work in _of_their_day(references[: self._listed]).items()}
        same = list(range(len(references)))
        for index, reference in enumerate(references):
            if reference.title or not reference.source or not reference.issued or reference.author:
                continue
            title = reference.volume if reference.type == "legislation" else ""  # "6 Del. C." and "12 Del. C."
            alike = first.setdefault((reference.source, title + reference.issued + reference.issue + reference.url), {})
            # by their numbers: "CE, 12 mai 2010, n° 323132; CE, 12 mai 2010, n° 323999", "S/RES/1970 (2011), S/RES/1973 (2011)"
            number = reference.number
            known = alike.get(number, alike.pop("", None)) if number else next(iter(alike.values()), None)
            same[index] = other = index if known is None else known
            if number or not alike:
                alike[number] = other
            if other != index:
                references[other] = fill(references[other], reference)
        return references, same


def _of_their_day(listed: Sequence[Reference]) -> dict[tuple[str, str], int]:
    """Return the works of a list that are alone with their source and day, or address, by what a citation without a title has of them."""
    days: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, reference in enumerate(listed):
        if reference.title and reference.source and has_month(reference.issued):
            days[reference.source, reference.issued].append(index)
        if reference.title and reference.source and reference.issued and reference.url:
            days[reference.source, reference.issued + reference.url].append(index)
    return {day: works[0] for day, works in days.items() if len(works) == 1}
