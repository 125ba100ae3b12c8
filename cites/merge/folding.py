"""What a reader would not call a difference between two titles, two names or two addresses is folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cites import lazy_regex as regex

TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid)(?:=|$)", re.IGNORECASE)
DOI = re.compile(r"^(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)
ACCENTS = regex.compile(r"[\u0300-\u036f'’ʼ]+")  # and apostrophes; vowel signs of other scripts belong to their letters
PUNCTUATION = regex.compile(r"[^\p{L}\p{M}\p{N}]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold what a reader would not call a difference: "Russia’s “Café” – Visit." gives "russias cafe visit".

    Accents and apostrophes go, other punctuation parts words; a text of punctuation alone stays as it is.
    """
    plain = ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", PUNCTUATION.sub(" ", plain)).strip() or text.strip().casefold()


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
