"""The addresses of bibliographies: BibTeX files and CSL-JSON. Pure: text in, what is cited out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import RemoveEnclosingMiddleware

from cites.links.cited import Cited
from cites.model import Span

SUFFIXES = (".bib", ".json")
_COMMANDS = re.compile(r"\\(?:[a-zA-Z]+\s*|.)")
_URL = re.compile(r"https?://[^\s{}\\]+")


def find_works(text: str, suffix: str) -> list[Cited]:
    """Return the addresses in a bibliography, with their titles, dates and places; `suffix` is ".bib" or ".json".

    Raises ValueError for JSON that is no list of works.
    """
    return list(_bibtex(text) if suffix == ".bib" else _csl(text))


def _bibtex(text: str) -> Iterator[Cited]:
    library = parse_string(text, parse_stack=[RemoveEnclosingMiddleware()])
    at = 0
    starts = [match.start() for match in re.finditer("\n", text)]
    for entry in library.entries:
        fields = {field.key.lower(): str(field.value) for field in entry.fields}
        url = fields.get("url", "") or next(iter(_URL.findall(fields.get("howpublished", "") + " " + fields.get("note", ""))), "")
        if not url and fields.get("doi"):
            url = "https://doi.org/" + re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", "", fields["doi"].strip())
        line = entry.start_line or 0
        at = starts[line - 1] + 1 if 0 < line <= len(starts) else 0
        if url:
            issued = fields.get("date", "") or fields.get("year", "")
            yield Cited(url.replace("\\", "").strip(), Span(at, at), title=_untex(fields.get("title", "")), issued=issued)


def _untex(title: str) -> str:
    """A title as a reader sees it: "The {NATO} \\emph{Summit}" gives "The NATO Summit". What stands in brackets was given by no source."""
    title = " ".join(_COMMANDS.sub("", title).replace("{", "").replace("}", "").replace("~", " ").split())
    return "" if title.startswith("[") and title.endswith("]") else title


def _csl(text: str) -> Iterator[Cited]:
    found = json.loads(text)
    items = found.get("references", found.get("items")) if isinstance(found, dict) else found
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError("it is no list of works in CSL-JSON")
    for item in items:
        url = item.get("URL") or (f"https://doi.org/{item['DOI']}" if item.get("DOI") else "")
        if isinstance(url, str) and url:
            at = text.find(json.dumps(url, ensure_ascii=False))
            yield Cited(url, Span(max(at, 0), max(at, 0)), title=str(item.get("title") or ""), issued=_issued(item.get("issued")))


def _issued(date: Any) -> str:
    """A CSL date as EDTF: {"date-parts": [[2012, 1, 26]]} gives "2012-01-26"; "" for what has no parts."""
    parts = date.get("date-parts") if isinstance(date, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    numbers = [int(part) for part in first if str(part).isdigit()] if isinstance(first, list) else []
    return "-".join(f"{number:0{width}d}" for number, width in zip(numbers, (4, 2, 2), strict=False))
