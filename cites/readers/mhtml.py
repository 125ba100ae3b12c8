"""MHTML, which browsers save as "web page, single file": the page of a message that has its pictures, too.

Source: RFC 2557.
"""

from __future__ import annotations

import email
from collections.abc import Callable
from email.message import Message

from cites.errors import ReadError
from cites.model import Document
from cites.readers.html import read_page
from cites.readers.html.tree import LARGER

PAGES = ("text/html", "application/xhtml+xml")
MEND = "save the page again"


def read(data: bytes, name: str, warn: Callable[[str], None]) -> Document:
    """Return the document of the page; raises ReadError where the message holds none."""
    message = email.message_from_bytes(data.lstrip())
    page = _page(message)
    if page is None:
        raise ReadError(name, "holds no web page", MEND)
    body = page.get_payload(decode=True)
    if not isinstance(body, bytes) or not body.strip():
        raise ReadError(name, "holds an empty page, or was cut off", MEND)
    encoding = (page.get_content_charset() or "").lower()
    said = (page.get("Content-Location"), message.get("Snapshot-Content-Location"), message.get("Content-Location"))
    url = next((str(url).strip() for url in said if url and str(url).strip().startswith("http")), "")
    return read_page(body, name, warn, LARGER.get(encoding, encoding), url)


def _page(message: Message) -> Message | None:
    """The part that the message says it starts with, else the first page in it."""
    pages = [part for part in message.walk() if part.get_content_type() in PAGES]
    start = str(message.get_param("start") or "")
    return next((page for page in pages if start and page.get("Content-ID", "").strip() == start.strip()), pages[0] if pages else None)
