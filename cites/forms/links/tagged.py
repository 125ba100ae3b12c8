"""What no other form reads, as the tagger sees it: "Theodor Schieder, Die Probleme des Rapallo-Vertrags. Eine Studie …, Köln 1956, S. 12".

The tagger labels any words whatever; so its reading counts only where it is a whole reference: people, a title, a year, and where it
appeared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cites import lazy_regex as regex
from cites.forms.fields.authors import read_author
from cites.forms.fields.pages import part_cited
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.signals import quoting_work
from cites.grammar.dates import YEAR
from cites.grammar.names import ET_AL
from cites.grammar.person import is_office
from cites.grammar.prose import COMMENT
from cites.grammar.separators import back
from cites.model import Reference
from cites.spotter.spot import Piece
from cites.tagger.fields import QUOTES, Pieces, to_fields
from cites.tagger.people import read_names
from cites.tagger.repair import repair
from cites.tagger.tag import tag

STOP = regex.compile(  # where a reference may end
    r"(?<=[\d)\]])\.\s(?=[\p{Lu}“„«‘])|(?<=\bff?\.)\s(?=[\p{Lu}“„«‘])|(?<=[\d.])\s-\s(?=\p{Lu}|ebd|ibid)"
    r"|(?<=[\d)]),\s(?=(?:who|which|and|with|see|cf)\b)|;\s|$"
)
NO_TITLE = regex.compile(  # A question put by Paul Berg, ‘Realists’ · F.J. Berg, Realists · Act § 110 · Jo Lind u. a., Realists
    rf".*,\s[“„«‘'\"]|(?:\p{{Lu}}\.\s?)+(?:\s?\p{{Lu}}[\p{{L}}'’-]+){{1,2}},|.*§|[^,]{{3,40}}{ET_AL},"
)
TRIES = 3  # places where it may end
MAX_NOTE = 14  # code points of "(masch.)" between the fields
MAX = 500  # code points of one reference
CONFIDENCE = 0.7
OPENED = regex.compile(r"\s[“„«‘\"]")  # Bill Berg speaks of them in ‘Regulation’
NUMBERED = frozenset({"container_title", "volume", "page"})  # in all of which an article without a name stands
PEOPLE = ("author", "editor")  # one of whom begins a reference; the title follows
LABEL = {"issue": "volume", "doi": "url", "url": "url"}  # of the piece that a field is printed in, where it has another name
FIELDS = (
    "title", "container_title", "collection_title", "volume", "issue", "issued", "publisher_place", "publisher", "edition", "genre",
    "doi", "url",
)  # fmt: skip


def read(context: Context, at: int, end: int) -> list[Draft]:
    if context.kind == "list" or not context.folded[at].isupper():  # entries and single strings are shown to the tagger whole
        return []
    for stop in _stops(context.folded, at, min(end, at + MAX, _other_work(context, at, end), quoting_work(context.folded, at, end))):
        draft = _read(context, at, stop)
        if draft:
            return [draft]
    return []


def _other_work(context: Context, at: int, end: int) -> int:
    """Return the semicolon behind which italics begin, for that is another work: "…, cx. 33; *Rádio Semanal*, 61 (1936)"."""
    return next((start - 2 for start, _ in context.italics if at < start <= end and context.folded.startswith("; ", start - 2)), end)


def _stops(folded: str, at: int, end: int) -> Iterator[int]:
    year = YEAR.search(folded, at, end)
    if year:
        for _, stop in zip(range(TRIES), STOP.finditer(folded, year.end(), end), strict=False):
            yield stop.start()
            if folded.startswith("); ", stop.start() - 1):  # another work: "… (ed.), The Charter: A Commentary (2002); E. Denza, …"
                return


def _read(context: Context, at: int, stop: int) -> Draft | None:
    text = context.text
    printed = repair(tag(text[at:stop]))
    work, pieces = to_fields(printed), locate(text, at, printed)
    if not _is_whole(text[at:stop], printed, work) or _is_comment(pieces, printed, work):
        return None
    people = [_names(context, piece) for piece in pieces if piece.label in PEOPLE]
    if not all(people):
        return None
    items = [item for names in people for item in names]
    items += [
        item
        for field in FIELDS
        if (value := getattr(work, field)) and (item := item_of(text, pieces, field, value))
    ]
    pages, locator = part_cited(work.page) or (work.page, work.page)
    if pages and ((work.container_title and (work.volume or not work.publisher)) or pages != locator):
        items += [item for item in [item_of(text, pieces, "page", pages)] if item]
    finish = stop - (text[stop - 1] == "." and text[stop - 2] != "f")
    return Draft("full", "tagged", at, finish, items, locator, CONFIDENCE)


def _is_whole(text: str, printed: Pieces, work: Reference) -> bool:
    """True for one work with its people, its title, its date and where it appeared; an article in a numbered journal needs no people."""
    labels = [label for label, _ in printed]
    unsigned = labels[:1] == ["title"] and ("editor" in labels[1:3] or ({*labels} >= NUMBERED and not OPENED.search(text)))
    if "title" not in labels[:3] or "issued" not in labels or not (unsigned or labels[0] in PEOPLE):
        return False
    published = work.publisher or work.publisher_place or (work.container_title and (work.volume or work.page))
    is_one = "author" not in labels[labels.index("issued") :] and labels.count("title") == 1
    return bool(work.title and work.issued and published) and is_one


def _is_comment(pieces: Iterable[Piece], printed: Pieces, work: Reference) -> bool:
    """True where words of a sentence were taken for a work."""
    return (
        any(word in COMMENT for _, piece in printed for word in piece.split())
        or not work.title.lstrip(QUOTES + ". ")[:1].isupper()
        or NO_TITLE.match(work.title) is not None
        or (work.publisher_place.isalpha() and work.publisher_place.islower())  # Harris Upham & Co. from 1976 to 1987
        or any(map(is_office, work.title.split(", ")))
        or any(piece.label in ("note", "other") and piece.end - piece.start > MAX_NOTE for piece in pieces)
    )


def _names(context: Context, piece: Piece) -> list[Item]:
    end = trimmed(context.text, piece)
    printed = context.text[piece.start : end]
    if any(char.isdigit() or char == ":" for char in printed):
        return []
    if "/" in printed:  # Lothar Däbritz/Erich Metzeltin
        return [Item(piece.label, name, piece.start, end) for name in read_names(printed)]
    return [item._replace(field=piece.label) for item in read_author(context, piece.start, end) or []]


def locate(text: str, at: int, printed: Pieces) -> list[Piece]:
    """Lead the pieces of a string that was freed of loose spaces back to `text`, where it begins at `at`."""
    found = []
    for label, piece in printed:
        while text[at].isspace():
            at += 1
        start = at
        for char in piece:
            if char.isspace():
                continue
            while text[at] != char:
                at += 1
            at += 1
        found.append(Piece(label, start, at))
    return found


def trimmed(text: str, piece: Piece) -> int:
    """Return where a piece ends without the marks that part it from the next: "Köln, " ends after "Köln"."""
    return back(text, piece.start, piece.end, " ,;:(")


def item_of(text: str, pieces: list[Piece], field: str, value: str) -> Item | None:
    """Return the field where its value is printed, or the piece that it was made from; None where there is no such piece."""
    label = LABEL.get(field, field)
    for piece in sorted((piece for piece in pieces if piece.label in (label, field)), key=lambda piece: piece.start - piece.end):
        start = text.find(value, piece.start, piece.end)
        if start >= 0:
            return Item(field, value, start, start + len(value))
        spaced = _spaced(text, piece, value)
        return Item.cut(field, text, spaced) if spaced else Item(field, value, piece.start, trimmed(text, piece))
    return None


def _spaced(text: str, piece: Piece, value: str) -> tuple[int, int] | None:
    """Return where a value stands that is printed with other spaces: "Women's War : A History", as French has it."""
    signs = value.replace(" ", "")
    for start in range(piece.start, piece.end):
        at = start
        for sign in signs:
            while at < piece.end and text[at].isspace():
                at += 1
            if at >= piece.end or text[at] != sign:
                break
            at += 1
        else:
            return start, at
    return None


FORM = Form("tagged", read, ("1", "2"))
