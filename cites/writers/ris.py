"""References as RIS, which every reference manager reads: one tag a line, UTF-8, lines that end in CR LF.

    TY  - NEWS
    ID  - kyodonews2012-01-27
    TI  - [Kyodo News report, 27 January 2012]
    T2  - Kyodo
    PY  - 2012
    DA  - 2012/01/27
    ER  -

Source: the RIS specification (2011 version, EndNote), and which tag Zotero reads into which field of an item type.
"""

from __future__ import annotations

from collections.abc import Iterator

from cites.csl import types_of
from cites.library import Library
from cites.model import Link, Reference
from cites.writers.placing import Day, accessed_on, ends_of, first_day, inverted, place


def write(library: Library) -> str:
    """One record a reference, an empty line after each."""
    return "".join(to_record(reference, library.links.get(reference.url)) for reference in library.references)


def to_record(reference: Reference, link: Link | None = None) -> str:
    """One record, from "TY  - NEWS" to "ER  - "."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(reference, link)) + "\r\n"


def _lines(reference: Reference, link: Link | None) -> Iterator[tuple[str, str]]:
    kind = types_of(reference).ris
    placed = place(reference, kind, "ris", link)
    yield "TY", kind
    yield "ID", reference.id
    for tag, value in placed.homes.items():
        if tag == "SP":
            first, last = ends_of(str(value))
            yield from [("SP", first), ("EP", last)][: 1 + bool(last)]
        elif isinstance(value, str):
            yield tag, value
        else:
            yield from ((tag, inverted(name) or "?") for name in value)
    if issued := first_day(reference.issued):
        yield "PY", issued.year
        if issued.month or issued.words:
            yield "DA", _date(issued)
    if day := accessed_on(reference, link):
        yield "Y2", _date(day)
    yield from (("N1", note) for note in placed.notes)
    yield "ER", ""


def _date(day: Day) -> str:
    """Year, month, day and what else is to be told: "2012/01/27", "1993///Spring–Summer 1993".

    The specification wants the slash before nothing, too; some readers then take the date for words.
    """
    text = "/".join(day)
    return text.removesuffix("/") if day.day else text
