"""Which words of a title are names, so that no style may take their capital away: {Japan}, {South China Sea}, {KyodoNews}.

A title in sentence case tells by itself: what has a capital inside the sentence is a name. In a title where every word has
one, names are known by a list of places and peoples, and by being none of the common words: {Putin}.
"""

from __future__ import annotations

import re

from cites.common_words import is_common
from cites.knowledge import load_proper

SMALL = frozenset(  # what titles print small although the others have capitals, in English and in what English titles quote
    "about above across after against along amid among around before behind below beneath beside between beyond from into like near "
    "onto over since than that then through toward towards under until upon versus with within without while when where which".split()
)
LONG = 4  # letters; shorter words are small in both kinds of titles
SENTENCE = 1 / 3  # of the long words are small: this is a sentence
MOST = 5  # words of a name: "Democratic Republic of the Congo"
EDGES = re.compile(r"^(\W*)(.*?)((?:['’]s?)?\W*)$", re.DOTALL)
ENDS = re.compile(r"[.:?!–—-]\W*$")  # after it a sentence begins
PARTS = re.compile(r"[-–—/]")
SHORTENED = re.compile(r"n['’]t$|['’](?:re|ll|ve|d|m)$", re.IGNORECASE)  # "Don’t", "We’ll"


def find_names(words: list[str], listed: bool = False) -> list[tuple[int, int]]:
    """Where names stand in the words of a title, as half-open ranges: ["The", "South", "China", "Sea"] gives [(1, 4)].

    With `listed` only those that are known, not what capitals tell.
    """
    is_sentence = _is_sentence(words)
    found, index = [], 0
    while index < len(words):
        end = _end_of_name(words, index)
        if end == index and not listed and (_has_inner_capital(words[index]) or _is_name_inside(words, index, is_sentence)):
            end = index + 1
        if end > index:
            found.append((index, end))
        index = max(end, index + 1)
    return found


def cut(word: str) -> tuple[str, str, str]:
    """A word and what stands around it: "“NATO’s”" gives ("“", "NATO", "’s”")."""
    fit = EDGES.match(word)
    return (fit[1], fit[2], fit[3]) if fit else ("", word, "")


def is_uncommon(word: str) -> bool:
    """Whether a word keeps its capital for itself, being none of the common words: "Putin’s", "NATO", the "D" of "Series D"."""
    stem = re.sub(r"['’]s?$", "", word)
    if stem[1:] != stem[1:].lower() or (len(stem) == 1 and stem != "A"):
        return True
    return not is_common(stem.lower()) and not SHORTENED.search(stem)


def _end_of_name(words: list[str], start: int) -> int:
    """Where the longest known name that begins at a word ends; `start` where there is none."""
    names = load_proper()
    if not cut(words[start])[1][:1].isupper():
        return start
    for end in range(min(len(words), start + MOST), start, -1):
        inner = [cut(word) for word in words[start:end]]
        if not any(after for _, _, after in inner[:-1]) and not any(before for before, _, _ in inner[1:]):
            name = " ".join(core for _, core, _ in inner).casefold()
            if name in names or (end == start + 1 and not names.isdisjoint(PARTS.split(name))):
                return end
    return start


def _has_inner_capital(word: str) -> bool:
    """ "NATO", "KyodoNews" and "S-400" are names in any style, "Two-Island" is not."""
    core = cut(word)[1]
    if any(character.isdigit() for character in core):
        return any(character.isupper() for character in core)
    return any(character.isupper() for part in core.split("-") for character in part[1:])


def _is_name_inside(words: list[str], index: int, is_sentence: bool) -> bool:
    """In a sentence each word with a capital, in a headline each that is not common: the "Lada-class" of "China to Buy Lada-class Subs"."""
    core = cut(words[index])[1]
    if index == 0 or not core[:1].isupper():
        return False
    if is_sentence:
        return not ENDS.search(words[index - 1])
    return any(part[:1].isupper() and is_uncommon(part) for part in PARTS.split(core))


def _is_sentence(words: list[str]) -> bool:
    """True for "Russia and Japan edge closer to a treaty", not for "Russia Edges Closer to Japan"."""
    names = load_proper()
    cores = [core for word in words[1:] if len(core := cut(word)[1]) >= LONG]
    long = [core for core in cores if (folded := core.casefold()) not in SMALL and folded not in names]
    return sum(core[:1].islower() for core in long) > len(long) * SENTENCE
