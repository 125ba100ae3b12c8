"""A citation in the making: what a form gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.dates import Date
from cites.grammar.printed import value_of
from cites.model import Name


class Item(NamedTuple):
    """One field, normalised, and where it is printed in the view."""

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
    def cut(cls, field: str, text: str, span: tuple[int, int]) -> Item:
        """Return what stands in a span of the text, as it is printed: `Item.cut("title", text, match.span("title"))`."""
        return cls(field, text[slice(*span)], *span)

    @classmethod
    def each(cls, text: str, match: regex.Match[str], *fields: str, **groups: str) -> list[Item]:
        """Return the groups of a match that hold something, as fields: `Item.each(text, match, "volume", event_place="place")`."""
        named = {field: field for field in fields} | groups
        return [cls.cut(field, text, match.span(group)) for field, group in named.items() if match[group]]

    @classmethod
    def dated(cls, date: Date) -> Item:
        """Return a date as the one of the work."""
        return cls("issued", date.value, date.start, date.end)


@dataclass(slots=True)
class Draft:
    """A citation in the making; offsets count in the view. `form` "short" may still turn out to be full."""

    form: str
    matched_by: str
    start: int
    end: int
    items: list[Item] = field(default_factory=list)
    locator: str = ""
    confidence: float = 1.0
    short_name: str = ""  # "FBIS SOV", where the text says "henceforth FBIS SOV"
    points_to: str = ""  # the label of the note that it names: "supra note 4"

    def get(self, name: str) -> str:
        """Return the first value of a field, "" where there is none."""
        return value_of(self.items, name)

    def names(self, *fields: str) -> tuple[Name, ...]:
        """Return who is named in some fields: `draft.names("author", "editor")`."""
        return tuple(item.value for item in self.items if item.field in fields and isinstance(item.value, Name))
