"""How like the cited title is to what a page calls itself. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from cites.links.phrases import language_of

SAME = 0.65  # from here on two titles are one, differently printed: a word changed, a subtitle dropped
OTHER = 0.5  # below it they are two; between the two nothing is said. Two titles of one small vocabulary reach 0.5 once in a hundred times
CLOSE = 0.85  # of all characters in order: two spellings of one title ("Gorbachov", "Gorbachev")
MAX_TITLE = 300  # code points; longer ones are compared by their beginning

_WIDE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"  # Thai, kana, Han: written without blanks, so that each character counts as a word
_TOKENS = re.compile(rf"[{_WIDE}]|[^\W_{_WIDE}]+")
_LATIN_TWINS = str.maketrans("łøđıæœß", "lodiaos")  # letters that Unicode does not take apart
_JOINED = re.compile("['\u2019\u02bc\u2018\u00ad\u200b-\u200f\u2060]")  # within a word: O'Brien, soft hyphens


def words(text: str, most: int = MAX_TITLE) -> tuple[str, ...]:
    """Return the words of a title as they are compared: "The U.S.–Japan “Pivot”" gives "the", "u", "s", "japan", "pivot"."""
    return tuple(_TOKENS.findall(_fold(text[:most])))


def weight(tokens: Iterable[str]) -> int:
    """Return the characters of some words; a Chinese or Japanese one counts as three letters."""
    return sum(len(token) if len(token) > 1 or token < "\u0e00" else 3 for token in tokens)


def likeness(cited: str, shown: str) -> float:
    """Return how much of a cited title a page's title has, in its order: 0 to 1.

    1 where one of them holds the other: "Talks resume" and "Talks resume | The Journal", or "Talks resume: what comes next".
    """
    one, other = words(cited), words(shown)
    if not one or not other:
        return 0.0
    if _holds(other, one) or _holds(one, other):
        return 1.0
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    in_order = sum(weight(one[block.a : block.a + block.size]) for block in blocks) / weight(one)
    if not is_telling(one):  # "Ukraine" in a long title is one of its words
        in_order *= 2 * weight(one) / (weight(one) + weight(other))
    text, text_shown = " ".join(one), " ".join(other)
    if in_order < SAME and 0.5 < len(text) / len(text_shown) < 2:
        ratio = SequenceMatcher(None, text, text_shown, autojunk=False).ratio()
        in_order = ratio if ratio >= CLOSE else in_order
    return in_order


def is_telling(title: tuple[str, ...]) -> bool:
    """Whether the words of a title are enough to know a work by: three words, or twelve letters."""
    return len(title) > 2 or weight(title) >= 12


def stands_in(cited: str, text: str) -> bool:
    """Whether a title that says enough is printed in a text."""
    title = words(cited)
    return is_telling(title) and f" {' '.join(title)} " in f" {' '.join(_TOKENS.findall(_fold(text)))} "


def _fold(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text))
        text = "".join(char for char in text if not unicodedata.combining(char)).translate(_LATIN_TWINS)
    return _JOINED.sub("", text.casefold())


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether one title is a run of the other's words, and says enough to be known by: two words, or most of the other."""
    if len(shorter) > len(longer) or (weight(shorter) < 8 and 3 * weight(shorter) < 2 * weight(longer) and len(shorter) < 3):
        return False
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


# --- whether two titles can be compared at all

_HAN = {"HIRAGANA": "CJK", "KATAKANA": "CJK"}


def script_of(text: str) -> str:
    """Return the script of most letters of a text: "Курилы" gives "CYRILLIC"; "" where it has no letters."""
    counts: dict[str, int] = {}
    for char in text[:MAX_TITLE]:
        if char.isalpha():
            name = unicodedata.name(char, "").partition(" ")[0]
            name = _HAN.get(name, name)
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name], default="")


def are_comparable(cited: str, shown: str, language: str = "") -> bool:
    """Whether two titles are in one language, as far as can be told: a title in English for a page in Russian is a translation.

    `language` is what the page says of itself ("ru-RU"); it counts only for languages that share a script.
    """
    if script_of(cited) != script_of(shown):
        return False
    mine, its = language_of(cited), language_of(shown) or language.lower().replace("_", "-").partition("-")[0]
    return not mine or not its or mine == its
