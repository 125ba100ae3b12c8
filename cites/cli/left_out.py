"""What was left out of folders, in a line for each reason: results of cites would be read as articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from cites.readers.folders import OUT, WRITTEN

Left = tuple[Path, str]  # a file or a folder, and why it was left out
SHOWN = 3  # names in a line


def describe_left(left: Sequence[Left]) -> Iterator[str]:
    """Yield the lines: "left out: out (where the results go)", "left out: old/report.html (written by cites)"."""
    for why, words in ((OUT, "where the results go"), (WRITTEN, "written by cites")):
        if names := [str(path) for path, reason in left if reason == why]:
            more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
            yield f"left out: {', '.join(names[:SHOWN])}{more} ({words})"
