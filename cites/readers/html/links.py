"""Addresses that only count a click, and the page that they lead on to."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

# Addresses between a page and what it links to, and the parameters in which these name it.
COUNTING = re.compile(r"/(?:url|l\.php|redir(?:ect)?(?:\.php)?|away(?:\.php)?|out(?:bound|going)?|exit|leave|go|link)/?$", re.IGNORECASE)
TARGETS = frozenset(("q", "url", "u", "to", "target", "dest", "destination", "redirect"))


def aimed_at(url: str) -> str:
    """The page that an address which only counts the click leads on to: "https://www.google.com/url?q=https://iz.ru/1&sa=D" gives that.

    Raises ValueError for an address that is none.
    """
    if "?" not in url or "http" not in url[8:]:
        return url
    parts = urlsplit(url)
    if not (COUNTING.search(parts.path) or "safelinks" in parts.netloc):
        return url
    return next((value for name, value in parse_qsl(parts.query) if name in TARGETS and value.startswith(("http://", "https://"))), url)
