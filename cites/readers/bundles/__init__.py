"""What holds many documents: an archive of files, a table with a text in each row, an archive of web pages.

    for item in open_bundle(Path("corpus.zip"), Columns(), warn): …

A bundle is opened item by item, and nothing is unpacked to the disk. What cannot be read of it is an item with an `error`, so that the
others are done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from cites.errors import ReadError, cannot_open
from cites.model import Reference
from cites.readers.formats import Format
from cites.readers.tell import PEEK, tell_by_content

NOTHING = Reference()


@dataclass(frozen=True, slots=True)
class Item:
    """One document that is to be read: a file, or what a bundle or the web has of it."""

    name: str  # stands in messages and outputs: "a.txt", "corpus.zip/1999/a.txt", "corpus.csv#12", "https://example.org/a"
    data: bytes = b""
    path: Path | None = None  # of a file, which is read when its turn comes, in place of `data`
    format: str | None = None  # one of READERS; None where the content tells
    about: Reference = NOTHING  # what the bundle says of it, which comes before what it says itself
    error: str = ""  # why there is nothing to read


@dataclass(frozen=True, slots=True)
class Columns:
    """Which fields of a table's rows have the text and its date; "" where the usual names are looked for."""

    text: str = ""
    date: str = ""


BUNDLES = {
    "zip": Format("ZIP", (".zip",), "cites.readers.bundles.archives"),
    "tar": Format("tar", (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz"), "cites.readers.bundles.archives"),
    "warc": Format("WARC", (".warc", ".warc.gz"), "cites.readers.bundles.warc", extra="web"),
    "jsonl": Format("JSON lines", (".jsonl", ".ndjson"), "cites.readers.bundles.tables"),
    "csv": Format("CSV", (".csv", ".tsv"), "cites.readers.bundles.tables"),
}
TABLES = ("jsonl", "csv")  # read where they are named; in a folder they may be anything, our own results among them

def tell_bundle(path: str | Path) -> str:
    """Return which of BUNDLES a file is, by its name; "" for a document, as a Word file is that is called ".zip"."""
    kind = tell_bundle_by_name(str(path))
    return "" if kind == "zip" and _is_document(Path(path)) else kind


def tell_bundle_by_name(name: str) -> str:
    return next((kind for kind, bundle in BUNDLES.items() if name.lower().endswith(bundle.suffixes)), "")


def open_bundle(path: Path, columns: Columns, warn: Callable[[str], None], kind: str = "") -> Iterator[Item]:
    """Yield what a bundle holds; `kind` is one of BUNDLES, where the name is not to tell it.

    Raises ReadError where it cannot be opened at all, or a library is missing that it needs.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise cannot_open(str(path), error) from None
    with file:
        yield from read_bundle(file, str(path), kind or tell_bundle(path), columns, warn)


def read_bundle(file: BinaryIO, path: str, kind: str, columns: Columns, warn: Callable[[str], None]) -> Iterator[Item]:
    """Yield what a bundle of a kind holds; `path` is how it is called in messages: "stdin". Raises ReadError as `open_bundle` does."""
    bundle = BUNDLES[kind]
    try:
        reader = import_module(bundle.module)
    except ModuleNotFoundError as error:
        if not bundle.extra:
            raise
        mend = f'pip install "cites[{bundle.extra}]"'
        raise ReadError(path, f"{bundle.title} is read with {error.name}, which is not installed", mend) from None
    try:
        yield from getattr(reader, f"read_{kind}")(file, path, columns, warn)
    except OSError as error:  # of the disk, or of gzip
        raise ReadError(path, error.strerror or str(error), "") from None


def _is_document(path: Path) -> bool:
    try:
        data = path.read_bytes() if path.suffix.lower() == ".zip" else b""
    except OSError:
        return False
    return tell_by_content(data) not in ("zip", "") if data[:PEEK] else False


__all__ = ["BUNDLES", "TABLES", "Columns", "Item", "open_bundle", "read_bundle", "tell_bundle", "tell_bundle_by_name"]
