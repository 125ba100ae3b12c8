"""What a form is, what it is given to read, and what it gives back: drafts of citations, made of items."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property

from cites import lazy_regex as regex
from cites.forms.draft import Draft
from cites.forms.hints import Hints, holds_any
from cites.forms.known import Known
from cites.grammar.printed import Item, Tail, changed, field_of, has, replaced, value_of
from cites.grammar.sources import evidence, lookup
from cites.grammar.tail import read_tail
from cites.knowledge import ISSUERS, PRESS, domain_of, load
from cites.model import Outlet
from cites.outlets import Outlets
from cites.view import View

SEVERAL_PARTIES = regex.compile(r"\([^();]{2,40}\sv\.?\s[^()]{2,60}\)")  # (F.R.G. v. Den.; F.R.G. v. Neth.)
LINK_WORDS = frozenset(load()["link_words"])
POINTERS = frozenset({"page", "section", "cited", "volume"})  # behind a short form nothing else follows
LINKED = 0.9  # evidence that a name under a link is a source's

__all__ = ["POINTERS", "Context", "Draft", "Form", "Item", "Known", "changed", "field_of", "has", "holds_any", "replaced", "value_of"]


@dataclass
class Context:
    """A stretch to read and what may be known while reading it."""

    view: View
    outlets: Outlets
    hints: Hints  # of all forms
    kind: str = "note"  # the kind of zone
    known: Known = field(default_factory=Known)
    italics: tuple[tuple[int, int], ...] = ()  # in the view
    links: tuple[tuple[int, int, str], ...] = ()  # in the view, with the address
    text: str = field(init=False)
    folded: str = field(init=False)
    lowered: str = field(init=False)
    title_ends: dict[tuple[int, int], bool] = field(init=False, default_factory=dict)  # what title_end.py found behind commas

    def __post_init__(self) -> None:
        self.text, self.folded = self.view.text, self.view.folded
        self.lowered = self.folded.replace("İ", "i").lower()  # which alone would become two, and what follows stand elsewhere

    def tail(self, at: int, end: int, *, listed: bool = False) -> Tail:
        """Return what follows a head that ended at `at`, see `read_tail`."""
        return read_tail(self.folded, self.text, at, end, self.view.breaks, listed=listed, wholes=self._wholes)

    def begins_italics(self, at: int) -> bool:
        """True where italics begin."""
        return at in self._wholes

    def italics_end(self, at: int) -> int:
        """Return where the italics end that begin at a place, 0 where none do."""
        return self._wholes.get(at, 0)

    @cached_property
    def _wholes(self) -> dict[int, int]:
        return dict(self.italics)

    def piece_end(self, at: int, end: int, most: int) -> int:
        """Return where the piece of a note that begins at `at` ends: at a semicolon, or after so many code points."""
        limit = min(end, at + most)
        semicolon = self.folded.find(";", at, limit)
        if semicolon > 0 and (several := SEVERAL_PARTIES.search(self.folded, at, limit)) and several.start() < semicolon < several.end():
            semicolon = self.folded.find(";", several.end(), limit)
        return limit if semicolon < 0 else semicolon

    def may_hold(self, form: Form) -> bool:
        """False where none of the hints of a form is in the stretch."""
        return not form.hints or not self.held.isdisjoint(form.hints)

    @cached_property
    def held(self) -> frozenset[str]:
        """The hints of all forms that are in the stretch."""
        return self.hints.within(self.lowered)

    def outlet(self, printed: str) -> Outlet | None:
        """Return what is known of the source that is printed so: "KyodoNews" gives Kyodo News."""
        return lookup(printed, self.outlets)

    def periodical(self, printed: str) -> Outlet | None:
        """Return the known outlet in which works appear; None for a body or a publisher, whose works are its own."""
        outlet = self.outlet(printed)
        return outlet if outlet and outlet.kind not in ISSUERS else None

    def press(self, printed: str) -> Outlet | None:
        """Return the known paper, agency, station or site that brings news; None for any other source."""
        outlet = self.outlet(printed)
        return outlet if outlet and outlet.kind in PRESS else None

    def is_host(self, printed: str, at: int) -> bool:
        """True for a link that shows no more than where it leads: "[nytimes.com](https://www.nytimes.com/2025/…)", "[PDF](https://…)"."""
        name = printed.casefold()
        return any(start == at and (name in LINK_WORDS or domain_of(address) == name) for start, _, address in self.links)

    @cached_property
    def linked(self) -> frozenset[str]:
        """The words that are links."""
        return frozenset(self.text[start:end] for start, end, _ in self.links)

    def evidence(self, printed: str) -> float:
        """Return how far a name with a date after it is a source; a name that is a link leads to what it says."""
        if printed in self.known.short_names or printed in self.known.listed:
            return 1.0
        worth = evidence(printed, self.outlets)
        is_link = self.kind == "inline" and printed in self.linked and printed[:1].isupper() and printed.count(" ") < 3
        return max(worth, LINKED) if is_link else worth


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A printed form: its name, and what reads it."""

    name: str
    read: Callable[[Context, int, int], list[Draft]]  # (context, at, end): the citations that begin at `at`, or none
    hints: Collection[str] = ()  # in lower case; one of them must stand somewhere in the stretch for the form to be tried at all

    def __post_init__(self) -> None:
        object.__setattr__(self, "hints", frozenset(self.hints))  # asked of each stretch
