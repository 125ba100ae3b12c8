"""CSL-JSON: items to works. Source: CSL 1.0.2 specification, appendices III and IV, and the CSL-JSON input schema."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from cites.bibliographies import Entry, Problems
from cites.errors import ReadError
from cites.model import TYPES, Name, Reference

NAMES = ("author", "editor", "translator")
DATES = ("issued", "accessed")
PLAIN = {field.name for field in fields(Reference)} - {"id", "type", "inferred", "source", *NAMES, *DATES}


def read(text: str, problems: Problems) -> list[Entry]:
    """The works of an array of CSL-JSON items; an item that is none is a problem. Raises ReadError for what is no array of items."""
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise ReadError(problems.name, f"line {error.lineno} is no JSON: {error.msg}", "export it again as CSL-JSON") from None
    except RecursionError:
        raise ReadError(problems.name, "brackets stand in brackets too deep", "export it again as CSL-JSON") from None
    if not isinstance(found, list):
        raise ReadError(problems.name, "is no array of works", "export it as CSL-JSON: [{…}, {…}]")
    entries = []
    line, at = 1, 0
    for number, item in enumerate(found, start=1):
        if not isinstance(item, dict) or not str(item.get("id", "")):
            problems(line, f"item {number} has no id", 'give it one: {"id": "smith2012", …}')
            continue
        place = text.find(json.dumps(item["id"], ensure_ascii=False), at)
        if place >= 0:
            line, at = line + text.count("\n", at, place), place
        entries.append(Entry(_reference(item), line))
    return entries


def _reference(item: Mapping[str, Any]) -> Reference:
    plain = {key.replace("-", "_").lower(): value for key, value in item.items()}
    values: dict[str, Any] = {
        key: str(value) for key, value in plain.items() if key in PLAIN and isinstance(value, str | int) and str(value)
    }
    values |= {role: _names(item.get(role)) for role in NAMES} | {field: _date(item.get(field)) for field in DATES}
    custom = item.get("custom")
    return Reference(
        id=str(item["id"]),
        type=item["type"] if item.get("type") in TYPES else "document",
        source=str(custom.get("source", "")) if isinstance(custom, dict) else "",
        **values,
    )


def _names(people: Any) -> tuple[Name, ...]:
    return tuple(_name(person) for person in people if isinstance(person, dict)) if isinstance(people, list) else ()


def _name(person: Mapping[str, Any]) -> Name:
    part = {key: str(value) for key, value in person.items()}
    if part.get("literal"):
        return Name(literal=part["literal"])
    given = " ".join(part[key] for key in ("given", "dropping-particle") if part.get(key))
    return Name(part.get("family", ""), given, part.get("non-dropping-particle", ""), part.get("suffix", ""))


def _date(date: Any) -> str:
    """A CSL date as EDTF: {"date-parts": [[2012, 1, 26]]} gives "2012-01-26", {"date-parts": [[1993]], "season": 1} "1993-21"."""
    if not isinstance(date, dict):
        return ""
    parts = date.get("date-parts")
    ends = [_numbers(end) for end in parts] if isinstance(parts, list) else []
    if not ends or not all(ends):
        return str(date.get("raw") or date.get("literal") or "")
    season = str(date.get("season") or "")
    if season in ("1", "2", "3", "4") and len(ends) == 1:
        ends = [f"{ends[0][:4]}-2{season}"]
    return "/".join(end + ("~" if date.get("circa") else "") for end in ends[:2])


def _numbers(end: Any) -> str:
    numbers = [str(part) for part in end] if isinstance(end, list) else []
    if not numbers or not all(re.fullmatch(r"\d{1,4}", number) for number in numbers[:3]):
        return ""
    return "-".join(number.zfill(width) for number, width in zip(numbers, (4, 2, 2), strict=False))
