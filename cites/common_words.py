"""English words that are no names: those of data/common-words.txt, and what is made of them."""

from __future__ import annotations

from functools import cache

from cites.knowledge import read_rows, read_tables

ENGLISH = read_tables("english.toml")
SMALL = frozenset(ENGLISH["small"])
ABSTRACT = tuple(ENGLISH["abstract"])


@cache
def common_words() -> frozenset[str]:
    """English words that are no names."""
    return frozenset(word for (word,) in read_rows("common-words.txt"))


def is_common(word: str) -> bool:
    """Whether an English word in small letters is no name, by itself or by what it is made of: "talks", "thawing", "modernization"."""
    known = common_words()
    if word in known or word in SMALL or (word.endswith(ABSTRACT) and len(word) > 7):
        return True
    for ending, stems in ENGLISH["endings"].items():
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            doubled = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
            if any(len(base) > 2 and base in known for base in (*(stem + more for more in stems), doubled)):
                return True
    return any(word.startswith(prefix) and word[len(prefix) :] in known for prefix in ENGLISH["prefixes"])


def is_ordinary(word: str) -> bool:
    """Whether an English word in small letters is common as it stands, or in the plural: where a name must not be taken for a word.

    >>> is_ordinary("refugees"), is_ordinary("davis")
    (True, False)
    """
    known = common_words()
    is_plural = word.endswith("s") and (word[:-1] in known or (word.endswith("ies") and f"{word[:-3]}y" in known))
    return word in known or word in SMALL or is_plural
