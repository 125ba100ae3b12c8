"""Words by which pages give themselves away, in all languages at once: `data/pages.toml` compiled, and a few facts about addresses.

What is looked for is not a list of sentences but two things that stand together: a word for a page and a word for its being gone. So a
notice is known that nobody has written down: "the story that you came for has been taken down".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from cites.knowledge import read_tables

_WORDS = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SAME = str.maketrans({"\u2019": "'", "ё": "е", "\u200c": None})  # an apostrophe, a letter often written without its dots, a joiner
_SENTENCES = re.compile(r"[.!?…。！？؟;:|]+(?=\s|\Z|[^\x00-\x7f])|[。！？]|\s[-–—·•|]\s")
_BREAKS = re.compile(r"\s+[-–—·•»:/]+\s+|\s*(?:[|｜]|::)\s*|[!?.。！？]\s*|:\s+")  # "Page not found – The Journal | News"
_WIDE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # scripts that are written without blanks, or with words that grow


class Pair(NamedTuple):
    """What is spoken of, and what is said of it, in one language."""

    thing: re.Pattern[str]
    said: re.Pattern[str]

    def span(self, text: str) -> int:
        """Return how many characters of `text` (made plain) lie from one to the other, at least; 0 where not both are in it."""
        thing, said = self.thing.search(text), self.said.search(text)
        return max(thing.end(), said.end()) - min(thing.start(), said.start()) if thing and said else 0


def plain(text: str) -> str:
    """Return the words of a text in lower case: "404 – Page Not Found!" gives "404 page not found"."""
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", text).lower().translate(_SAME)))


def parts(title: str) -> tuple[str, ...]:
    """Return a title and its parts: "Page not found | The Journal" gives "page not found the journal", "page not found", "the journal"."""
    return tuple(part for part in map(plain, (title, *_BREAKS.split(title))) if part)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, made plain."""
    return (sentence for part in _SENTENCES.split(text) if (sentence := plain(part)))


def says_gone(text: str) -> int:
    """Return how many characters of a plain sentence say that a page is gone: "sorry the page was not found" gives 18; 0 where none do."""
    if not _any("gone").search(text):  # so with nearly all sentences, and much sooner known
        return 0
    return max((pair.span(text) for pair in _pairs("things", "gone")), default=0)


def is_notice(part: str) -> bool:
    """Whether a part of a title says "not found" and nothing else: "404 not found", "error 404 not found"."""
    rest = " ".join(word for word in part.split() if word not in ("404", "error", "http"))
    return part in _all("notices") or (bool(rest) and rest != part and rest in _all("notices"))


def is_apology(part: str) -> bool:
    """Whether a part of a title may stand over a notice, and over other things: "oops", "404"."""
    return part == "404" or part in _all("apologies")


def says_for_sale(text: str) -> bool:
    """Whether a plain sentence offers a domain: "this domain may be for sale"."""
    return _any("sale").search(text) is not None and any(pair.span(text) for pair in _pairs("names", "sale"))


def says_login(part: str) -> bool:
    """Whether a part of a title is that of a page for those who have an account: "sign in to continue"."""
    said = _any("login").match(part)
    return said is not None and 3 * said.end() >= len(part)  # not "identification of the gene responsible"


def says_wall(text: str) -> bool:
    """Whether a plain text is what a wall against programs says: "checking your browser before accessing"."""
    return _any("wall").search(text) is not None


def language_of(text: str) -> str:
    """Return the language of a title in Latin letters, as far as its small words tell: "The Talks of Tokyo" gives "en"; else ""."""
    words = plain(text).split()
    counts = sorted(((sum(word in small for word in words), name) for name, small in _small().items()), reverse=True)
    (most, name), (next_most, _) = counts[:2]
    return name if most >= 2 and most > next_most else ""


@cache
def _pairs(things: str, said: str) -> tuple[Pair, ...]:
    return tuple(Pair(_beginnings(table[things]), _beginnings(table[said])) for table in read_tables("pages.toml").values())


@cache
def _all(key: str) -> frozenset[str]:
    """All words of one kind, in all languages."""
    return frozenset(plain(word) for table in read_tables("pages.toml").values() for word in table.get(key, ()))


@cache
def _any(key: str) -> re.Pattern[str]:
    return _beginnings(_all(key))


@cache
def _small() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(table["small"]) for name, table in read_tables("pages.toml").items() if "small" in table}


def _beginnings(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these where a word begins; in scripts without blanks anywhere."""
    found = sorted({plain(word) for word in words}, key=lambda word: (-len(word), word))
    wide = [word for word in found if re.search(f"[{_WIDE}]", word)]
    narrow = [word for word in found if word not in wide]
    either = [rf"(?<!\w)(?:{'|'.join(map(re.escape, narrow))})"] if narrow else []
    either += [f"(?:{'|'.join(map(re.escape, wide))})"] if wide else []
    return re.compile("|".join(either))


# --- addresses

_ADDRESSES = read_tables("addresses.toml")
PARKING_SITES, RESOLVERS = frozenset(_ADDRESSES["parking"]), frozenset(_ADDRESSES["resolvers"])
FRONT, ERROR_PAGES, LOGIN = (frozenset(_ADDRESSES[segments]) for segments in ("front", "error_pages", "login"))
