"""What one run made ready and keeps for the next, in the user's cache: compiled patterns, and the tables of data/ as they are read.

To compile the patterns takes longer than to read an article; `regex` pickles one as the code that it was compiled to. A file holds what
was made by what it was made of, behind a checksum. It is to cites what `__pycache__` is to Python: it may be deleted at any time, whoever
may write there may have code run, and where it cannot be read or written a run is slower and nothing else.
"""

from __future__ import annotations

import atexit
import os
import pickle
import sys
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import regex
from regex import Pattern

MOST_PATTERNS = 2_500  # that are kept: cites has fifteen hundred, the others are those of its earlier versions
MOST_TABLES = 50

SUM = 4  # bytes

Made = TypeVar("Made")


class Kept:
    """What a file has kept, and what this run adds to it when it ends.

    >>> Kept(None, most=5).get("days of a week", lambda: 7)
    7
    """

    def __init__(self, path: Path | None, most: int) -> None:
        self.path = path  # None: nothing is kept
        self.most = most  # beyond so many things the file is begun anew
        self._new: dict[Hashable, bytes] = {}

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was kept under the key, or make it and keep it.

        Raises what `make` raises.
        """
        kept = self._kept.get(key)
        if kept is not None:
            with suppress(Exception):  # what pickle raises may be anything
                return pickle.loads(kept)  # type: ignore[no-any-return]
        made = make()
        if not self._new:
            atexit.register(self.save)
        self._new[key] = pickle.dumps(made)
        return made

    def save(self) -> None:
        """Add what is new to the file, which is replaced whole: runs that end at the same time do not meddle with each other."""
        if not self._new or self.path is None:
            return
        kept = self._read()
        content = pickle.dumps({**(kept if len(kept) < self.most else {}), **self._new})
        new = self.path.with_name(f".{self.path.name}-{os.urandom(4).hex()}.new")
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                new.write_bytes(_sum(content) + content)
                os.replace(new, self.path)
            finally:
                new.unlink(missing_ok=True)
        self._new = {}

    @cached_property
    def _kept(self) -> dict[Hashable, bytes]:
        return self._read()

    def _read(self) -> dict[Hashable, bytes]:
        if self.path is None:
            return {}
        try:
            with self.path.open("rb") as file:
                is_ours = not hasattr(os, "getuid") or os.fstat(file.fileno()).st_uid == os.getuid()
                if not is_ours:  # with sudo the home may be another's
                    return {}
                expected, content = file.read(SUM), file.read()
            return dict(pickle.loads(content)) if _sum(content) == expected else {}
        except Exception:  # there is no file, or one of another kind: pickle may raise anything then
            return {}


def _sum(content: bytes) -> bytes:
    """What stands before the content, so that one that a disk has spoilt is not taken for patterns."""
    return crc32(content).to_bytes(SUM, "big")


def compile(pattern: str, flags: int) -> Pattern[str]:
    """Return a pattern as it was compiled in an earlier run, or compile it.

    Raises regex.error where the pattern is none.
    """
    return _patterns().get((pattern, flags), lambda: regex.compile(pattern, flags))


def read(files: Iterable[Path], make: Callable[[], Made]) -> Made:
    """Return what an earlier run made of files, or make it; the files of the code that makes it count among them."""
    return _tables().get((make.__qualname__, *(_stamp(path) for path in files)), make)


def _stamp(path: Path) -> tuple[str, int, int, int]:
    """What is another once a file is written anew; where a package is unpacked with the times of long ago, the change of status tells."""
    said = path.stat()
    return str(path), said.st_size, said.st_mtime_ns, said.st_ctime_ns


def save() -> None:
    """Write what is new, where a process ends without `atexit`."""
    _patterns().save()
    _tables().save()


@cache
def _patterns() -> Kept:
    return Kept(usual_file(f"patterns-{sys.implementation.cache_tag}-{regex.__version__}"), MOST_PATTERNS)


@cache
def _tables() -> Kept:
    return Kept(usual_file(f"tables-{sys.implementation.cache_tag}"), MOST_TABLES)


def usual_file(name: str) -> Path | None:
    """Where a file is kept that has the name of what it depends on; None where the user has no folder.

    Source: XDG Base Directory Specification, $XDG_CACHE_HOME.
    """
    home = os.path.expanduser("~")
    where = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    if sys.platform == "win32":
        where = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    return Path(where, "cites", name) if os.path.isabs(where) else None
