"""The tokens of a reference string: words with their punctuation, cut where two fields touch ("2008;12(3):45-67")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cites import lazy_regex as regex

KEPT = 60_000  # words whose pieces are kept in memory

LOOSE_MARKS = regex.compile(r" [,;:.!?)\]\-–—‑‐−»”’«'\"/]|[(\[\-–—‑‐−«“„‘»'\"’] ")  # a quick look whether there is anything to mend
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


def clean(text: str) -> str:
    """Return the string without the loose spaces of scans: "Res Treat 2000 , 63 ( 1 ): 23- 29 ." gives "Res Treat 2000, 63 (1): 23-29."."""
    text = " ".join(text.split())
    if LOOSE_MARKS.search(text):
        text = AFTER_BRACKET.sub("", BEFORE_MARK.sub("", text))
        text = LOOSE_RANGE.sub(r"\1", text)
        if "’ " in text or "' " in text:
            text = ELISION.sub("", text)
        if " / " in text:
            text = LOOSE_SLASH.sub("/", text)
        text = LOOSE_OPENER.sub("", LOOSE_CLOSER.sub("", text))
    return text


def tokenize(cleaned: str) -> list[str]:
    """Return the words with their punctuation; "12(3):45-67" are three."""
    return [piece for word in cleaned.split(" ") for piece in _PIECES[word]]


def locate(cleaned: str, tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where each token begins and ends."""
    end = 0
    for token in tokens:
        start = end + (cleaned[end] == " ")
        end = start + len(token)
        yield start, end


class _Pieces(dict[str, tuple[str, ...]]):
    """The pieces of each word that was met."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > KEPT:
            self.clear()
        if not word:
            pieces: tuple[str, ...] = ()
        elif word.isalnum() or word[:-1].isalnum() or ADDRESS.search(word):
            pieces = (word,)
        else:
            cuts = [0, *[match.end() for match in SPLITS.finditer(word)], len(word)]
            pieces = tuple(word[a:b] for a, b in pairwise(cuts) if a < b)
        self[word] = pieces
        return pieces


_PIECES = _Pieces()
