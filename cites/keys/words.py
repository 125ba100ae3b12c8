"""What keys are made of: names, titles and bodies in ASCII, without the words that tell no work from another."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii

from cites.grammar.courts import VERSUS
from cites.knowledge import load
from cites.model import Name, Reference

WHOLE = frozenset({"book", "collection"})  # works that are known by their editor where there is no author
MAX_WORD, MAX_NAME = 20, 24  # characters: as long as "eurasiadailymonitor" and a little more
MAX_WORDS = 3  # a body with a longer name is known by its initials
UNDATED = "nd"
POSSESSIVE = re.compile(r"['’]s\b|['’ʼ`\"]")
WORD = re.compile(r"[a-z0-9]+", re.IGNORECASE)
LED = re.compile(  # In re · Complaint, · R (on the application of
    r"(?:(?:Brief|Complaint|Petition|Transcript|Motion|Memorandum|Answer|Declaration|Order)\b[^,]*,\s)?"
    r"(?:In\sre\b|Re\b|Ex\sp(?:arte|\.)|(?:In\sthe\s)?Matter\sof|Case\sof|R\s\((?:on\sthe\sapplication\sof\s)?)?\s*"
)
PUBLIC = re.compile(
    r"(?:The\s)?(?:United\sStates(?:\sof\sAmerica)?|U\.S\.|State|People|Commonwealth|R|Regina|Rex|Queen|King|Crown|Prosecutor)"
)
CORPORATE = re.compile(r",?\s(?:Inc|Ltd|LLC|L\.L\.C|Corp|Co|plc|GmbH|ex\srel|et\sal)\b.*")
NOT_OF_DATE = re.compile(r"[^a-z0-9-]")
NO_YEAR = "xxxx"


@cache
def stop_words() -> frozenset[str]:
    """Return the words that tell no work from another, without the marks of their letters: "fur" for "für"."""
    return frozenset(load()["stop_words"])


def words(text: str) -> list[str]:
    """The words that matter, in ASCII: "The Diplomat’s Путин" gives ["Diplomat", "Putin"]; all of them where none matters."""
    found = WORD.findall(POSSESSIVE.sub("", anyascii(POSSESSIVE.sub("", text))))
    return [word for word in found if word.lower() not in stop_words()] or found


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


def party(title: str) -> str:
    """Who a case is known by: "Campbell v. Acuff-Rose Music, Inc." gives "Campbell", "United States v. Nixon" gives "Nixon"."""
    first, _, second = VERSUS.sub("\n", LED.sub("", title, count=1), count=1).partition("\n")
    who = second if second and PUBLIC.fullmatch(first) else first
    found = [word for word in words(CORPORATE.sub("", who)) if not word.isdigit()]
    return "".join(found[:2])[:MAX_NAME]


def date(reference: Reference) -> str:
    """The first day of an EDTF date: "2016-12-15/2016-12-16" gives "2016-12-15", "XXXX-03-04" gives "nd-03-04", "" gives "nd"."""
    first = NOT_OF_DATE.sub("", reference.issued.partition("/")[0].lower())
    return UNDATED + first[len(NO_YEAR) :] if first.startswith(NO_YEAR) else first or UNDATED


def year(reference: Reference) -> str:
    """The year, "nd" where it is not known; "-0430" keeps its sign."""
    day = date(reference)
    return UNDATED if day.startswith(UNDATED) else day[: 5 if day.startswith("-") else 4]
