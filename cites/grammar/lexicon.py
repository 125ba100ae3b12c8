"""Words of the languages as patterns: "pp.", "vol.", "accessed" …, longest first, matched whatever their case."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain

from cites import lazy_regex as regex
from cites.knowledge import load

LATER = regex.compile(r"(?<=\\s)\p{Ll}")  # a letter behind a space, in a pattern


@cache
def one_of(*tables: str) -> str:
    """Return a pattern for any word of the tables: `one_of("pages")` matches "pp." and "S."."""
    return "(?:" + "|".join(_pattern(word) for word in longest_first({word for table in tables for word in load()[table]})) + ")"


def in_names(*tables: str) -> str:
    """Return a pattern for any word of the tables, with the capital that it has in names: "Press", "Verlag" for `in_names("houses")`.

    Of "special publication" the later words have one or have none.
    """
    words = longest_first({word for table in tables for word in load()[table]})
    return r"(?=\p{Lu})(?:" + "|".join(_raised(word) for word in words) + ")"


def _raised(word: str) -> str:
    return LATER.sub(lambda later: f"[{later[0].upper()}{later[0]}]", _pattern(word[0].upper() + word[1:]))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, whatever follows: `any_of(["blog post"])` matches in "blog posts"."""
    return "(?:" + "|".join(_escaped(word) for word in longest_first(words)) + ")"


def longest_first(words: Iterable[str]) -> list[str]:
    """Return words so that each stands before those it begins with, and always in one order: "pages", "page", "pp", "p"."""
    return sorted(words, key=lambda word: (-len(word), word))


def _pattern(word: str) -> str:
    return _escaped(word) + (r"(?!\p{L})" if word[-1].isalpha() else "")


@cache
def _escaped(word: str) -> str:
    return regex.escape(word).replace(r"\ ", " ").replace(" ", r"\s")


AND = one_of("joins")  # and · & · und · y
IN = rf"(?i:{one_of('in_words.colon')})"  # before a colon: in: · Dans :


def first_words(*tables: str) -> frozenset[str]:
    """Return the first words of the tables, without points: a quick look before the patterns are tried."""
    return frozenset(leading(word, 0) for table in tables for word in load()[table])


LETTERS = regex.compile(r"\p{L}+|[^\s\p{L}\d]")


def leading(folded: str, at: int) -> str:
    """Return the word or the sign that begins at `at`, casefolded: "pp. 12" gives "pp"; "" for a digit."""
    match = LETTERS.match(folded, at)
    return match[0].casefold() if match else ""


def stems(*tables: str) -> tuple[str, ...]:
    """Return the words of the tables without those that hold another one: "interview" stands for "author's interview" too."""
    words = longest_first({word for table in tables for word in load()[table]})[::-1]
    return tuple(word for index, word in enumerate(words) if not any(shorter in word for shorter in words[:index]))


GROUP = regex.compile(r"\(\?P<(\w+)>")


class Either:
    """Patterns that are looked for together, with what their alternation would find, in a fraction of the time.

    Each by itself is looked for by its rarest letters; an alternation is tried at each place. A match has the groups of all of them.

    >>> Either(r"RG\\s\\d+", r"\\d+/\\d+").search("box 4, FO 371/75758")[0]
    '371/75758'
    """

    def __init__(self, *patterns: str, flags: int = 0) -> None:
        groups = dict.fromkeys(GROUP.findall("".join(patterns)))
        unset = "".join(f"(?P<{name}>(?!))?" for name in groups)
        self.patterns = tuple(regex.compile(pattern + unset, flags) for pattern in patterns)
        self._whole = regex.compile("|".join(patterns), flags)

    def search(self, text: str, at: int = 0, end: int = sys.maxsize) -> regex.Match[str] | None:
        """Return the first match; of two that begin at one place that of the pattern that stands first."""
        found = [match for pattern in self.patterns if (match := pattern.search(text, at, end))]
        return min(found, key=regex.Match.start) if found else None

    def match(self, text: str, at: int = 0, end: int = sys.maxsize) -> regex.Match[str] | None:
        return self._whole.match(text, at, end)  # at one place the alternation is the faster one

    def finditer(self, text: str, at: int = 0, end: int = sys.maxsize) -> Iterator[regex.Match[str]]:
        """Yield the matches, none of which overlaps another."""
        following = [pattern.search(text, at, end) for pattern in self.patterns]
        while found := [match for match in following if match]:
            first = min(found, key=regex.Match.start)
            yield first
            at = first.end()
            following = [
                pattern.search(text, at, end) if match and match.start() < at else match
                for pattern, match in zip(self.patterns, following, strict=True)
            ]

    def is_in(self, text: str) -> bool:
        """True where one of them is found; the likeliest should stand first."""
        return any(pattern.search(text) for pattern in self.patterns)


WORDS = regex.VERBOSE | regex.IGNORECASE  # the flags of `compile_words`


def compile_words(pattern: str) -> regex.Pattern[str]:
    """Compile a verbose, case-insensitive pattern."""
    return regex.compile(pattern, WORDS)


def by_line(pattern: str, flags: int = 0) -> Callable[[str], Iterator[regex.Match[str]]]:
    """Return a function that yields the matches of a pattern at the beginnings of lines.

    It looks for line feeds, which is twenty times as fast as the `^` of MULTILINE, for that is tried at each character.
    """
    here, below = regex.compile(pattern, flags | regex.MULTILINE), regex.compile(rf"\n(?=(?:{pattern}))", flags | regex.MULTILINE)

    def find(text: str) -> Iterator[regex.Match[str]]:
        end = 0
        for start in chain((0,), (line.end() for line in below.finditer(text))):
            if start >= end and (match := here.match(text, start)):
                yield match
                end = match.end()

    return find
