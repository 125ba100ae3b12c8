"""What was left out of folders and archives, in a line for each reason, so that nothing is missed without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from cites.readers.tell import MEND

OUT, WRITTEN, LINK, BUNDLE, TABLE, UNREAD = "out", "written", "link", "bundle", "table", "unread"
WORDS = {  # why something is left out, in words
    OUT: "where the results go",
    WRITTEN: "written by cites",
    LINK: "links to folders or to nothing: name what they lead to",
    BUNDLE: "each holds documents itself: take them out, and name them",
    TABLE: "name them to read them",
    UNREAD: f"not read yet: {MEND.replace(' it ', ' them ')}",
}
COUNTED = (TABLE, UNREAD)  # where there are many, said as "30 .doc", the others by the first names
SHOWN = 3  # names in a line


class Left(NamedTuple):
    """One thing that was left out: `Left("articles/old.doc", UNREAD)`."""

    name: str
    why: str


def describe_left(left: Iterable[Left]) -> Iterator[str]:
    """Yield the lines: "left out: out (where the results go)", "left out: 9 .csv, 1 .tsv (name them to read them)"."""
    left = tuple(left)
    for why, words in WORDS.items():
        if names := [one.name for one in left if one.why == why]:
            yield f"left out: {_count(names) if why in COUNTED and len(names) > SHOWN else _name(names)} ({words})"


def _count(names: Iterable[str]) -> str:
    counts = Counter(PurePath(name).suffix.lower() for name in names)
    return ", ".join(f"{count:,} {suffix}" for suffix, count in sorted(counts.items()))


def _name(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else "")
