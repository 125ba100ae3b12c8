"""What was printed in full citations, by which a later note may call their works: numbers, names, kinds of paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.knowledge import load
from cites.model import Name

WORD = regex.compile(r"[\p{L}\d](?:[^\s]*[\p{L}\d&\])])?")  # PR/CP(2019)123, without the marks around it
SPLIT = regex.compile(r"[^\p{L}\d]+")
LEAST_PART = 3  # letters or digits of "123", in PR/CP(2019)123
LEAST_PREFIX = 4  # letters of "memo", for a memorandum
LONG = 6  # letters
LEAST_IN_ORDER = 4  # words
MOST_OF_ALL = 0.8  # a short form has fewer words than this share of what it is short for
MAX_WORKS = 40  # that have one word: of more, none is meant by it
FIRST = 3  # words with which a citation begins, by one of which it may be called
SMALL = frozenset(load()["small_words"] + load()["day_words"] + load()["particles"])


class Word(NamedTuple):
    """One word of a citation, and whether it is cut short: "Rept." """

    printed: str
    plain: str  # without capitals
    is_cut: bool = False


def words_in(printed: str) -> Iterator[Word]:
    """Yield the words of a stretch: "H.", "Rept." and "116-84" of "H. Rept. 116-84,"."""
    for chunk in printed.split():
        if match := WORD.search(chunk):
            word = match[0] if match[0].count("(") == match[0].count(")") else match[0].replace("(", "").replace(")", "")
            word = word.rstrip("]") if "[" not in word else word
            yield Word(word, word.casefold(), chunk.startswith(".", match.end()))


@dataclass
class Echo:
    """The words of one full citation."""

    at: int  # where it begins in the document
    count: int  # of its words
    words: frozenset[str]
    order: tuple[str, ...]  # all its words as they stand
    initials: str  # of all its words: "wwug"
    names: str  # of those with a capital: "WWG"
    people: tuple[Name, ...]  # its authors
    form: str  # how it is printed: "legal"
    label: str  # what stands in parentheses behind it: "iccpr"
    called: frozenset[str]  # the words of that, and those with which it begins: "butler"

    def is_before(self, one: str, other: str) -> bool:
        """True where a word stands before another: who wrote before whom he wrote to."""
        return one in self.order and other in self.order[self.order.index(one) + 1 :]

    def says(self, word: Word) -> bool:
        """True for a word that stands in it, or for what is short for one, or for the initials of several."""
        plain = word.plain
        if word.is_cut and len(plain) == 1 and plain.isalpha():
            return plain in self.words or plain.upper() in self.names  # "A. Ricci"
        if plain in self.words or plain in SMALL:
            return True
        if plain.isdigit():
            return False
        if word.is_cut and any(is_short(plain, full) for full in self.words):
            return True
        if len(plain) >= LEAST_PREFIX and plain.isalpha() and any(full.startswith(_stem(plain)) for full in self.words):
            return True
        return is_initials(word.printed) and (plain.replace("&", "a") in self.initials or word.printed in self.names)

    def has_pair(self, word: Word, number: str) -> bool:
        """True for a number behind what it numbers, which may be cut short: "Res. 1973" for "resolution 1973"."""
        plain = word.plain
        pairs = (before for before, behind in pairwise(self.order) if behind == number)
        return any(before == plain or (word.is_cut and is_short(plain, before)) for before in pairs)

    def has_run(self, words: list[Word]) -> bool:
        """True for words that stand side by side in it, and for four or more that stand there in the same order."""
        plain = tuple(word.plain for word in words)
        if any(self.order[at : at + len(plain)] == plain for at, word in enumerate(self.order) if word == plain[0]):
            return True
        rest = iter(self.order)
        return len(plain) >= LEAST_IN_ORDER and all(word in rest for word in plain)


def _stem(word: str) -> str:
    """Return what words have in common that differ in their ending: "commentar" of "commentary" and "commentaries"."""
    return word[:-1] if len(word) > LONG else word


def is_short(word: str, full: str) -> bool:
    """True for "reg" and "rept", which "regierung" and "report" may be shortened to."""
    if full.startswith(word):
        return True
    rest = iter(full)
    return len(word) > 2 and word[0] == full[0] and word[-1] == full[-1] and all(char in rest for char in word)


def is_initials(word: str) -> bool:
    """True for "WuG", "O&M" and "GAO"."""
    return word.replace("&", "").isalpha() and sum(map(str.isupper, word)) > 1 and word[0].isupper() and len(word) < 8


@dataclass
class Echoes:
    """The full citations of a document's notes, by their words."""

    _by_word: dict[str, list[Echo]] = field(default_factory=lambda: defaultdict(list))
    _begun: set[str] = field(default_factory=set)  # the first letters of these words

    def keep(self, at: int, printed: str, label: str, people: tuple[Name, ...], form: str, short_name: str) -> None:
        """Keep what is printed in a full citation that begins at `at` in the document, and in parentheses behind it."""
        words = list(words_in(f"{printed} {label}"))
        folded = tuple([word.plain for word in words])
        parts = {part for word in folded for part in SPLIT.split(word) if len(part) >= LEAST_PART}
        echo = Echo(
            at,
            len(words),
            frozenset(folded) | parts,
            folded,
            "".join(word[0] for word in folded),
            "".join(word.printed[0] for word in words if word.printed[0].isupper()),
            people,
            form,
            label.casefold(),
            frozenset(word.plain for word in (*words[:FIRST], *words_in(label or short_name)) if word.printed[0].isupper()),
        )
        self._begun.update(word[:LEAST_PREFIX] for word in echo.words)
        for word in echo.words - SMALL:
            self._by_word[word].append(echo)

    def find(self, words: list[Word]) -> Echo | None:
        """Return the one citation that says all of these words and more, None where there is none, or are several.

        One word alone has to be of those with which it begins, or of its label.
        """
        rarest = min((self._by_word[word.plain] for word in words if word.plain in self._by_word), key=len, default=[])
        if len(rarest) > MAX_WORKS:
            return None
        saying = [echo for echo in rarest if len(words) < echo.count * MOST_OF_ALL and all(map(echo.says, words))]
        if len(words) == 1 and words[0].plain.isalpha():
            saying = [echo for echo in saying if words[0].plain in echo.called]
        if len(saying) > 1:
            numbered = [(word, other.printed) for word, other in pairwise(words) if other.printed.isdigit()]
            saying = [echo for echo in saying if all(echo.has_pair(*pair) for pair in numbered)]
        return saying[0] if saying and all(echo.words == saying[0].words for echo in saying) else None

    def may_begin(self, word: str) -> bool:
        """True where a citation may be called by a word: a quick look before `find`."""
        return word.casefold()[:LEAST_PREFIX] in self._begun or is_initials(word) or len(word) < LEAST_PREFIX
