"""Addresses as a format takes them: what would end one is percent-encoded, and nothing else is touched."""

from __future__ import annotations

import re

from cites.writers.placing import one_line


def encode(url: str, unsafe: re.Pattern[str]) -> str:
    """An address without what a format would take for its end: "http://a.org/b|c" gives "http://a.org/b%7Cc" for the wiki.

    Source: RFC 3986, section 2.1 (of the bytes of UTF-8, as RFC 3987 has it).
    """
    return unsafe.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), one_line(url))
