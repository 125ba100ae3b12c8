"""One field as a part of the grammar reads it, and where it is printed."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex


class Printed(NamedTuple):
    """One field, as it is printed at `start:end` of a view."""

    field: str
    value: str
    start: int
    end: int

    @classmethod
    def cut(cls, field: str, text: str, span: tuple[int, int]) -> Printed:
        """Return what stands in a span of the text: `Printed.cut("page", text, match.span("page"))`."""
        return cls(field, text[slice(*span)], *span)


Found = tuple[list[Printed], int]  # what was read, and where it ends; nothing read: not what it seemed


def cut_each(text: str, match: regex.Match[str], *fields: str) -> list[Printed]:
    """Return the groups of a match that are fields, where they hold something: `cut_each(text, match, "volume", "page")`."""
    return [Printed.cut(field, text, match.span(field)) for field in fields if match[field]]
