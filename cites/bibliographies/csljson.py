"""CSL-JSON: an array of items to works; what an item says is read by cites.csl."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cites.bibliographies import Entry, Problems
from cites.csl import read_item
from cites.errors import ReadError
from cites.model import Reference


def read(text: str, problems: Problems) -> list[Entry]:
    """The works of an array of CSL-JSON items, or of what `cites extract` prints; an item that is none is a problem.

    Raises ReadError for what has no array of items.
    """
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise ReadError(problems.name, f"line {error.lineno} is no JSON: {error.msg}", "export it again as CSL-JSON") from None
    except RecursionError:
        raise ReadError(problems.name, "brackets stand in brackets too deep", "export it again as CSL-JSON") from None
    if isinstance(found, dict):
        found = found.get("references", found.get("items"))
    if not isinstance(found, list):
        raise ReadError(problems.name, "is no array of works", "export it as CSL-JSON: [{…}, {…}]")
    entries = []
    line, at = 1, 0
    for number, item in enumerate(found, start=1):
        if not isinstance(item, dict):
            problems(line, f"item {number} is no work", 'write {"id": "smith2012", …}')
            continue
        key = json.dumps(item.get("id"), ensure_ascii=False)
        place = min((place for gap in (": ", ":") if (place := text.find(f'"id"{gap}{key}', at)) >= 0), default=-1)
        if place >= 0:
            line, at = line + text.count("\n", at, place), place + 1
        entries.append(Entry(_reference(item), line))
    return entries


def _reference(item: Mapping[str, Any]) -> Reference:
    custom = item.get("custom")
    ours = custom if isinstance(custom, dict) else {}
    others = "et al." if ours.get("et-al") is True else ""
    return read_item(item).revised(id=str(item.get("id", "")), source=str(ours.get("source", "")), other_authors=others)
