"""Where links lead: past addresses that only count a click, and out of a wiki."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from cites.readers.html.tree import Element

# Addresses between a page and what it links to, and the parameters in which these name it.
COUNTING = re.compile(r"/(?:url|l\.php|redir(?:ect)?(?:\.php)?|away(?:\.php)?|out(?:bound|going)?|exit|leave|go|link)/?$", re.IGNORECASE)
RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/10\.[^?#]*%2F[^?#]*$", re.IGNORECASE)
TARGETS = frozenset(("q", "url", "u", "to", "target", "dest", "destination", "redirect"))


def aimed_at(url: str) -> str:
    """The page that an address which only counts the click leads on to: "https://www.google.com/url?q=https://iz.ru/1&sa=D" gives that.

    A DOI is spelt as it is printed: "https://doi.org/10.1371%2Fjournal.pone.0043130" gives "https://doi.org/10.1371/journal.pone.0043130".
    Raises ValueError for an address that is none.
    """
    if RESOLVER.match(url):
        return unquote(url)
    if "?" not in url or "http" not in url[8:]:
        return url
    parts = urlsplit(url)
    if not (COUNTING.search(parts.path) or "safelinks" in parts.netloc):
        return url
    return next((value for name, value in parse_qsl(parts.query) if name in TARGETS and value.startswith(("http://", "https://"))), url)


PARSED = "mw:WikiLink"


def is_wiki(root: Element) -> bool:
    """Whether MediaWiki made the page, whose own articles are linked all over a citation: its newspaper, "ISBN", its publisher."""
    if any(PARSED in anchor.get("rel", "") for anchor in root.iter("a")):  # as its parser hands pages out
        return True
    return any("mediawiki" in meta.get("content", "").lower() for meta in root.iter("meta") if meta.get("name", "").lower() == "generator")


def leads_out(anchor: Element) -> bool:
    """Whether a link of a wiki leads to another site: `<a class="external text">`, `<a rel="mw:ExtLink">`."""
    return "external" in anchor.get("class", "").split() or "mw:ExtLink" in anchor.get("rel", "").split()
