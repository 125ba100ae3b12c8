"""One field as a part of the grammar reads it, and where it is printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol, TypeVar

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


class Field(Protocol):
    """Anything that is one field of a citation: `Printed` here, an `Item` of a draft, a `Part` of a citation."""

    @property
    def field(self) -> str: ...

    @property
    def value(self) -> object: ...


F = TypeVar("F", bound=Field)


def field_of(items: Iterable[F], field: str) -> F | None:
    """Return the first item of a field, None where there is none."""
    for item in items:
        if item.field == field:
            return item
    return None


def has(items: Iterable[Field], field: str) -> bool:
    """True where one of the items is of the field."""
    return field_of(items, field) is not None


def value_of(items: Iterable[Field], field: str) -> str:
    """Return the first value of a field, "" where there is none."""
    item = field_of(items, field)
    return "" if item is None else str(item.value)


Found = tuple[list[Printed], int]  # what was read, and where it ends; nothing read: not what it seemed


def cut_each(text: str, match: regex.Match[str], *fields: str) -> list[Printed]:
    """Return the groups of a match that are fields, where they hold something: `cut_each(text, match, "volume", "page")`."""
    return [Printed.cut(field, text, match.span(field)) for field in fields if match[field]]
