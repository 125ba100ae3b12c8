"""The items of RSS and Atom feeds and of sitemaps: a page each."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from cites.model import Reference
from cites.readers.html.about import to_date
from cites.readers.xml_tree import Element, parse_xml, text_of

DATES = ("pubDate", "date", "published", "publication_date")  # RSS, RSS 1.0 (Dublin Core), Atom, news sitemaps


def read_items(data: bytes, name: str) -> Iterator[Reference]:
    """Yield the items of a feed or a sitemap in its order: title, date and address, each "" where it has none.

    Raises ReadError for XML that is damaged.
    """
    for element in parse_xml(data, name).iter("{*}item", "{*}entry", "{*}url", "{*}sitemap"):
        yield Reference(title=_in(element, "title"), issued=_day(element), url=_address(element))


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
