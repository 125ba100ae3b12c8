"""What a reader would not call a difference between two titles, two names or two addresses is folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cites import lazy_regex as regex
from cites.knowledge import load

TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid)(?:=|$)", re.IGNORECASE)
DOI = re.compile(r"^(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)
ACCENTS = regex.compile(r"[\u0300-\u036f'’ʼ]+")  # and apostrophes; vowel signs of other scripts belong to their letters
PUNCTUATION = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
EDITION = re.compile(r"(?:(?P<number>\d{1,3})(?:st|nd|rd|th|d)?\.?|(?P<ordinal>[a-z]+))(?:\s?ed(?:ition|n)?\.?)?", re.IGNORECASE)
ARABIC = re.compile(r"^(?:a(?:sh|[dlnrstz])|el)-(?=\w)")  # the article, also where it is spoken like the letter behind it
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold what a reader would not call a difference: "Russia’s “Café” – Visit." gives "russias cafe visit".

    Accents and apostrophes go, other punctuation parts words; a text of punctuation alone stays as it is.
    """
    plain = ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", PUNCTUATION.sub(" ", plain)).strip() or text.strip().casefold()


def without_article(folded: str) -> str:
    """Leave out the article that a folded name or title begins with, by which nobody sorts: "the harbour" gives "harbour"."""
    first, _, rest = folded.partition(" ")
    return rest if rest[:1].isalnum() and first in load()["articles.sorted"] else folded


def sorted_name(name: str) -> str:
    """What a person is sorted by: "al-Rafi'i, Abd" gives "rafii abd". Source: the Chicago Manual of Style, 17th ed., 16.76."""
    return fold(ARABIC.sub("", name))


def edition_number(printed: str) -> int | None:
    """The number of an edition: "2", "2nd ed." and "second edition" give 2, "revised edition" None."""
    fit = EDITION.fullmatch(printed)
    if fit is None:
        return None
    return int(fit["number"]) if fit["number"] else ORDINALS.get(fit["ordinal"].lower())


def is_cut(url: str, whole: str) -> bool:
    """Whether an address is but the beginning of another one, as where a line broke: "e.org/far-east-" of "e.org/far-east-1441"."""
    one, other = fold_url(url), fold_url(whole)
    return bool(one) and len(one) < len(other) and other.startswith(one)


def fold_url(url: str) -> str:
    """What makes an address the same page: "https://www.Mid.ru/a/?utm_source=x#top" gives "mid.ru/a"."""
    if not url:
        return ""
    address, _, query = re.sub(r"^\w+://", "", url.strip()).partition("#")[0].partition("?")
    host, slash, path = address.partition("/")
    kept = "&".join(part for part in query.split("&") if part and not TRACKING.match(part))
    return re.sub(r"^www\.", "", host.casefold()) + (slash + path).rstrip("/") + ("?" + kept if kept else "")
