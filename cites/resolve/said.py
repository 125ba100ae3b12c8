"""What a short form says of the work that it means: "Macfie, “Straits Question,” 50" names an author, a title, and a part of something."""

from __future__ import annotations

from typing import NamedTuple

from cites.grammar.titles import words_of
from cites.model import Citation, Name

PART = "titled"  # the form whose title stands in quotation marks, as those of articles and chapters do
LABELLED = frozenset({"named", "legal", "supra"})  # forms that may begin with a name that the text gave its work


class Said(NamedTuple):
    """All that is printed in a short form, folded for comparison; empty where nothing is said."""

    label: str = ""  # what stands first, which may be the name that the text gave the work: "unclos"
    people: tuple[Name, ...] = ()
    names: frozenset[str] = frozenset()  # their family names, and bodies
    others: bool = False  # "et al."
    title: tuple[str, ...] = ()
    year: str = ""
    letter: str = ""  # of "2019a"
    note: str = ""  # that it names: "supra note 4"
    report: tuple[str, str] = ("", "")  # a series of law reports and its volume: ("U.S.", "505")
    page: str = ""  # cited there
    kind: str = ""  # of the work: "thesis" of "thèse citée"
    matched_by: str = ""

    @property
    def is_part(self) -> bool:
        """True where the title stands in quotation marks."""
        return self.matched_by == PART


def read_said(citation: Citation) -> Said:
    """Gather what a short form says."""
    first: dict[str, str] = {}
    for part in citation.parts:
        first.setdefault(part.field, str(part.value))
    people = tuple(part.value for part in citation.parts if part.field == "author" and isinstance(part.value, Name))
    return Said(
        label=next((str(part.value) for part in citation.parts if part.field in ("named", "title", "author")), "").casefold(),
        people=people,
        names=frozenset((name.family or name.literal).casefold() for name in people),
        others="other_authors" in first,
        title=words_of(first.get("title", "")),
        year=first.get("issued", "")[:4],
        letter=first.get("year_letter", ""),
        note=first.get("points_to", ""),
        report=(first.get("container_title", ""), first.get("volume", "")),
        page=citation.locator,
        kind=first.get("kind", ""),
        matched_by=citation.matched_by,
    )
