"""ZIP containers, which DOCX, ODT and EPUB are, opened with care: nothing is unpacked to the disk, and nothing without end.

    container = Container(data, "a.docx")
    container.read("word/document.xml")
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from cites.errors import ReadError

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error, OverflowError, NotImplementedError, RuntimeError)
MEND = "make it anew, or get it again"
LOCAL, SIGN = b"PK\x03\x04", b"PK"  # before a member; in every part that such a file has
MIMETYPE = "mimetype"
MAX_LOOKS = 64  # members looked at to tell what a container without a directory is
MAX_MIMETYPE = 100  # bytes
ENCRYPTED = 0x1  # bit of a member's flags. Source: APPNOTE.TXT, section 4.4.4


class Limits(NamedTuple):
    """What a container may hold; the largest articles with pictures stay far below."""

    members: int = 10_000
    member: int = 200_000_000  # bytes of one member when it is unpacked
    total: int = 500_000_000  # bytes of all that are read
    ratio: int = 250  # unpacked to packed, of a member larger than `small`; XML has about 10, of the same rows over and over 100
    small: int = 10_000_000  # bytes


USUAL = Limits()


class Container:
    """The members of a ZIP file by their names, with "/" between folders; names that lead out of it are left out."""

    def __init__(self, data: bytes, name: str, limits: Limits = USUAL) -> None:
        self.name = name
        self.limits = limits
        self._left = limits.total
        if not data.strip():
            raise ReadError(name, "is empty", "")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except DAMAGED:
            problem = "is damaged or was cut off" if SIGN in data else "is no ZIP file"
            raise ReadError(name, problem, MEND) from None
        if len(members) > limits.members:
            raise ReadError(name, f"has {len(members):,} members, and more than {limits.members:,} are not looked at", "")
        named = ((member.filename.replace("\\", "/"), member) for member in members if member.filename and not member.is_dir())
        self._members = {path: member for path, member in named if not is_strange(path)}
        self._folded = {path.casefold(): member for path, member in self._members.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """The members in the order of the container."""
        return tuple(self._members)

    def __contains__(self, path: str) -> bool:
        return path.casefold() in self._folded

    def read(self, path: str) -> bytes:
        """Return a member unpacked; its name counts without regard to case.

        Raises ReadError where it is not there, has a password, is damaged, or grows beyond the limits.
        """
        member = self._members.get(path) or self._folded.get(path.casefold())
        if member is None:
            raise ReadError(self.name, f"has no {path}", MEND)
        if member.flag_bits & ENCRYPTED:
            raise ReadError(self.name, "is protected by a password", "take the password off and save it again")
        most = min(self.limits.member, self._left)
        if member.file_size > self.limits.small:
            most = min(most, max(self.limits.small, member.compress_size * self.limits.ratio))
        try:
            with self._zip.open(member) as file:
                data = file.read(most + 1)
        except DAMAGED:
            raise ReadError(self.name, f"is damaged or was cut off ({path})", MEND) from None
        if len(data) > most:
            raise ReadError(self.name, f"{path} grows beyond {most:,} bytes when it is unpacked", "it is no document that is read here")
        self._left -= len(data)
        return data


def is_strange(path: str) -> bool:
    """Whether a member's name leads out of its container or to a place on the disk: "../../etc/passwd", "/etc", "C:/x"."""
    return path.startswith("/") or ":" in path.partition("/")[0] or ".." in path.split("/") or "\0" in path


def signs(data: bytes) -> tuple[str, ...]:
    """Return what tells the kind of a ZIP container: its mimetype, then the names of its members.

    Where the directory at its end is missing, as in the first bytes of a file, the headers before the members are read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = container.namelist()
            is_told = MIMETYPE in names and container.getinfo(MIMETYPE).file_size <= MAX_MIMETYPE
            mimetype = container.read(MIMETYPE) if is_told else b""
        return (mimetype.decode("latin-1").strip(), *names)
    except DAMAGED:
        return tuple(_local_signs(data))


def _local_signs(data: bytes) -> Iterator[str]:
    at = data.find(LOCAL)
    for _ in range(MAX_LOOKS):
        if at < 0 or at + 30 > len(data):
            return
        size, length, extra = struct.unpack_from("<L4xHH", data, at + 18)
        start = at + 30
        name = data[start : start + length].decode("latin-1")
        body = start + length + extra
        if name == MIMETYPE:
            yield data[body : body + min(size, MAX_MIMETYPE)].decode("latin-1")
        yield name
        at = data.find(LOCAL, body + size)  # 0 where the size follows the member
