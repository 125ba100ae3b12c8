"""What is known of a work when two references to it are put together."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

from cites.merge.folding import TRACKING, is_cut
from cites.model import Inferred, Name, Reference

VAGUE = ("document", "webpage", "article")  # types that are given where nothing better is known, the vaguest first
FIELDS = tuple(item.name for item in fields(Reference) if item.name not in ("id", "inferred", "other_authors"))


def merge(one: Reference, other: Reference) -> Reference:
    """What is known of a work from two references: a printed value before an inferred one, then the fuller one, then the first."""
    changes: dict[str, Any] = {}
    grounds: list[Inferred] = []
    mine_inferred, theirs_inferred = ({item.field: item for item in reference.inferred} for reference in (one, other))
    for name in FIELDS:
        mine, theirs = getattr(one, name), getattr(other, name)
        if not mine and not theirs:
            continue
        my_ground, their_ground = mine_inferred.get(name), theirs_inferred.get(name)
        # Where the values are the same, this still tells a printed one from an inferred one.
        differs = bool(theirs) and (mine, my_ground) != (theirs, their_ground)
        if differs and (not mine or _is_better(name, theirs, their_ground, mine, my_ground)):
            changes[name], my_ground = theirs, their_ground
        if my_ground:
            grounds.append(my_ground)
    named = changes.get("author", one.author)
    if other.author == named and (named != one.author or other.other_authors):
        changes["other_authors"] = other.other_authors  # a list that names all of them has no "et al."
    return one.revised(inferred=tuple(grounds), **changes)


def _is_better(name: str, value: Any, ground: Inferred | None, other: Any, other_ground: Inferred | None) -> bool:
    if name == "url" and bool(ground) == bool(other_ground):
        if is_cut(other, value):
            return True
        if is_cut(value, other):
            return False
    return _worth(name, value, ground) > _worth(name, other, other_ground)


def _worth(name: str, value: str | tuple[Name, ...], ground: Inferred | None) -> tuple[float, ...]:
    """How much a value is worth beside another of the same field: printed, then sure, then full."""
    trust = (1.0, 1.0) if ground is None else (0.0, ground.confidence)
    if isinstance(value, tuple):
        return (*trust, len(value), all(person.family for person in value), sum(len(str(person)) for person in value))
    if name == "issued":  # with its year, then with more digits
        return (*trust, not value.startswith("X"), sum(character.isdigit() for character in value))
    if name == "type":
        return (*trust, VAGUE.index(value) if value in VAGUE else len(VAGUE))
    if name == "url":
        return (*trust, not re.search(rf"[?&]{TRACKING.pattern}", value, re.IGNORECASE), value.startswith("https:"), -len(value))
    return (*trust, len(value))
