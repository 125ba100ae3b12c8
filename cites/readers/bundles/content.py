"""Which bundle it is that came without a name: told by its first bytes."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import re
import zlib
from collections.abc import Callable
from typing import Any

from cites.readers.tell import PEEK, tell_by_content

PACKED: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\0": lzma.open}
TAR, TAR_AT = b"ustar", 257  # bytes into its first header. Source: POSIX.1-1988, the header of ustar; GNU tar writes it too
WARC = b"WARC/"
TEXT = ("text", "body", "content", "article", "full_text", "fulltext", "article_text", "maintext", "body_text", "html")  # columns of texts


def tell_bundle_by_content(data: bytes) -> str:
    """Return which of BUNDLES `data` is, which has no name; "" for a document, and for CSV, which may be any text."""
    if tell_by_content(data) == "zip":
        return "zip"
    start = _unpacked(data)
    if start.startswith(WARC):
        return "warc"
    if start[TAR_AT:].startswith(TAR):
        return "tar"
    first = data.lstrip().partition(b"\n")[0]
    try:
        return "jsonl" if first.startswith(b"{") and isinstance(json.loads(first), dict) else ""
    except (ValueError, RecursionError):
        return ""


def may_be_table(data: bytes) -> bool:
    """Whether a text begins as CSV with texts does: a line of names, of which one is usual for a column of texts."""
    first = data[:PEEK].partition(b"\n")[0].decode("utf-8", "replace").removeprefix("\ufeff")
    names = [name.strip(' "\r').casefold() for name in re.split("[,;\t]", first)]
    return len(names) > 1 and any(name in TEXT for name in names)


def _unpacked(data: bytes) -> bytes:
    """The first bytes, unpacked where they are packed."""
    unpack = next((unpack for magic, unpack in PACKED.items() if data.startswith(magic)), None)
    if unpack is None:
        return data[:PEEK]
    try:
        with unpack(io.BytesIO(data)) as file:
            return bytes(file.read(PEEK))
    except (OSError, EOFError, ValueError, lzma.LZMAError, zlib.error):
        return b""
