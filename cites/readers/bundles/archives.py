"""Archives of files: ZIP and tar, packed or not. Members that no reader knows are left out, as in a folder."""

from __future__ import annotations

import io
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from cites.errors import ReadError
from cites.readers.bundles import Columns, Item, tell_bundle_by_name
from cites.readers.bundles.content import PACKED
from cites.readers.containers import USUAL, Container, is_strange
from cites.readers.formats import HIDDEN, MISSED, READERS
from cites.readers.left_out import BUNDLE, UNREAD, Left, describe_left
from cites.readers.tell import PEEK, tell_by_content, tell_by_suffix

DAMAGED = (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError, ValueError)
LIMITS = USUAL._replace(members=1_000_000, total=10_000_000_000)  # bytes of all members together, one after the other in memory
UNSEEN = ("__MACOSX",)  # what a Mac adds


def read_zip(file: BinaryIO, path: str, columns: Columns, warn: Callable[[str], None]) -> Iterator[Item]:
    """Yield the documents of a ZIP file; a member with a password, or a damaged one, costs only itself."""
    left: list[Left] = []
    container = Container(file.read(), path, LIMITS)
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
        else:
            left.append(Left(member, _why_not(member, data)))
    _tell(path, left, warn)


def read_tar(file: BinaryIO, path: str, columns: Columns, warn: Callable[[str], None]) -> Iterator[Item]:
    """Yield the documents of a tar file. Links and devices in it are left out; what is passed over is unpacked too, and counts."""
    left: list[Left] = []
    most = LIMITS.total
    try:
        with _open(file) as unpacked, tarfile.open(fileobj=unpacked, mode="r:") as archive:
            for member in archive:
                most -= member.size
                if most < 0:
                    raise ReadError(path, f"grows beyond {LIMITS.total:,} bytes when it is unpacked", "unpack it, and give the folder")
                if not member.isreg() or is_strange(member.name) or _is_hidden(member.name):
                    continue
                name = f"{path}/{member.name}"
                if member.size > LIMITS.member:
                    yield Item(name, error=str(ReadError(name, f"is larger than {LIMITS.member:,} bytes", "")))
                    continue
                inside = archive.extractfile(member)
                data = inside.read() if inside else b""
                if _is_read(member.name, data):
                    yield Item(name, data)
                else:
                    left.append(Left(member.name, _why_not(member.name, data)))
        _tell(path, left, warn)
    except DAMAGED:
        raise ReadError(path, "is damaged or was cut off", "make it anew, or get it again") from None


class _Unpacked(io.BufferedReader):
    """A file of which no more than a member's size is had at once: `tarfile` reads a long name whole, whatever length it claims to have."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= LIMITS.member:
            raise tarfile.ReadError("a header claims to be larger than a document may be")
        return super().read(size)


def _open(file: BinaryIO) -> _Unpacked:
    """A tar file without what it is packed with; its first bytes tell that."""
    head = file.read(6)
    file.seek(0)
    opener = next((opener for magic, opener in PACKED.items() if head.startswith(magic)), None)
    plain: Any = opener(file, "rb") if opener else file
    return _Unpacked(plain)


def _is_hidden(member: str) -> bool:
    return any(part.startswith(HIDDEN) or part in UNSEEN for part in PurePosixPath(member).parts)


def _why_not(member: str, data: bytes) -> str:
    """Why a member is left out that may hold documents; "" where nobody would miss it."""
    if tell_bundle_by_name(member) or tell_by_content(data[:PEEK]) == "zip":
        return BUNDLE
    return UNREAD if tell_by_suffix(member) in MISSED else ""


def _tell(path: str, left: Iterable[Left], warn: Callable[[str], None]) -> None:
    for line in describe_left(left):
        warn(f"{path}: {line}")


def _is_read(member: str, data: bytes) -> bool:
    return tell_by_suffix(member) in READERS or tell_by_content(data[:PEEK]) in READERS
