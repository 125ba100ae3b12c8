"""Titles in quotation marks, in the marks of many languages, nested, or with the closing mark missing."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.grammar.dates import find_date
from cites.grammar.lexicon import one_of

CLOSERS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "'", "'": "'", "‚": "'‘", "「": "」", "『": "』", "《": "》", "〈": "〉",
    "”": "”", "‹": "›",
}  # fmt: skip
MAX_TITLE = 400  # code points; the longest title in the five articles has 190
PUNCTUATION = " ,.;:"

# What stands after the closing mark of a title, and not after the apostrophe in "citizens' rights".
AFTER_SINGLE = regex.compile(
    r"\s*(?:$|[,.;:?!)\]([]|-|in\b|and\b|trans|ed\b|eds\b|\d|\p{Lu}\p{L}++(?:(?!'[,;\s)]).){0,60}?\b(?:1[5-9]|20)\d\d)"
)
INITIALS = regex.compile(r"\b(?:\p{Lu}\.){2,}$")
INSIDE = regex.compile(r"https?://|[“„]|;\s+\p{Lu}")
BALANCED = regex.compile(r"[^“”„]*(?:“[^“”„]*”[^“”„]*)+")  # The “Contingency” of Language
LONG_WORD = regex.compile(r"\p{L}{4,}")


NESTED = regex.compile(r"(?<=\p{L}\s)\"(?=\p{L})(?P<last>[^\"]{2,40}\"(?:[,.?!]?|\s[^\"]{2,80}[,.?!\p{L}]))\"(?=[,.;)\s]|$)")
STRAIGHT_CLOSE = regex.compile(r"\"(?=[,.;)\s]|$)")  # “New documents on the Barberini harp", Recercare XXVII


class Quoted(NamedTuple):
    """A title between `start` and `end`; `stop` is after the closing mark."""

    start: int
    end: int
    stop: int
    closed: bool = True


OF_NAMES = ("s ", "t ")  # Willem Jacob 's Gravesteyn, van 't Hoff


def opens_quote(folded: str, at: int) -> bool:
    """True where a quotation mark opens: `"A` at the start of a word, not the `"` that closes one."""
    mark = folded[at : at + 1]
    if mark not in CLOSERS:
        return False
    before = folded[at - 1] if at else " "
    after = folded[at + 1] if at + 1 < len(folded) else " "
    if mark == "'" and folded.startswith(OF_NAMES, at + 1):
        return False
    if mark in "\"'" or mark == "»":
        is_free = before not in ".,!?" or folded[at - 2 : at] == "),"  # (2013),"Bringing Agency Back …"
        return not before.isalnum() and is_free and (after.isalnum() or after in "“‘'\"¿¡[.(-«")
    return mark == "«" or (mark != "”" and not after.isspace())  # French puts a space inside


def find_quote(folded: str, at: int, end: int) -> int | None:
    """Return where the first mark stands that opens a quotation, None where none does."""
    return next((index for index in range(at, end) if folded[index] in CLOSERS and opens_quote(folded, index)), None)


def quoted_at(folded: str, at: int, end: int) -> Quoted | None:
    """Return the title in quotation marks that begins at `at`, None where none does."""
    return read_quoted(folded, at, end) if at < end and opens_quote(folded, at) else None


def read_quoted(folded: str, at: int, end: int) -> Quoted | None:
    """Return the title whose opening mark stands at `at`.

    `“Going Eastward?” Russia` gives the characters between the marks. Where the closing mark is missing, the title ends
    before the source and date that follow: `“Alarm is Premature, The Diplomat, April 22, 2015`.
    """
    mark = folded[at]
    limit = min(end, at + MAX_TITLE)
    close = _single(folded, at, limit) if mark in "‘'‚" else _double(folded, at, limit)
    if close is None and mark in "“„" and (straight := STRAIGHT_CLOSE.search(folded, at + 2, limit)):
        close = straight.start()
    is_odd = close is not None and mark == "“" and INSIDE.search(folded, at + 1, close) and not BALANCED.fullmatch(folded, at + 1, close)
    if close is not None and not (is_odd and _unclosed(folded, at, limit)):
        start = at + 2 if folded[at + 1] == " " else at + 1
        return Quoted(start, _trim(folded, start, close), close + 1)
    stop = _unclosed(folded, at, limit)
    return Quoted(at + 1, stop, stop, closed=False) if stop else None


def _double(folded: str, at: int, limit: int) -> int | None:
    mark, closers, depth = folded[at], CLOSERS[folded[at]], 0
    inner = None  # where a title ends within which a mark opens and none closes: “Translation: China’s “Plan for Steel,” DigiChina
    for index in range(at + 1, limit):
        char = folded[index]
        if char == mark and mark not in closers:
            depth += 1
        elif char == mark == '"' and (nested := NESTED.match(folded, index, limit)):
            return nested.end("last")  # "Defining "Transnationalism"," of one kind of marks
        elif char in closers and not (mark == '"' and _is_inner(folded, index)):
            if depth == 0:
                return index
            depth -= 1
            if inner is None and mark == "“" and depth == 0 and folded[index - 1] in ",?!":
                inner = index
    return inner


def _is_inner(folded: str, at: int) -> bool:
    """True where words within are quoted, and for the hard sign of "s"ezd"; a title that is followed by "in" has lost a space."""
    in_word = folded[at - 1].isalpha() and folded[at + 1 : at + 2].islower() and not folded.startswith("in ", at + 1)
    return in_word or (folded[at - 1] == " " and opens_quote(folded, at))


def _single(folded: str, at: int, limit: int) -> int | None:
    """The first apostrophe that is followed like the end of a title; else the last that ends a word."""
    last = None
    depth = 0
    for index in range(at + 1, limit):
        char = folded[index]
        if char == "‘" and folded[at] != "‚":
            depth += 1
        if char not in CLOSERS[folded[at]] or (index + 1 < len(folded) and folded[index + 1].isalnum()):
            continue
        if depth and folded[index - 1].isalnum():
            depth -= 1
            continue
        if folded[index - 1] in ",.?!" or AFTER_SINGLE.match(folded, index + 1, limit):
            return index
        last = index
    return last


def _unclosed(folded: str, at: int, limit: int) -> int | None:
    date = find_date(folded, at + 8, limit)
    if date and date.has_year:
        comma = folded.rfind(", ", at + 8, date.start - 2)
        return comma if comma > 0 else None
    return None


def _trim(folded: str, start: int, end: int) -> int:
    """Leave out the comma or period inside the mark, but not the last point of "the U.S."."""
    while end > start and folded[end - 1] in PUNCTUATION and not (folded[end - 1] == "." and INITIALS.search(folded, start, end)):
        end -= 1
    return end


TRAILING = regex.compile(r"[\s,;:]+(?=[’”\"']?$)")


def tidy(title: str) -> str:
    """A title without the comma that stood after it: "Suicide Remark ‘Unproductive,’" loses it."""
    return TRAILING.sub("", title) if title[-1:] in "’”\"' ,;:" else title


OPENER = regex.compile(f"[{''.join(CLOSERS)}();]")


def quotes_in(folded: str, start: int, end: int) -> list[Quoted]:
    """Return the titles in quotation marks between `start` and `end`, outermost, in order."""
    found = []
    while (mark := find_quote(folded, start, end)) is not None:
        quoted = read_quoted(folded, mark, end)
        found += [quoted] if quoted else []
        start = quoted.stop if quoted else mark + 1
    return found


WORDS = regex.compile(r"[\p{L}\p{N}]+")
PARTED = regex.compile(r"(?<=\b(?:anti|co|e|inter|multi|non|post|pre|re|sub))-(?=\p{L})")  # Re-thinking is Rethinking
SMALL = frozenset("the a an of and in on for to der die das le la les und et de".split())


@lru_cache(maxsize=65536)
def words_of(title: str) -> tuple[str, ...]:
    """Return the words that tell one title from another: "The Road to Jaramillo" gives ("road", "jaramillo")."""
    folded = title.replace("İ", "I").casefold()  # which alone would become two, a letter and a mark
    return tuple(word for word in WORDS.findall(PARTED.sub("", folded.replace("’", "").replace("'", ""))) if word not in SMALL)


GOES_ON = regex.compile(rf"\s(?!{one_of('in_words', 'head.by', 'editors.before', 'translators.before')})\p{{Ll}}{{2,}}\s[\p{{L}}“„«‘\"]")


def goes_on(folded: str, quoted: Quoted) -> bool:
    """True where a title begins with words in quotation marks and goes on behind them: “Fake news” and cyber-propaganda in Africa."""
    return folded[quoted.end - 1] not in ".,?!" and quoted.stop == quoted.end + 1 and GOES_ON.match(folded, quoted.stop) is not None


def has_capitals(title: str, share: float) -> bool:
    """True where so many of the longer words have capitals as those of titles: "Why Cranes Need a Lake"; one word tells nothing."""
    words = LONG_WORD.findall(title)
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= share * len(words)
