"""Lists of pages: RSS and Atom feeds, sitemaps, and texts of nothing but addresses.

    https://example.org/2012/01/27/talks
    https://example.org/2012/02/03/more-talks
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cites.model import Reference

ADDRESS = re.compile(rb"https?://\S+", re.IGNORECASE)
XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|feed|urlset|sitemapindex|rdf)", re.IGNORECASE)
ROOT = re.compile(rb"<(?:\w+:)?(?:rss|rdf|feed|urlset|sitemapindex)[\s>]", re.IGNORECASE)
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
    pages = _in_xml(data, name) if XML.match(data[:OPENING]) else _in_text(data)
    seen: set[str] = set()
    for page in pages:
        if page.url not in seen:
            seen.add(page.url)
            yield page


def _in_text(data: bytes) -> Iterator[Reference]:
    for line in data.split(b"\n"):
        if ADDRESS.fullmatch(line.strip(BEFORE)):
            yield Reference(url=line.strip(BEFORE).decode("utf-8", "replace"))


def _in_xml(data: bytes, name: str) -> Iterator[Reference]:
    from cites.readers.feed_items import read_items  # late: most runs read no XML

    return (item for item in read_items(data, name) if ADDRESS.match(item.url.encode()))


__all__ = ["OPENING", "is_list", "may_be_list", "read_list"]
