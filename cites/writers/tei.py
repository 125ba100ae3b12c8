"""References as TEI P5: a <listBibl> of <biblStruct>, for the back matter of a text or to be read by itself.

A work that stands in another has <analytic> for itself and <monogr> for the other. What W3C's forms of dates can say is in
`when`, `from` and `to` ("--03-04" is a day without a year); any other date keeps its EDTF form in `when-custom`.
Source: TEI P5 Guidelines, 3.12 (bibliographic citations) and 13.4 (dates).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from cites.csl import types_of
from cites.edtf import is_day, to_day
from cites.library import Library
from cites.model import Link, Name, Reference
from cites.writers.addresses import encode
from cites.writers.dates import format_date
from cites.writers.placing import Placed, ends_of, one_line, place
from cites.writers.words import tell_copy
from cites.writers.xml import Element, add, to_id, to_text

NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
W3C = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
YEARLESS = re.compile(r"XXXX(-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)")
WORD = re.compile(r"[!-~]+")  # what an attribute may hold of a date that nobody has foreseen
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[\w.-]+(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
NOT_IN_ADDRESS = re.compile(r"[\s<>\"{}|\\^`\[\]]|%(?![0-9A-Fa-f]{2})")
SURE = {"~": "medium", "?": "low", "%": "low"}

SCOPES = ("volume", "issue", "page", "section")
NUMBERS = ("number", "DOI", "archive location")  # of the work; an ISBN is of the whole
NOTES = ("genre", "archive")  # notes with a type; the others have none


def write(library: Library) -> str:
    """All references as one list."""
    root = etree.Element(f"{{{NAMESPACE}}}listBibl", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # as lxml takes it, not its stubs
    for reference in library.references:
        _entry(add(root, "biblStruct"), reference, library.links.get(reference.url))
    return to_text(root)


def _entry(entry: Element, reference: Reference, link: Link | None) -> None:
    level, container_level = types_of(reference).tei.split()
    has_tongue = LANGUAGE.fullmatch(reference.language) is not None
    placed = place(reference, "", "tei", link, taken=("language",) if has_tongue else ())
    tongue = reference.language if has_tongue else ""
    entry.set(XML_ID, to_id(reference.id))
    entry.set("type", reference.type)
    if level == "a":
        part = add(entry, "analytic")
        _people(part, placed, "author")
        _about(part, placed, level, NUMBERS, tongue)
        _people(part, placed, "translator")
        whole = add(entry, "monogr")
        if placed.homes.keys() & {"container", "editor", "meeting"}:
            _title(whole, placed, "container", container_level)
        _about(whole, placed, "", ("ISBN",), "")
        _people(whole, placed, "editor")
    else:
        whole = add(entry, "monogr")
        _about(whole, placed, level, (*NUMBERS, "ISBN"), tongue)
        _people(whole, placed, "author", "editor", "translator")
    _imprint(whole, reference, placed)
    if placed.homes.keys() & {"series", "series number"}:
        series = add(entry, "series")
        _title(series, placed, "series", "s")
        if "series number" in placed.homes:
            add(series, "biblScope", str(placed.homes["series number"]), unit="volume")
    _rest(entry, reference, placed, link)


def _about(parent: Element, placed: Placed, level: str, numbers: Sequence[str], language: str) -> None:
    """The title (and that of the container, where both are in one element), numbers and language, in the order that TEI wants."""
    if level:
        _title(parent, placed, "title", level)
        if level != "a" and "container" in placed.homes:
            add(parent, "title", str(placed.homes["container"]), type="container")
    for home in numbers:
        if home in placed.homes:
            add(parent, "idno", str(placed.homes[home]), type=home.replace(" ", "-"))
    if language:
        add(parent, "textLang", mainLang=language)


def _title(parent: Element, placed: Placed, home: str, level: str) -> None:
    add(parent, "title", str(placed.homes.get(home, "")), level=level)


def _people(parent: Element, placed: Placed, *roles: str) -> None:
    """Who made the work: <author>, <editor>, <editor role="translator">."""
    for role in roles:
        for name in placed.homes.get(role, ()):
            assert isinstance(name, Name)
            element = add(parent, "author" if role == "author" else "editor", role=role if role == "translator" else "")
            if name.literal:
                add(element, "orgName", name.literal)
                continue
            person = add(element, "persName")
            parts = {"forename": name.given, "nameLink": name.particle, "surname": name.family, "genName": name.suffix}
            for tag, text in parts.items():
                if text:
                    add(person, tag, text)


def _imprint(whole: Element, reference: Reference, placed: Placed) -> None:
    """Where, by whom and when it came out, and where it stands in the whole."""
    homes = placed.homes
    if "meeting" in homes:
        add(whole, "meeting", str(homes["meeting"]))
    if "edition" in homes:
        add(whole, "edition", str(homes["edition"]))
    imprint = add(whole, "imprint")
    for home in ("pubPlace", "publisher"):
        if home in homes:
            add(imprint, home, str(homes[home]))
    _date(imprint, reference.issued)
    for unit in SCOPES:
        if unit in homes:
            first, last = ends_of(str(homes[unit])) if unit == "page" else ("", "")
            is_range = {"from": first, "to": last} if last else {}
            add(imprint, "biblScope", str(homes[unit]), unit=unit, **is_range)


def _date(parent: Element, edtf: str) -> None:
    """A date in words with its machine form: <date when="2012-01-26">26 January 2012</date>; none gives <date/>."""
    bare = edtf.rstrip("~?%")
    first, slash, last = bare.partition("/")
    machine: dict[str, str] = {}
    if (yearless := YEARLESS.fullmatch(bare)) and _is_w3c(f"2000{yearless[1]}"):
        machine = {"when": f"-{yearless[1]}"}
    elif not slash and _is_w3c(bare):
        machine = {"when": bare}
    elif slash and all(end in ("", "..") or _is_w3c(end) for end in (first, last)):
        machine = {name: end for name, end in (("from", first), ("to", last)) if end.strip(".")}
    elif WORD.fullmatch(edtf):
        machine = {"when-custom": edtf}
    add(parent, "date", format_date(edtf) if edtf else "", **machine, cert=SURE.get(edtf[len(bare) :][:1], ""))


def _is_w3c(edtf: str) -> bool:
    """Whether this is a year, a month or a day that the calendar has."""
    return W3C.fullmatch(edtf) is not None and not edtf.startswith("0000") and (not is_day(edtf) or to_day(edtf) is not None)


def _rest(entry: Element, reference: Reference, placed: Placed, link: Link | None) -> None:
    """Notes and addresses."""
    homes = placed.homes
    for home in NOTES:
        if home in homes:
            add(entry, "note", str(homes[home]), type=home)
    if reference.accessed:
        _date(add(entry, "note", type="accessed"), reference.accessed)
    for note in placed.notes:
        add(entry, "note", note)
    for kind, address in (("", str(homes.get("url", ""))), ("archived", tell_copy(link)[2])):
        if ADDRESS.fullmatch(one_line(address)):
            add(entry, "ptr", type=kind, target=_address(address))
        elif address:
            add(entry, "note", address, type="address")


def _address(url: str) -> str:
    """An address as xs:anyURI takes it: a second "#" is encoded too."""
    before, mark, fragment = url.partition("#")
    return encode(before, NOT_IN_ADDRESS) + mark + encode(fragment, NOT_IN_ADDRESS).replace("#", "%23")
