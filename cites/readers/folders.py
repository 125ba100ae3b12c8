"""Folders to files: which files of a folder are read as documents, and which are left out.

    for path in find_files(["articles/"]): …
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from cites.readers.bundles import TABLES, tell_bundle
from cites.readers.formats import HIDDEN, MISSED, READERS
from cites.readers.left_out import LINK, OUT, TABLE, UNREAD, WRITTEN, Left
from cites.readers.tell import PEEK, tell_by_content, tell_by_opening, tell_by_suffix

PAGE, OURS = b"<!DOCTYPE html>", b'<meta name="generator" content="cites '  # how each page begins that cites writes, and what its head has
Leave = Callable[[Left], None]  # is told of what is left out, and why


def find_files(paths: Iterable[str | Path], *, besides: Iterable[str | Path] = (), leave: Leave | None = None) -> Iterator[Path]:
    """Yield each file once: those named as they are, folders in sorted order with the files that a reader knows.

    Hidden files are left out of folders, so are pages that cites wrote, and the files and folders in `besides`: results would be read
    as articles. `leave` is told of them. What is not there, or is a folder that may not be read, is yielded too, so that reading it
    says so and the others are done.
    """
    seen: set[str] = set()
    left = frozenset(os.path.abspath(path) for path in besides)
    for path in map(Path, paths):
        for file in _walk(path, left, leave or _unheard) if path.is_dir() else (path,):
            key = os.path.abspath(file)
            if key not in seen:
                seen.add(key)
                yield file


def _walk(folder: Path, besides: frozenset[str], leave: Leave) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield path
            continue
        try:
            entries = [entry for entry in os.scandir(path) if not entry.name.startswith(HIDDEN)]
        except OSError:
            yield path
            continue
        found = []
        for entry in sorted(entries, key=lambda entry: entry.name):
            why = _why_not(entry, besides)
            if why is None:
                found.append(Path(entry.path))
            elif why:
                leave(Left(str(Path(entry.path)), why))
        waiting += sorted(found, reverse=True)


def _why_not(entry: os.DirEntry[str], besides: frozenset[str]) -> str | None:
    """Why an entry of a folder is left out; "" where nobody would miss it, None for what is read.

    A document is read by its suffix, else by how it begins (a PDF without a suffix, RTF called .doc). A table is not: in a folder it
    may be anything, our own results among them.
    """
    if os.path.abspath(entry.path) in besides:
        return OUT
    if entry.is_dir(follow_symlinks=False):  # a link to a folder above would never end
        return None
    known = tell_by_suffix(entry.name)
    if (leads_to := _leads_to(entry)) != "file":
        return LINK if leads_to == "folder" or (entry.is_symlink() and known in READERS) else ""
    bundle = tell_bundle(entry.path)
    if (known in READERS and known != "html") or bundle not in ("", *TABLES):
        return None
    head = _head(entry.path)
    if OURS in head and head.lstrip().startswith(PAGE):
        return WRITTEN
    if known in READERS or (tell_by_content(head) or (tell_by_opening(head) if known else "")) in READERS:
        return None
    return TABLE if bundle else UNREAD if known in MISSED else ""


def _leads_to(entry: os.DirEntry[str]) -> str:
    """ "file", "folder", or "" for all else, links to nothing and to themselves among it."""
    with suppress(OSError):
        return "file" if entry.is_file() else "folder" if entry.is_dir() else ""
    return ""


def _head(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(PEEK)
    except OSError:
        return b""  # reading it says so


def _unheard(_: Left) -> None:
    """Takes what nobody asked for."""
