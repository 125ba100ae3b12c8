"""Files to Documents: one module a format, all of them in the table READERS (formats.py), each loaded when it is first needed.

document = read("article.md")
for path in find_files(["articles/"]): …
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

from cites.errors import ReadError
from cites.model import Document
from cites.readers.bundles import TABLES, tell_bundle
from cites.readers.formats import READERS, UNREAD, Format
from cites.readers.origin import in_file
from cites.readers.tell import PEEK, check_format, tell_by_content, tell_by_suffix, tell_format

__all__ = ["READERS", "UNREAD", "Format", "find_files", "in_file", "read", "read_bytes"]


def read(path: str | Path, name: str | None = None, *, format: str | None = None, warn: Callable[[str], None] | None = None) -> Document:
    """Return the document in a file; its format is told by its content and its suffix unless `format` names one of READERS.

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
    """Return the document in `data`; `name` helps to tell the format by its suffix, and stands in messages and outputs."""
    warn = warn or _unheard
    if format is None:
        format = tell_format(data, name, warn)
    else:
        check_format(data, name, format)
    document: Document = _module(format, name).read(data, name, warn)
    return document


def _module(format: str, name: str) -> ModuleType:
    """The module that reads a format; ReadError where a library is not installed that it needs."""
    reader = READERS[format]
    try:
        return import_module(reader.module)
    except ModuleNotFoundError as error:
        if not reader.extra or (error.name or "").startswith("cites"):
            raise
        mend = f'pip install "cites[{reader.extra}]"'
        raise ReadError(name, f"{reader.title} is read with {error.name}, which is not installed", mend) from None


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
        kept = [entry for entry in entries if _is_folder(entry) or (entry.is_file() and _is_read(entry))]
        waiting += sorted((Path(entry.path) for entry in kept), reverse=True)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)  # a link to a folder above would never end


def _is_read(entry: os.DirEntry[str]) -> bool:
    """Whether a file in a folder is one to read: by its suffix, else by its first bytes (a PDF without a suffix, RTF called .doc).

    A table is not: in a folder it may be anything, our own results among them.
    """
    if tell_by_suffix(entry.name) in READERS or tell_bundle(entry.path) not in ("", *TABLES):
        return True
    try:
        with open(entry.path, "rb") as file:
            return tell_by_content(file.read(PEEK)) in READERS
    except OSError:
        return False


def _unheard(_: str) -> None:
    """Takes warnings that nobody asked for."""
