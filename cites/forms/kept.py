"""Records by their titles, with the archive that keeps them: "“Oficio del gobernador,” 2 September 1812, Archivo General de la Nación,

Buenos Aires (AGN), Sala X, 5-10-2". What stands behind the archive is the shelf mark, as each archive has it.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import read_date
from cites.grammar.publisher_places import is_place
from cites.grammar.signatures import LEAVES
from cites.grammar.titles import CLOSERS, read_quoted

ARCHIVE = regex.compile(  # Archivo Histórico de la Provincia de Córdoba (AHPC) · Arquivo Nacional, Rio de Janeiro (ANRJ)
    r",\s(?P<archive>(?=[^,;()]*(?:Archiv|Arquiv|Arxiu|Arkiv|Arhiv|Record\sOffice))\p{Lu}[^,;()“”\d]{3,80}?)"
    r"(?:,\s(?P<place>\p{Lu}[\p{L}. '-]{2,30})(?=\s\(|,\s\p{Lu}|\.?$))?(?:\s\((?:hereafter\s|en\sadelante\s)?(?P<short>\p{Lu}[\p{L}-]{1,9})\))?(?=[,;]|\.?$|\.\s\p{Lu})"
)
PIECE = regex.compile(r",\s(?P<piece>(?:(?<!\w)\p{L}{1,5}\.\s?(?=\d|[IVX]+\b)|[^,;.()])+)")  # leg. 7 · Negócios de Portugal · 5-10-2
MAX = 420  # code points
MOST = 8  # pieces of a shelf mark


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    quoted = read_quoted(folded, at, min(end, at + MAX)) if folded[at] in CLOSERS else None
    if quoted is None:
        return []
    begin = quoted.stop + (folded[quoted.stop : quoted.stop + 2] == ", ") * 2 + (folded[quoted.stop : quoted.stop + 1] == " ")
    date = read_date(folded, begin, end)
    archive = ARCHIVE.match(folded, date.end, end) if date and date.has_month and date.has_year else None
    if date is None or archive is None:
        return []
    is_elsewhere = archive["place"] and not (archive["short"] or is_place(archive["place"]))  # what is behind the archive is of its shelf mark
    behind = archive.end("archive") if is_elsewhere else archive.end()
    items = [
        Item("type", "document", at, at),
        Item.cut("title", text, (quoted.start, quoted.end)),
        Item("issued", date.value, date.start, date.end),
        Item.cut("archive", text, archive.span("archive")),
    ]
    stop = finish = behind
    locator = ""
    for _ in range(MOST):
        piece = PIECE.match(folded, finish, end)
        if piece is None:
            break
        finish = piece.end()
        if LEAVES.fullmatch(piece["piece"]):
            locator = text[slice(*piece.span("piece"))]
            break
        stop = finish
    if stop > behind:
        items.append(Item.cut("archive_location", text, (behind + 2, stop)))
    return [Draft("full", "archival", at, finish, items, locator, 0.92, archive["short"] or "")]


FORM = Form("kept", read, ("archiv", "arquiv", "arxiu", "arkiv", "arhiv", "record office"))
