"""Where the reading of a tail has come to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.printed import Found, Printed

Wholes = Mapping[int, int]  # where italics begin, and where they end
NO_WHOLES: Wholes = MappingProxyType({})


class Point(NamedTuple):
    """Where the reading of a tail has come to, and what was read before it."""

    folded: str
    text: str
    at: int
    end: int
    breaks: frozenset[int]
    items: list[Printed]
    fields: frozenset[str]  # of the items
    gap: str  # the separator between the last item and this point
    char: str  # the sign that stands here; "<" where that opens an address, which `at` is behind
    word: str  # the word that begins here, see `leading`
    wholes: Wholes = NO_WHOLES

    @property
    def last(self) -> str:
        """The field that was read last; "" at the beginning."""
        return self.items[-1].field if self.items else ""

    def match(self, pattern: regex.Pattern[str]) -> regex.Match[str] | None:
        """Return the match of a pattern that begins here."""
        return pattern.match(self.folded, self.at, self.end)

    def whole(self, field: str, match: regex.Match[str]) -> Found:
        """Return all of a match as one item: "1998, 12 vols." gives an aside for "12 vols."."""
        return [Printed.cut(field, self.text, match.span())], match.end()
