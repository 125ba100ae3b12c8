"""Addresses as a format takes them, and as a browser may be sent to."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from cites.grammar.urls import with_scheme
from cites.writers.placing import one_line

KEPT = "%:/?#@!$&'()*+,;=~-._"
NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def encode(url: str, unsafe: re.Pattern[str]) -> str:
    """An address without what a format would take for its end: "http://a.org/b|c" gives "http://a.org/b%7Cc" for the wiki.

    Source: RFC 3986, section 2.1 (of the bytes of UTF-8, as RFC 3987 has it).
    """
    return unsafe.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), one_line(url))


def web_address(url: str) -> str:
    """The address where a browser may be sent to, with what no address may hold escaped; "" unless it is http or https.

    "https://a.org/a[1]?q=я" gives "https://a.org/a%5B1%5D?q=%D1%8F", "www.nato.int" "http://www.nato.int".
    Source: RFC 3986, section 2; brackets are for hosts.
    """
    url = with_scheme(url)
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[": no host can be read from it
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return ""
    end = url.index(parts.netloc) + len(parts.netloc)
    return quote(url[:end], safe=f"{KEPT}[]") + quote(NO_ESCAPE.sub("%25", url[end:]), safe=KEPT)
