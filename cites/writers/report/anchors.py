"""The ids of the page, made of names and keys, so that those of two reports can be compared.

`t-kuril-talks.txt` is a text, `ckuril-talks.txt.14` its 14th citation, `n…` a note and `k…` the mark that calls it; `s-interfax` is a
source, `w-interfax2012-01-26` a work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from cites.stats import Use

MAX_SLUG = 48  # characters; names of files may be sentences


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to a citation: `Mention("2.14", "ckuril-talks.txt.14")`."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where everything stands in the page."""

    texts: tuple[str, ...]  # by their index
    sources: dict[str, str]  # by name
    works: dict[str, str]  # by id

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


def make_anchors(files: Sequence[str], sources: Sequence[str], works: Sequence[str]) -> Anchors:
    """The ids for texts (by the names of their files), sources (by name) and works (by id)."""
    return Anchors(
        texts=tuple(_distinct("t", [PurePath(file).name for file in files])),
        sources=dict(zip(sources, _distinct("s", sources), strict=True)),
        works=dict(zip(works, _distinct("w", works), strict=True)),
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
