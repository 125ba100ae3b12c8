"""What the zones that were read so far teach the next one: who wrote what, and what a later short form may call it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cites.forms.draft import Draft
from cites.forms.echoes import Echoes
from cites.grammar.called import Spellings, called_by, is_among
from cites.grammar.courts import VERSUS
from cites.grammar.person import may_turn
from cites.grammar.titles import words_of
from cites.knowledge import load
from cites.model import Name

PARTICLES = tuple(f"{word.capitalize()} " for word in load()["particles.capital"])  # before a family name
LONGEST_SHORT = 6  # words of a shortened title


class Habits(NamedTuple):
    """How a text prints the days in its brackets."""

    months_first: bool | None = None  # as "4/22"; None: nothing tells
    slashed: bool = False  # all of them as "22/4"
    dotted: bool = False  # all of them as "22.04"
    tight: bool = False  # right behind the source, and what is behind a comma is the page: "HRW 12 Jan. 2017, 4"


@dataclass
class Known:
    """What the zones that were read so far teach the next one; it grows while a document is read."""

    people: dict[str, Name] = field(default_factory=dict)  # authors by family name: "Schelling, 92" is a short form after them
    bodies: dict[str, Name] = field(default_factory=dict)  # that are authors: "World Bank, 92" is a short form after them
    short_names: set[str] = field(default_factory=set)  # what the text calls a work: "UNCLOS", "Corfu Channel"
    listed: frozenset[str] = frozenset()  # bodies that are authors in the document's list: "Dam Removal Europe"
    unsigned: set[tuple[str, ...]] = field(default_factory=set)  # the words of titles in that list that nobody signed
    authors: tuple[Name, ...] = ()  # of the citation before, for "idem"
    together: set[tuple[str, ...]] = field(default_factory=set)  # the families of those who wrote a work together
    written_by: tuple[Name, ...] = ()  # the citation before, none where it names nobody
    issued: str = ""  # the date of the citation before, for "same day"
    title: str = ""  # of the last full citation, for "same to same"
    container: str = ""  # of the citation before, for "“Title,” ibid. 243 (1945)"
    before: Draft | None = None  # the last citation, where it is a full one or points to that: for "ibid., 24 July 1940"
    titles: set[tuple[str, ...]] = field(default_factory=set)  # the first one, two … words of each: "The Road to Jaramillo"
    colons: int = 0  # how many works more have a colon than a comma between their author and their title
    days: Habits = field(default_factory=Habits)  # how the text prints them
    kept: set[str] = field(default_factory=set)  # signatures of records
    archives: set[str] = field(default_factory=set)  # by those of the short names that are theirs: "StAHH"
    echoes: Echoes = field(default_factory=Echoes)  # what is printed in full citations of notes
    _firsts: set[str] = field(default_factory=set)  # of these those who may be printed family first: "Karatani Kojin"
    _words: dict[str, set[str]] = field(default_factory=dict)  # of the titles of each author, by family name or body
    _begun: set[str] = field(default_factory=set)  # the first two letters of these authors
    _journals: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)  # the words of what each author's works stand in
    _lengths: set[int] = field(default_factory=set)  # of the short names
    _spellings: Spellings = field(default_factory=Spellings)  # of the family names

    def learn(self, drafts: list[Draft]) -> None:
        """Keep the names by which a later short form may call these works."""
        for draft in drafts:
            people = draft.names("author", "editor")
            self._learn_names(people)
            self.together.add(tuple(name.family for name in people))
            self.written_by = tuple(self.people.get(name.family or name.literal, name) for name in people)
            self.authors = self.written_by or self.authors
            if draft.form == "full" and (title := words_of(draft.get("title"))):
                self._learn_title(draft, title, people)
            self.kept.add(draft.get("archive_location"))
            self.before = draft if draft.form == "full" else self.before if draft.form == "ibid" else None
            whole = draft.get("title") if draft.form == "full" and draft.matched_by == "book" else ""
            self.container = draft.get("container_title") or whole or self.container
            self.issued = draft.get("issued") or self.issued
            if draft.short_name:
                self.short_names.add(draft.short_name)
                self.archives.update([draft.short_name] if draft.get("archive") else [])
                self._lengths.add(len(draft.short_name))

    def _learn_names(self, people: tuple[Name, ...]) -> None:
        self.people.update((name.family, name) for name in people if name.given or (name.family and name.family not in self.people))
        self.people.update((name.literal, name) for name in people if name.literal.isupper() and name.literal.isalpha())  # GACC
        self.bodies.update((name.literal, name) for name in people if name.literal)
        for name in people:
            self._spellings.add(name.family)
            self._firsts.update([name.given] if may_turn(name) else [])

    def _learn_title(self, draft: Draft, title: tuple[str, ...], people: tuple[Name, ...]) -> None:
        self.titles.update(words[:count] for words in _ways(draft, title) for count in range(1, LONGEST_SHORT + 1))
        self.title = draft.get("title")
        for called in (called for name in people for called in called_by(name)):
            self._words.setdefault(called, set()).update(title)
            self._journals.setdefault(called, set()).add(words_of(draft.get("container_title")))
            self._begun.add(called[:2])

    def notice(self, folded: str, draft: Draft) -> None:
        """Count what stands between the author and the title of a work: ":" of "Berg: Long Road", "," of "Berg, Long Road"."""
        stops = [item.end for item in draft.items if item.field in ("author", "editor")]
        title = next((item.start for item in draft.items if item.field == "title"), 0)
        if draft.form == "full" and stops and title > stops[-1]:
            self.colons += {":": 1, ",": -1}.get(folded[stops[-1] : stops[-1] + 1], 0)

    def short_names_at(self, folded: str, at: int) -> Iterator[str]:
        """Yield the short names that stand at a place, the longest first."""
        for length in sorted(self._lengths, reverse=True):
            if (name := folded[at : at + length]) in self.short_names:
                yield name

    def has_title(self, printed: str) -> bool:
        """True for what may be a shortened form of a title that was met: "Road to Jaramillo"."""
        return words_of(printed)[:LONGEST_SHORT] in self.titles

    def is_unsigned(self, printed: str) -> bool:
        """True for a title that the document's list has without an author: “Color in Film: Color Basics.”"""
        return words_of(printed) in self.unsigned

    def wrote(self, name: Name) -> set[str]:
        """Return the words in the titles of an author, none where no title of that name was met."""
        called = (name.family or name.literal).casefold()
        return self._words.get(called) or self._words.get((self._spellings.near(name.family) or "").casefold()) or set()

    def may_begin_author(self, text: str, at: int) -> bool:
        """True where an author of titles that were met may begin, misprinted perhaps, or a particle: a quick look before `wrote`."""
        return not text[at].isupper() or text[at : at + 2].casefold()[:2] in self._begun or text.startswith(PARTICLES, at)

    def wrote_in(self, name: Name, journal: str) -> bool:
        """True where a work of an author was met that stands in a journal or on a site: "Feaver" and "Survival"."""
        words = words_of(journal)
        return bool(words) and words in self._journals.get((name.family or name.literal).casefold(), ())

    def has_words(self, printed: str, people: Iterable[Name]) -> bool:
        """True where the words of a short title stand in what these people wrote, or nearly: "Lights that Failed"."""
        words = words_of(printed)
        return bool(words) and all(any(is_among(word, self.wrote(name)) for name in people) for word in words)

    def has(self, name: object) -> bool:
        """True for a body that was met, or a person whose family name was, or one that is nearly so: "Ledenva" after "Ledeneva"."""
        if not isinstance(name, Name):
            return False
        if name.literal in self.bodies:
            return True
        double = f"{name.given} {name.family}"  # "Arriaga Martínez", after "Juan Sebastián Arriaga Martínez"
        if not name.given and name.family in self._firsts:
            return True
        return name.family in self.people or double in self.people or self._spellings.near(name.family) is not None


def _ways(draft: Draft, title: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield how a later note may begin a title: with its first words, a case with each of its parties."""
    yield title
    if draft.matched_by == "legal" and draft.get("type") == "legal_case":
        parties = VERSUS.split(draft.get("title"))  # of "Military Activities (Nicaragua v. United States)" too
        yield from (words for party in (parties[0].rpartition("(")[2], *parties[1:]) if (words := words_of(party)))
