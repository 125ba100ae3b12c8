"""What a token of a reference string shows by itself: its shape, its marks, the kind of word that it is.

A feature is a short name: "s=year", "k=PUBL", "bt=,". Features come in groups, tuples of names; what is made of a group is the affair
of `weigh`, which is called once for each group that is new: a model adds its weights up, training takes the names as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Generic, NamedTuple, Protocol, TypeVar

from cites import lazy_regex as regex
from cites.grammar.person import is_given
from cites.knowledge import load, load_places, read_tables
from cites.outlets import load_outlets
from cites.tagger.tokens import ADDRESS

KEPT = 60_000  # tokens whose features are kept in memory

ROMAN = regex.compile(r"[IVXLCDM]{1,8}")
RANGE = regex.compile(r"[A-Za-z]{0,2}\d{1,6}[-–—‑‐−/]{1,2}[A-Za-z]{0,2}\d{1,6}")
YEAR = regex.compile(r"(?:1[4-9]\d\d|20[0-3]\d)[a-h]?")
YEARS = regex.compile(r"(?:1[4-9]|20)\d\d[-–—‑/](?:1[4-9]|20)?\d\d")
INITIALS = regex.compile(r"\p{Lu}\p{Ll}?\.?(?:[- ]?\p{Lu}\.?){0,3}")

OPENERS, CLOSERS = frozenset('“„«‘"»›‹'), frozenset("”“»’\"«›‹'")
ENDS, BRACKETS = frozenset(".,;:?!)"), frozenset("([")
INITIAL = frozenset({"X", "X.X"})  # shapes
CAPITALIZED = frozenset({"Xx", "XX2", "XX3", "XX4", "Xx-Xx"})
LETTERS = (
    dict.fromkeys(("X", "X.X"), "i")
    | dict.fromkeys(("XX2", "XX3", "XX4", "rom"), "C")
    | dict.fromkeys(("Xx", "Xx-Xx", "xX", "Xx'"), "N")
    | dict.fromkeys(("d1", "d2", "d3", "d4", "d5", "year", "range"), "d")
    | {"xx": "l"}
)  # one letter a shape, for the pattern of a stretch

Group = tuple[str, ...]
WORDS = read_tables("cues.toml")
SMALL = frozenset(WORDS["small"].split())
OF_LANGUAGES = {  # a table of data/languages: the kind of its words
    "weekdays": "MON", "in_words": "IN", "pages": "PAGE", "volumes": "VOLU", "issues": "ISSU", "editions": "EDTN", "editors.before": "EDIT",
    "editors.after": "EDIT", "translators.before": "TRAN",
}  # fmt: skip
CUES = {word: kind for kind, words in WORDS["kinds"].items() for word in words.split()}


class Sum(Protocol):
    """What groups become: names, or weights; both can be added."""

    def __add__(self: T, other: T, /) -> T: ...


T = TypeVar("T", bound=Sum)
Weigh = Callable[[Group], T]


class Look(NamedTuple, Generic[T]):
    """What a token shows by itself, and to its neighbours."""

    own: T
    before: T  # for the token before it
    after: T  # for the token after it
    far_before: T
    far_after: T
    core: str = ""  # without the marks around it
    trail: str = ""  # the marks behind it
    kind: str = ""  # of word, see `cues`
    letter: str = ""  # its shape in one letter
    opens: bool = False  # a quotation
    closes: bool = False
    starts: bool = False  # a stretch: "(New York: Norton" after a title
    ends: bool = False  # a stretch: a mark follows
    brackets: int = 0  # opened in it, less those closed
    is_year: bool = False
    is_range: bool = False  # of pages
    is_in: bool = False  # "In" before a container
    is_long_lower: bool = False
    stirs: bool = False  # the state of the string changes at it


class _Frame(NamedTuple, Generic[T]):
    """What a token shows without most of its letters: few of them come again and again."""

    own: T
    before: T
    after: T
    far_before: T
    far_after: T


class Looks(dict[str, Look[T]]):
    """The look of each token that was met."""

    def __init__(self, weigh: Weigh[T]) -> None:
        super().__init__()
        self._weigh = weigh
        self._frames: dict[tuple[str, ...], _Frame[T]] = {}
        self.nothing = weigh(())  # beyond either end of a string

    def __missing__(self, token: str) -> Look[T]:
        if len(self) > KEPT:
            self.clear()
            self._frames.clear()
        found = self[token] = self._look(token)
        return found

    def _look(self, token: str) -> Look[T]:
        lead, core, trail = split(token)
        low = core.casefold()
        kind = _kind(core, trail)
        shape = shape_of(core)
        is_small = low in SMALL
        letter = LETTERS.get(shape, "o") if not is_small or shape in INITIAL else "w" if kind != "AND" else "&"
        flags = ""
        if shape in CAPITALIZED and len(low) > 2:
            flags = ("g" if is_given(core) else "") + ("l" if low in place_words() else "")
        mark = trail[:2] if len(trail) < 3 else trail[:1] + trail[-1]
        key = (shape, kind, flags, mark, lead[:2], low if is_small or kind else "")
        frame = self._frames.get(key)
        if frame is None:
            frame = self._frames[key] = self._frame(*key)
        own = frame.own
        if len(low) > 3 and core[-1].isalpha():
            own += self._weigh((f"x={low[-3:]}", f"y={low[-2:]}{shape[:1]}", f"p={low[:3]}{shape[:1]}"))
        is_long_lower = shape == "xx" and len(core) > 3
        is_in = kind == "IN" and low in ("in", "dans")
        if not lead and not trail:  # most tokens
            opens = closes = starts = ends = False
            brackets = 0
        else:
            opens, closes = not OPENERS.isdisjoint(lead), not CLOSERS.isdisjoint(trail)
            starts = opens or lead[:1] in BRACKETS
            ends = trail[:1] in ENDS and not (trail == "." and shape in INITIAL)
            brackets = token.count("(") + token.count("[") - token.count(")") - token.count("]")
        is_range = shape == "range"
        stirs = opens or closes or brackets != 0 or is_in or is_range
        rest = (core, trail, kind, letter, opens, closes, starts, ends, brackets, shape == "year", is_range, is_in, is_long_lower, stirs)
        return Look._make((own, frame.before, frame.after, frame.far_before, frame.far_after, *rest))  # faster than to name all

    def _frame(self, shape: str, kind: str, flags: str, mark: str, lead: str, word: str) -> _Frame[T]:
        own = [f"s={shape}|{mark}", f"s={shape}", f"t={mark}", f"l={lead}"]
        if kind:
            own += [f"k={kind}", f"k={kind}|{mark}"]
        if flags:
            own.append(f"f={flags}")
        if word:
            own.append(f"w={word}|{shape[:1]}")
        near = f"{shape}|{kind}"
        return _Frame(
            own=self._weigh(tuple(own)),
            before=self._weigh((f"n={near}", f"nw={word}", f"nl={lead[:1]}{flags}", f"nt={shape}{mark}")),
            after=self._weigh((f"b={near}", f"bt={mark}", f"bw={word}", f"bs={shape}|{mark}{flags}")),
            far_before=self._weigh((f"nn={shape}|{mark}", f"nnk={kind}")),
            far_after=self._weigh((f"bb={shape}|{mark}", f"bbk={kind}")),
        )


def split(token: str) -> tuple[str, str, str]:
    """Part the marks from a word: "(Hrsg.):" gives "(", "Hrsg", ".):"; a token of marks alone is all behind."""
    if token.isalpha():
        return "", token, ""
    first, last = 0, len(token)
    while first < last and not token[first].isalnum():
        first += 1
    while last > first and not token[last - 1].isalnum():
        last -= 1
    return (token[:first], token[first:last], token[last:]) if first < last else ("", "", token)


def kind_of(word: str) -> str:
    """The kind of a word: "Verlag," gives "PUBL"."""
    _, core, trail = split(word)
    return _kind(core, trail)


def _kind(core: str, trail: str) -> str:
    if not core:
        return cues().get(trail, "")
    low = core.casefold()
    return cues().get(low + trail[:1]) or cues().get(low, "")


def shape_of(core: str) -> str:
    """The shape of a word: "Xx", "xx", "X.X" for initials, "url", "year", "range", "d3" for a number of three digits …"""
    if not core:
        return "-"
    if len(core) > 3 and core[0] in "hHwWfFdD1" and ADDRESS.match(core):
        return "url"
    if core.isalpha():
        if len(core) == 1:
            return "X" if core.isupper() else "x"
        if core.islower():
            return "xx"
        if core.isupper():
            return "rom" if ROMAN.fullmatch(core) else f"XX{min(len(core), 4)}"
        return "Xx" if core[0].isupper() and core[1:].islower() else "xX"
    if core[0].isdigit():
        if YEAR.fullmatch(core):
            return "year"
        if core.isdigit():
            return f"d{min(len(core), 5)}"
        if YEARS.fullmatch(core):
            return "years"
        if RANGE.fullmatch(core):
            return "range"
        return "d?" if any(c.isalpha() for c in core) else "d.d"
    if INITIALS.fullmatch(core):
        return "X.X"
    if any(c.isdigit() for c in core):
        return "range" if RANGE.fullmatch(core) else "x?d"
    return ("Xx-Xx" if core[0].isupper() else "xx-xx") if "-" in core else "Xx'" if core[0].isupper() else "xx'"


@cache
def cues() -> dict[str, str]:
    """Return what single words tell, by the word in lower case: "monday" gives "MON", "pp" gives "PAGE"."""
    words = load()
    found: dict[str, str] = {}
    for name, kind in OF_LANGUAGES.items():
        found |= {phrase: kind for phrase in words[name] if " " not in phrase}
    found.update(dict.fromkeys((*words.months, *words.seasons), "MON"))
    found.update({f"{month}.": "MON" for month in words.months})
    found.update({f"{word}.": kind for word, kind in CUES.items() if len(word) > 3 and word[-1].isalpha()})
    found.update(CUES)
    return found


@cache
def place_words() -> frozenset[str]:
    """Return the longer words of the names of places: "york" of New York."""
    return frozenset(word for name in load_places().names for word in name.split(" ") if len(word) > 3)


@cache
def whole_names() -> dict[str, str]:
    """Whole names of journals, newspapers and publishers, lower case."""
    kinds = {"journal": "J", "magazine": "J", "newspaper": "N", "publisher": "P"}
    return {
        name.casefold(): kinds[outlet.kind]
        for outlet in load_outlets().canonical.values()
        if outlet.kind in kinds
        for name in (outlet.name, *outlet.aliases)
    }
