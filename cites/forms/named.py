"""A work by the short name that the text gave it: "UNCLOS, art. 298" after "(hereafter UNCLOS)", "Corfu Channel, at 35", "Miller [82]"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms import archival, supra
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.legal.statutes import PROVISION
from cites.grammar.locators import read_locator
from cites.grammar.names import ET_AL, SINGLE, split_people
from cites.model import Name

BARE = regex.compile(  # Smelser 168 f.
    r"\s(?:[IVX]{1,4}\s)?(?P<page>(?!(?:1[5-9]|20)\d\d(?!\d))\d{1,4}(?:\s?-\s?\d{1,4})?"
    r"(?P<following>\s?ff?\.?(?!\p{L}))?)(?=\s?(?:[.;,)]|$))"
)
PLACE = regex.compile(rf",?\s(?:{PROVISION}|(?P<cited>\p{{L}}{{1,4}}\.\s?\d{{1,5}}))(?=[\s.,;)]|$)")  # s 22(1) · Q. 4411
OTHERS = regex.compile(rf"{ET_AL}$")  # Crawford et al.
# The name ends there; a note that is nothing but the name of an author is a short form too, as Chicago has it since its 17th edition.
OVER = regex.compile(r"\.?\s?(?:;|$)")
MAX_BODY = 80  # code points of its name
KNOWN_OUTLET = 0.8  # how far a name is an outlet: "Vesti 24"
DOUBLE = regex.compile(r"(?P<people>\p{Lu}[\p{L}-]+\s(?:y\s)?\p{Lu}[\p{L}-]+)(?=,\s)")  # Rodríguez Flores, 53
PLACES = (["page"], ["section"], ["issue"])  # where in a work a short form may point: "Feijoo, núm. 37"
FOLLOW = (",", ".", ";", " at ", " [", " (n", ")")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    for name in context.known.short_names_at(folded, at):
        stop = at + len(name)
        if stop > end or not (stop == end or folded.startswith(FOLLOW, stop)):
            continue
        if any(supra.BACK.match(folded, stop + gap, end) for gap in (1, 2)):
            return supra.read(context, at, end) or [_named(name, at, stop, stop, "")]  # "Miller (n 1) [82]"
        if folded.startswith(", ", stop) and (record := archival.read(context, at, end)):
            return record  # "AD Gard, 10 M 340" after "(désormais AD Gard)"
        if place := PLACE.match(folded, stop, end):
            return [_named(name, at, stop, place.end(), place["cited"])]
        tail = context.tail(stop, end)
        if any(item.field in ("issued", "text", "title", "quoted") for item in tail.items):
            return []
        cited = [item for item in tail.items if item.field in ("page", "section", "cited")]
        finish = max((item.end for item in cited), default=stop)
        if cited and finish < end and folded[finish] == "]":
            finish += 1
        return [_named(name, at, stop, finish, cited[0].value if cited else "")]
    return []


def _named(name: str, at: int, stop: int, finish: int, locator: str) -> Draft:
    return Draft("short", "named", at, finish, [Item("named", name, at, stop)], locator, 0.9)


def read_author(context: Context, at: int, end: int) -> list[Draft]:
    """Read "Schelling, 92" and "Heinzig, pp. 290-95" where the author was cited before."""
    double = DOUBLE.match(context.folded, at, end)
    head = double if double and context.text[slice(*double.span())] in context.known.people else SINGLE.match(context.folded, at, end)
    if head and (bare := BARE.match(context.folded, head.end(), end)) and context.evidence(context.text[at : head.end()]) < KNOWN_OUTLET:
        names = _people(context, head)
        if bare["following"] or all(context.known.has(name) for name in names):
            people = [Item("author", name, at, head.end()) for name in names]
            return [Draft("short", "named", at, bare.end(), people, context.text[slice(*bare.span("page"))], 0.85)]
    if body := _body(context, at, end):
        return _paged(context, at, body[0], [Item("author", body[1], at, body[0])], end)
    names = _people(context, head) if head else ()
    items = [Item("author", name, at, head.end()) for name in names] if head else []
    if head is None or not all(map(context.known.has, names)):
        return []
    is_over = OVER.match(context.folded, head.end(), end)
    if is_over and (OTHERS.search(context.folded, at, head.end()) or (at == 0 and context.kind == "note" and is_over.end() >= end)):
        return [Draft("short", "named", at, head.end(), items, confidence=0.85)]
    return _paged(context, at, head.end(), items, end)


def _paged(context: Context, at: int, stop: int, items: list[Item], end: int) -> list[Draft]:
    """Read the place that is cited behind an author who ends at `stop`."""
    if not context.folded.startswith(", ", stop):
        return []
    place = read_locator(context.folded, context.text, stop + 2, end)
    if place and place.fields[0][0] == "volume" and context.folded.startswith(", ", place.end):  # "Berg/Holm, iii, p. 9"
        place = read_locator(context.folded, context.text, place.end + 2, end)
    if place is None or [field for field, *_ in place.fields] not in PLACES:
        return []
    if place.end < end and context.folded[place.end] not in ".,;)":
        return []
    return [Draft("short", "named", at, place.end, items, place.fields[0][1], 0.85)]


def _body(context: Context, at: int, end: int) -> tuple[int, Name] | None:
    """Return a body that was met as an author, and where its name ends, before a comma."""
    comma = context.folded.find(", ", at, min(end, at + MAX_BODY))
    body = Name(literal=context.text[at:comma]) if comma > 0 else None
    return (comma, body) if body and " " in body.literal and context.known.wrote(body) else None


def _people(context: Context, head: regex.Match[str]) -> tuple[Name, ...]:
    """Return the names of a short form; two that were met as one family are one."""
    printed = context.text[slice(*head.span("people"))]
    return (context.known.people[printed],) if " " in printed and printed in context.known.people else split_people(printed)


FORM = Form("named", read)
AUTHOR = Form("named", read_author)
