"""Compiled patterns, kept in the user's cache from one run to the next: to compile them takes longer than to read an article.

`regex` pickles a pattern as the code that it was compiled to; the file holds these by what they were compiled from, behind a checksum. It
is to cites what `__pycache__` is to Python: it may be deleted at any time, whoever may write there may have code run, and where it cannot
be read or written a run is slower and nothing else.
"""

from __future__ import annotations

import atexit
import os
import pickle
import sys
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from zlib import crc32

import regex
from regex import Pattern

MOST = 5_000  # patterns that are kept: cites has thirteen hundred, the others are those of its earlier versions

SUM = 4  # bytes

Source = tuple[str, int]  # a pattern and its flags


class Compiled:
    """The compiled patterns of a file, and those that this run adds when it ends.

    >>> Compiled(None).get(r"\\d+", 0).findall("17, 92")
    ['17', '92']
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path  # None: nothing is kept
        self._new: dict[Source, bytes] = {}

    def get(self, pattern: str, flags: int) -> Pattern[str]:
        """Return a pattern as it was compiled before, or compile it.

        Raises regex.error where the pattern is none.
        """
        kept = self._kept.get((pattern, flags))
        if kept is not None:
            with suppress(Exception):  # what pickle raises may be anything
                return pickle.loads(kept)  # type: ignore[no-any-return]
        compiled = regex.compile(pattern, flags)
        if not self._new:
            atexit.register(self.save)
        self._new[pattern, flags] = pickle.dumps(compiled)
        return compiled

    def save(self) -> None:
        """Add what is new to the file, which is replaced whole: runs that end at the same time do not meddle with each other."""
        if not self._new or self.path is None:
            return
        kept = self._read()
        patterns = {**(kept if len(kept) < MOST else {}), **self._new}
        new = self.path.with_name(f".{self.path.name}-{os.urandom(4).hex()}.new")
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                content = pickle.dumps(patterns)
                new.write_bytes(_sum(content) + content)
                os.replace(new, self.path)
            finally:
                new.unlink(missing_ok=True)
        self._new = {}

    @cached_property
    def _kept(self) -> dict[Source, bytes]:
        return self._read()

    def _read(self) -> dict[Source, bytes]:
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


@cache
def patterns() -> Compiled:
    """Return those of this process."""
    return Compiled(usual_file())


def usual_file() -> Path | None:
    """Where they are kept, for these versions of Python and regex; None where the user has no folder.

    Source: XDG Base Directory Specification, $XDG_CACHE_HOME.
    """
    home = os.path.expanduser("~")
    where = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    if sys.platform == "win32":
        where = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    return Path(where, "cites", f"patterns-{sys.implementation.cache_tag}-{regex.__version__}") if os.path.isabs(where) else None
