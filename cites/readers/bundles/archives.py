"""Archives of files: ZIP and tar, packed or not. Members that no reader knows are left out, as in a folder."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from cites.errors import ReadError
from cites.readers.bundles import Columns, Item
from cites.readers.containers import USUAL, Container, is_strange
from cites.readers.formats import READERS
from cites.readers.tell import PEEK, tell_by_content, tell_by_suffix

DAMAGED = (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError, ValueError)
LIMITS = USUAL._replace(members=1_000_000, total=10_000_000_000)  # bytes of all members together, one after the other in memory
PACKED: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\0": lzma.open}
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
    """Yield the documents of a tar file. Links and devices in it are left out; what is passed over is unpacked too, and counts."""
    left = LIMITS.total
    try:
        with _open(path) as unpacked, tarfile.open(fileobj=unpacked, mode="r:") as archive:
            for member in archive:
                left -= member.size
                if left < 0:
                    raise ReadError(str(path), f"grows beyond {LIMITS.total:,} bytes when it is unpacked", "unpack it, and give the folder")
                if not member.isreg() or is_strange(member.name) or _is_hidden(member.name):
                    continue
                name = f"{path}/{member.name}"
                if member.size > LIMITS.member:
                    yield Item(name, error=str(ReadError(name, f"is larger than {LIMITS.member:,} bytes", "")))
                    continue
                file = archive.extractfile(member)
                data = file.read() if file else b""
                if _is_read(member.name, data):
                    yield Item(name, data)
    except DAMAGED:
        raise ReadError(str(path), "is damaged or was cut off", "make it anew, or get it again") from None


class _Unpacked(io.BufferedReader):
    """A file of which no more than a member's size is had at once: `tarfile` reads a long name whole, whatever length it claims to have."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= LIMITS.member:
            raise tarfile.ReadError("a header claims to be larger than a document may be")
        return super().read(size)


def _open(path: Path) -> _Unpacked:
    """A tar file without what it is packed with; its first bytes tell that."""
    with path.open("rb") as file:
        head = file.read(6)
    opener = next((opener for magic, opener in PACKED.items() if head.startswith(magic)), open)
    return _Unpacked(opener(path, "rb"))


def _is_hidden(member: str) -> bool:
    return any(part.startswith(".") or part in UNSEEN for part in PurePosixPath(member).parts)


def _is_read(member: str, data: bytes) -> bool:
    return tell_by_suffix(member) in READERS or tell_by_content(data[:PEEK]) in READERS
