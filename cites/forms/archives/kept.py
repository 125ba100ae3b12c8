"""Records by their titles, with the archive that keeps them: "“Oficio del gobernador,” 2 September 1812, Archivo General de la Nación,
Buenos Aires (AGN), Sala X, 5-10-2".

What stands behind the archive is the shelf mark, as each archive has it.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item
from cites.grammar.dates import read_date
from cites.grammar.lexicon import any_of
from cites.grammar.publisher_places import is_place
from cites.grammar.signatures import LEAVES
from cites.grammar.titles import CLOSERS, read_quoted
from cites.knowledge import load

ARCHIVE = regex.compile(  # Archivo Histórico de la Provincia de Córdoba (AHPC) · Arquivo Nacional, Rio de Janeiro (ANRJ)
    rf",\s(?P<archive>(?!Archiv\sf(?:ür|or)\s)(?=[^,;()]*(?=\p{{Lu}})(?i:{any_of(load()['archives'])}))\p{{Lu}}[^,;()“”\d]{{3,80}}?)"
    r"(?:,\s(?P<place>\p{Lu}[\p{L}. '-]{2,30})(?=\s\(|,\s\p{Lu}|\.?$|\.\s\p{Lu}))?"
    r"(?:\s\((?:hereafter\s|en\sadelante\s)?(?P<short>\p{Lu}[\p{L}-]{1,9})\))?(?=[,;]|\.?$|\.\s\p{Lu})"
)
PIECE = regex.compile(  # leg. 7 · Negócios de Portugal · 5-10-2
    r",\s(?P<piece>(?:(?<!\w)\p{L}{1,5}\.\s?(?=\d|[IVX]+\b)|[^,;.()])+)"
)
MAX = 420  # code points
MOST = 8  # pieces of a shelf mark


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded, text = context.folded, context.text
    quoted = read_quoted(folded, at, min(end, at + MAX)) if folded[at] in CLOSERS else None
    if quoted is None:
        return []
    comma = ", " if folded.startswith(", ", quoted.stop) else " "
    date = read_date(folded, quoted.stop + len(comma), end)
    archive = ARCHIVE.match(folded, date.end, end) if date and date.has_month and date.has_year else None
    outlet = context.outlet(archive["archive"]) if archive else None
    if date is None or archive is None or (outlet and outlet.type == "article-journal"):
        return []
    is_elsewhere = not archive["place"] or archive["short"] or is_place(archive["place"])
    behind = archive.end() if is_elsewhere else archive.end("archive")  # else it is the first piece of the shelf mark
    items = [
        Item("type", "document", at, at),
        Item.cut("title", text, (quoted.start, quoted.end)),
        Item("issued", date.value, date.start, date.end),
        Item.cut("archive", text, archive.span("archive")),
    ]
    mark, leaves, finish = _shelf_mark(folded, behind, end)
    if mark > behind:
        items.append(Item.cut("archive_location", text, (behind + 2, mark)))
    return [Draft("full", "archival", at, finish, items, text[leaves:finish], 0.92, archive["short"] or "")]


def _shelf_mark(folded: str, at: int, end: int) -> tuple[int, int, int]:
    """Return where the shelf mark ends, where the leaves begin that are cited, and where they end."""
    mark = at
    for _ in range(MOST):
        piece = PIECE.match(folded, mark, end)
        if piece is None:
            break
        if LEAVES.fullmatch(piece["piece"]):
            return mark, piece.start("piece"), piece.end()
        mark = piece.end()
    return mark, mark, mark


FORM = Form("kept", read, load()["archives"])
