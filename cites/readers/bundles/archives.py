"""Archives of files: ZIP and tar, packed or not. Members that no reader knows are left out, as in a folder."""

from __future__ import annotations

import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from cites.errors import ReadError
from cites.readers.bundles import Columns, Item
from cites.readers.containers import USUAL, Container, is_strange
from cites.readers.formats import HIDDEN, READERS
from cites.readers.tell import PEEK, tell_by_content, tell_by_suffix

DAMAGED = (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError, ValueError)
MOST = 10_000_000_000  # bytes of all members together, one after the other in memory
LIMITS = USUAL._replace(members=1_000_000, total=MOST)
UNSEEN = ("__MACOSX",)  # what a Mac adds


def read_zip(path: Path, columns: Columns, warn: Callable[[str], None]) -> Iterator[Item]:
    """Yield the documents of a ZIP file; a member with a password, or a damaged one, costs only itself."""
    container = Container(path.read_bytes(), str(path), LIMITS)
    for member in container.names:
        if _is_hidden(member):
            continue
        name = f"{path}/{member}"
        try:
            data = container.read(member)
        except ReadError as error:
            if tell_by_suffix(member) in READERS:
                yield Item(name, error=str(error))
            continue
        if _is_read(member, data):
            yield Item(name, data)


def read_tar(path: Path, columns: Columns, warn: Callable[[str], None]) -> Iterator[Item]:
    """Yield the documents of a tar file. Links and devices in it are left out."""
    left = MOST
    try:
        with tarfile.open(path, "r:*") as archive:
            for member in archive:
                if not member.isreg() or is_strange(member.name) or _is_hidden(member.name):
                    continue
                file = archive.extractfile(member)
                data = _read(file, min(LIMITS.member, left)) if file else b""
                if data is None:
                    yield Item(f"{path}/{member.name}", error=f"{path}: {member.name} is larger than {LIMITS.member:,} bytes")
                    continue
                left -= len(data)
                if _is_read(member.name, data):
                    yield Item(f"{path}/{member.name}", data)
    except DAMAGED:
        raise ReadError(str(path), "is damaged or was cut off", "make it anew, or get it again") from None


def _read(file: IO[bytes], most: int) -> bytes | None:
    data = file.read(most + 1)
    return data if len(data) <= most else None


def _is_hidden(member: str) -> bool:
    return any(part.startswith(HIDDEN) or part in UNSEEN for part in PurePosixPath(member).parts)


def _is_read(member: str, data: bytes) -> bool:
    return tell_by_suffix(member) in READERS or tell_by_content(data[:PEEK]) in READERS
