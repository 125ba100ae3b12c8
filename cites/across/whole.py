"""A whole document, as the readers of this room see it, and what they cut from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cites import lazy_regex as regex
from cites.across.index import Index
from cites.forms import Context, Draft, Known
from cites.forms.contexts import to_citation, to_context
from cites.grammar.names import people_in
from cites.marks import Layer, Marked
from cites.model import Citation, Mark, Part, Span, Zone
from cites.outlets import Outlets


def lines(text: str) -> Iterator[Span]:
    """Yield where the lines of a text stand."""
    at = 0
    for line in text.split("\n"):
        yield Span(at, at + len(line))
        at += len(line) + 1


def part_of(match: regex.Match[str], field: str, group: str) -> Part:
    """Return what a group of a pattern matched as a field."""
    return Part(field, match[group], Span(*match.span(group)))


def authors_in(text: str, span: Span) -> list[Part]:
    """Return the people whose names fill a span."""
    return [Part("author", name, span) for name in people_in(text[slice(*span)])]


@dataclass(frozen=True)
class Whole:
    """A document with its zones and its list, and the citations that were read in it so far."""

    marked: Marked
    zones: tuple[Zone, ...]
    index: Index
    outlets: Outlets
    taken: tuple[Citation, ...]

    @property
    def text(self) -> str:
        return self.marked.document.text

    @cached_property
    def _zones(self) -> dict[Span, Zone]:
        return {zone.span: zone for zone in reversed(self.zones)}

    @cached_property
    def _around(self) -> Layer:
        return Layer(Mark("zone", span) for span in self._zones)

    @cached_property
    def _cited(self) -> Layer:
        return Layer(Mark("taken", citation.span) for citation in self.taken)

    def zones_at(self, span: Span) -> list[Zone]:
        """Return the zones that have a character in common with a span."""
        return [self._zones[mark.span] for mark in self._around.touching(span)]

    def is_free(self, span: Span) -> bool:
        """True where no citation stands yet."""
        return not self._cited.touching(span)

    def taken_in(self, span: Span) -> list[Span]:
        """Return where citations stand that have a character in common with a span, in printed order."""
        return sorted(mark.span for mark in self._cited.touching(span))

    def before(self, span: Span) -> Citation | None:
        """Return the last citation that ends before a span."""
        at = bisect_right(self._ends, span.start, key=lambda citation: citation.span.end)
        return self._ends[at - 1] if at else None

    @cached_property
    def _ends(self) -> list[Citation]:
        return sorted(self.taken, key=lambda citation: citation.span.end)

    def is_running(self, span: Span) -> bool:
        """True for running text, its parentheses included, where no citation stands yet: no note and no list."""
        return self.is_free(span) and all(zone.kind == "inline" for zone in self.zones_at(span))

    def read(self, zone: Zone, read: Callable[[Context], list[Draft]]) -> list[Citation]:
        """Return what is read in a zone, with nothing known from before it."""
        context = to_context(self.marked, zone, self.outlets, Known())
        return [to_citation(draft, context.view, zone, self.marked) for draft in read(context)]
