"""Files to Documents: one module a format, all of them in the table READERS (formats.py), each loaded when it is first needed.

document = read("article.md")
for path in find_files(["articles/"]): …
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

from cites.errors import ReadError, cannot_open
from cites.model import Document
from cites.readers.folders import find_files
from cites.readers.formats import READERS, UNREAD, Format
from cites.readers.origin import in_file
from cites.readers.tell import check_format, tell_format

__all__ = ["READERS", "UNREAD", "Format", "find_files", "in_file", "read", "read_bytes"]


def read(path: str | Path, name: str | None = None, *, format: str | None = None, warn: Callable[[str], None] | None = None) -> Document:
    """Return the document in a file; its format is told by its content and its suffix unless `format` names one of READERS.

    `warn` is called with a sentence for what was read on a guess. Raises ReadError for what cannot be read.
    """
    name = str(path) if name is None else name
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise cannot_open(name, error) from None
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


def _unheard(_: str) -> None:
    """Takes warnings that nobody asked for."""
