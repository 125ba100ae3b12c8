"""RIS: records to works. Source: the RIS format specification, as reference managers export it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from cites.bibliographies import Entry, Problems
from cites.bibliographies.remarks import own_notes, own_title, told_source
from cites.csl import rows_of, type_called
from cites.model import Name, Reference

OTHER_TYPES = {"CPAPER": "paper-conference", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal", "UNPB": "manuscript"}
TAG = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?$")
DATE = re.compile(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?")

Tags = Mapping[str, Sequence[str]]


def read(text: str, problems: Problems) -> list[Entry]:
    """The works of a RIS file; a record without an end or a key of its own is read all the same."""
    entries: list[Entry] = []
    tags: dict[str, list[str]] = defaultdict(list)
    begun, last = 0, ""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        fit = TAG.match(line.rstrip())
        if fit is None:
            if line.strip() and not begun:
                problems(number, "a line outside of any record", 'a record begins with "TY  - "')
            elif line.strip() and last:
                tags[last][-1] += " " + line.strip()  # a value that goes on in the next line
            continue
        tag, value = fit[1], (fit[2] or "").strip()
        if tag == "TY" and begun:
            problems(begun, "a record has no end", 'put "ER  - " behind it')
            entries.append(Entry(_reference(tags, len(entries)), begun))
        if tag == "TY":
            tags, begun = defaultdict(list), number
        if tag == "ER" and begun:
            entries.append(Entry(_reference(tags, len(entries)), begun))
            begun = 0
        elif begun:
            tags[tag].append(value)
            last = tag
    if begun:
        problems(begun, "a record has no end", 'put "ER  - " behind it')
        entries.append(Entry(_reference(tags, len(entries)), begun))
    return entries


def _reference(tags: Tags, number: int) -> Reference:
    found: dict[str, Any] = {field: value for field, homes, _ in rows_of("read.ris") if (value := _first(tags, homes))}
    found["title"] = own_title(found.get("title", ""))
    notes = tags.get("N1", ())
    start, end = _first(tags, "SP"), _first(tags, "EP")
    page = f"{start}-{end}" if start and end and "-" not in start else start
    return Reference(
        id=_first(tags, "ID LB") or f"record{number + 1}",
        type=OTHER_TYPES.get(_first(tags, "TY")) or type_called("ris", _first(tags, "TY")),
        author=_names(tags, "AU A1"),
        editor=_names(tags, "ED A2"),
        translator=_names(tags, "A4"),
        issued=_date(_first(tags, "DA PY Y1")),
        accessed=_date(_first(tags, "Y2")),
        page=page,
        note=next(filter(None, own_notes(notes)), ""),
        source=told_source(notes),
        **found,
    )


def _first(tags: Tags, names: str) -> str:
    return next((value for name in names.split() for value in tags.get(name, ()) if value), "")


def _names(tags: Tags, homes: str) -> tuple[Name, ...]:
    return tuple(_name(value) for name in homes.split() for value in tags.get(name, ()) if value)


def _name(printed: str) -> Name:
    """ "Smith, John, Jr." is a person, "Ministry of Foreign Affairs" without a comma a body."""
    family, comma, given = printed.partition(",")
    given, _, suffix = given.strip().partition(", ")
    return Name(family=family.strip(), given=given, suffix=suffix) if comma else Name(literal=printed)


def _date(printed: str) -> str:
    """ "2012/01/26/" gives "2012-01-26"."""
    fit = DATE.match(printed)
    return "-".join(part.zfill(2) for part in fit.groups() if part) if fit else ""
