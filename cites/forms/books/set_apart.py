"""What italics set apart at the beginning: a title with names in it, or names before a title that is not in italics."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.fields.authors import is_body
from cites.forms.form import Context, Item
from cites.grammar.names import EDITS, INITIAL, LAST, MANY, PARTICLE, split_people
from cites.grammar.person import is_given
from cites.grammar.publisher_places import is_place

SET_NAME = rf"(?:{INITIAL}\ ?)?(?:{PARTICLE})*{LAST}(?:,\ {INITIAL})?"
SET_NAMES = regex.compile(rf"{SET_NAME}(?:\ ?/\ ?{SET_NAME})*")
AFTER_SET_NAMES = regex.compile(rf"(?P<role>\ \({EDITS}\))?[,:]\ (?=[\p{{Lu}}“„«»\"])")
TITLE_WORDS = regex.compile(r"\p{Lu}[^,;()]{3,}")


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
