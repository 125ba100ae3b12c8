"""What keys are made of: names, titles and bodies in ASCII, without the words that tell no work from another."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from cites.model import Name, Reference

# Words that tell no work from another; titles and bodies are mostly named in these languages.
STOP_WORDS = """
    a after an and are as at be by can could do does for from has have how i in into is it its may must no not of on or our
    over should that the their these this to toward towards under up upon was we were what when where who why will with would you your
    au aux das de del dem den der des die du ein eine el en et fur im la las le les los os para pour sur un una und une y
    k na o po s v za
"""
STOP = frozenset(STOP_WORDS.split())
WHOLE = frozenset({"book", "collection"})  # works that are known by their editor where there is no author
MAX_WORD, MAX_NAME = 20, 24  # characters: as long as "eurasiadailymonitor" and a little more
MAX_WORDS = 3  # a body with a longer name is known by its initials
UNDATED = "nd"
POSSESSIVE = re.compile(r"['’]s\b|['’ʼ`\"]")
WORD = re.compile(r"[a-z0-9]+", re.IGNORECASE)
NOT_OF_DATE = re.compile(r"[^a-z0-9-]")
NO_YEAR = "xxxx"


def words(text: str) -> list[str]:
    """The words that matter, in ASCII: "The Diplomat’s Путин" gives ["Diplomat", "Putin"]; all of them where none matters."""
    found = WORD.findall(POSSESSIVE.sub("", anyascii(POSSESSIVE.sub("", text))))
    return [word for word in found if word.lower() not in STOP] or found


def person(name: Name) -> str:
    """A name: "van den Berg" gives "vandenBerg"; a body that stands for one gives what `body` gives."""
    if name.literal:
        return body(name.literal)
    family = f"{name.particle} {name.family}" if name.family else name.given
    return "".join(WORD.findall(anyascii(family)))[:MAX_NAME]


@lru_cache(maxsize=8192)  # one source has many works
def body(name: str) -> str:
    """A body or an outlet: "Kyodo News" gives "KyodoNews", "Ministry of Foreign Affairs of Japan" gives "MFAJ"."""
    found = words(name)
    if len(found) > MAX_WORDS:
        return "".join(word[0] for word in found)[:MAX_NAME]
    return "".join(found)[:MAX_NAME]


def date(reference: Reference) -> str:
    """The first day of an EDTF date: "2016-12-15/2016-12-16" gives "2016-12-15", "XXXX-03-04" gives "nd-03-04", "" gives "nd"."""
    first = NOT_OF_DATE.sub("", reference.issued.partition("/")[0].lower())
    return UNDATED + first[len(NO_YEAR) :] if first.startswith(NO_YEAR) else first or UNDATED


def year(reference: Reference) -> str:
    """The year, "nd" where it is not known; "-0430" keeps its sign."""
    day = date(reference)
    return UNDATED if day.startswith(UNDATED) else day[: 5 if day.startswith("-") else 4]
