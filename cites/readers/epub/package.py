"""The package of an EPUB: what it is called, its texts in the order of reading, and how its contents name its chapters.

Source: EPUB 3.3, sections 5 (package document) and 7 (navigation document); Open Packaging Format 2.0.1, section 2.4 (NCX).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from cites.errors import ReadError
from cites.model import Name, Reference
from cites.readers.containers import Container
from cites.readers.html.about import to_date, to_people
from cites.readers.xml_tree import Element, parse_xml, text_of

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
OBFUSCATED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # of fonts: no protection of a text
TEXTS = ("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/x-dtbook+xml")
NCX = "application/x-dtbncx+xml"
MEND = "make it anew, or get it again"
UNLOCK = "its seller's reading program opens it, and nothing else does"
CLOCK = re.compile(r"T\d\d:(?!00:00)\d\d:\d\d")
MAX_TEXTS = 5_000  # files in the order of reading; a dictionary has a few hundred


class Package(NamedTuple):
    """An EPUB as its package document describes it."""

    about: Reference
    texts: tuple[str, ...]  # the paths of its files in the order of reading
    chapters: dict[str, str]  # path, or path#fragment: how the contents name it


def read_package(container: Container) -> Package:
    """Return the package; raises ReadError where there is none, and for a book that only the program of its seller opens."""
    name = container.name
    root = parse_xml(container.read(CONTAINER), name, CONTAINER)
    path = next((element.get("full-path", "") for element in root.iter("{*}rootfile")), "")
    if path not in container:
        raise ReadError(name, f"has no package ({path or 'none is named'})", MEND)
    package = parse_xml(container.read(path), name, path)
    items = {item.get("id", ""): item for item in package.iter("{*}item")}
    listed = (items.get(reference.get("idref", "")) for reference in package.iter("{*}itemref"))
    spine = [item for item in listed if item is not None and "nav" not in item.get("properties", "").split()]
    spine = spine or [item for item in items.values() if item.get("media-type") in TEXTS]
    texts = dict.fromkeys(within(path, item.get("href", "")) for item in spine if item.get("media-type", TEXTS[0]) in TEXTS)
    kept = tuple(text for text in texts if text in container)[:MAX_TEXTS]
    if not kept:
        raise ReadError(name, "names no text to read", MEND)
    _refuse_protected(container, kept)
    return Package(_about(package), kept, dict(_chapters(container, path, items, package)))


def within(path: str, href: str) -> str:
    """Where a link from one member leads: "OEBPS/a.xhtml" and "../b.xhtml#n1" give "b.xhtml#n1"."""
    target, mark, fragment = href.partition("#")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target))) if target else path
    return f"{joined}{mark}{unquote(fragment)}"


def _refuse_protected(container: Container, texts: tuple[str, ...]) -> None:
    if ENCRYPTION not in container:
        return
    root = parse_xml(container.read(ENCRYPTION), container.name, ENCRYPTION)
    for data in root.iter("{*}EncryptedData"):
        method = next((element.get("Algorithm", "") for element in data.iter("{*}EncryptionMethod")), "")
        paths = [unquote(element.get("URI", "")) for element in data.iter("{*}CipherReference")]
        if method not in OBFUSCATED and any(path in texts for path in paths):
            raise ReadError(container.name, "is protected against copying (DRM)", UNLOCK)


# -- what it is called -----------------------------------------------------------------------------------------------


def _about(package: Element) -> Reference:
    """Title, people, date, publisher, ISBN; `refines` (EPUB 3) and `opf:` attributes (EPUB 2) say who did what."""
    refined: dict[tuple[str, str], str] = {}
    for meta in package.iter("{*}meta"):
        refined.setdefault((meta.get("refines", "").lstrip("#"), meta.get("property", "")), text_of(meta))
    people: dict[str, list[Name]] = {"aut": [], "edt": [], "trl": []}
    for element in package.iter("{*}creator", "{*}contributor"):
        role = refined.get((element.get("id", ""), "role")) or _attribute(element, "role")
        role = role or ("aut" if etree.QName(element).localname == "creator" else "")
        if role in people:
            people[role] += to_people(text_of(element))
    titles = list(package.iter("{*}title"))
    main = next((title for title in titles if refined.get((title.get("id", ""), "title-type")) == "main"), titles[0] if titles else None)
    identifiers = [text_of(element) for element in package.iter("{*}identifier")]
    isbn = next((text.rpartition(":")[2] for text in identifiers if _is_isbn(text.rpartition(":")[2])), "")
    return Reference(
        type="book",
        author=tuple(people["aut"]),
        editor=tuple(people["edt"]),
        translator=tuple(people["trl"]),
        title=text_of(main),
        publisher=_first(package, "publisher"),
        issued=_issued(package),
        isbn=isbn,
        language=_first(package, "language"),
    )


def _issued(package: Element) -> str:
    """The date of publication; a program that knows of none writes 0101-01-01, or when it made the file, to the second."""
    dates = sorted(package.iter("{*}date"), key=lambda date: _attribute(date, "event") not in ("publication", "original-publication"))
    meant = (text_of(date) for date in dates if _attribute(date, "event") not in ("modification", "conversion", "creation"))
    return next((date for text in meant if not CLOCK.search(text) and (date := to_date(text)) > "1400"), "")


def _is_isbn(text: str) -> bool:
    digits = text.replace("-", "").replace(" ", "")
    return len(digits) in (10, 13) and digits[:-1].isdigit() and digits[-1] in "0123456789xX"


def _first(package: Element, tag: str) -> str:
    return next((text for element in package.iter(f"{{*}}{tag}") if (text := text_of(element))), "")


def _attribute(element: Element, name: str) -> str:
    """An attribute of any namespace: `opf:role`."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


# -- its contents ----------------------------------------------------------------------------------------------------


def _chapters(container: Container, path: str, items: dict[str, Element], package: Element) -> Iterator[tuple[str, str]]:
    """Yield where each entry of the contents leads and its words; contents that are damaged have none."""
    nav = next((item for item in items.values() if "nav" in item.get("properties", "").split()), None)
    ncx = items.get(next((spine.get("toc", "") for spine in package.iter("{*}spine")), ""))
    ncx = ncx if ncx is not None else next((item for item in items.values() if item.get("media-type") == NCX), None)
    for item, read in ((nav, _of_nav), (ncx, _of_ncx)):
        where = within(path, item.get("href", "")) if item is not None else ""
        if where not in container:
            continue
        try:
            root = parse_xml(container.read(where), container.name, where)
        except ReadError:
            continue
        found = [(within(where, href), " ".join(words.split())) for href, words in read(root) if href and words.strip()]
        if found:
            yield from dict(reversed(found)).items()  # of a part and its first chapter, at one place, the part
            return


def _of_nav(root: Element) -> Iterator[tuple[str, str]]:
    for nav in root.iter("{*}nav"):
        if _attribute(nav, "type") in ("toc", ""):
            for anchor in nav.iter("{*}a"):
                yield anchor.get("href", ""), text_of(anchor)


def _of_ncx(root: Element) -> Iterator[tuple[str, str]]:
    for point in root.iter("{*}navPoint"):
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None:
            yield content.get("src", ""), text_of(label)
