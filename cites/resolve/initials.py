"""Initials that a text explains, "Immigration and Refugee Board of Canada (IRB)", so that a source cited by them has its name."""

from __future__ import annotations

from collections.abc import Iterable

from cites import lazy_regex as regex
from cites.grammar.sources import lookup
from cites.model import Reference
from cites.outlets import Outlets
from cites.resolve.order import is_english

INITIALS = regex.compile(r"\p{Lu}[\p{Lu}\d]{1,7}")
EXPLAINED = regex.compile(r"(?<=\s)\((?:hereafter\s|the\s)?(?P<initials>\p{Lu}[\p{Lu}\d]{1,7})\)")
NAME = regex.compile(r"[\p{L}'’&,. -]{6,}$")
LONGEST = 120  # code points of a name
WORDS = regex.compile(r"[\p{L}'’-]+")


def explain(text: str, references: Iterable[Reference], outlets: Outlets) -> dict[str, str]:
    """Return what the text says of initials that are cited as a source and that nobody knows: {"IRB": "Immigration and Refugee …"}."""
    cited = {name for reference in references for name in _named(reference) if INITIALS.fullmatch(name)}
    unknown = {name for name in cited if lookup(name, outlets) is None}
    if not unknown:
        return {}
    names: dict[str, str] = {}
    english = is_english(text)
    for match in EXPLAINED.finditer(text):
        at, initials = match.start() - 1, match["initials"]
        before = NAME.search(text, max(0, at - LONGEST), at) if initials in unknown else None
        name = _explaining(before[0], initials) if before else ""
        if name and (english or lookup(name, outlets)):
            names.setdefault(initials, name)
    return names


def _named(reference: Reference) -> tuple[str, ...]:
    bodies = (author.literal for author in reference.author if author.literal)
    return (reference.container_title, reference.publisher, *bodies)


def _explaining(words: str, initials: str) -> str:
    """Return the last words with these initials: "Refugee Board of Canada" for RBC, and for RB too."""
    for first in reversed([match.start() for match in WORDS.finditer(words) if match[0][0].isupper()]):
        name = words[first:]
        capitals = "".join(word[0] for word in WORDS.findall(name) if word[0].isupper())
        before = "".join(word[0] for word in WORDS.findall(name.rpartition(" of ")[0]) if word[0].isupper())
        if initials in (capitals, before):
            return name
    return ""
