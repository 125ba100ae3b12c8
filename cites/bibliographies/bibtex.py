"""BibTeX and BibLaTeX: entries to works. Source: the biblatex manual, sections 2.1 and 2.2, and what classic BibTeX calls otherwise."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock
from bibtexparser.model import Entry as Block

from cites.bibliographies import Entry, Problems
from cites.bibliographies.remarks import own_title, told_source
from cites.knowledge import read_tables
from cites.model import Name, Reference
from cites.readers.latex import to_plain

TABLES: Mapping[str, Mapping[str, str]] = read_tables("biblatex.toml")["read"]
PROBLEMS: Mapping[str, Sequence[str]] = read_tables("biblatex.toml")["problems"]  # by what the parser says
RAW = frozenset({"doi", "url", "isbn"})  # no TeX in them
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
OTHERS = re.compile(r"\sand\s+others\s*$", re.IGNORECASE)
REPORTED = re.compile(r"(?:(?P<volume>\d+)|\[\d{4}\])\s(?P<container_title>\D.*)\s(?P<page>\S*\d)")  # 306 U.S. 616 · [1988] AC 660
ADDRESS = re.compile(r"https?://[^\s{}]*[^\s{}.,;)]")
UNKNOWN = "XXXX"  # a date that is not known, as biber takes it


def read(text: str, problems: Problems) -> list[Entry]:
    """The works of a .bib file; an entry that cannot be read is a problem, and the others are read."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it says there is said below, with a mend
    library = parse_string(text, parse_stack=[ResolveStringReferencesMiddleware(), RemoveEnclosingMiddleware()])
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        said = str(getattr(block.error, "abort_reason", "") or block.error)
        problem, mend = next(told for words, told in PROBLEMS.items() if words in said)
        if isinstance(block, DuplicateBlockKeyBlock):
            problem, mend = f"another entry has the key {block.key!r}", "give one of them another key"
        elif isinstance(block, DuplicateFieldKeyBlock):
            problem, mend = f"{', '.join(sorted(block.duplicate_keys))}: stands twice in this entry", "keep one of them"
        problems(line, problem, mend)
    return [Entry(_reference(block), (block.start_line or 0) + 1) for block in library.entries]


def _reference(block: Block) -> Reference:
    raw = {field.key.lower(): str(field.value) for field in block.fields}
    kind = block.entry_type.lower()
    found: dict[str, Any] = {field: value for field, homes in TABLES["fields"].items() if (value := _first(raw, homes, field in RAW))}
    author, called = _names(raw.get("author", "")), found.get("title", "")
    source = told_source([untex(raw.get("annotation", ""))])
    if called and not own_title(called):
        del found["title"]
        if len(author) == 1 and (body := author[0].literal) and called.startswith(f"[{body} "):
            source, author = body, ()  # who stands there only because BibTeX wants somebody
    elif subtitle := _first(raw, "subtitle", False):
        found["title"] = f"{found.get('title', '')}: {subtitle}"
    for field, home in (("container_title", "howpublished"), ("note", "note")):  # BibTeX of old has no field for an address
        if "url" not in found and (address := ADDRESS.search(raw.get(home, "").replace("\\", ""))):
            found |= {"url": address[0], field: "" if found.get(field) == address[0] else found.get(field, "")}
    if "entrysubtype" in raw and (reported := REPORTED.fullmatch(found.get("container_title", ""))):
        found |= reported.groupdict("")
    number = "issue" if kind in ("article", "periodical") else "collection_number" if "series" in raw else "number"
    if value := _first(raw, "issue number" if number == "issue" else "number", False):
        found[number] = value
    return Reference(
        id=block.key,
        type=_type(kind, raw, found),
        author=author,
        other_authors="et al." if OTHERS.search(raw.get("author", "")) else "",
        editor=_names(raw.get("editor", "")),
        translator=_names(raw.get("translator", "")),
        issued=_date(raw),
        accessed=raw.get("urldate", ""),
        source=source,
        **found,
    )


def _type(kind: str, raw: Mapping[str, str], found: Mapping[str, str]) -> str:
    if subtype := TABLES["subtypes"].get(raw.get("entrysubtype", "").lower()):
        return subtype
    if kind == "article" and not ("volume" in found or "issue" in found):
        return "article"  # which people write for news, too
    return TABLES["types"].get(kind, "document")


def _first(raw: Mapping[str, str], names: str, is_raw: bool) -> str:
    value = next((raw[name] for name in names.split() if raw.get(name)), "")
    return value.strip().replace("\\", "") if is_raw else untex(value)


def untex(text: str) -> str:
    r"""TeX as a reader sees it: "The {NATO} \emph{Summit}, {\"O}z \& Co" gives "The NATO Summit, Öz & Co"."""
    text = text.strip()
    if not any(mark in text for mark in "\\{}~$%-`'"):
        return " ".join(text.split())
    return " ".join(to_plain(re.sub(r"(?<!\\)%", r"\\%", text)).split())


def _names(field: str) -> tuple[Name, ...]:
    people = (one.strip() for one in split_multiple_persons_names(field)) if field.strip() else ()
    return tuple(_name(one) for one in people if one and one.lower() != "others")


def _name(printed: str) -> Name:
    if printed.startswith("{") and printed.endswith("}"):
        return Name(literal=untex(printed))
    parts = parse_single_name_into_parts(printed, strict=False)
    family, given, particle, suffix = (untex(" ".join(words)) for words in (parts.last, parts.first, parts.von, parts.jr))
    return Name(family=family, given=given, particle=particle, suffix=suffix)


def _date(raw: Mapping[str, str]) -> str:
    """The date as EDTF: `date = {2012-01-26}`, or `year = 2012, month = jan`."""
    if raw.get("date"):
        return "" if raw["date"].strip() == UNKNOWN else raw["date"].strip()
    year, month = re.search(r"\d{4}", raw.get("year", "")), raw.get("month", "").strip().lower()
    if not year:
        return ""
    number = int(month) if month.isdigit() else next((place for place, name in enumerate(MONTHS, 1) if name in month), 0)
    day = re.search(r"\b(\d{1,2})\b", month) if number and not month.isdigit() else None
    return year[0] + (f"-{number:02}" if 1 <= number <= 12 else "") + (f"-{int(day[1]):02}" if day else "")
