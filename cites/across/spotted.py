"""Citations in shapes that no form has, as the spotter sees them in parentheses and notes: "(Kaya Voss, IUCN Red List 2021: e.T60344A1)".

What the forms have read stands; the spotter is asked of what they left, in a document that cites. It tells where a citation begins and
ends; then the forms are asked once more of just that, and only where none of them reads all of it are the spotter's labels its fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cites import lazy_regex as regex
from cites.across.inline import CONVINCING
from cites.across.whole import Whole
from cites.forms import Context, Draft, Known
from cites.forms.contexts import is_two_ways, to_citation, to_context
from cites.forms.fields.authors import read_author
from cites.forms.form import Item
from cites.forms.order import FORMS, INLINE_FORMS, first_fit
from cites.forms.press.numeric_days import days_in
from cites.forms.remarks import skip_remarks
from cites.grammar.dates import find_last_date, read_date
from cites.grammar.separators import back, skip
from cites.knowledge import load
from cites.model import Citation, Name, Span
from cites.spotter.spot import Piece, Stretch, setting_of, spot

COMPANY = 2  # convincing citations that a document needs
MARGIN = 3000  # thousandths of the natural logarithm by which a citation is likelier than none
CONFIDENCE = 0.6  # of what a form reads in a stretch, and of what points back
LABELLED = 0.2  # of fields by their labels: in texts not learnt from, 97 of 100 are citations, and 9 of 100 have all core fields right
LONGEST = 8_000  # code points; the longest notes of law reviews have about 5,000
OPEN = regex.compile(r"\d|\p{Lu}[^\n]{5}")  # what words need to be worth a look
FIELDS = {  # labels, and the fields that are printed as they are
    "title": "title", "container": "container_title", "publisher": "publisher", "place": "publisher_place", "url": "url",
    "number": "number", "volume": "volume", "issue": "issue", "genre": "genre", "archive": "archive",
}  # fmt: skip
DATES = ("issued", "accessed")
SOURCE = frozenset({"author", "container_title"})  # that a day leaves out
TELLING = frozenset(FIELDS.values()) - {"url", "publisher", "publisher_place"} | {"author"}  # of one of which a citation has to tell
BRACKETS = (("(", ")"), ("[", "]"), ("“", "”"))
MARKS = " ,.;:“”\"«»„‘’'*_"


def read_spotted(whole: Whole) -> Iterator[Citation]:
    """Yield what the spotter finds in the parentheses and the notes of a document that cites."""
    if sum(citation.confidence >= CONVINCING for citation in whole.taken) < COMPANY:
        return
    known = Known(days=days_in(whole.text, whole.outlets))
    done = 0
    for zone in sorted((zone for zone in whole.zones if zone.kind in ("inline", "note")), key=lambda zone: zone.span):
        if zone.span.start < done or zone.span.end - zone.span.start > LONGEST or not _is_open(whole, zone.span):
            continue
        context = to_context(whole.marked, zone, whole.outlets, known)
        begin = skip_remarks(context, 0, len(context.folded)) if zone.kind == "note" else 0
        for stretch in spot(context.folded, setting_of(whole.text, zone), whole.outlets):
            span = context.view.span(stretch.start, stretch.end)
            is_likely = stretch.start >= begin and stretch.margin >= MARGIN
            if not is_likely or not whole.is_free(span) or _is_torn(context.folded[stretch.start : stretch.end]):
                continue
            if draft := _by_forms(context, stretch) or _draft(context, stretch, whole.before(span)):
                done = zone.span.end
                yield to_citation(draft, context.view, zone, whole.marked)


def _is_torn(folded: str) -> bool:
    """True for a part of something: brackets that are not closed, a day that may be another ("The Guardian, 3/2")."""
    return any(folded.count(one) != folded.count(other) for one, other in BRACKETS) or is_two_ways(folded)


def _is_open(whole: Whole, span: Span) -> bool:
    """True where words of a zone are in no citation yet."""
    at = span.start
    for taken in whole.taken_in(span):
        if OPEN.search(whole.text, at, max(at, taken.start)):
            return True
        at = max(at, taken.end)
    return OPEN.search(whole.text, at, span.end) is not None


def _by_forms(context: Context, stretch: Stretch) -> Draft | None:
    """Return what a form reads in all of a stretch."""
    found = first_fit(INLINE_FORMS if context.kind == "inline" else FORMS, context, stretch.start, stretch.end)
    if len(found) != 1 or found[0].start != stretch.start or found[0].end < stretch.end - 1:
        return None
    found[0].confidence = min(found[0].confidence, CONFIDENCE)
    return found[0]


def _draft(context: Context, stretch: Stretch, before: Citation | None) -> Draft | None:
    """Return what the labels of a stretch make.

    A day alone is one more of the source that was cited before: "(Okeke 26 Oct. 2012) … (27 Oct. 2012)".
    """
    items = _items(context, stretch.pieces)
    pages = (context.text[piece.start : piece.end].strip(MARKS) for piece in stretch.pieces if piece.label == "page")
    form = "ibid" if stretch.pieces[0].label == "back" else "short" if stretch.is_short else "full"
    if form == "full" and before and [item.field for item in items] == ["issued"] and stretch.pieces[0].label == "issued":
        items += [Item(part.field, part.value, 0, 0) for part in before.parts if part.field in SOURCE]
    elif form != "ibid" and not _is_told({item.field for item in items if _is_name(str(item.value))}, form):
        return None
    sure = LABELLED if form == "full" else CONFIDENCE
    return Draft(form, "spotted", stretch.start, stretch.end, items, next(pages, ""), sure)


def _is_told(fields: set[str], form: str) -> bool:
    """True where something is cited, and in full more than somebody: not "Bülent T., 61"."""
    return bool(fields & TELLING) and (form == "short" or fields & (TELLING | {"issued"}) != {"author"})


def _is_name(value: str) -> bool:
    """True for "al-Ayyam" and "kun.uz"; not for the word in "below, p. 171"."""
    return not value.islower() or "." in value


def _items(context: Context, pieces: Iterable[Piece]) -> list[Item]:
    """Return the first piece of each field, and all people."""
    items: dict[str, list[Item]] = {}
    for piece in pieces:
        if piece.label == "author":
            items.setdefault("author", []).extend(_people(context, piece))
        elif item := _item(context, piece):
            items.setdefault(item.field, [item])
    return [item for each in items.values() for item in each]


def _item(context: Context, piece: Piece) -> Item | None:
    start, end = piece.start, piece.end
    if piece.label in DATES:
        date = read_date(context.folded, start, end) or find_last_date(context.folded, start, end)
        return Item(piece.label, date.value, date.start, date.end) if date else None
    start = skip(context.text, start, end, MARKS)
    end = back(context.text, start, end, MARKS)
    field = FIELDS.get(piece.label, "")
    if piece.label == "rest" and context.text[start:end].casefold() in load().genres:
        field = "genre"
    return Item.cut(field, context.text, (start, end)) if field and start < end else None


def _people(context: Context, piece: Piece) -> list[Item]:
    people = read_author(context, piece.start, piece.end)
    if people:
        return [item._replace(field="author") for item in people]
    text = context.text[piece.start : piece.end].strip(MARKS)
    return [Item("author", Name(literal=text), piece.start, piece.end)] if len(text) > 1 else []
