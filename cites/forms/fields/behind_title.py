"""What stands between an unquoted title and its date, without brackets: the number of a report, a place, who published it.

"Extending Russia, RR-3063-A, Santa Monica, CA, 2019", "Deutsche Geschichte 1800-1866, Beck, München 1983", "La République au village,
Plon, 1970".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Item, has
from cites.grammar.publisher_places import is_place
from cites.knowledge import ISSUERS, load_places

NUMBER = regex.compile(  # RR-3063-A · CP 411 · R45415 · JOIN(2022) 21 final · EUR 50/5933/2022
    r"\p{Lu}{1,6}(?:-\p{Lu}{1,3})?[-/ ]\d[\w/-]*|\p{Lu}{1,3}\d{4,6}|\p{Lu}{2,6}\s?\(\d{4}\)\s?\d+(?:\sfinal)?"
)
ROMAN = regex.compile(r"[IVXLC]{1,7}")  # Polnoe sobranie sochinenii, XIII (Moscow, 1948)
HOUSE = regex.compile(  # Beck · Edward Elgar · Vandenhoeck & Ruprecht · Le Seuil
    r"\p{Lu}{2,5}|\p{Lu}[\p{L}.]*\p{L}(?:\s(?:&|de|du|des|della|di|del|\p{Lu}[\p{L}.'-]+)){0,4}"
)
SERIES = regex.compile(  # Seuil, Champ littéraire, 1965 · PUF, Collection Quadrige, 2003
    r"(?P<name>\p{Lu}[\p{L}'-]+(?:\s[\p{L}'-]+){0,3}\s\p{Ll}[\p{L}'-]{4,})|Collection\s(?P<name>\p{Lu}[^,;()]+)"
)
LONGEST = 60  # code points of a piece
MOST = 4  # pieces


def read_behind(context: Context, begin: int, stop: int, found: list[Item]) -> tuple[int, list[Item]]:
    """Return where the title that fills `begin:stop` ends, and what its last pieces are, as far as `found` lacks that."""
    items: list[Item] = []
    for _ in range(MOST):
        comma = context.folded.rfind(", ", begin, stop)
        if comma < 0 or stop - comma > LONGEST:
            break
        read = _piece(context, begin, comma, stop, [*found, *items])
        if read is None:
            break
        items.append(read)
        stop = context.folded.rfind(", ", begin, read.start)
    return stop, items


def _piece(context: Context, begin: int, comma: int, stop: int, found: list[Item]) -> Item | None:
    """Return what the piece behind the comma is, None for a part of the title."""
    start = comma + 2
    piece = context.folded[start:stop]
    if ROMAN.fullmatch(piece):
        return None if has(found, "volume") else Item.cut("volume", context.text, (start, stop))
    if NUMBER.fullmatch(piece):
        return None if has(found, "number") else Item.cut("number", context.text, (start, stop))
    if has(found, "publisher") or has(found, "container_title"):
        return None
    if not has(found, "publisher_place") and (place := _place(context, begin, start, stop)):
        return place
    placed = has(found, "publisher_place")
    before = context.folded.rfind(", ", begin, comma)
    series = SERIES.fullmatch(context.folded, start, stop) if before >= 0 and not has(found, "collection_title") else None
    if series and _issuer(context, before + 2, comma, placed=False):
        return Item.cut("collection_title", context.text, series.span("name"))
    if before >= 0 and " " not in context.folded[before + 2 : comma] and not (placed and " " in piece):
        return None  # "Churchill, Roosevelt, Stalin"; not "Cables, insecure, Policy Exchange, London 2015"
    return _issuer(context, start, stop, placed=placed)


def _place(context: Context, begin: int, start: int, stop: int) -> Item | None:
    """Return "Berlin", or "Santa Monica, CA" of which the last piece is the state."""
    cities = load_places()
    if not is_place(context.folded[start:stop]):
        return None
    if cities.has_city(context.folded[start:stop]):
        return Item.cut("publisher_place", context.text, (start, stop))
    before = context.folded.rfind(", ", begin, start - 2)
    if before >= 0 and cities.has_city(context.folded[before + 2 : start - 2]):
        return Item.cut("publisher_place", context.text, (before + 2, stop))
    return None


def _issuer(context: Context, start: int, stop: int, *, placed: bool) -> Item | None:
    """Return a publisher that is known or, before a place, one that looks so; a journal or newspaper that is known as a container."""
    outlet = context.outlet(context.text[start:stop])
    if outlet:
        is_container = outlet.kind not in ISSUERS and outlet.type.startswith("article")
        return Item.cut("container_title" if is_container else "publisher", context.text, (start, stop))
    piece = context.folded[start:stop]
    is_house = placed and HOUSE.fullmatch(piece) and not is_place(piece)
    return Item.cut("publisher", context.text, (start, stop)) if is_house else None
