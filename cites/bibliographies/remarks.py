"""What `cites` writes into a bibliography where a format has no field for it, known again when the file is read."""

from __future__ import annotations

import re
from collections.abc import Iterable

BRACKETED = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]")  # a title in brackets was given by no source: "[Interfax report, 26 January 2012]"
SOURCE = re.compile(r"(?:^|; )source: (?P<source>[^;]+)$")
OURS = re.compile(r"source: |[a-z][a-z ]* inferred: ")


def own_title(title: str) -> str:
    """A title as the work has it: "[Interfax report, 26 January 2012]" only stands where it has none."""
    return "" if BRACKETED.fullmatch(title) else title


def told_source(remarks: Iterable[str]) -> str:
    """The source that a remark names: "year inferred: volume 9 is 2012; source: TASS" gives "TASS"."""
    return next((fit["source"] for remark in remarks if (fit := SOURCE.search(remark))), "")


def own_notes(notes: Iterable[str]) -> list[str]:
    """The notes that are a person's, or printed."""
    return [note for note in notes if not OURS.match(note)]
