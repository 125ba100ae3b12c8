"""The ids of the page, made of names and keys, so that those of two reports can be compared.

`t-kuril-talks.txt` is a text, `ckuril-talks.txt.14` its 14th citation, `n…` a note and `k…` the mark that calls it; `s-interfax` is a
source, `w-interfax2012-01-26` a work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from cites.model import Reference
from cites.stats import Use
from cites.writers.plain import format_label

MAX_SLUG = 48  # characters; names of files may be sentences
MAX_LABEL = 100  # code points; half a line


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to a citation: `Mention("2.14", "ckuril-talks.txt.14")`."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where everything stands in the page, and how a link names a work."""

    texts: tuple[str, ...]  # by their index
    sources: dict[str, str]  # by name
    works: dict[str, str]  # by id
    labels: dict[str, str]  # of works, by id: "Petrov and Kireeva, “Quotas and Coasts”, Spring 2013"

    def mention(self, use: Use) -> Mention:
        """The number of a citation and its address in the page; with one document its number is left out."""
        label = f"{use.document + 1}.{use.number}" if len(self.texts) > 1 else str(use.number)
        return Mention(label, f"c{self.slug(use.document)}.{use.number}")

    def slug(self, document: int) -> str:
        """What the ids of a text and of its citations have in common: "kuril-talks.txt"."""
        return self.texts[document][2:]

    def of_source_in(self, source: str, document: int) -> str:
        """The sentences of one text under a source: "s-interfax:kuril-talks.txt"."""
        return f"{self.sources[source]}:{self.slug(document)}"


def make_anchors(files: Sequence[str], sources: Sequence[str], works: Sequence[Reference]) -> Anchors:
    """The ids for texts (by the names of their files), sources (by name) and works."""
    ids = [work.id for work in works]
    return Anchors(
        texts=tuple(_distinct("t", [PurePath(file).name for file in files])),
        sources=dict(zip(sources, _distinct("s", sources), strict=True)),
        works=dict(zip(ids, _distinct("w", ids), strict=True)),
        labels={work.id: clip(format_label(work), MAX_LABEL) for work in works},
    )


def slugify(name: str) -> str:
    """A name as a part of an id: "The Diplomat" gives "the-diplomat"."""
    return re.sub(r"[^\w.]+", "-", name).strip("-").lower()[:MAX_SLUG].rstrip("-")


def _distinct(prefix: str, names: Sequence[str]) -> list[str]:
    """An id for each name, no two the same: ["s-the-diplomat", "s-the-diplomat-2"]."""
    ids: list[str] = []
    taken: set[str] = set()
    turns: dict[str, int] = {}
    for name in names:
        base = anchor = f"{prefix}-{slugify(name)}"
        while anchor in taken:
            turns[base] = turns.get(base, 1) + 1
            anchor = f"{base}-{turns[base]}"
        taken.add(anchor)
        ids.append(anchor)
    return ids


def squeeze(text: str) -> str:
    """The text on one line: line breaks and runs of spaces are one space."""
    return " ".join(text.split())


def clip(text: str, most: int) -> str:
    """The text on one line and no longer than `most` code points, with "…" where its end is left out."""
    line = squeeze(text[: most + 1])
    return line if len(text) <= most else f"{line[: most - 1].rstrip()}…"
