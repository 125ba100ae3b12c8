"""A citation in the making: what a form gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

from cites.grammar.printed import Item, value_of
from cites.model import Name


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
