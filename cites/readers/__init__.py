"""Files to Documents: one module a format, all of them in the table READERS, each loaded when it is first needed.

document = read("article.md")
for path in find_files(["articles/"]): …
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from cites.errors import ReadError
from cites.model import Document
from cites.readers.origin import in_file

__all__ = ["READERS", "UNREAD", "Reader", "find_files", "in_file", "read", "read_bytes"]

MEND = "save it as text, Markdown or HTML"
OPENING = 1_000  # bytes looked at to tell what a file is


class Reader(NamedTuple):
    """A format that is read: how its files are called, and the module whose `read` reads them."""

    suffixes: tuple[str, ...]
    module: str


class Unread(NamedTuple):
    """A format that is known and not read yet: how its files are called, and how they begin."""

    suffixes: tuple[str, ...]
    magic: tuple[bytes, ...] = ()
    holds: bytes = b""  # where other formats begin alike: what stands somewhere in the file


READERS = {
    "text": Reader((".txt", ".text"), "cites.readers.text"),
    "markdown": Reader((".md", ".markdown"), "cites.readers.markdown"),
    "html": Reader((".html", ".htm", ".xhtml"), "cites.readers.html"),
    "pdf": Reader((".pdf",), "cites.readers.pdf"),
}
ZIP = (b"PK\x03\x04",)
OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
UNREAD = {  # first fit wins
    "RTF": Unread((".rtf",), (b"{\\rtf",)),
    "Word (.docx)": Unread((".docx", ".docm"), ZIP, b"word/"),
    "OpenDocument (.odt)": Unread((".odt",), ZIP, b"vnd.oasis.opendocument"),
    "EPUB": Unread((".epub",), ZIP, b"epub+zip"),
    "PowerPoint": Unread((".pptx", ".ppt"), ZIP, b"ppt/"),
    "Excel": Unread((".xlsx", ".xls"), ZIP, b"xl/"),
    "ZIP": Unread((".zip",), ZIP),
    "Word (.doc)": Unread((".doc",), OLE),
    "MOBI": Unread((".mobi", ".azw", ".azw3")),
    "DjVu": Unread((".djvu",), (b"AT&TFORM",)),
    "a picture": Unread(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp"),
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*"),
    ),
    "a compressed file": Unread((".gz", ".bz2", ".xz", ".7z", ".rar"), (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!")),
}


def read(path: str | Path, name: str | None = None, *, format: str | None = None, warn: Callable[[str], None] | None = None) -> Document:
    """Return the document in a file; its format is told by its suffix unless `format` names one of READERS.

    `warn` is called with a sentence for what was read on a guess. Raises ReadError for what cannot be read.
    """
    name = str(path) if name is None else name
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise ReadError(name, "there is no such file", "") from None
    except IsADirectoryError:
        raise ReadError(name, "is a folder", "") from None
    except PermissionError:
        raise ReadError(name, "may not be read", "check its permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise ReadError(name, getattr(error, "strerror", None) or str(error), "") from None
    return read_bytes(data, name, format, warn)


def read_bytes(data: bytes, name: str, format: str | None = None, warn: Callable[[str], None] | None = None) -> Document:
    """Return the document in `data`; `name` tells the format by its suffix, and stands in messages and outputs."""
    reader = READERS.get(format or _tell_format(data, name))
    if reader is None:
        raise ReadError(name, f"no reader is called {format!r}", f"there are {', '.join(READERS)}")
    unread = _tell_unread(data)
    if unread:
        raise ReadError(name, f"{unread} is not read yet", MEND)
    document: Document = import_module(reader.module).read(data, name, warn or _unheard)
    return document


def find_files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Yield each file once: those named as they are, folders in sorted order with the files that a reader knows.

    Hidden files are left out of folders. What is not there, or is a folder that may not be read, is yielded too, so
    that reading it says so and the others are done.
    """
    seen: set[str] = set()
    for path in map(Path, paths):
        for file in _walk(path) if path.is_dir() else (path,):
            key = os.path.abspath(file)
            if key not in seen:
                seen.add(key)
                yield file


def _walk(folder: Path) -> Iterator[Path]:
    known = {suffix for reader in READERS.values() for suffix in reader.suffixes}
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield path
            continue
        try:
            entries = [entry for entry in os.scandir(path) if not entry.name.startswith(".")]
        except OSError:
            yield path
            continue
        kept = [entry for entry in entries if _is_folder(entry) or (entry.is_file() and Path(entry.name).suffix.lower() in known)]
        waiting += sorted((Path(entry.path) for entry in kept), reverse=True)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)  # a link to a folder above would never end


def _tell_format(data: bytes, name: str) -> str:
    """The format of a file: by its suffix; without a known one, HTML by how it begins, else text."""
    suffix = Path(name).suffix.lower()
    for format, reader in READERS.items():
        if suffix in reader.suffixes:
            return format
    for format, unread in UNREAD.items():
        if suffix in unread.suffixes and data.strip():
            raise ReadError(name, f"{format} is not read yet", MEND)
    opening = data[:OPENING].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if opening.startswith((b"<!doctype html", b"<html")) or b"<html" in opening else "text"


def _tell_unread(data: bytes) -> str:
    """The name of a known format that is not read, by its first bytes; "" for anything else."""
    for format, unread in UNREAD.items():
        if unread.magic and data.startswith(unread.magic) and unread.holds in data:
            return format
    return ""


def _unheard(_: str) -> None:
    """Takes warnings that nobody asked for."""
