"""What the spotter looks at in each word of a parenthesis or of a note: the word, its neighbours, known names, the zone.

A feature is a short name: "s=Aa", "t=months", "+w=reuters". What becomes of a group of them is the affair of `weigh`, as in `tagger.looks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Generic, NamedTuple

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.knowledge import load, load_places
from cites.model import Outlet
from cites.tagger.looks import Group, T, Weigh

KEPT = 60_000  # words whose features are kept in memory
WORD = regex.compile(  # "Kun.uz", "al-Ayyam", "26", ",", "https://kun.uz/12"
    r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:)\]]|\p{L}[\p{L}\p{M}]*(?:['.-]\p{L}[\p{L}\p{M}]*)*|\d+|\S"
)
CAPITALS, SMALL = regex.compile(r"\p{Lu}+"), regex.compile(r"[\p{Ll}\p{Lo}]+")
YEAR = regex.compile(r"1[5-9]\d\d|20\d\d")
ADDRESSES = ("http://", "https://", "www.")
LONG = 18  # letters of a word that is looked at by its shape alone
LONGEST_NAME = 6  # words of the name of an outlet
MOST = 5  # words that are counted
TABLES = ("months", "short_months", "dotted_months", "seasons", "languages", "genres")


class Setting(NamedTuple):
    """Where a zone stands: what opens it, the words before it, what follows it."""

    opened: str  # "(", "[", or "note"
    before: str = ""  # "said"; "A" for a word with a capital
    earlier: str = ""  # the word before that
    after: str = ""  # "a" for a small letter, "A" for a capital, else the mark


class Look(NamedTuple, Generic[T]):
    """What a word shows by itself, and to the two on either side of it."""

    own: T
    seen: tuple[T, T, T, T]  # by the words two and one behind it, one and two before it
    shape: str
    tables: frozenset[str]


class Features(Generic[T]):
    """Finds the features of zones, one after the other.

    >>> Features(tuple)(["Astra", ",", "May"], ["", "", ""], Setting("("))[1][:2]
    ('w=,', 's=,')
    """

    def __init__(self, weigh: Weigh[T]) -> None:
        self._weigh = weigh
        self._looks: dict[str, Look[T]] = {}
        self._groups: dict[Group, T] = {}
        self._nothing = weigh(())

    def __call__(self, words: Sequence[str], names: Sequence[str], setting: Setting) -> list[T]:
        """Return the features of each word; `names` tells which words are those of known outlets, as `name_outlets` does."""
        looks = [self._look(word) for word in words]
        zone = self._zone(words, looks, names, setting)
        shared, first = self._group(zone), self._group(("first", *(f"first {name}" for name in zone)))
        size = len(words)
        found = []
        for at, look in enumerate(looks):
            total = look.own + shared + self._group(tuple(f"{lead}{name}" for lead, place in NEAR for name in _name_at(names, at + place)))
            for step, seen in STEPS:
                total += looks[at + step].seen[seen] if 0 <= at + step < size else self._group((f"{step}end",))
            pairs = [f"{one.shape}|{two.shape}" for one, two in pairwise(looks[max(0, at - 1) : at + 2])]
            total += self._group(tuple(f"{'pair' if at and not number else 'next'}={pair}" for number, pair in enumerate(pairs)))
            found.append(total + first if at == 0 else total)
        return found

    def _look(self, word: str) -> Look[T]:
        if word not in self._looks:
            if len(self._looks) > KEPT:
                self._looks.clear()
            names, tables = _name_word(word), tables_of(word)
            seen = [self._weigh(tuple(f"{lead}{name}" for name in names)) for lead in ("-2", "-1", "+1", "+2")]
            self._looks[word] = Look(self._weigh(names), (seen[0], seen[1], seen[2], seen[3]), shape(word), tables)
        return self._looks[word]

    def _group(self, names: Group) -> T:
        if names not in self._groups:
            if len(self._groups) > KEPT:
                self._groups.clear()
            self._groups[names] = self._weigh(names)
        return self._groups[names]

    def _zone(self, words: Sequence[str], looks: Sequence[Look[T]], names: Sequence[str], setting: Setting) -> Group:
        """What holds of all words of a zone: how long it is, whether it has a year, a month, a day, a known name; what is around it."""
        has = (
            any(YEAR.fullmatch(word) for word in words),
            any("months" in look.tables for look in looks),
            any(word.isdigit() and len(word) < 3 for word in words),
        )
        capitals, small = (min(MOST, sum(test(word[0]) for word in words)) for test in (str.isupper, str.islower))
        return (
            f"opened={setting.opened}", f"before={setting.before}", f"earlier={setting.earlier}", f"after={setting.after}",
            f"size={min(MOST + 1, len(words) // 3)}", f"date={''.join('01'[one] for one in has)}", f"known={any(names)}",
            f"capitals={capitals}", f"small={small}",
        )  # fmt: skip


NEAR = (("", 0), ("-1", 1), ("+1", -1))
STEPS = ((-2, 3), (-1, 2), (1, 1), (2, 0))  # which word, and which of what it shows to its neighbours


def _name_at(names: Sequence[str], at: int) -> Iterator[str]:
    if 0 <= at < len(names) and names[at]:
        part, kind = names[at].split(" ")
        yield f"o={part}"
        yield f"k={kind}"


def _name_word(word: str) -> Group:
    if word.startswith(ADDRESSES):
        return ("s=url",)
    lower = word.casefold().rstrip(".")
    names = [f"w={lower}" if len(lower) < LONG else "w", f"s={shape(word)}"]
    if word[0].isalpha():
        names += [f"x={lower[-3:]}", f"common={is_common(lower)}"]
        if load_places().has(word.rstrip(".")):
            names.append("place")
    return (*names, *sorted(f"t={table}" for table in tables_of(word)))


def shape(word: str) -> str:
    """Return how a word is made: "Interfax" gives "Aa", "TASS" "A", "Kun.uz" "Aa.a", "26" "d2", "1998" "year"."""
    if word.startswith(ADDRESSES):
        return "url"
    if word.isdigit():
        return "year" if YEAR.fullmatch(word) else f"d{min(len(word), 5)}"
    return SMALL.sub("a", CAPITALS.sub("A", word))[:6]


@cache
def _tables() -> dict[str, frozenset[str]]:
    """The tables of data/languages that hold a word: "may" is in "months"."""
    words = load()
    rows = {**words.lists, **{table: tuple(getattr(words, table)) for table in TABLES}}
    found: dict[str, set[str]] = {}
    for name, row in rows.items():
        for word in row:
            if " " not in word:
                found.setdefault(word.rstrip("."), set()).add(name.partition(".")[0])
    return {word: frozenset(tables) for word, tables in found.items()}


def tables_of(word: str) -> frozenset[str]:
    """Return the tables of the languages that a word is in: "Ibid." is in "ibid"."""
    return _tables().get(word.casefold().rstrip("."), frozenset())


def name_outlets(folded: str, spans: Sequence[tuple[int, int]], find: Callable[[str], Outlet | None]) -> list[str]:
    """Return of each word whether it begins ("B") or goes on with ("I") the name of a known outlet, and its kind: "B wire"."""
    found = [""] * len(spans)
    at = 0
    while at < len(spans):
        start, end = spans[at]
        stop = at + 1
        if folded[start].isupper() or "." in folded[start + 1 : end - 1]:
            for last in range(min(len(spans), at + LONGEST_NAME), at, -1):
                outlet = find(folded[start : spans[last - 1][1]]) if folded[spans[last - 1][0]].isalnum() else None
                if outlet:
                    found[at:last] = [f"B {outlet.kind}", *[f"I {outlet.kind}"] * (last - at - 1)]
                    stop = last
                    break
        at = stop
    return found
