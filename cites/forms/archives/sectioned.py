"""Records of archives by section, series, volume and leaf, as those of Spain, Portugal and Latin America name them:
"AGNC, sección colonia, juicios criminales, tomo 136, doc. 18", "Madrid, 20 de diciembre de 1768, AGI, Santa Fe, 682, doc. 25",
"“Oficio del gobernador,” 2 September 1812, Archivo General de la Nación, Buenos Aires (AGN), Sala X, 5-10-2"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item, has
from cites.grammar.dates import read_date
from cites.grammar.lexicon import any_of
from cites.grammar.publisher_places import is_place
from cites.grammar.titles import CLOSERS, quoted_at
from cites.knowledge import load

SECTION = r"(?i:secc?i[óo]n|se[cç]?ção|sezione|fondo|fundo|serie|série|ramo|colecci[óo]n|subserie|grupo)\s\p{L}"
NUMBERED = (  # tomo 136 · doc. 18 · sig. 8160 (Col. J I -13 cr) · L. YY10
    r"(?i:tomos?|t\.|vols?\.|volumen|libros?|lib\.|legajos?|legs?\.|cajas?|caixas?|cx\.|maços?|buste|busta|b\.|fasc(?:icolo|\.)|docs?\."
    r"|documentos?"
    r"|exps?\.|expedientes?|n[úu]ms?\.|nn?\.|n[.]?[º°]|sig\.|signatura|cuadernos?|carpetas?|c[óo]dices?|c[óo]d\.|rollos?|reg\.|l\.|d\.)"
    r"\s?(?:\d(?:[\w./-]*\w)?(?:\sy\s\d+)?|[IVXLC]+|\p{Lu}{1,2}\d+)(?:\s\([^()]{2,40}\))?"
)
LEAVES = r"(?:ff?|fs|fols?|fls?|cc)\.\s?\d+\s?[rv]?(?:\s?-\s?\d*[rv]?(?![\p{L}\d]))?"  # ff. 985r-v · f. 1005r
NUMBER = r"\d{1,5}(?:-\d{1,4})*(?:\s?\p{Lu}|bis)?(?![\p{L}\d])"
WORDS = r"\p{L}[\p{L}.'-]*(?:\s\p{L}[\p{L}.'-]*){0,7}"
PIECE = regex.compile(rf",\s(?:(?P<leaves>{LEAVES})|(?P<numbered>{NUMBERED})|(?P<number>{NUMBER})|(?P<words>{WORDS}))(?=[,.;]|\s?$)")
ARCHIVE = (
    r"(?P<archive>\p{Lu}{2,6}(?:-\p{Lu}{2,5})?|(?:Archiv[io]o?|Arquivo|Biblioteca)\s\p{L}[^,;.\d“”\"]{2,80}?)"
    r"(?:\s\((?P<short>\p{Lu}{2,6})\))?"
)
UNIT = r"(?i:tomo|leg(?:ajo|\.)|caja|caixa|libro|exp(?:ediente|\.)|carpeta)\s\d"
HEAD = regex.compile(  # AGNC, sección colonia · AGI, Santa Fe, 682, doc. 25 · AGI, Audiencia de Santa Fe, leg. 193
    rf"{ARCHIVE}(?:,\s\p{{Lu}}\p{{L}}+)?(?=,\s{SECTION})"
    rf"|(?P<archive>[AB]\p{{Lu}}{{1,4}})(?=,\s\p{{Lu}}{WORDS},\s{NUMBER},|(?:,\s\p{{Lu}}{WORDS}){{1,3}},\s{UNIT})"
)
NAMED = regex.compile(  # behind a title and its day: Archivo Histórico de la Provincia de Córdoba (AHPC)
    rf"(?P<archive>(?!Archiv\sf(?:ür|or)\s)(?=[^,;()]*(?=\p{{Lu}})(?i:{any_of(load()['archives'])}))\p{{Lu}}[^,;()“”\d]{{3,80}}?)"
    r"(?:(?:,\s\p{Lu}[\p{L}. '-]{2,30})?\s\((?:hereafter\s|en\sadelante\s)?(?P<short>\p{Lu}[\p{L}-]{1,9})\))?(?=[,;]|\.?$|\.\s\p{Lu})"
)
BEFORE = regex.compile(r"(?<!\p{Lu}\p{Ll}{0,2}\.?),\s(?=\p{Lu})")
DATED = regex.compile(  # Real Cédula hecha en Madrid el 16 de marzo
    r"(?P<title>\p{Lu}[^;“”]{2,120}?)(?:\s(?:el|de|del|di|em|il))?\s(?=\d{1,2}[º°]?\s(?:de\s)?\p{Ll})"
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
