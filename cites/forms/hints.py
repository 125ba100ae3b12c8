"""Which words stand in a stretch: those of all forms are looked for together, as to ask for each by itself takes long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

LETTERS = 3  # of a word that are looked for before the whole of it


class Hints:
    """Words, in lower case, that are looked for where the rarest three letters of them are met.

    >>> sorted(Hints(["ibid", "ibid.", "id.", "op. cit"]).within("ibid., 4"))
    ['ibid', 'ibid.', 'id.']
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._short = [word for word in self.words if len(word) < LETTERS]
        triples = {word: {*_triples(word)} for word in sorted(self.words.difference(self._short))}
        often = Counter(triple for inside in triples.values() for triple in inside)
        by_triple: defaultdict[str, list[str]] = defaultdict(list)
        for word, inside in triples.items():
            by_triple[min(inside, key=lambda triple: (often[triple], triple))].append(word)
        self._by_triple = dict(by_triple)

    def within(self, text: str) -> frozenset[str]:
        """Return those of the words that stand in a text, as parts of others too."""
        met = self._by_triple.keys() & _triples(text)
        likely = [word for triple in met for word in self._by_triple[triple]]
        return frozenset([word for word in self._short + likely if word in text])


def _triples(text: str) -> Iterator[str]:
    return map("".join, zip(text, text[1:], text[2:], strict=False))


def holds_any(text: str, words: tuple[str, ...]) -> bool:
    """True where one of a few words stands in a text."""
    for word in words:  # noqa: SIM110, in half the time of `any`, and each zone is asked for each form
        if word in text:
            return True
    return False
