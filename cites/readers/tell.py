"""What a file is: by its content where that tells, by its suffix where it is text of some kind.

A Word document that is called `.pdf` is read as a Word document, and a web page that is called `.doc` as a web page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from cites.errors import ReadError
from cites.readers.containers import signs
from cites.readers.formats import KNOWN, OLE, READERS, ZIP

MEND = "save it as DOCX, HTML or text"
ELSEWISE = {"zip": ("is a ZIP file", "call it .zip, or say --from zip"), "compressed": ("is a compressed file", "unpack it")} | {
    "bibliography": ("is a bibliography, which cites no works but has them", "`cites check` asks its links, --merge takes its works"),
    "json": ("is JSON, of which nothing tells where the texts are", "--from jsonl, if each line is a {…} with a text"),
}
OPENING = 1_000  # bytes looked at to tell what a text is
PEEK = 4_096  # bytes looked at of a file in a folder whose suffix says nothing
BEFORE = b"\xef\xbb\xbf \t\r\n\0"  # what may stand before the first bytes of a format
PROTECTED = "EncryptedPackage".encode("utf-16-le")  # the stream that a Word document with a password is kept in


def tell_format(data: bytes, name: str, warn: Callable[[str], None]) -> str:
    """Return the format of a file, one of READERS; `name` counts by its suffix.

    Raises ReadError for a format that is not read, and for a file that is not what it is called.
    """
    by_name, by_content = tell_by_suffix(name), tell_by_content(data)
    if by_content == "zip" and KNOWN.get(by_name, KNOWN["zip"]).magic == ZIP:
        by_content = by_name or "zip"
    if by_content:
        _refuse_unread(by_content, data, name)
        if by_name and by_name != by_content:
            warn(f"{name}: is {KNOWN[by_content].title}, and is read as such")
        return by_content
    if by_name in READERS and not READERS[by_name].magic:
        return by_name
    if opened := tell_by_opening(data):
        return opened
    if by_name and data.strip():
        _refuse_unread(by_name, data, name)
        raise ReadError(name, f"is no {KNOWN[by_name].title} file", "call it what it is: .txt if it is text")
    return "text"


def check_format(data: bytes, name: str, format: str) -> None:
    """Raise ReadError where `format`, which somebody asked for, is not known, or is not what the first bytes say."""
    if format not in READERS:
        raise ReadError(name, f"no reader is called {format!r}", f"there are {', '.join(READERS)}")
    told = tell_by_content(data)
    reader = READERS[format]
    if data.strip() and reader.magic and not any(magic in data[:PEEK] for magic in reader.magic) and tell_by_opening(data) != format:
        raise ReadError(name, f"is no {reader.title} file", f"read it as {told or tell_by_opening(data) or 'text'}")
    if told in ("", format) or (told == "zip" and READERS[format].magic == ZIP):
        return
    _refuse_unread(told, data, name)
    raise ReadError(name, f"is {KNOWN[told].title}, not {READERS[format].title}", f"read it as {told}")


def tell_by_suffix(name: str) -> str:
    """The format that a name promises: "a.DOCX" gives "docx"; "" for one that nobody knows."""
    suffix = PurePath(name).suffix.lower()
    return next((format for format, known in KNOWN.items() if suffix in known.suffixes), "")


def tell_by_content(data: bytes) -> str:
    """The format that the first bytes show, and in a container its members; "" for what may be text."""
    head = data[:PEEK].lstrip(BEFORE)
    inside = signs(data) if head.startswith(ZIP) else ()
    begun = {format: known.inside for format, known in KNOWN.items() if known.magic and head.startswith(known.magic)}
    held = (format for format, signs in begun.items() if all(any(sign.startswith(wanted) for sign in inside) for wanted in signs))
    return next(held, "")


def tell_by_opening(data: bytes) -> str:
    """The format of a text by how it begins: "<!doctype html>"; "" where nothing tells."""
    opening = data[:OPENING].lower()
    return next((format for format, reader in READERS.items() if reader.opening and re.search(reader.opening, opening)), "")


def _refuse_unread(format: str, data: bytes, name: str) -> None:
    if data.startswith(OLE) and PROTECTED in data:
        raise ReadError(name, "is protected by a password", "open it, take the password off and save it again")
    if format not in READERS:
        raise ReadError(name, *ELSEWISE.get(format, (f"{KNOWN[format].title} is not read yet", MEND)))
