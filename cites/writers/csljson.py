"""References as CSL-JSON, which citeproc, Zotero and pandoc read; what CSL has no field for stands under "custom".

Source: CSL 1.0.2 specification, appendices III (types) and IV (variables), and the CSL-JSON input schema.
"""

from __future__ import annotations

import json
import re
from operator import attrgetter
from typing import Any

from cites.csl import DATES, FIELDS, NAME_PARTS, NAMES, all_types
from cites.grammar.urls import with_scheme
from cites.library import Library
from cites.model import Link, Name, Reference
from cites.writers.dates import EDTF, MONTHS, SEASONS

Item = dict[str, Any]

_values_of = attrgetter(*FIELDS)


def write(library: Library) -> str:
    """The bibliography as one JSON array, a reference a line."""
    items = (item(work.revised(url=with_scheme(work.url)), library.links.get(work.url)) for work in library.references)
    lines = ",\n".join(json.dumps(found, ensure_ascii=False) for found in items)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def item(reference: Reference, link: Link | None = None) -> Item:
    """One reference in the names of CSL-JSON, with nothing empty: `{"id": "interfax2012-01-26", "type": "article-newspaper", …}`.

    A link that was checked and works gives the day of the check as "accessed"; what was learnt of it stands under "custom".
    """
    out: Item = {"id": reference.id, "type": reference.type if reference.type in all_types() else "document"}
    out |= {field: [name(person) for person in people] for field in NAMES if (people := getattr(reference, field))}
    out |= {csl: value for csl, value in zip(FIELDS.values(), _values_of(reference), strict=True) if value}
    out |= {field: date(value) for field in DATES if (value := getattr(reference, field))}
    if link and not reference.accessed and (day := seen_on(link)):
        out["accessed"] = date(day)
    if custom := _custom(reference) | ({"link": _link(link)} if link else {}):
        out["custom"] = custom
    return out


def name(person: Name) -> dict[str, str]:
    """A name as CSL has it: {"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"}, or {"literal": "UNESCO"}."""
    if person.literal:
        return {"literal": person.literal}
    return {csl: value for part, csl in NAME_PARTS.items() if (value := getattr(person, part))}


def date(edtf: str) -> Item:
    """An EDTF date as a CSL date: "2012-01-26" gives {"date-parts": [[2012, 1, 26]]}, "1993-21" {"date-parts": [[1993]], "season": 1}.

    A range has two ends; in one of seasons, they stand in the place of months (21 to 24), where CSL processors know them.
    What has no year is told in words: "XXXX-03-04" gives {"literal": "March 4"}.
    """
    ends = [EDTF.fullmatch(end) for end in edtf.split("/")]
    numbers = [_numbers(end) for end in ends if end]
    if len(numbers) != len(ends) or len(ends) > 2 or not all(numbers):
        return {"literal": "–".join(_in_words(end) if end else text for end, text in zip(ends, edtf.split("/"), strict=True))}
    out: Item = {"date-parts": numbers}
    if len(numbers) == 1 and len(numbers[0]) == 2 and numbers[0][1] > 12:
        out = {"date-parts": [numbers[0][:1]], "season": numbers[0][1] - 20}
    if any(end and end["doubt"] for end in ends):
        out["circa"] = True
    return out


def _numbers(end: re.Match[str]) -> list[int]:
    """Year, month and day, as far as they are known in that order; none without a year."""
    known: list[int] = []
    for part in ("year", "month", "day"):
        if not end[part] or "X" in end[part]:
            break
        known.append(int(end[part]))
    if known and known[0] <= 0:
        known[0] -= 1  # CSL has no year 0: the year -0430 of EDTF, 431 BC, is its -431
    return known


def _in_words(end: re.Match[str]) -> str:
    """A date without its year: "March 4", "Spring"; one with its year as it is in EDTF."""
    month, day = end["month"] or "XX", end["day"] or "XX"
    if end["year"] != "XXXX" or month == "XX":
        return end[0]
    word = SEASONS.get(month) or MONTHS[int(month) - 1]
    return word if day == "XX" else f"{word} {int(day)}"


def seen_on(link: Link) -> str:
    """The day on which a link was found to work: "2024-05-01"; "" where it was not."""
    return link.checked[:10] if link.verdict in ("alive", "moved") else ""


def _link(link: Link) -> Item:
    """What was learnt of an address, with nothing empty."""
    found: Item = {"verdict": link.verdict, "reason": link.reason, "checked": link.checked, "moved-to": link.moved_to}
    found |= {"since": link.since, "findings": list(link.findings)}
    if link.archive:
        found["archive"] = {"url": link.archive.url, "timestamp": link.archive.timestamp, "days": link.archive.days}
    return {name: value for name, value in found.items() if value}


def _custom(reference: Reference) -> Item:
    """What CSL has no field for: the canonical source, that there are more authors, and for each inferred field its ground."""
    custom: Item = {"source": reference.source} if reference.source else {}
    if reference.other_authors:
        custom["et-al"] = True
    if reference.ground("issued"):
        custom["issued-inferred"] = True
    if reference.inferred:
        custom["inferred"] = {
            FIELDS.get(guess.field, guess.field): {"ground": guess.ground, "confidence": guess.confidence} for guess in reference.inferred
        }
    return custom
