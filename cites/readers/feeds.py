"""Lists of pages: RSS and Atom feeds, sitemaps, and texts of nothing but addresses.

    https://example.org/2012/01/27/talks
    https://example.org/2012/02/03/more-talks
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from cites.model import Reference
from cites.readers.html.about import to_date
from cites.readers.xml_tree import Element, parse_xml, text_of

ADDRESS = re.compile(rb"https?://\S+", re.IGNORECASE)
XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|feed|urlset|sitemapindex|rdf)", re.IGNORECASE)
ROOT = re.compile(rb"<(?:\w+:)?(?:rss|rdf|feed|urlset|sitemapindex)[\s>]", re.IGNORECASE)
DATES = ("pubDate", "date", "published", "publication_date")  # RSS, RSS 1.0 (Dublin Core), Atom, news sitemaps
BEFORE = b"\xef\xbb\xbf \t\r\n"  # what may stand before a line, a byte order mark among it
OPENING = 2_000  # bytes looked at


def is_list(data: bytes) -> bool:
    """Whether a file names pages and is none itself."""
    head = data[:OPENING]
    return may_be_list(head) and (XML.match(head) is not None or all(_is_listed(line) for line in data.split(b"\n")))


def may_be_list(head: bytes) -> bool:
    """Whether a file that begins so may be a list: with a feed's first element, or with an address."""
    if XML.match(head):
        return ROOT.search(head) is not None
    first, _, _ = head.lstrip(BEFORE).partition(b"\n")
    return ADDRESS.fullmatch(first.strip()) is not None


def _is_listed(line: bytes) -> bool:
    """True for an address, a comment, an empty line."""
    line = line.strip(BEFORE)
    return not line or line.startswith(b"#") or ADDRESS.fullmatch(line) is not None


def read_list(data: bytes, name: str) -> Iterator[Reference]:
    """Yield the pages of a list in its order, each once: their addresses, and what a feed says of their titles and dates.

    Raises ReadError for XML that is damaged.
    """
    pages = _in_xml(parse_xml(data, name)) if XML.match(data[:OPENING]) else _in_text(data)
    seen: set[str] = set()
    for page in pages:
        if page.url not in seen:
            seen.add(page.url)
            yield page


def _in_text(data: bytes) -> Iterator[Reference]:
    for line in data.split(b"\n"):
        if ADDRESS.fullmatch(line.strip(BEFORE)):
            yield Reference(url=line.strip(BEFORE).decode("utf-8", "replace"))


def _in_xml(root: Element) -> Iterator[Reference]:
    for element in root.iter("{*}item", "{*}entry", "{*}url", "{*}sitemap"):
        url = _address(element)
        if ADDRESS.match(url.encode()):
            yield Reference(title=_in(element, "title"), issued=_day(element), url=url)


def _address(element: Element) -> str:
    """Where an item leads: `<link>` of RSS, `<link rel="alternate" href>` of Atom, `<loc>` of a sitemap."""
    for link in element.iterfind("{*}link"):
        href = link.get("href", "")
        if href and link.get("rel", "alternate") == "alternate":
            return href.strip()
    return next(filter(None, (_in(element, tag) for tag in ("loc", "link", "guid"))), "")


def _in(element: Element, tag: str) -> str:
    return text_of(element.find(f"{{*}}{tag}"))


def _day(element: Element) -> str:
    """ "Fri, 27 Jan 2012 08:00:00 GMT" gives "2012-01-27"; "" where an item has no date."""
    return next((to_date(text_of(child)) for child in element.iter(etree.Element) if etree.QName(child).localname in DATES), "")


__all__ = ["OPENING", "is_list", "may_be_list", "read_list"]
