"""Where the works of a document are looked for: by title, by author, by the words of a title, by note, by what the text calls them."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from math import ceil

from cites.grammar.called import Spellings
from cites.grammar.titles import words_of
from cites.model import Reference
from cites.resolve.fit import CASES, ENOUGH, families

MAX_RIVALS = 200  # works that one citation is compared with; a document in which more are alike has but columns: "Editorial"
MAX_LOOKED_AT = 1000  # works among which they are looked for


class Catalogue:
    """Works, known by their numbers, under what a later citation may say of them.

    No answer grows with the number of works, so that ten thousand notes by one author take no longer than ten thousand by many.
    """

    def __init__(self) -> None:
        self._families: list[frozenset[str]] = []
        self._first_words: list[tuple[str, ...]] = []  # of the title, and of what a chapter stands in
        self._by_title: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_family: dict[tuple[str, str], list[int]] = defaultdict(list)  # and by the letter of "2019a", or none
        self._spellings = Spellings()
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_label: dict[str, list[int]] = defaultdict(list)  # what the text calls works: "unclos"
        self._by_container: dict[str, int] = {}  # the last work of each outlet as printed
        self._by_paper: dict[tuple[str, str], list[int]] = defaultdict(list)  # what has no author, by its paper and year
        self._by_report: dict[tuple[str, str], list[int]] = defaultdict(list)  # cases by series and volume: ("U.S.", "505")
        self._by_note: dict[str, dict[int, None]] = defaultdict(dict)  # in the order in which the note cites them
        self._cases: dict[int, None] = {}
        self._signed: set[int] = set()  # works that people wrote

    def add(self, work: int, reference: Reference, letter: str) -> None:
        """Take up a work; works come in the order of their numbers."""
        title = words_of(reference.title)
        names = families(reference)
        self._families.append(names)
        whole = words_of(reference.container_title) if not title or reference.type == "chapter" else ()
        self._first_words.append((*title[:1], *whole[:1]))
        if title:
            self._by_title[title].append(work)
        for name in names:
            self._by_family[name, ""].append(work)
            self._spellings.add(name)
            if letter:
                self._by_family[name, letter].append(work)
        for word in {*title, *whole}:  # 《旧唐书》卷10, after a chapter of it
            self._by_word[word].append(work)
        if reference.container_title:
            self._by_container[reference.container_title.casefold()] = work
            for year in {reference.issued[:4], reference.issued[:4] + letter} if not names else ():
                self._by_paper[reference.container_title.casefold(), year].append(work)
        if any(name.family for name in reference.author):
            self._signed.add(work)
        if reference.type in CASES:
            self._cases[work] = None
        if reference.type in (*CASES, "legislation"):
            self._by_report[reference.container_title, reference.volume].append(work)

    def name(self, work: int, reference: Reference) -> None:
        """Take up other names of the people of a work."""
        others = families(reference) - self._families[work]
        self._families[work] |= others
        for name in others:
            insort(self._by_family[name, ""], work)
            self._spellings.add(name)

    def label(self, work: int, name: str) -> None:
        """Keep what the text calls a work: "UNCLOS"."""
        self._by_label[name.casefold()].append(work)

    def cite(self, work: int, note: str) -> None:
        """Keep that a note cites a work."""
        self._by_note[note][work] = None

    def labelled(self, label: str) -> list[int]:
        """Return the works that the text calls so, the first one first: "Miller" of two cases of hers, "FRUS" of its volumes."""
        return self._by_label.get(label, [])

    def of_container(self, name: str) -> list[int]:
        """Return the last work of an outlet."""
        return [self._by_container[name]] if name in self._by_container else []

    def of_paper(self, name: str, year: str) -> list[int]:
        """Return the works of a paper in a year that name nobody: in "2010", or as "2010b"."""
        return self._by_paper.get((name, year), [])

    def of_note(self, note: str) -> list[int]:
        """Return the works that a note cites, in its order."""
        return list(self._by_note.get(note, ()))

    def reported(self, report: tuple[str, str]) -> list[int]:
        """Return the cases in a volume of reports."""
        return self._by_report.get(report, [])

    def cases(self, words: tuple[str, ...]) -> Iterable[int]:
        """Yield the cases that have enough of the words, the latest first; all of them where there are no words."""
        if not self._cases:
            return ()
        return (work for work in self.worded(words) if work in self._cases) if words else reversed(self._cases)

    def is_signed(self, work: int) -> bool:
        """True where a person wrote a work."""
        return work in self._signed

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
        return (work for work in self.worded(title) if title[0] in self._first_words[work])

    def worded(self, title: tuple[str, ...]) -> Iterator[int]:
        """Yield the works that have enough words of a title, and others, the latest first."""
        return _latest(self._rarest(title))

    def _rarest(self, title: tuple[str, ...]) -> list[list[int]]:
        """Return the works with the rarest words: of so few words that each work with enough words of the title has one of them."""
        works = sorted((self._by_word.get(word, []) for word in set(title)), key=len)
        return works[: len(works) - ceil(ENOUGH * len(works)) + 1] if works else []


def _latest(lists: list[list[int]]) -> Iterator[int]:
    return islice(merge(*map(reversed, lists), reverse=True), MAX_LOOKED_AT)
