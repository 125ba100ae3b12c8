"""The tokens of a reference string, and what the tagger looks at in each of them.

What depends on a token alone is worked out once and kept; what depends on its place in the string is little and cheap.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.names import is_given
from cites.knowledge import load_places
from cites.tagger.cues import SMALL, cues, place_words, whole_names
from cites.tagger.tokens import ADDRESS, Token

NEAR_MARK = 9  # tokens; names and "(eds.)" stand so close together
KEPT = 60_000  # tokens whose features are kept in memory

ROMAN = regex.compile(r"[IVXLCDM]{1,8}")
RANGE = regex.compile(r"[A-Za-z]{0,2}\d{1,6}[-–—‑‐−/]{1,2}[A-Za-z]{0,2}\d{1,6}")
YEAR = regex.compile(r"(?:1[4-9]\d\d|20[0-3]\d)[a-h]?")
YEARS = regex.compile(r"(?:1[4-9]|20)\d\d[-–—‑/](?:1[4-9]|20)?\d\d")
INITIALS = regex.compile(r"\p{Lu}\p{Ll}?\.?(?:[- ]?\p{Lu}\.?){0,3}")

OPENERS, CLOSERS = frozenset('“„«‘"»›‹'), frozenset("”“»’\"«›‹'")
CAPITALIZED = frozenset({"Xx", "XX2", "XX3", "XX4", "Xx-Xx"})
LETTERS = {
    "X": "i",
    "X.X": "i",
    "XX2": "C",
    "XX3": "C",
    "XX4": "C",
    "rom": "C",
    "Xx": "N",
    "Xx-Xx": "N",
    "xX": "N",
    "Xx'": "N",
    "xx": "l",
} | dict.fromkeys(("d1", "d2", "d3", "d4", "d5", "year", "range"), "d")


class _Look(NamedTuple):
    """What a token shows by itself."""

    own: list[str]
    before: list[str]  # for the token before it
    after: list[str]  # for the token after it
    far_before: list[str]
    far_after: list[str]
    core: str
    trail: str
    opens: bool  # a quotation
    starts: bool  # a stretch: "(New York: Norton" after a title
    closes: bool
    is_year: bool
    ends_segment: bool
    brackets: int
    kind: str
    letter: str


def _shape(core: str) -> str:
    """The shape of a word: "Xx", "xx", "X.X" for initials, "year", "range", "d3" for a number of three digits …"""
    if not core:
        return "-"
    if core.isalpha():
        if len(core) == 1:
            return "X" if core.isupper() else "x"
        if core.isupper():
            return "rom" if ROMAN.fullmatch(core) else f"XX{min(len(core), 4)}"
        if core.islower():
            return "xx"
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


class _Frame(NamedTuple):
    """What a token shows without its letters; few of them come again and again."""

    own: list[str]
    before: list[str]  # for the token before it
    after: list[str]  # for the token after it
    far_before: list[str]
    far_after: list[str]


@lru_cache(maxsize=KEPT)
def _frame(shape: str, kind: str, flags: str, mark: str, lead: str, word: str) -> _Frame:
    own = [f"s={shape}|{mark}", f"s={shape}", f"t={mark}", f"l={lead[:2]}"]
    if kind:
        own += [f"k={kind}", f"k={kind}|{mark}"]
    if flags:
        own.append(f"f={flags}")
    if word:
        own.append(f"w={word}|{shape[:1]}")
    near = f"{shape}|{kind}"
    return _Frame(
        own=own,
        before=[f"n={near}", f"nw={word}", f"nl={lead[:1]}{flags}", f"nt={shape}{mark}"],
        after=[f"b={near}", f"bt={mark}", f"bw={word}", f"bs={shape}|{mark}{flags}"],
        far_before=[f"nn={shape}|{mark}", f"nnk={kind}"],
        far_after=[f"bb={shape}|{mark}", f"bbk={kind}"],
    )


def _look(token: str) -> _Look:
    core = token
    lead = trail = ""
    if not token.isalpha():
        first, last = 0, len(token)
        while first < last and not token[first].isalnum():
            first += 1
        while last > first and not token[last - 1].isalnum():
            last -= 1
        lead, core, trail = token[:first], token[first:last], token[last:]
        if not core:
            lead, trail = "", token
    low = core.casefold()
    kinds = cues()
    kind = kinds.get(low + trail[:1]) or kinds.get(low) or "" if core else kinds.get(token, "")
    shape = "url" if len(core) > 3 and ADDRESS.match(core) else _shape(core)
    flags = ""
    if shape in CAPITALIZED and len(low) > 2:
        flags = ("g" if is_given(core) else "") + ("l" if low in place_words() else "")
    mark = trail[:2] if len(trail) < 3 else trail[:1] + trail[-1]
    is_small = low in SMALL
    frame = _frame(shape, kind, flags, mark, lead[:2], low if is_small or kind else "")
    own = frame.own
    if len(low) > 3 and core[-1].isalpha():
        own = [*own, f"x={low[-3:]}", f"y={low[-2:]}{shape[:1]}", f"p={low[:3]}{shape[:1]}"]
    is_initial = shape in ("X", "X.X")
    return _Look(
        own=own, before=frame.before, after=frame.after, far_before=frame.far_before, far_after=frame.far_after,
        core=core, trail=trail,
        opens=bool(lead) and not OPENERS.isdisjoint(lead),
        starts=bool(lead) and (lead[0] in "([" or not OPENERS.isdisjoint(lead)),
        closes=bool(trail) and not CLOSERS.isdisjoint(trail),
        is_year=shape == "year",
        ends_segment=bool(trail) and trail[0] in ".,;:?!)" and not (is_initial and trail == "."),
        brackets=token.count("(") + token.count("[") - token.count(")") - token.count("]") if lead or trail else 0,
        kind=kind,
        letter=LETTERS.get(shape, "o") if not is_small or is_initial else "w" if kind != "AND" else "&",
    )  # fmt: skip


_OWN: dict[str, _Look] = {}


def look(token: str) -> _Look:
    found = _OWN.get(token)
    if found is None:
        if len(_OWN) > KEPT:
            _OWN.clear()
        found = _OWN[token] = _look(token)
    return found


def _segment(looks: list[_Look]) -> list[str]:
    """What a stretch between two marks shows as a whole: its words of a field, whether it is a place, a journal or a publisher."""
    cores = [item.core for item in looks]
    whole = " ".join(cores)
    low = whole.casefold()
    size = len(cores)
    kinds = sorted({item.kind for item in looks if item.kind and item.kind not in ("AND", "ABBR")})
    lower = sum(core.islower() and len(core) > 3 for core in cores)
    found = [f"sz={min(size, 7)}", f"sl={min(lower, 3)}|{min(size, 7)}", *(f"sk={kind}" for kind in kinds)]
    if size <= 5 and (low in load_places().names or whole in load_places().abbreviations):
        found.append("place")
        if size == 1:
            found.append(f"place{looks[-1].trail[:1]}")
    if name := whole_names().get(low):
        found.append(f"known={name}")
    pattern = "".join(item.letter for item in looks[:5])
    found.append(f"sp={pattern}")
    return found


def features(tokens: list[Token]) -> list[list[str]]:
    """Return the features of each token: its own, those of its neighbours, of its stretch and of its place in the string."""
    looks = [look(token.text) for token in tokens]
    size = len(looks)
    segments: list[list[str]] = []
    starts: list[int] = []
    begin = 0
    for index, item in enumerate(looks):
        if item.ends_segment or index == size - 1 or (index + 1 < size and looks[index + 1].starts):
            stretch = _segment(looks[begin : index + 1])
            segments += [stretch] * (index + 1 - begin)
            starts += [begin] * (index + 1 - begin)
            begin = index + 1
    marks = [index for index, item in enumerate(looks) if item.kind == "EDIT"]
    last_mark = marks[-1] if marks else -1
    years = [index for index, item in enumerate(looks) if item.is_year]
    first_year = years[0] if years else size
    last_year = years[-1] if years else -1
    seen_in = seen_range = False
    quote = "0"
    depth = sentence = comma = 0
    start_pattern = next((index for index, item in enumerate(looks[:3]) if item.letter in "iNC"), 0)
    rows: list[list[str]] = []
    previous_stretch = ["ps=^"]
    for index, item in enumerate(looks):
        row = item.own + segments[index]
        row.append(f"{segments[start_pattern][-1]}|{segments[index][-1]}")  # names of one list are printed alike
        if starts[index] == index:
            row.append("first")
            if index:
                previous_stretch = [
                    f"ps={looks[index - 1].trail[:1]}{segments[index - 1][1]}",
                    *("p" + name for name in segments[index - 1][2:]),
                ]
        row += previous_stretch
        if index:
            row += looks[index - 1].after
            if index > 1:
                row += looks[index - 2].far_after
        if index + 1 < size:
            row += looks[index + 1].before
            if index + 2 < size:
                row += looks[index + 2].far_before
        if item.opens and quote == "0":
            quote = "1"
        state = "B" if quote == "1" and item.opens else quote
        row.append(f"q={state}{'e' if item.closes else ''}")
        if depth > 0:
            row.append("brackets")
        row.append(f"i={index}" if index < 4 else f"i={10 * index // size}t")
        if size - index < 4:
            row.append(f"e={size - index}")
        row.append(f"c={min(sentence, 4)}|{min(comma, 4)}")
        row.append(f"y={index < first_year}{index > last_year}{seen_in}")
        row.append(f"in={seen_in}|ed={index < last_mark}|{first_year < size // 2}")
        if index < last_mark and any(index <= mark < index + NEAR_MARK for mark in marks):
            row.append("ed=soon")
        if seen_range:
            row.append("after_range")
        rows.append(row)
        if item.closes and quote == "1":
            quote = "2"
        depth = max(0, depth + item.brackets)
        seen_in |= item.kind == "IN" and item.core.casefold() in ("in", "dans") and index > 2
        seen_range |= "range" in item.own[1]
        if item.ends_segment:
            if item.trail[0] == ",":
                comma += 1
            else:
                sentence += 1
                comma = 0
    return rows
