"""References as BibLaTeX (for biber) or as classic BibTeX.

Each work takes the first entry type of its list whose mandatory fields it has; each value goes into the first of its fields
that this type knows, else into the note. So biber's validation of its data model has nothing to warn of.
The types and their fields are in data/biblatex.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cites.csl import types_of
from cites.edtf import to_day
from cites.grammar.urls import with_scheme
from cites.knowledge import read_tables
from cites.library import Library
from cites.merge.folding import edition_number
from cites.model import Link, Name, Reference
from cites.writers import tex
from cites.writers.csljson import seen_on
from cites.writers.dates import format_date
from cites.writers.words import annotate, describe, in_words, reported, tell_copy

TABLES = read_tables("biblatex.toml")

GENRES = {"report": "Report", "thesis": "thesis"}  # where none is printed; "techreport" says of each that it is technical
# What nobody signed is known by who put it out; but a book is not its publisher's word.
NAMED = frozenset({"case", "law"})  # what lawyers cite is called by a name, of which no style changes the case
BOOKS = frozenset({"book", "chapter", "classic", "entry", "entry-dictionary", "entry-encyclopedia", "pamphlet"})


TITLES = frozenset({"booktitle", "eventtitle"})  # of which some readers change the case, too
LISTS = frozenset({"institution", "location", "organization", "publisher"})  # whose items "and" parts
UNKNOWN = "XXXX"  # biber takes an unspecified date without a warning, and an entry with none only with one
# An unspecified year is empty when it is printed: "Interfax ()". This puts "n.d." in its place, in the language of the text.
# Source: the biblatex manual, 2.2.3 (execute) and 4.6.4 (restorefield).
NO_DATE = r"\def\nodate{\bibstring{nodate}}\restorefield{year}{\nodate}\restorefield{labelyear}{\nodate}"
DAY = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>0[1-9]|1[0-2]|2[1-4])(?:-(?P<day>\d\d))?)?[~?%]?")
DECADE = re.compile(r"\d{3}X|\d\dXX")  # or century
PAGE = r"[^\W_]+(?:\s?[-–—]{1,2}\s?[^\W_]+)?"
PAGES = re.compile(rf"{PAGE}(?:[,;]\s?{PAGE})*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry with its fields, escaped: `Entry("article", "interfax2012-01-26", {"author": "{Interfax}", …})`."""

    type: str
    key: str
    fields: Mapping[str, str]

    def __str__(self) -> str:
        # A month is an expression, "26~" # jan, of which each style makes its own month.
        lines = "".join(f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in self.fields.items())
        return f"@{self.type}{{{self.key},\n{lines}}}\n"


def write(library: Library, *, classic: bool = False) -> str:
    """The bibliography as BibLaTeX; where `classic` is set, as BibTeX of old (year, month, journal …)."""
    entries: Iterable[Entry] = (to_entry(reference, library.links.get(reference.url)) for reference in library.references)
    if classic:
        from cites.writers.bibtex_classic import to_classic

        entries = map(to_classic, entries)
    return "\n".join(map(str, entries))


def to_entry(reference: Reference, link: Link | None = None) -> Entry:
    """A work as a BibLaTeX entry: a news item without a title is "[Interfax report, 26 January 2012]" by {Interfax}.

    A link that was checked and works gives the day of the check as "urldate", one that is broken its archived copy as "addendum".
    """
    for kind in TABLES["types"].get(reference.type, ()):
        fields = _fill(reference, kind, link)
        if all(name in fields for name in TABLES["mandatory"][kind].split()):
            return Entry(kind, reference.id, fields)
    return Entry("misc", reference.id, _fill(reference, "misc", link))


def _fill(reference: Reference, kind: str, link: Link | None) -> dict[str, str]:
    """The fields of a work in an entry of some type, in the order in which they are written."""
    maker = reference.source or reference.container_title or reference.publisher or reference.authority
    author = reference.author or ((Name(literal=maker),) if maker and reference.type not in BOOKS else ())
    fields = {
        "author": _names(author) + (" and others" if reference.other_authors and reference.author else ""),
        "title": tex.title(reference.title, types_of(reference).style in NAMED) or f"{{{tex.escape(describe(reference))}}}",
        "entrysubtype": TABLES["subtypes"].get(reference.type, _subtype(reference) if kind == "misc" else ""),
    }
    known = {*TABLES["optional"]["everywhere"].split(), *TABLES["optional"][kind].split()}
    notes: list[str] = []
    report = reported(reference) if "howpublished" in known else ""
    fields["howpublished"] = tex.escape(report)
    for name, homes in TABLES["fields"].items():
        value = "" if report and name in ("container_title", "volume", "page") else getattr(reference, name)
        home = next((home for home in homes.split() if home in known and not fields.get(home)), "")
        if value and home and (written := _convert(home, value)):
            fields[home] = written
        elif value:
            notes.append(in_words(name, value))
    if "journaltitle" in known and not fields.get("journaltitle"):
        fields["journaltitle"] = tex.escape(reference.source)
    if "institution" in known and not fields.get("institution"):
        fields["institution"] = tex.listed(maker)
    if reference.type in GENRES and not fields.get("type"):
        fields["type"] = GENRES[reference.type]
    fields["date"], undated = to_date(reference.issued)
    fields["url"], fields["doi"] = tex.address(with_scheme(reference.url)), tex.address(reference.doi)
    fields["urldate"], visited = _visited(reference, link)
    notes.append(visited)
    copy, _, address = tell_copy(link)
    if copy:
        fields["addendum"] = f"{copy.removesuffix(address)}\\url{{{tex.address(address)}}}"
    fields["langid"] = TABLES["languages"].get(reference.language.partition("-")[0].lower(), "")
    fields["note"] = tex.escape("; ".join(part for part in (undated, *notes) if part))
    fields["annotation"] = tex.escape("; ".join(annotate(reference, " ".join(map(str, author)))))
    if fields["date"].startswith(UNKNOWN):
        fields["execute"] = NO_DATE
    return {name: value for name, value in fields.items() if value}


def _visited(reference: Reference, link: Link | None) -> tuple[str, str]:
    """The day on which the address was followed, or in words what no calendar has: ("", "accessed 30 February 2012")."""
    if not reference.accessed:
        return (seen_on(link) if link else ""), ""
    day, odd = to_date(reference.accessed)
    return ("", f"accessed {odd}") if odd else (day, "")


def _subtype(reference: Reference) -> str:
    """The type of a work that BibLaTeX has none for, as some styles print it: "legal case"."""
    return "" if reference.type == "document" else tex.escape(reference.type.replace("_", " "))


def to_date(edtf: str) -> tuple[str, str]:
    """A date for biber, and in words what it cannot say: "XXXX-03-04" gives ("XXXX-03-04", "4 March (year unknown)")."""
    if not edtf:
        return UNKNOWN, ""
    edtf = re.sub(r"(?<=\d)(?:-XX)+", "", edtf)  # "2012-XX" is 2012
    ends = edtf.split("/")
    if DECADE.fullmatch(edtf) or (len(ends) <= 2 and any(map(_is_day, ends)) and all(end == ".." or _is_day(end) for end in ends)):
        return edtf, ""
    words = format_date(edtf)
    return (edtf if re.fullmatch(r"XXXX(-\d\d)*", edtf) else UNKNOWN), words


def _is_day(edtf: str) -> bool:
    """Whether the calendar has it: "2012-02-30" is no day, "2012", "2012-21" and "2012-02~" are as good as one."""
    fit = DAY.fullmatch(edtf)
    if fit is None or fit["year"] in ("0000", "-0000"):
        return False
    return not fit["day"] or to_day(f"{fit['year']}-{fit['month']}-{fit['day']}") is not None


def _convert(home: str, value: str | tuple[Name, ...]) -> str:
    """A value as its field takes it; nothing where it does not: BibLaTeX has no volume "XII"."""
    if isinstance(value, tuple):
        return _names(value)
    if home == "volume":
        return value if value.isascii() and value.isdigit() else ""
    if home == "pages":
        return re.sub(r"\s?[-–—]{1,2}\s?", "--", value) if PAGES.fullmatch(value) else ""
    if home == "edition":  # a number is an ordinal in the language of the document
        return str(edition_number(value) or tex.escape(value))
    if home == "isbn":
        return value if is_isbn(value) else ""
    if home in LISTS:
        return tex.listed(value)
    return tex.title(value) if home in TITLES else tex.escape(value)


def is_isbn(isbn: str) -> bool:
    """Whether the check digit is right: "978-3-16-148410-0", "3-16-148410-X"."""
    digits = isbn.replace("-", "").replace(" ", "")
    if re.fullmatch(r"[0-9]{9}[0-9Xx]", digits):
        return sum((10 - place) * (10 if digit in "Xx" else int(digit)) for place, digit in enumerate(digits)) % 11 == 0
    if re.fullmatch(r"97[89][0-9]{10}", digits):
        return sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(digits)) % 10 == 0
    return False


def _names(names: Iterable[Name]) -> str:
    return " and ".join(map(tex.name, names))
