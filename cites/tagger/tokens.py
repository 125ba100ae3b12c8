"""The tokens of a reference string: words with their punctuation, cut where two fields touch ("2008;12(3):45-67")."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from cites import lazy_regex as regex

KEPT = 60_000  # words whose pieces are kept in memory

LOOSE = regex.compile(r"\s+")
BEFORE_MARK = regex.compile(r" (?=[,;:.!?)\]](?:[\s,;:.)\]”\"'’»]|$))")  # "1995 , 12 ( 3 ): 4" is printed for "1995, 12 (3): 4"
AFTER_BRACKET = regex.compile(r"(?<=[(\[]) ")
LOOSE_RANGE = regex.compile(r"(?<=\d) ?([-–—‑‐−]{1,2}) ?(?=\d)")
LOOSE_OPENER = regex.compile(r"(?<=(?:^|[\s(])[«“„‘]|(?:^|[,:;.()]\s)[»'\"]) (?=\p{L})")
LOOSE_CLOSER = regex.compile(r"(?<=[\p{L}\d.?!)]) (?=[»”’«](?:[\s,;:.)]|$)|['\"](?:[,;:.]|$))")
ELISION = regex.compile(
    r"(?<=(?:^|[\s“«‘(])(?:[LlDdMmNnSsCcJjTt]|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all|[Uu]n|[Qq]uest|[Qq]u|[Cc]oll|[Gg]l)['’]) (?=\p{L})"
)  # dell’ arte
LOOSE_SLASH = regex.compile(r"(?<=\b[\dIVXLC]{1,6}) / (?=\d)")  # V / 23

ADDRESS = regex.compile(r"(?i)https?:|www\.|ftp:|doi|10\.\d{4}")
SPLITS = regex.compile(
    r"(?<=[\d)\]][;:,])(?=[\d(])(?<!\d,(?=\d{3}(?!\d)))"  # 2008;12 · ):45 · 12,45
    r"|(?<=[\p{L}\d.,;:])(?=[(\[](?:\d|$))|(?<=[\p{L}])(?=[(\[]$)"  # 12(3) · Wolfgang(1996)
    r"|(?<=[)\]][.,;:]?)(?=[\p{L}\d])"  # (3)45 · (1999)Title
    r"|(?<=[\p{L}.],)(?=[\p{L}\d])|(?<=[\p{L}.];)(?=[\p{L}\d])"  # Res.,104 · Bertsch,W.
    r"|(?<=\p{Ll}{2}[.:])(?=\p{Lu}\p{Ll}|\d)"  # Title.Journal · Berlin:Springer
    r"|(?<=^\d{1,3}[.)\]-])(?=\p{L})"  # 12.Smith
    r"|(?<=\p{L})/(?=\p{Lu}\p{Ll}+,?$)"  # Krüger, Heinz/Marotzki
)


class Token(NamedTuple):
    """A token at `start:end` of the cleaned string."""

    text: str
    start: int
    end: int


def clean(text: str) -> str:
    """Return the string without the loose spaces of scans: "Res Treat 2000 , 63 ( 1 ): 23- 29 ." gives "Res Treat 2000, 63 (1): 23-29."."""
    text = LOOSE.sub(" ", text).strip()
    text = AFTER_BRACKET.sub("", BEFORE_MARK.sub("", text))
    text = LOOSE_RANGE.sub(r"\1", text)
    if "’ " in text or "' " in text:
        text = ELISION.sub("", text)
    if " / " in text:
        text = LOOSE_SLASH.sub("/", text)
    return LOOSE_OPENER.sub("", LOOSE_CLOSER.sub("", text))


def tokenize(cleaned: str) -> list[Token]:
    """Return the words with their punctuation; "12(3):45-67" are three."""
    tokens: list[Token] = []
    at = 0
    for word in cleaned.split(" "):
        for piece in _pieces(word):
            tokens.append(Token(piece, at, at + len(piece)))
            at += len(piece)
        at += 1
    return tokens


_PIECES: dict[str, tuple[str, ...]] = {}


def _pieces(word: str) -> tuple[str, ...]:
    found = _PIECES.get(word)
    if found is None:
        if not word:
            found = ()
        elif word.isalpha() or word[:-1].isalpha() or ADDRESS.search(word):
            found = (word,)
        else:
            cuts = [0, *(match.end() for match in SPLITS.finditer(word)), len(word)]
            found = tuple(word[a:b] for a, b in pairwise(cuts) if a < b)
        if len(_PIECES) > KEPT:
            _PIECES.clear()
        _PIECES[word] = found
    return found
