"""Which words stand in a stretch: those of all forms are looked for together, as to ask for each by itself takes long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from operator import add


class Hints:
    """Words, in lower case, that are looked for where the rarest two letters of them are met.

    >>> sorted(Hints(["ibid", "ibid.", "id.", "op. cit"]).within("ibid., 4"))
    ['ibid', 'ibid.', 'id.']
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        pairs = {word: {*map("".join, pairwise(word))} or {word} for word in sorted(self.words)}
        often = Counter(pair for inside in pairs.values() for pair in inside)
        by_pair: defaultdict[str, list[str]] = defaultdict(list)
        for word, inside in pairs.items():
            by_pair[min(inside, key=lambda pair: (often[pair], pair))].append(word)
        self._by_pair = dict(by_pair)

    def within(self, text: str) -> frozenset[str]:
        """Return those of the words that stand in a text, as parts of others too."""
        met = {*text, *map(add, text, text[1:])}
        return frozenset([word for pair in self._by_pair.keys() & met for word in self._by_pair[pair] if word in text])


def holds_any(text: str, words: tuple[str, ...]) -> bool:
    """True where one of a few words stands in a text."""
    for word in words:  # noqa: SIM110, in half the time of `any`, and each zone is asked for each form
        if word in text:
            return True
    return False
