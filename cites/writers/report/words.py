"""Numbers and codes as the report words them: "24%", "three", "News agency"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import bidirectional
from urllib.parse import quote, urlsplit

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
KINDS = {
    "": "Not known",
    "gazette": "Official gazette",
    "international": "International body",
    "monitor": "Monitoring service",
    "ngo": "Non-governmental body",
    "official": "Official body",
    "publisher": "Book publisher",
    "social": "Social network",
    "wire": "News agency",
}  # any other kind is its own name: "think-tank" is "Think tank"
FIELDS = {"issued": "Date", "container_title": "Published in", "url": "Address", "doi": "DOI"}  # likewise
VERDICTS = {
    "": "link not checked",
    "alive": "link works",
    "dead": "link is dead",
    "dead?": "link is probably dead",
    "drifted": "link shows another page",
    "insecure": "link has a certificate that does not hold",
    "moved": "link has moved",
    "parked": "link leads to a domain for sale",
    "refused": "link cannot be checked",
    "restricted": "link is not open to everybody",
    "soft404": "link shows no article",
    "unchecked": "link not checked",
    "unknown": "link gives no clear answer",
}  # any other verdict is its own name: "link: parked"
SURE = ((0.9, "nearly sure"), (0.75, "likely"), (0.5, "uncertain"), (0.0, "a guess"))  # confidence from which each is said


def percent(share: float) -> str:
    """A share as people say it: 0.2442 gives "24%", 0.0042 gives "0.4%"."""
    return f"{share:.1%}" if 0 < share < 0.01 else f"{share:.0%}"


def number(count: int) -> str:
    """Figures with their thousands apart: "60,000"."""
    return f"{count:,}"


def spell(how_many: int) -> str:
    """A count in words up to twelve, in figures above: "three", "24"."""
    return NUMBERS[how_many] if how_many < len(NUMBERS) else number(how_many)


def count(how_many: int, one: str, many: str = "") -> str:
    """How many of what: "three links", "one link", "no links", "24 links"."""
    return f"{spell(how_many)} {one if how_many == 1 else many or one + 's'}"


def row(words: Sequence[str]) -> str:
    """Words in a row: "Interfax, TASS and Xinhua"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def kind(code: str) -> str:
    return KINDS.get(code) or plainly(code)


def field(code: str) -> str:
    return FIELDS.get(code) or plainly(code)


def verdict(code: str) -> str:
    return VERDICTS.get(code) or f"link: {code.replace('-', ' ')}"


def sure(confidence: float) -> str:
    """A confidence in words: 0.8 gives "likely"."""
    return next((words for least, words in SURE if confidence >= least), SURE[-1][1])


def plainly(code: str) -> str:
    """A code as a heading: "date-after-text" gives "Date after text"."""
    return code.replace("-", " ").replace("_", " ").capitalize()


def is_rtl(text: str) -> bool:
    """Whether the text has letters that run from right to left, so that it needs to stand apart: "القطب"."""
    return any(bidirectional(character) in ("R", "AL") for character in text)


def web_address(url: str) -> str:
    """The address where a browser may be sent to, with what no address may hold escaped; "" unless it is http or https."""
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[": no host can be read from it
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return ""
    return quote(url, safe="%:/?#[]@!$&'()*+,;=~-._")


def anchors(prefix: str, names: Sequence[str]) -> dict[str, str]:
    """An address inside the page for each name, no two the same: {"The Diplomat": "s-the-diplomat"}."""
    given: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        slug = re.sub(r"[^\w.]+", "-", name).strip("-").lower()
        base = f"{prefix}-{slug}"
        anchor, turn = base, 2
        while anchor in taken:
            anchor, turn = f"{base}-{turn}", turn + 1
        taken.add(anchor)
        given[name] = anchor
    return given
