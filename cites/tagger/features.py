"""What the tagger looks at in each token of a reference string: the token, its neighbours, its stretch, its place in the string."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, NamedTuple, TypeVar

from cites.knowledge import load_places
from cites.tagger.looks import KEPT, Group, Look, Looks, T, Weigh, whole_names

NEAR_MARK = 9  # tokens; names and "(eds.)" stand so close together
TENTHS = 10  # parts of a string, for the place of a token in it
NO_KINDS = frozenset({"", "AND", "ABBR"})  # tell nothing of a stretch
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Table(dict[K, T], Generic[K, T]):
    """What groups of features come to, by what they are made from."""

    def __init__(self, names: Callable[[K], Group], weigh: Weigh[T]) -> None:
        super().__init__()
        self._names, self._weigh = names, weigh

    def __missing__(self, key: K) -> T:
        if len(self) > KEPT:
            self.clear()
        found = self[key] = self._weigh(self._names(key))
        return found


class Features(Generic[T]):
    """Finds the features of strings, one string after the other.

    >>> Features(tuple)(["Smith,", "2008."])[1][:3]
    ('s=year|.', 's=year', 't=.')
    """

    def __init__(self, weigh: Weigh[T]) -> None:
        self._weigh = weigh
        self._looks = Looks(weigh)
        self._alone: dict[str, _Stretch[T]] = {}  # stretches of one token, by that token
        self._stretches: dict[Group, _Stretch[T]] = {}
        self._behind: Table[tuple[str, str], T] = Table(lambda key: (f"ps={key[0]}{key[1]}",), weigh)
        self._alike: Table[tuple[str, str], T] = Table(lambda key: (f"{key[0]}|{key[1]}",), weigh)
        self._counts: Table[tuple[int, int], T] = Table(lambda key: (f"c={min(key[0], 4)}|{min(key[1], 4)}",), weigh)
        self._states: Table[_State, T] = Table(_name_state, weigh)
        self._places: dict[int, list[T]] = {}  # of the tokens of a string, by its length
        self._first = weigh(("first",))

    def __call__(self, tokens: Sequence[str]) -> list[T]:
        """Return the features of each token: as names or as their weights, which `weigh` decides."""
        if not tokens:
            return []
        known, nothing = self._looks, self._looks.nothing
        looks = [known[token] for token in tokens]
        size = len(looks)
        own, before, after, far_before, far_after, *_ = zip(*looks, strict=True)
        places = self._places.get(size) or self._learn(self._places, size, self._place(size))
        columns = zip(
            own, self._around(tokens, looks), self._state(looks), places,
            (nothing, *after[:-1]), (nothing, nothing, *far_after[:-2])[:size],
            (*before[1:], nothing), (*far_before[2:], nothing, nothing)[:size], strict=True,
        )  # fmt: skip
        return [a + b + c + d + e + f + g + h for a, b, c, d, e, f, g, h in columns]

    def _around(self, tokens: Sequence[str], looks: Sequence[Look[T]]) -> list[T]:
        """What the stretch of each token shows, beside the one before it and the first of the string."""
        stretches = self._cut(tokens, looks)
        lead = next((index for index, item in enumerate(looks[:3]) if item.letter in "iNC"), 0)
        start_pattern = next((stretch.pattern for _, end, stretch in stretches if lead < end), "")
        found: list[T] = []
        sentence = comma = 0
        behind = self._behind["^", ""]  # what the stretch before tells
        for begin, end, stretch in stretches:
            shared = stretch.own + self._alike[start_pattern, stretch.pattern] + behind + self._counts[sentence, comma]
            found.append(shared + self._first)
            found += [shared] * (end - begin - 1)
            last = looks[end - 1]
            behind = self._behind[last.trail[:1], stretch.lower] + stretch.behind
            if last.ends:
                if last.trail[0] == ",":
                    comma += 1
                else:
                    sentence += 1
                    comma = 0
        return found

    def _state(self, looks: Sequence[Look[T]]) -> list[T]:
        """What holds at each token: in quotation marks, in brackets, behind the year, before "(eds.)" …"""
        size = len(looks)
        marks = [index for index, item in enumerate(looks) if item.kind == "EDIT"]
        years = [index for index, item in enumerate(looks) if item.is_year]
        last_mark = marks[-1] if marks else -1
        first_year, last_year = (years[0], years[-1]) if years else (size, -1)
        early_year = first_year < size // 2
        turns = {0, first_year, last_year + 1, last_mark}.union(*[(mark - NEAR_MARK + 1, mark + 1) for mark in marks])
        found: list[T] = []
        seen_in = seen_range = False
        quote = "0"
        depth = 0
        state = self._looks.nothing
        stirred = True  # something may be otherwise than at the token before
        for index, item in enumerate(looks):
            if stirred or item.stirs or index in turns:
                if item.opens and quote == "0":
                    quote = "1"
                near_mark = index < last_mark and any(index <= mark < index + NEAR_MARK for mark in marks)
                state = self._states[
                    "B" if quote == "1" and item.opens else quote, item.closes, depth > 0,
                    index < first_year, index > last_year, early_year, seen_in, index < last_mark, near_mark, seen_range,
                ]  # fmt: skip
                if item.closes and quote == "1":
                    quote = "2"
                if item.brackets:
                    depth = max(0, depth + item.brackets)
                seen_in = seen_in or (item.is_in and index > 2)
                seen_range = seen_range or item.is_range
                stirred = item.stirs
            found.append(state)
        return found

    def _place(self, size: int) -> list[T]:
        """How near the beginning or the end the tokens of a string stand."""
        names = [f"i={index}" if index < 4 else f"i={TENTHS * index // size}t" for index in range(size)]
        return [self._weigh((name, f"e={size - index}") if size - index < 4 else (name,)) for index, name in enumerate(names)]

    def _cut(self, tokens: Sequence[str], looks: Sequence[Look[T]]) -> list[tuple[int, int, _Stretch[T]]]:
        """Cut a string at its marks: where each stretch begins and ends, and what it shows."""
        found = []
        begin, last = 0, len(looks) - 1
        for index, item in enumerate(looks):
            if item.ends or index == last or looks[index + 1].starts:
                if begin < index:
                    stretch = self._stretch(looks[begin : index + 1])
                else:
                    token = tokens[index]
                    stretch = self._alone.get(token) or self._learn(self._alone, token, self._stretch([item]))
                found.append((begin, index + 1, stretch))
                begin = index + 1
        return found

    def _stretch(self, looks: Sequence[Look[T]]) -> _Stretch[T]:
        names = _name_stretch(looks)
        return self._stretches.get(names) or self._learn(
            self._stretches,
            names,
            _Stretch(self._weigh(names), self._weigh(tuple(["p" + name for name in names[2:]])), names[1], names[-1]),
        )

    @staticmethod
    def _learn(known: dict[K, V], key: K, value: V) -> V:
        if len(known) > KEPT:
            known.clear()
        known[key] = value
        return value


class _Stretch(NamedTuple, Generic[T]):
    """What a stretch between two marks shows."""

    own: T
    behind: T  # for the stretch behind it
    lower: str  # how many of its words have no capital
    pattern: str  # names of one list are printed alike


_State = tuple[str, bool, bool, bool, bool, bool, bool, bool, bool, bool]


def _name_stretch(looks: Sequence[Look[T]]) -> Group:
    """A stretch as a whole: its words of a field, whether it is a place, a journal or a publisher; last the pattern of its words."""
    whole = " ".join([item.core for item in looks])
    low = whole.casefold()
    size = len(looks)
    lower = sum([item.is_long_lower for item in looks])
    names = [f"sz={min(size, 7)}", f"sl={min(lower, 3)}|{min(size, 7)}"]
    names += [f"sk={kind}" for kind in sorted({item.kind for item in looks} - NO_KINDS)]
    if size <= 5 and (low in load_places().names or whole in load_places().abbreviations):
        names.append("place")
        if size == 1:
            names.append(f"place{looks[-1].trail[:1]}")
    if name := whole_names().get(low):
        names.append(f"known={name}")
    names.append("sp=" + "".join([item.letter for item in looks[:5]]))
    return tuple(names)


def _name_state(key: _State) -> Group:
    """What holds at a token: quotation marks and brackets that are open, and what stands before and behind it, anywhere in the string."""
    quote, closes, bracketed, before_years, behind_years, early_year, behind_in, before_editors, near_editors, behind_range = key
    names = [
        f"q={quote}{'e' if closes else ''}",
        f"y={before_years}{behind_years}{behind_in}",
        f"in={behind_in}|ed={before_editors}|{early_year}",
    ]
    if bracketed:
        names.append("brackets")
    if near_editors:
        names.append("ed=soon")
    if behind_range:
        names.append("after_range")
    return tuple(names)
