"""Records of archives by section, series, volume and leaf, as those of Spain, Portugal and Latin America name them:
"AGNC, sección colonia, juicios criminales, tomo 134, doc. 17", "Madrid, 21 de diciembre de 1767, AGI, Santa Fe, 681, doc. 24",
"“Oficio del gobernador,” 2 September 1812, Archivo General de la Nación, Buenos Aires (AGN), Sala X, 5-10-2"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item, has
from cites.grammar.dates import read_date
from cites.grammar.lexicon import any_of
from cites.grammar.patterns import read_patterns
from cites.grammar.publisher_places import is_place
from cites.grammar.titles import CLOSERS, quoted_at
from cites.knowledge import load

PIECE, HEAD, BEFORE, DATED = read_patterns("archives/sectioned", "PIECE HEAD BEFORE DATED")
NAMED = regex.compile(  # behind a title and its day: Archivo Histórico de la Provincia de Córdoba (AHPC)
    rf"(?P<archive>(?!Archiv\sf(?:ür|or)\s)(?=[^,;()]*(?=\p{{Lu}})(?i:{any_of(load()['archives'])}))\p{{Lu}}[^,;()“”\d]{{3,80}}?)"
    r"(?:(?:,\s\p{Lu}[\p{L}. '-]{2,30})?\s\((?:hereafter\s|en\sadelante\s)?(?P<short>\p{Lu}[\p{L}-]{1,9})\))?(?=[,;]|\.?$|\.\s\p{Lu})"
)
MAX = 420  # code points of one record
MAX_PLACE = 40  # of where it was written


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    stop = context.piece_end(at, end, MAX)
    starts = [at, *(match.end() for match in BEFORE.finditer(folded, at, stop))]
    head = next((found for start in starts if (found := HEAD.match(folded, start, stop))), None)
    named = not head and folded[at] in CLOSERS
    if named:
        head = next((found for start in starts if (found := NAMED.match(folded, start, stop))), None)
    described = _described(context, at, head.start()) if head else None
    place = _place(context, head.end(), stop) if head else None
    if head is None or described is None or place is None or (named and len(described) < len(("title", "issued"))):
        return []
    location, locator, finish = place
    archive = Item.cut("archive", context.text, head.span("archive"))
    items = [*described, archive, Item.cut("archive_location", context.text, location), Item("type", "document", at, at)]
    return [Draft("full", "archival", at, finish, items, locator, 0.92, head["short"] or "")]


def _place(context: Context, at: int, stop: int) -> tuple[tuple[int, int], str, int] | None:
    """Return the span of the signature, the leaves that are cited, and where all of it ends."""
    begin, last, finish, locator = at + 2, at, at, ""
    while piece := PIECE.match(context.folded, finish, stop):
        finish = piece.end()
        if piece["leaves"]:
            locator = context.text[slice(*piece.span("leaves"))]
        if not piece["words"]:
            last = finish
        if piece["leaves"]:
            break
    end = last - len(locator) - 2 if locator else last
    return ((begin, end), locator, last) if end > begin else None


def _described(context: Context, at: int, end: int) -> list[Item] | None:
    """Read what is said of the record before its archive: its title, where it was written, its day; None where there is more."""
    folded, items, begin = context.folded, [], at
    if quoted := quoted_at(folded, at, end):
        items.append(Item.cut("title", context.text, (quoted.start, quoted.end)))
        begin = quoted.stop + (2 if folded.startswith(", ", quoted.stop) else 1)
    while begin < end:
        date = read_date(folded, begin, end)
        comma = folded.find(", ", begin, end)
        if date and date.has_year and folded.startswith(", ", date.end):
            items.append(Item.dated(date))
            begin = date.end + 2
        elif comma > 0 and is_place(folded[begin:comma]):
            begin = comma + 2
        elif (dated := DATED.match(folded, begin, end)) and not items and (date := read_date(folded, dated.end(), end)) and date.has_year:
            items += [Item.cut("title", context.text, dated.span("title")), Item.dated(date)]
            begin = date.end + 2
        elif comma > 0 and items and comma - begin < MAX_PLACE and folded[begin].isupper():
            begin = comma + 2
        else:
            return None
    return items if not items or has(items, "issued") else None


FORM = Form(
    "sectioned",
    read,
    ("secci", "seção", "secção", "sezione", "fondo", "fundo", "serie", "série", "ramo ", "colecci", "agi,", "ahn,", "ahu,", "doc. ",
     "leg. ", "núm. ", "ff. ", "tomo ", "legajo", "caja ", "caixa ", "carpeta ", *load()["archives"]),
)  # fmt: skip
