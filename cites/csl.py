"""CSL-JSON: how it calls our fields, how a work that is given in it is read, and what its types and fields are called elsewhere.

Source: CSL 1.0.2 specification, appendices III (types) and IV (variables), and the CSL-JSON input schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from cites.knowledge import read_rows
from cites.model import Name, Reference

GIVEN = "field"  # what `matched_by` says of a citation whose fields are given as data, which is better than what is printed
NAMES = ("author", "editor", "translator")
DATES = ("issued", "accessed")
FIELDS = {  # our field: its name in CSL-JSON, in the order in which they are written
    "title": "title", "container_title": "container-title", "collection_title": "collection-title",
    "collection_number": "collection-number", "publisher": "publisher", "publisher_place": "publisher-place", "volume": "volume",
    "issue": "issue", "page": "page", "number": "number", "edition": "edition", "genre": "genre", "section": "section",
    "event_title": "event-title", "event_place": "event-place", "archive": "archive", "archive_location": "archive_location",
    "authority": "authority", "doi": "DOI", "isbn": "ISBN", "url": "URL", "language": "language", "note": "note",
}  # fmt: skip
NAME_PARTS = {"family": "family", "given": "given", "particle": "non-dropping-particle", "suffix": "suffix"}
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24", "1": "21", "2": "22", "3": "23", "4": "24"}
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
TAG = re.compile(r"</?(?:i|b|em|strong|sup|sub|span)\b[^<>]{0,100}>")  # the markup that CSL processors take in a title


def read_item(item: Mapping[str, Any]) -> Reference:
    """Return a work from CSL-JSON: {"type": "book", "title": "Water", "issued": {"date-parts": [[1999]]}}; what is odd is left out."""
    values: dict[str, Any] = {field: _text(item.get(csl)) for field, csl in FIELDS.items()}
    values |= {field: edtf(item.get(field)) for field in DATES}
    values |= {field: read_names(item.get(field)) for field in NAMES}
    kind = item.get("type")
    return Reference(type=kind if isinstance(kind, str) and kind in all_types() else "document", **values)


def read_names(people: Any) -> tuple[Name, ...]:
    """Return people: [{"family": "Berg", "given": "Anna"}, {"literal": "UNESCO"}]."""
    return tuple(filter(None, map(_name, people))) if isinstance(people, list) else ()


def _name(person: Any) -> Name | None:
    if not isinstance(person, Mapping):
        return None
    if literal := _text(person.get("literal")):
        return Name(literal=literal)
    parts = {part: _text(person.get(csl)) for part, csl in NAME_PARTS.items()}
    parts["particle"] = parts["particle"] or _text(person.get("dropping-particle"))
    return Name(**parts) if parts["family"] else Name(literal=parts["given"]) if parts["given"] else None


def edtf(date: Any) -> str:
    """Return a CSL date as EDTF: {"date-parts": [[2012, 1, 26]]} gives "2012-01-26"; "" for one that has no year."""
    if not isinstance(date, Mapping):
        return ""
    parts = date.get("date-parts")
    ends = [_end(part) for part in parts[:2]] if isinstance(parts, list) else []
    if not ends or not all(ends):
        said = ISO.match(_text(date.get("raw")) or _text(date.get("literal")))
        return said[0] if said else ""
    season = SEASONS.get(_text(date.get("season")).casefold())
    if len(ends) == 1 and len(ends[0]) == 4 and season:
        return f"{ends[0]}-{season}"
    return "/".join(dict.fromkeys(ends))


def _end(part: Any) -> str:
    """One end of a date: [2012, 1] gives "2012-01"; "" for what no calendar has."""
    numbers = [int(number) for number in part if str(number).strip().isdecimal()][:3] if isinstance(part, list) else []
    if not numbers or not 1 <= numbers[0] <= 9999 or any(number == 0 for number in numbers):
        return ""
    if (len(numbers) > 1 and numbers[1] > 12) or (len(numbers) > 2 and numbers[2] > 31):
        return ""
    return "-".join(f"{number:0{width}d}" for number, width in zip(numbers, (4, 2, 2), strict=False))


def _text(value: Any) -> str:
    return " ".join(TAG.sub("", str(value)).split()) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def known_fields(reference: Reference) -> Iterable[tuple[str, str | Name]]:
    """Yield each field that a work has, a person at a time, its type first."""
    yield "type", reference.type
    for field in NAMES:
        yield from ((field, person) for person in getattr(reference, field))
    for field in (*FIELDS, *DATES):
        if value := getattr(reference, field):
            yield field, value


class Types(NamedTuple):
    """The names of one type: `Types("NEWS", "Newspaper Article", "23", "ArticleInAPeriodical", "a j", "cite news", …)`."""

    ris: str
    endnote: str
    number: str  # of it in EndNote
    word: str
    tei: str
    wikipedia: str
    zotero: str
    style: str  # what the styles of bibliographies tell apart: "news"
    untitled: str  # what a work without a title is called: "report"


@cache
def all_types() -> dict[str, Types]:
    """Return what each type is called in the formats that writers write, as data/types.tsv has it."""
    return {name: Types(*names) for name, *names in read_rows("types.tsv")}


def types_of(reference: Reference) -> Types:
    """Return the row of a work's type: `types_of(report).ris` is "RPRT"; an unknown type is a document."""
    return all_types().get(reference.type, all_types()["document"])


def type_called(column: str, name: str) -> str:
    """Return the type that a column calls so, the first of several: `type_called("ris", "RPRT")` is "report"; "document" for any other."""
    return next((kind for kind, called in all_types().items() if getattr(called, column) == name), "document")


class Row(NamedTuple):
    """Where a field goes: `Row("number", "SN", "RPRT")`."""

    field: str
    home: str
    types: str = ""  # those that the row is for, with commas between them; "" for all


@cache
def rows_of(form: str) -> tuple[Row, ...]:
    """Return the rows of a format, "ris" or "coins.book", as data/fields.tsv has them."""
    return tuple(Row(*row) for of, *row in read_rows("fields.tsv") if of == form)
