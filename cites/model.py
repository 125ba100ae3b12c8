"""The nouns of cites: frozen values that each step takes and gives.

    bytes ──readers──▶ Document ──zones──▶ Zone ──forms──▶ Citation ──resolve──▶ Reading ──writers──▶ files

Spans are half-open and count code points of `Document.text`, which is never altered after it was read:
`document.text[span.start:span.end]` is what was printed. A Citation is *where*, a Reference is *what*.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A half-open range of code points: `Span(4, 7)` holds characters 4, 5 and 6."""

    start: int
    end: int

    def trimmed(self, text: str) -> Span:
        """The same without the white space at its ends."""
        inside = text[self.start : self.end]
        start = self.end - len(inside.lstrip())
        return Span(start, max(start, self.start + len(inside.rstrip())))


@dataclass(frozen=True, slots=True)
class Name:
    """A person (family, given) or a body (literal), as in CSL-JSON."""

    family: str = ""
    given: str = ""
    particle: str = ""  # non-dropping particle: "van", "de la"
    suffix: str = ""  # "Jr.", "III"
    literal: str = ""  # a body, or a name that is not to be taken apart

    def __str__(self) -> str:
        if self.literal:
            return self.literal
        words = (self.given, self.particle, self.family, self.suffix)
        return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Inferred:
    """A field that is not printed at the citation: what it was inferred from, and how sure that is."""

    field: str  # CSL name in snake_case, e.g. "issued"
    ground: str  # in words, for a reader: "volume 9 of Eurasia Daily Monitor is 2012"
    confidence: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Reference:
    """One work, in the fields of CSL-JSON (names in snake_case; dates are EDTF text).

    Source: CSL 1.0.2 specification, appendix IV (variables) and III (types).
    """

    id: str = ""
    type: str = "document"  # one of the first column of data/types.tsv
    author: tuple[Name, ...] = ()
    other_authors: str = ""  # "et al." where the text says that there are more than it names; no variable of CSL
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    title: str = ""
    container_title: str = ""  # as printed: "KyodoNews"
    collection_title: str = ""
    collection_number: str = ""
    publisher: str = ""
    publisher_place: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""  # where the work stands in its container: "228-230"
    number: str = ""  # of a report, a bill, a resolution
    edition: str = ""
    genre: str = ""
    section: str = ""
    event_title: str = ""
    event_place: str = ""
    archive: str = ""
    archive_location: str = ""
    authority: str = ""
    issued: str = ""  # EDTF: "2012-01-26", "2012", "1993-21/1993-22"; "XXXX-03-04" where the year cannot be told
    accessed: str = ""
    doi: str = ""
    isbn: str = ""
    url: str = ""
    language: str = ""  # BCP 47: "ar"
    note: str = ""
    source: str = ""  # the canonical outlet or issuing body: "Kyodo News"; the key of a frequency count
    inferred: tuple[Inferred, ...] = ()

    def ground(self, field: str) -> Inferred | None:
        """What `field` was inferred from, or None where it is printed."""
        return next((item for item in self.inferred if item.field == field), None)

    def said(self, field: str) -> str:
        """A field as it is printed or declared, "" where it was inferred: the day on which a file was made is no date of its text."""
        return "" if self.ground(field) else str(getattr(self, field))

    def revised(self, **changes: Any) -> Reference:
        """Return the work with other values: what `dataclasses.replace` does, in a quarter of the time, for every work is revised thrice.

        The setters of the slots are called, for the frozen class has none, and its `__init__` looks each field up by name.
        """
        revised = object.__new__(Reference)
        for put, value in zip(_SETTERS, _values_of(self), strict=True):
            put(revised, value)
        for field, value in changes.items():
            _SETTER_OF[field](revised, value)
        return revised


_FIELDS = tuple(field.name for field in fields(Reference))
_SETTER_OF = {name: vars(Reference)[name].__set__ for name in _FIELDS}
_SETTERS = tuple(_SETTER_OF.values())
_values_of = attrgetter(*_FIELDS)


@dataclass(frozen=True, slots=True)
class Mark:
    """What the markup said of a stretch of text: italics, a link, a heading.

    kinds: "italic", "link" (value: the URL), "heading" (value: its level), "title", "item" (of a list),
    "note" (value: the label; the span is the text of a note), "callout" (value: the label; the span is the mark that calls the note),
    "raised" (a number that may call one of the notes which the markup does not tell),
    "csl" (what is cited here as data, of Zotero or a key of a bibliography; value: JSON, a list of {"item": CSL-JSON, "locator": "12"},
    or of {"key": "hirano2015", "locator": "12"} where the work is one of `Document.given`),
    "page" (value: the label that the page bears, "12" or "iv"; the span is its text; a footnote that a reader puts
    elsewhere has a mark of its own).
    """

    kind: str
    span: Span
    value: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of `Document.text` that stands in the file in the same order, character by character."""

    start: int  # in Document.text
    origin: int  # in the decoded file


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read.

    `text` is what a person sees; `marks` lie beside it. `pieces` lead back to the file: empty where the text
    is the decoded file itself (plain text), None where the format has no offsets (HTML).
    """

    name: str
    text: str
    about: Reference = Reference()
    marks: tuple[Mark, ...] = ()
    pieces: tuple[Piece, ...] | None = ()
    source_text: str = ""  # the decoded file, kept where `pieces` lead into it (Markdown)
    bibliographies: tuple[str, ...] = ()  # the files that it names as having its works: "refs.bib"
    given: tuple[Reference, ...] = ()  # the works of these files, each with its key as its id
    findings: tuple[Finding, ...] = ()  # what its reader noticed: "cut-off"


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch where citations may stand."""

    kind: str  # "inline", "note", "list", "credit"
    span: Span
    label: str = ""  # of a note
    callout: Span | None = None  # where the running text calls the note


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a citation, and where it is printed."""

    field: str  # CSL name in snake_case, e.g. "issued"
    value: str | Name  # normalised, e.g. "2012-01-27"
    span: Span | None  # where it is printed, also when a neighbour printed it; None when it was inferred


@dataclass(frozen=True, slots=True)
class Citation:
    """One place that points to one work."""

    span: Span
    kind: str  # "inline", "note", "list", "credit"
    form: str  # "full", "short", "ibid"
    matched_by: str  # the name of the form that fitted, e.g. "source_date"
    parts: tuple[Part, ...] = ()
    locator: str = ""  # the page cited here
    note: str = ""  # the label of the note that it stands in
    claim: Span | None = None  # the sentence that it supports
    reference: str = ""  # the id of the Reference; empty until resolved, and for credits
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Outlet:
    """What is known about a source."""

    name: str
    aliases: tuple[str, ...] = ()
    type: str = "article-newspaper"  # the CSL type of what it publishes
    kind: str = ""  # see data/outlets/README.md: "newspaper", "wire", "official", "think-tank", …
    domains: tuple[str, ...] = ()
    country: str = ""  # ISO 3166-1 alpha-2
    language: str = ""  # BCP 47
    owner: str = ""  # "state", "" where it is not
    volume_one: int = 0  # the year of volume 1, where volumes are years
    issues_a_year: int = 0  # where issue numbers start again each year


@dataclass(frozen=True, slots=True)
class Callout:
    """Where a note is called in the running text."""

    note: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a reader or an editor should look at."""

    code: str  # "short-form-unresolved"
    message: str
    severity: str  # "error", "warning", "note"
    span: Span | None = None
    ground: str = ""
    fix: str = ""

    @property
    def is_serious(self) -> bool:
        """True for what `--strict` counts."""
        return self.severity in ("error", "warning")


@dataclass(frozen=True, slots=True)
class Copy:
    """A page as an archive has it."""

    url: str
    timestamp: str  # 14 digits, UTC: "20120127093000"
    days: int | None = None  # from the cited date to the capture; below 0 where it is the older one, None where no date is cited


@dataclass(frozen=True, slots=True)
class Link:
    """What was learnt about a URL."""

    url: str
    verdict: str  # see links/judge.py: "alive", "moved", "dead", "soft404", "parked", "drifted", "restricted", "unknown", …
    reason: str = ""  # the rule that fitted, in words
    rule: str = ""  # its name in links/judge.py
    status: int | None = None  # of the last answer
    hops: tuple[tuple[str, int], ...] = ()  # (address, status) of each answer, in order
    final_url: str = ""
    moved_to: str = ""
    title: str = ""  # as the page has it
    title_cited: str = ""
    fragment_missing: bool = False
    findings: tuple[str, ...] = ()  # what else wants a look: a missing fragment, a date or a headline that does not fit
    archive: Copy | None = None
    archive_note: str = ""  # why there is none: "not found now"
    tries: int = 0
    seconds: float = 0.0  # of asking
    checked: str = ""  # UTC, ISO 8601
    since: str = ""  # since when it has been broken or unknown, as far as earlier checks tell
    is_kept: bool = False  # not asked in this run: what an earlier one learnt is still fresh


@dataclass(frozen=True, slots=True)
class Reading:
    """What `extract` returns for a document."""

    document: Document
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    callouts: tuple[Callout, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_serious(self) -> bool:
        """Whether the document has errors or warnings, not only notes."""
        return any(finding.is_serious for finding in self.findings)
