"""What is read of the body of an answer, and what becomes of the rest."""

from __future__ import annotations

from typing import Any

import urllib3

PIECE = 64 * 1024  # bytes at a time, packed and unpacked
DROP = 64 * 1024  # bytes; to read a longer body that nobody wants costs more than a new connection


def read_start(raw: Any, limit: int) -> tuple[bytes, bool]:
    """Return the first `limit` bytes of a body, unpacked, and whether that is all of it; what came before an error counts."""
    pieces: list[bytes] = []
    length = 0
    try:
        while length < limit:
            piece = raw.read1(min(PIECE, limit - length), decode_content=True)  # read() would wait until so many bytes have come
            if not piece:
                return b"".join(pieces), True
            pieces.append(piece)
            length += len(piece)
    except (urllib3.exceptions.HTTPError, OSError, ValueError):
        pass
    return b"".join(pieces), False


def drop(raw: Any) -> None:
    """Let go of an answer. A short rest is read, packed as it is, so that the connection can be kept; a long or endless one is cut off."""
    if raw.length_remaining is not None and raw.length_remaining <= DROP:
        raw.drain_conn()
    raw.close()
