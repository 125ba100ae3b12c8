"""Family names that a later short form tells: "Tulio Halperín Donghi" is Halperín Donghi where another note has "Halperín Donghi,
*Revolución y guerra*, 81", and "Hugon Anne (dir.), *Histoire des femmes*" is by Hugon where another has "Hugon, op. cit.".
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from cites.grammar.person import is_given, may_turn
from cites.model import Citation, Name, Reference


def with_both_surnames(reference: Reference, short: Citation) -> Reference:
    """Return a work with the family names of its people as the short form has them."""
    field = "author" if reference.author else "editor"
    people: tuple[Name, ...] = getattr(reference, field)
    said = [part.value for part in short.parts if part.field in ("author", "editor") and isinstance(part.value, Name)]
    whole = tuple(next((both for name in said if (both := _join(one, name))), one) for one in people)
    return reference if whole == people else reference.revised(**{field: whole})


def _join(full: Name, short: Name) -> Name | None:
    """Return "Tulio | Halperín Donghi" of "Tulio Halperín | Donghi" and "Halperín | Donghi"; not where a second given name is called."""
    first, _, last = (short.literal or f"{short.given} {short.family}").strip().rpartition(" ")
    if last != full.family or not first[:1].isupper() or "." in first or is_given(first.split()[0]) or not full.given.endswith(f" {first}"):
        return None
    whole = " ".join(filter(None, (first, full.particle, full.family)))  # Laurence Boissel de Chazelles
    return replace(full, given=full.given[: -len(first) - 1], particle="", family=whole)


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
