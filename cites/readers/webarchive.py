"""Safari's .webarchive: a property list with the page in `WebMainResource`."""

from __future__ import annotations

import plistlib
from collections.abc import Callable
from typing import Any
from xml.parsers.expat import ExpatError

from cites.errors import ReadError
from cites.model import Document
from cites.readers.html import read_page
from cites.readers.html.tree import LARGER

MEND = "save the page again"
DAMAGED = (ExpatError, ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)  # what plistlib raises


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document of the page; raises ReadError for another property list and for a damaged one."""
    try:
        archive: Any = plistlib.loads(data)
    except DAMAGED:
        raise ReadError(name, "is damaged or was cut off", MEND) from None
    page = archive.get("WebMainResource") if isinstance(archive, dict) else None
    body = page.get("WebResourceData") if isinstance(page, dict) else None
    if not isinstance(page, dict) or not isinstance(body, bytes):
        raise ReadError(name, "is a property list, and holds no web page", MEND)
    encoding, url = str(page.get("WebResourceTextEncodingName") or "").lower(), str(page.get("WebResourceURL") or "")
    return read_page(body, name, warn, LARGER.get(encoding, encoding), url if url.startswith("http") else "")
