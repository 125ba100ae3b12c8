"""English words that are no names: those of data/common-words.txt, and what is made of them."""

from __future__ import annotations

from functools import cache

from cites.knowledge import read_rows

SMALL = frozenset(
    """a an the and but or nor for as at by from in into of off on onto over per to toward towards under up upon via with without
    about above across after against along among around before behind below beneath beside between beyond down during inside
    near outside since through throughout till until vs v versus""".split()
)
# What ordinary words end with; before some of these endings stands a word that may have lost its last letter.
ABSTRACT = ("tion", "tions", "sion", "sions", "ment", "ments", "ity", "ities", "ization", "isation", "ology", "ically", "ership")
ENDINGS = (
    ("ies", ("y",)), ("ied", ("y",)), ("ier", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")), ("d", ("e",)),
    ("ing", ("", "e")),
    ("ings", ("", "e")), ("er", ("", "e")), ("ers", ("", "e")), ("est", ("", "e")), ("ly", ("", "e")), ("al", ("", "e")), ("ness", ("",)),
    ("ism", ("",)), ("ful", ("",)), ("less", ("",)), ("able", ("", "e")), ("ally", ("",)),
)  # fmt: skip
PREFIXES = ("un", "re", "non", "pre", "over", "under", "inter", "dis", "mis")


@cache
def common_words() -> frozenset[str]:
    """English words that are no names."""
    return frozenset(word for (word,) in read_rows("common-words.txt"))


def is_common(word: str) -> bool:
    """Whether an English word in small letters is no name, by itself or by what it is made of: "talks", "thawing", "modernization"."""
    known = common_words()
    if word in known or word in SMALL or (word.endswith(ABSTRACT) and len(word) > 7):
        return True
    for ending, stems in ENDINGS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            doubled = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
            if any(len(base) > 2 and base in known for base in (*(stem + more for more in stems), doubled)):
                return True
    return any(word.startswith(prefix) and word[len(prefix) :] in known for prefix in PREFIXES)


def is_ordinary(word: str) -> bool:
    """Whether an English word in small letters is common as it stands, or in the plural: where a name must not be taken for a word.

    >>> is_ordinary("refugees"), is_ordinary("davis")
    (True, False)
    """
    known = common_words()
    is_plural = word.endswith("s") and (word[:-1] in known or (word.endswith("ies") and f"{word[:-3]}y" in known))
    return word in known or word in SMALL or is_plural
