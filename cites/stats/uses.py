"""The citations that count, each with its document and its work."""

from __future__ import annotations

from dataclasses import dataclass

from cites.library import Library
from cites.model import Citation, Reference


@dataclass(frozen=True, slots=True)
class Use:
    """One citation that counts, with its document and its work: `Use(0, 4, citation, reference)`."""

    document: int  # index in `library.readings`
    number: int  # from 1 in each document
    citation: Citation
    reference: Reference | None  # None where the citation was not resolved

    @property
    def source(self) -> str:
        return self.reference.source if self.reference else ""


def list_uses(library: Library, *, entries: bool = False) -> tuple[Use, ...]:
    """Each citation that counts, in reading order, numbered from 1 in each document.

    Left out are credits, and the entries of a bibliography whose works the text cites: they would count twice. `entries` has these too.
    """
    works = {reference.id: reference for reference in library.references}
    uses = []
    for index, reading in enumerate(library.readings):
        in_text = {citation.reference for citation in reading.citations if citation.kind not in ("credit", "list")}
        for number, citation in enumerate((c for c in reading.citations if c.kind != "credit"), start=1):
            if entries or citation.kind != "list" or citation.reference not in in_text:
                uses.append(Use(index, number, citation, works.get(citation.reference)))
    return tuple(uses)
