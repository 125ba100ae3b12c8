"""Another piece of what was cited just before: another day of a paper ("Ibid., 24 July 1940", after "Punch, 17 July 1940"),
another paper of a file ("ibid., minute by Dexter, 21 March 1941", after "Minute by Dexter, 12 March 1941, FO 371/25222"; also
"Halifax to Hoare, 5 July 1940, ibid."),
another newspaper of the day ("*Omaha Daily Bee*, 3", after "*Los Angeles Daily Herald*, December 2, 1889, 7")."""

from __future__ import annotations

from dataclasses import replace

from cites import lazy_regex as regex
from cites.edtf import is_day
from cites.forms.archives.archival import pieces
from cites.forms.archives.letters import read_writer
from cites.forms.archives.record import Record
from cites.forms.form import Context, Draft, Form, Item, field_of, has
from cites.grammar.dates import find_date, read_date
from cites.grammar.lexicon import compile_words, one_of, stems
from cites.grammar.locator_shapes import PAGES
from cites.grammar.signatures import NUMBER, OWN, SIGNATURE

HEAD = compile_words(rf"(?:{one_of('ibid')})\.?[,:]?\s(?=[\p{{L}}\d“‘\"'])")
BEHIND = compile_words(rf",\s{one_of('ibid')}(?=[.,;]|$)")
PAPER = regex.compile(r"(?P<title>\p{L}[^;.\d]{3,140}?|\p{Lu}{2,5}(?:\s?\(\p{L}\))?\s?\(\d{2,4}\)\s?\d+),\s")  # minute by Dixon · WCM(39)46
NUMBERED = ("volume", "issue", "doi")  # of a journal, which is cited by its numbers
KEPT = ("archive", "archive_location")  # of a record, which another record of the file shares
PAPERS = frozenset({"source_date", "same_file"})  # forms of what has a day to share
PAGE = regex.compile(r",\s(?P<page>\p{Lu}?\d{1,3}(?:-\d{1,3})?)(?=\s\(|[;.,]|$)")
PAGE_LAST = regex.compile(r"(?<=\s\d{4}),\s(?P<page>\p{Lu}?\d{1,3}(?:-\d{1,3})?)(?=[;.]|$)")  # Ibid., June 18, 1764, 2
PAGE_NEXT = compile_words(rf",?\s{PAGES.pattern}")  # Ibid., 14 May 1910, p. 7
MAX = 160  # code points from the word to the day
HINTS = frozenset(stems("ibid"))


def read(context: Context, at: int, end: int) -> list[Draft]:
    before = context.known.before
    if before is None:
        return []
    head = HEAD.match(context.folded, at, end) if context.held & HINTS else None
    if head is None and context.held & HINTS and (paper := _another_paper(context, before, at, at, context.piece_end(at, end, MAX))):
        behind = BEHIND.match(context.folded, paper[0].end, end)
        return [replace(paper[0], end=behind.end())] if behind else []
    if head is None:
        stop = context.italics_end(at) if context.kind == "note" else 0
        return _of_same_day(context, before, at, stop, end) if stop else []
    begin, stop = head.end(), context.piece_end(head.end(), end, MAX)
    day = read_date(context.folded, begin, stop)
    if day and day.has_month and day.has_day and "-" in before.get("issued"):
        return _another_day(context, before, at, stop, Item.dated(day))
    return _another_paper(context, before, at, begin, stop) or _another_file(context, before, at, begin, stop)


def _of_same_day(context: Context, before: Draft, at: int, stop: int, end: int) -> list[Draft]:
    """Read a name in italics with its page behind another paper of this note, whose day it shares."""
    page = PAGE.match(context.folded, stop, end) if before.matched_by in PAPERS else None
    day = field_of(before.items, "issued")
    name = field_of(before.items, "container_title")
    is_here = name is not None and name.end <= at and context.text[name.start : name.end] == name.value
    if page is None or day is None or not is_here or not is_day(str(day.value)) or context.known.has_title(context.text[at:stop]):
        return []
    items = [Item.cut("container_title", context.text, (at, stop)), day, Item("type", "article-newspaper", at, at)]
    return [Draft("full", "same_file", at, page.end(), items, page["page"], 0.8)]


def _another_day(context: Context, before: Draft, at: int, stop: int, issued: Item) -> list[Draft]:
    """Read what a day alone tells apart from a paper, with its page, or from a record that was made each day."""
    fields: tuple[str, ...]
    if has(before.items, "archive_location"):
        fields = ("title", "type", *KEPT)
    elif before.get("container_title") and not any(has(before.items, field) for field in NUMBERED):
        fields = ("container_title", "type")
    else:
        return []
    items = [item._replace(start=at, end=at) for item in before.items if item.field in fields]
    page = PAGE_NEXT.match(context.folded, issued.end, stop) or PAGE_LAST.match(context.folded, issued.end, stop)
    return [Draft("full", "same_file", at, page.end() if page else issued.end, [*items, issued], page["page"] if page else "", 0.85)]


def _another_paper(context: Context, before: Draft, at: int, begin: int, stop: int) -> list[Draft]:
    paper = PAPER.match(context.folded, begin, stop) if has(before.items, "archive_location") else None
    day = find_date(context.folded, paper.end(), stop) if paper else None
    # without a year, "Ibid., minute by Allen, 11 October" stands on the paper itself
    if paper is None or day is None or day.start != paper.end() or not (day.has_month and day.has_year):
        return []
    items = [item._replace(start=at, end=at) for item in before.items if item.field in KEPT]
    field = "number" if NUMBER.fullmatch(paper["title"]) else "title"
    items += [Item.cut(field, context.text, paper.span("title")), Item.dated(day), Item("type", "document", at, at)]
    return [Draft("full", "same_file", at, day.end, [*items, *read_writer(context, items)], confidence=0.85)]


def _another_file(context: Context, before: Draft, at: int, begin: int, stop: int) -> list[Draft]:
    """Read another file of the archive, under a mark of its kind: "Ibid., FO 371/110217, fol. 4"."""
    kept, mark = before.get("archive_location"), SIGNATURE.match(context.folded, begin, stop)
    if not kept or mark is None or mark[0] == kept or not (OWN.match(mark[0]) or kept.startswith(mark[0].partition(" ")[0])):
        return []
    record, finish = Record(context, begin, begin), begin
    for start, until in pieces(context.folded, begin, stop, mark.span(), is_signed=True):
        if not (record.take_date(start, until) or record.take_number(start, until)):
            break
        finish = until
    items = [*(item._replace(start=at, end=at) for item in before.items if item.field == "archive"), *record.items]
    items += [Item.cut("archive_location", context.text, (begin, record.where[-1][1])), Item("type", "document", at, at)]
    return [Draft("full", "same_file", at, finish, items, record.locator, 0.8)]


FORM = Form("same_file", read)
