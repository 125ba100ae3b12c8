"""Sentences that give what somebody said or what was printed, so that a source may follow: "a “voice of gold,” wrote the paper"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.knowledge import load

WORDS = frozenset(load()["stating"])
WORD = regex.compile(r"\p{L}+")
QUOTES = frozenset("“”„«»\"「」")


def states(sentence: str, *, quotes: bool = True) -> bool:
    """True where a sentence has a word of saying or printing, or (quotes) quotation marks.

    >>> states("The papers did not notice it"), states("The King unveiled them")
    (True, False)
    """
    return (quotes and not QUOTES.isdisjoint(sentence)) or any(word.casefold() in WORDS for word in WORD.findall(sentence))
