"""Archives of web pages (WARC, ISO 28500): each page that a server answered with 200 is a document, called by its address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from cites.errors import ReadError
from cites.model import Reference
from cites.readers.bundles import Columns, Item

KINDS = {  # of the content, by its media type: what is read
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/markdown": "markdown",
    "text/plain": "text",
}
MOST = 50_000_000  # bytes of one page


def read_warc(file: BinaryIO, path: str, columns: Columns, warn: Callable[[str], None]) -> Iterator[Item]:
    """Yield the pages of an archive; pictures, scripts and answers other than 200 are left out."""
    try:
        for record in ArchiveIterator(file):
            headers = record.http_headers
            if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
                continue
            media_type = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            if media_type in KINDS and url:
                data = record.content_stream().read(MOST + 1)
                error = str(ReadError(url, f"is larger than {MOST:,} bytes", "")) if len(data) > MOST else ""
                yield Item(url, data, format=KINDS[media_type], about=Reference(url=url), error=error)
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        raise ReadError(path, f"is no whole WARC file ({error})", "get it anew") from None
