"""What Zotero, Mendeley and EndNote keep in a document: each citation as data, in the code of a field.

    ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [{"locator": "12", "itemData": {"type": "book", "title": …}}], …}
    ADDIN EN.CITE <EndNote><Cite><Author>Berg</Author>…<record>…</record></Cite></EndNote>

All of it becomes the value of a "csl" mark: a list of {"item": CSL-JSON, "locator": "12"} as JSON.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from cites.csl import FIELDS, rows_of, type_called
from cites.errors import ReadError
from cites.readers.xml_tree import Element, parse_xml, text_of

MAX_DATA = 2_000_000  # code points of one citation; long abstracts have some thousands
LEFT_OUT = ("abstract", "note", "keyword", "custom")  # of an item: nothing of it stands in a reference
CSL = re.compile(r"\s*(?:ADDIN\s+)?(?:(?:ZOTERO_)?ITEM\s+)?CSL_CITATION\s*")
ENDNOTE = re.compile(r"\s*ADDIN\s+EN\.CITE\b(?!\.DATA)\s*")
MENDELEY = "MENDELEY_CITATION_v3_"
OTHER_TYPES = {  # EndNote's names of reference types that data/types.tsv has not, or has for something else
    "Electronic Article": "article-journal", "Edited Book": "book", "Electronic Book": "book", "Electronic Book Section": "chapter",
    "Government Document": "report", "Conference Paper": "paper-conference", "Audiovisual Material": "document",
    "Unpublished Work": "manuscript",
}  # fmt: skip
PEOPLE = {"author": "contributors/authors/author", "editor": "contributors/secondary-authors/author"}


def read_field(code: str) -> str:
    """Return the citations in a field's code as the value of a "csl" mark; "" for any other field, and for damaged data."""
    if len(code) > MAX_DATA:
        return ""
    csl = CSL.match(code)
    if csl:
        return _from_csl(code[csl.end() :])
    endnote = ENDNOTE.match(code)
    return _from_endnote(code[endnote.end() :]) if endnote else ""


def read_endnote_data(packed: str) -> str:
    """Return the same of what EndNote keeps beside a field, in base 64."""
    data = _unpacked(packed)
    return _from_endnote(data.decode("utf-8", "replace").strip("\0")) if data else ""


def read_mendeley(tag: str) -> str:
    """Return the same of the tag of a content control: "MENDELEY_CITATION_v3_eyJ…"."""
    data = _unpacked(tag.removeprefix(MENDELEY)) if tag.startswith(MENDELEY) else b""
    return _from_csl(data.decode("utf-8", "replace")) if data else ""


def _unpacked(packed: str) -> bytes:
    if len(packed) > MAX_DATA:
        return b""
    try:
        return base64.b64decode("".join(packed.split()))
    except (binascii.Error, ValueError):
        return b""


def _from_csl(text: str) -> str:
    try:
        found, _ = json.JSONDecoder().raw_decode(text.strip())
    except (ValueError, RecursionError):
        return ""
    items = found.get("citationItems") if isinstance(found, dict) else None
    if not isinstance(items, list):
        return ""
    return _to_mark([(entry.get("itemData"), entry.get("locator")) for entry in items if isinstance(entry, dict)])


def _to_mark(cited: list[tuple[Any, Any]]) -> str:
    """The value of a mark; "" unless each work that is cited has its data."""
    if not cited or not all(isinstance(item, Mapping) and item.get("title") for item, _ in cited):
        return ""
    records = []
    for item, locator in cited:
        record: dict[str, Any] = {"item": {key: field for key, field in item.items() if key not in LEFT_OUT}}
        if isinstance(locator, str | int) and str(locator).strip():
            record["locator"] = str(locator).strip()
        records.append(record)
    return json.dumps(records, ensure_ascii=False)


def _from_endnote(text: str) -> str:
    start = text.find("<EndNote>")
    if start < 0:
        return ""
    try:
        root = parse_xml(text[start:].encode("utf-8", "replace"), "EndNote")
    except ReadError:
        return ""
    cited = [(_record(record), text_of(cite.find("Pages"))) for cite in root.iterchildren("Cite") for record in cite.iterchildren("record")]
    return _to_mark([(item, re.sub(r"^pp?\.\s*", "", locator)) for item, locator in cited])


def _record(record: Element) -> dict[str, Any]:
    """An EndNote record as CSL-JSON."""
    kind = record.find("ref-type")
    called = kind.get("name", "") if kind is not None else ""
    item: dict[str, Any] = {"type": OTHER_TYPES.get(called) or type_called("endnote", called)}
    item |= {FIELDS[field]: text for field, path, _ in rows_of("read.endnote") if (text := text_of(record.find(path)))}
    for role, path in PEOPLE.items():
        if people := list(_people(record, path)):
            item[role] = people
    if year := re.search(r"\d{4}", text_of(record.find("dates/year"))):
        item["issued"] = {"date-parts": [[int(year[0])]]}
    return item


def _people(record: Element, path: str) -> Iterator[dict[str, str]]:
    for person in record.iterfind(path):
        family, comma, given = text_of(person).partition(",")
        if comma and given.strip():
            yield {"family": family.strip(), "given": given.strip()}
        elif family.strip():
            yield {"literal": family.strip()}
