"""A work by the short name that the text gave it: "UNCLOS, art. 298" after "(hereafter UNCLOS)", "Corfu Channel, at 35", "Miller [82]"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from cites import lazy_regex as regex
from cites.forms.archives import archival
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.legal import cases
from cites.forms.short import echoed, supra
from cites.grammar.names import ET_AL, SINGLE, split_people
from cites.grammar.patterns import read_part
from cites.model import Name

BARE = regex.compile(  # Smelser 168 f.
    r"\s(?:[IVX]{1,4}\s|pp?\.?\s?)?(?P<page>(?!(?:1[5-9]|20)\d\d(?!\d))\d{1,4}(?:\s?-\s?\d{1,4})?"
    r"(?P<following>\s?ff?\.?(?!\p{L})|\spassim)?)(?=\s?(?:[.;,)]|$)|\s\(\p{Ll})"
)
# s 22(1) · Q. 4411 · slip op. at 28
PROVISION = read_part("legal/statutes", "PROVISION")
PLACE = regex.compile(rf",?\s(?:{PROVISION}|(?P<cited>\p{{L}}{{1,4}}\.\s?\d{{1,5}})|slip\sop\.,?\s(?:at\s)?(?P<cited>\d+))(?=[\s.,:;)]|$)")
OTHERS = regex.compile(rf"{ET_AL}$")  # Crawford et al.
# The name ends there; a note that is nothing but the name of an author is a short form too, as Chicago has it since its 17th edition.
OVER = regex.compile(r"\.?\s?(?:;|$)")
PAGES = regex.compile(r"\d{2,4}(?:-\d{1,4})?(?:,\s\d{2,4}(?:-\d{1,4})?)+(?=[.;)]|$)")  # Thomas, 55, 60-62: no volume has two digits
KNOWN_OUTLET = 0.8  # how far a name is an outlet: "Vesti 24"
DOUBLE = regex.compile(r"(?P<people>\p{Lu}[\p{L}-]+\s(?:y\s)?\p{Lu}[\p{L}-]+)(?=,\s)")  # Rodríguez Flores, 53
INITIALS = regex.compile(r"(?:\p{Lu}\.[\s-]?){1,3}(?=\p{L}{3})")  # J. H. Miller, p. 12
PLACES = ("page", "section", "issue")  # where in a work a short form may point: "Feijoo, núm. 37"
STOP = regex.compile(r"$|[.,;)]|\s\(\p{Ll}")  # Ricci, 6-7 (laughing)
YEAR = regex.compile(r",\s(?:1[6-9]|20)\d\d(?=[.,;)]|$)")  # "Alder, 2001, 7" is her work of that year
LONGEST_BODY = 120  # code points
MAX = 200  # code points of a case that was cited before
SAID = regex.compile(r",\s\p{Ll}+\s\p{Ll}{3}")  # Tuggle, by contrast, was unanimous
CLOSED = regex.compile(r",?[”’\"](?=[\s,.;)]|$)")
FOLLOW = (",", ".", ";", " at ", " [", " (n", ")")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    quoted = folded[at] in "“‘\""
    for name in context.known.short_names_at(folded, at + quoted):
        closed = CLOSED.match(folded, at + quoted + len(name), end) if quoted else None  # “KM,” 2:244
        stop = closed.end() if closed else at + len(name)
        if quoted != bool(closed) or stop > end:
            continue
        if not (closed or stop == end or folded.startswith(FOLLOW, stop)) or SAID.match(folded, stop, end):
            continue
        if any(supra.BACK.match(folded, stop + gap, end) for gap in (1, 2)):
            return supra.read(context, at, end) or [_named(name, at, stop, stop, "")]  # "Miller (n 1) [82]"
        if case := cases.read_short(context, at, context.piece_end(at, end, MAX)):
            return [case]  # Doe, 2016 WL 999999, at *4
        if folded.startswith(", ", stop) and (record := echoed.read(context, at, end) or archival.read(context, at, end)):
            return record  # "AD Gard, 10 M 340" after "(désormais AD Gard)"
        if place := PLACE.match(folded, stop, end):
            return [_named(name, at, stop, place.end(), place["cited"])]
        tail = context.tail(stop, end)
        places = list(takewhile(lambda item: item.field not in ("issued", "text", "title", "quoted"), tail.items))
        if len(places) < len(tail.items) and not (places and places[0].field == "section"):  # ICE, chapitre 9. La voie moyenne, p. 4
            return []
        cited = [item for item in places if item.field in ("page", "section", "cited")]
        finish = max((item.end for item in cited), default=stop)
        return [_named(name, at, stop, finish, cited[0].value if cited else "")]
    return []


def _named(name: str, at: int, stop: int, finish: int, locator: str) -> Draft:
    return Draft("short", "named", at, finish, [Item("named", name, at, stop)], locator, 0.9)


def read_author(context: Context, at: int, end: int) -> list[Draft]:
    """Read "Schelling, 92", "Heinzig, pp. 290-95" and "World Bank, p. 12" where the author was cited before."""
    names, stop = _head(context, at, end)
    if not names:
        return []
    items = [Item("author", name, at, stop) for name in names]
    are_known = all(map(context.known.has, names))
    bare = BARE.match(context.folded, stop, end)
    if bare and (bare["following"] or are_known) and context.evidence(context.text[at:stop]) < KNOWN_OUTLET:
        return [Draft("short", "named", at, bare.end(), items, context.text[slice(*bare.span("page"))], 0.85)]
    if not are_known:
        return []
    is_over = OVER.match(context.folded, stop, end)
    is_apart = at == 0 or context.folded.endswith("; ", 0, at) or len(names) > 1
    is_piece = context.kind == "note" and is_apart and "." not in context.folded[at:stop]  # "J. Pardo; D. Gil, «El vado»"
    if len(names) > 1 and tuple(name.family for name in names) not in context.known.together:
        is_piece = False  # "Berg and Hall", who wrote a book each
    if is_over and (is_piece or OTHERS.search(context.folded, at, stop)):
        return [Draft("short", "named", at, stop, items, confidence=0.85)]
    if not context.folded.startswith(", ", stop) or YEAR.match(context.folded, stop, end):
        return []
    if several := PAGES.match(context.folded, stop + 2, end):
        return [Draft("short", "named", at, several.end(), items, context.text[slice(*several.span())], 0.85)]
    tail = context.tail(stop, end).items
    volume = [item for item in tail[:1] if item.field == "volume"]
    place = tail[len(volume)] if tail[len(volume) :] else None
    if place is None or place.field not in PLACES or not STOP.match(context.folded, place.end, end):
        return []
    return [Draft("short", "named", at, place.end, [*items, *volume], place.value, 0.85)]


def _head(context: Context, at: int, end: int) -> tuple[tuple[Name, ...], int]:
    """Return families, two words that were met as one family, or a body that was met: "World Bank"; and where they end."""
    double = DOUBLE.match(context.folded, at, end)
    known = context.known.people.get(context.text[slice(*double.span())]) if double else None
    comma = context.folded.find(", ", at, min(end, at + LONGEST_BODY))
    stop = comma if comma > 0 else at + len(context.folded[at:end].rstrip(" ."))  # "UN News.", a note that is nothing else
    body = context.known.bodies.get(context.text[at:stop]) if context.kind == "note" and (comma > 0 or at == 0) else None
    if double and known:
        return (known,), double.end()
    if body:
        return (body,), stop
    initials = INITIALS.match(context.folded, at, end)
    single = SINGLE.match(context.folded, initials.end() if initials else at, end)
    if single is None:
        return (), at
    first, *others = split_people(context.text[slice(*single.span("people"))])
    return (replace(first, given=initials[0].strip()) if initials else first, *others), single.end()


FORM = Form("named", read)
AUTHOR = Form("named", read_author)
