"""One field of a citation, and where it is printed; a `Point` is where the reading of a tail has come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self, TypeVar

from cites import lazy_regex as regex
from cites.model import Name

if TYPE_CHECKING:
    from cites.grammar.dates import Date

Wholes = Mapping[int, int]  # where italics begin, and where they end
NO_WHOLES: Wholes = MappingProxyType({})


class Item(NamedTuple):
    """One field, normalised, and where it is printed at `start:end` of a view."""

    field: str
    value: str | Name
    start: int
    end: int

    @property
    def body(self) -> str:
        """The name of a body, "" for a person and for what is no name."""
        return self.value.literal if isinstance(self.value, Name) else ""

    @property
    def person(self) -> Name | None:
        """The name of a person, None for a body and for what is no name."""
        return self.value if isinstance(self.value, Name) and not self.value.literal else None

    @classmethod
    def cut(cls, field: str, text: str, span: tuple[int, int]) -> Self:
        """Return what stands in a span of the text, as it is printed: `Item.cut("title", text, match.span("title"))`."""
        return cls(field, text[slice(*span)], *span)

    @classmethod
    def each(cls, text: str, match: regex.Match[str], *fields: str, **groups: str) -> list[Self]:
        """Return the groups of a match that hold something, as fields: `Item.each(text, match, "volume", event_place="place")`."""
        named = {field: field for field in fields} | groups
        return [cls.cut(field, text, match.span(group)) for field, group in named.items() if match[group]]

    @classmethod
    def dated(cls, date: Date) -> Self:
        """Return a date as the one of the work."""
        return cls("issued", date.value, date.start, date.end)


class Printed(Item):
    """One field as a part of the grammar reads it, of which no names were made yet."""

    __slots__ = ()
    if TYPE_CHECKING:
        value: str


class Field(Protocol):
    """Anything that is one field of a citation: an `Item`, a `Part` of a citation."""

    @property
    def field(self) -> str: ...

    @property
    def value(self) -> object: ...


F = TypeVar("F", bound=Field)
AnItem = TypeVar("AnItem", bound=Item)


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


def changed(items: Iterable[AnItem], of: str, /, **new: Any) -> list[AnItem]:
    """Return the items, those of a field with other values: `changed(items, "publisher", field="container_title")`."""
    return [item._replace(**new) if item.field == of else item for item in items]


def replaced(items: Iterable[AnItem], old: AnItem | None, *new: AnItem) -> list[AnItem]:
    """Return the items with others, or none, in the place of one."""
    return [part for item in items for part in (new if item is old else (item,))]


Found = tuple[list[Printed], int]  # what was read, and where it ends; nothing read: not what it seemed


class Tail(NamedTuple):
    """What followed a head, and where that ends."""

    items: tuple[Printed, ...]
    end: int

    def get(self, field: str) -> str:
        """Return the first value of a field, "" where there is none."""
        return value_of(self.items, field)


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
