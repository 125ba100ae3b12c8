"""Where the works of a document are looked for: by title, by author, by the words of a title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from math import ceil

from cites.grammar.names import Spellings, initials
from cites.grammar.titles import words_of
from cites.model import Reference

ENOUGH = 0.75  # share of the words of a short title that stand in the full one
MAX_RIVALS = 200  # works that one citation is compared with; a document in which more are alike has but columns: "Editorial"
MAX_LOOKED_AT = 1000  # works among which they are looked for


def families(reference: Reference) -> frozenset[str]:
    """Return the names by which a short form may call the authors: family names, bodies and their initials."""
    people = reference.author or reference.editor
    names = {(name.family or name.literal).casefold() for name in people}
    return frozenset(names | {initials(name.literal) for name in people if " " in name.literal})


class Catalogue:
    """Works, known by their numbers, under what a later citation may say of them.

    No answer grows with the number of works, so that ten thousand notes by one author take no longer than ten thousand by many.
    """

    def __init__(self) -> None:
        self._families: list[frozenset[str]] = []
        self._first_words: list[str] = []
        self._by_title: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_family: dict[tuple[str, str], list[int]] = defaultdict(list)  # and by the letter of "2019a", or none
        self._spellings = Spellings()
        self._by_word: dict[str, list[int]] = defaultdict(list)

    def add(self, work: int, reference: Reference, letter: str) -> None:
        """Take up a work; works come in the order of their numbers."""
        title = words_of(reference.title)
        names = families(reference)
        self._families.append(names)
        self._first_words.append(title[0] if title else "")
        if title:
            self._by_title[title].append(work)
        for name in names:
            self._by_family[name, ""].append(work)
            self._spellings.add(name)
            if letter:
                self._by_family[name, letter].append(work)
        for word in set(title or words_of(reference.container_title)):
            self._by_word[word].append(work)

    def has_author(self, name: str) -> bool:
        """True where somebody of this family name wrote one of the works."""
        return (name, "") in self._by_family

    def spelt(self, name: str) -> str:
        """Return the author whom a misprint means: "ledenva" gives "ledeneva", and a name that is nobody's itself."""
        return name if self.has_author(name) else self._spellings.near(name) or name

    def titled(self, title: tuple[str, ...]) -> Iterable[int]:
        """Return the works that have just this title, the earliest first."""
        return islice(self._by_title.get(title, ()), MAX_RIVALS)

    def by_author(self, names: frozenset[str], title: tuple[str, ...], letter: str) -> Iterator[int]:
        """Yield the works of these authors that a title may mean, or all of them, the latest first."""
        authored = [works for name in names if (works := self._by_family.get((name, letter)))]
        authored = authored or [self._by_family.get((name, ""), []) for name in names]
        worded = self._rarest(title)
        if title and sum(map(len, worded)) < sum(map(len, authored)):
            return (work for work in _latest(worded) if names & self._families[work])
        return _latest(authored)

    def beginning(self, title: tuple[str, ...]) -> Iterator[int]:
        """Yield the works that a title may mean and that begin with its first word, the latest first."""
        return (work for work in self.worded(title) if self._first_words[work] == title[0])

    def worded(self, title: tuple[str, ...]) -> Iterator[int]:
        """Yield the works that have enough words of a title, and others, the latest first."""
        return _latest(self._rarest(title))

    def _rarest(self, title: tuple[str, ...]) -> list[list[int]]:
        """Return the works with the rarest words: of so few words that each work with enough words of the title has one of them."""
        works = sorted((self._by_word.get(word, []) for word in set(title)), key=len)
        return works[: len(works) - ceil(ENOUGH * len(works)) + 1] if works else []


def _latest(lists: list[list[int]]) -> Iterator[int]:
    return islice(merge(*map(reversed, lists), reverse=True), MAX_LOOKED_AT)
