"""What leads to a title in italics: "Erna Meyer's ", "What came of it is told in Megan Metcalf, ", "on the plan in "."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from cites import lazy_regex as regex
from cites.forms.form import Context, Item
from cites.grammar.names import ONE, split_people
from cites.knowledge import load

LEADING = regex.compile(r"[^;()“”\"\d]{3,120}(?:'s(?:\s\p{Ll}+){0,3}|s'|:|\s(?:in|is|his|her|their))\s")  # before a title in italics
WHOSE = regex.compile(r"'s?(?:\s\p{Ll}+){0,3}\s$")  # Ann Albright's biographical book
OWNER = regex.compile(rf"(?<![\p{{L}}.-])(?:{ONE.pattern},\s){{0,8}}(?:{ONE.pattern},?\s(?:and|&)\s)?{ONE.pattern}$")
LED_NAME = regex.compile(
    rf"[^;“”\"]*?\p{{Ll}}\s(?:in|by|to|from|is|see|than|(?<=\p{{Ll}}\s\p{{Ll}}+\s)(?:of|and))\s{ONE.pattern}(?:,\s|,?\s\(?eds?\.\)?,?\s)"
)
CONTAINS = (". In: ", *(f", {word}: " for word in load()["in_words.colon"]))  # behind a title
NO_LEAD = regex.compile(r"[;(]")
FEW = 4  # italics that are looked at
LONGEST = 600  # code points before them


def _italics_after(context: Context, begin: int, end: int) -> list[int]:
    """Return where the next few italics begin, up to a semicolon or a parenthesis."""
    first = bisect_right(context.italics, begin, key=itemgetter(0))
    near = [start for start, _ in context.italics[first : first + FEW] if start < min(end, begin + LONGEST)]
    while near and NO_LEAD.search(context.folded, begin, near[-1]):
        near.pop()
    return near


def leads_to_name(context: Context, begin: int, end: int) -> bool:
    """True where comment leads to people before italics: "What came of it is told in Megan Metcalf, *Collecting Choreography*"."""
    return any(LED_NAME.fullmatch(context.folded, begin, start) for start in _italics_after(context, begin, end))


def italics_within(context: Context, begin: int, end: int) -> int | None:
    """Return where italics begin behind words that lead to them: at "Der neue Haushalt" in "Erna Meyer's *Der neue Haushalt*"."""
    for start in _italics_after(context, begin, end):
        if LEADING.fullmatch(context.folded, begin, start) and not context.folded.endswith(CONTAINS, begin, start):
            return start
    return None


def owner_of(context: Context, begin: int, stop: int) -> list[Item]:
    """Return the author in "We owe this to Erna Meyer's ", which stands before a title in italics."""
    whose = WHOSE.search(context.folded, begin, stop)
    owner = OWNER.search(context.folded, begin, whose.start()) if whose else None
    return [Item("author", name, *owner.span()) for name in split_people(context.text[slice(*owner.span())])] if owner else []
