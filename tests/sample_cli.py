"""A small article, a folder with good and bad files, and ways to run a command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parent.parent
ARTICLE = """The Visit

By Ann Author

Publication: Eurasia Daily Monitor Volume: 9 Issue: 36

February 21, 2012

The ministers met in Tokyo (Interfax, January 26; Kyodo, January 27, 28). Nothing was signed (TASS, January 28, 2012).
"""


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


Cites = Callable[..., Ran]  # the fixture that runs a command in this process


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(TOP), **more}


def start(arguments: Sequence[str | Path], given: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "cites", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, timeout=60, env=environment(**more))


def make_folder(parent: Path) -> Path:
    """Two good documents, a.txt and f.md, and three bad ones."""
    folder = parent / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "b-empty.txt").write_bytes(b"")
    (folder / "c-binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "d-is-a.md").write_bytes(b"%PDF-1.7\n\x00\x01")
    (folder / "f.md").write_text("Rain fell (*Le Monde*, March 4, 2015).\n", "utf-8")
    return folder
