"""Names that stand family first with no comma between, as a later short form tells: "Hugon Anne (dir.), *Histoire des femmes*, Paris, 2004"
is by Hugon where another note has "Hugon, op. cit.".
"""

from __future__ import annotations

from collections import defaultdict

from cites.grammar.person import may_turn
from cites.model import Name, Reference


class Turned:
    """Works under what was taken for the given names of their people."""

    def __init__(self) -> None:
        self._by_given: dict[str, set[int]] = defaultdict(set)

    def add(self, work: int, reference: Reference) -> None:
        for name in reference.author or reference.editor:
            if may_turn(name):
                self._by_given[name.given.casefold()].add(work)

    def find(self, names: frozenset[str]) -> list[int]:
        """Return the works of which all of these are taken for given names, the last one first."""
        works = [self._by_given.get(name, set()) for name in names]
        return sorted(set.intersection(*works), reverse=True) if works else []


def turn(reference: Reference) -> Reference:
    """Return a work with the names of its people the other way round: "Anne Hugon" for "Hugon Anne"."""
    field = "author" if reference.author else "editor"
    people = tuple(Name(family=name.given, given=name.family) if may_turn(name) else name for name in getattr(reference, field))
    return reference.revised(**{field: people})
