"""What leads to a title in italics: "Erna Maier's ", "What came of it is told in Megan Metzler, ", "on the plan in "; what they set apart
at the beginning, a title with names in it, or names before a title that is not in italics."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from cites import lazy_regex as regex
from cites.forms.fields.authors import is_body
from cites.forms.form import Context, Item
from cites.grammar.names import EDITS, INITIAL, LAST, MANY, ONE, PARTICLE, split_people
from cites.grammar.person import is_given
from cites.grammar.publisher_places import is_place
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
SET_NAME = rf"(?:{INITIAL}\ ?)?(?:{PARTICLE})*{LAST}(?:,\ {INITIAL})?"
SET_NAMES = regex.compile(rf"{SET_NAME}(?:\ ?/\ ?{SET_NAME})*")
AFTER_SET_NAMES = regex.compile(rf"(?P<role>\ \({EDITS}\))?[,:]\ (?=[\p{{Lu}}“„«»\"])")
TITLE_WORDS = regex.compile(r"\p{Lu}[^,;()]{3,}")


def _italics_after(context: Context, begin: int, end: int) -> list[int]:
    """Return where the next few italics begin, up to a semicolon or a parenthesis."""
    first = bisect_right(context.italics, begin, key=itemgetter(0))
    near = [start for start, _ in context.italics[first : first + FEW] if start < min(end, begin + LONGEST)]
    while near and NO_LEAD.search(context.folded, begin, near[-1]):
        near.pop()
    return near


def leads_to_name(context: Context, begin: int, end: int) -> bool:
    """True where comment leads to people before italics: "What came of it is told in Megan Metzler, *Collecting Chorales*"."""
    return any(LED_NAME.fullmatch(context.folded, begin, start) for start in _italics_after(context, begin, end))


def italics_within(context: Context, begin: int, end: int) -> int | None:
    """Return where italics begin behind words that lead to them: at "Das neue Kochbuch" in "Erna Maier's *Das neue Kochbuch*"."""
    for start in _italics_after(context, begin, end):
        if LEADING.fullmatch(context.folded, begin, start) and not context.folded.endswith(CONTAINS, begin, start):
            return start
    return None


def owner_of(context: Context, begin: int, stop: int) -> list[Item]:
    """Return the author in "We owe this to Erna Maier's ", which stands before a title in italics."""
    whose = WHOSE.search(context.folded, begin, stop)
    owner = OWNER.search(context.folded, begin, whose.start()) if whose else None
    return [Item("author", name, *owner.span()) for name in split_people(context.text[slice(*owner.span())])] if owner else []


def begins_set_apart(context: Context, at: int, end: int) -> bool:
    """True where the first words are a title in italics or a link, whatever names are in it: "*Treaties, Conventions, etc.*, vol. 1"."""
    stops = [stop for start, stop in context.italics if start == at] + [stop for start, stop, _ in context.links if start == at]
    return any(stop < end - 1 and context.folded[stop] in ", " and not {"(", ";"} & set(context.folded[at:stop]) for stop in stops)


def names_set_apart(context: Context, at: int, end: int) -> list[tuple[list[Item], int]]:
    """Part names in italics from a title that is not, as lawyers print it in German: "*Kern/Brandt*, Das Recht der Häfen (2010), 12"."""
    folded = context.folded
    stop = context.italics_end(at) or at
    stop = at + len(folded[at:stop].rstrip(" ,:"))
    names = SET_NAMES.fullmatch(folded, at, stop) or (MANY.fullmatch(folded, at, stop) if is_given(folded[at:stop].split(" ")[0]) else None)
    after = AFTER_SET_NAMES.match(folded, names.end(), end) if names else None
    if names is None or after is None or context.outlet(names[0]) or context.begins_italics(after.end()):
        return []
    is_sure = "/" in names[0] or "." in names[0] or bool(after["role"]) or (" " in names[0] and ":" in after[0])
    title = TITLE_WORDS.match(folded, after.end(), end)
    if title is None or is_place(names[0]) or (not is_sure and (title[0].count(" ") < 2 or is_body(title[0], context))):
        return []
    field = "editor" if after["role"] else "author"
    return [([Item(field, name, at, names.end()) for name in split_people(context.text[slice(*names.span())])], after.end())]
