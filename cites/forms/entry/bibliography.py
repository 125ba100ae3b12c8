"""Entries of a bibliography list: by the rules where a title in quotation marks bounds the fields, else by the tagger.

Where nothing but periods and commas parts names, title and container, words tell more than marks; the tagger weighs both. What it
labels is led back to the view, so that each field stays where it is printed; what it does not look for is taken from the rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cites import lazy_regex as regex
from cites.edtf import has_day, is_year
from cites.forms.entry import CALLED, read_entry
from cites.forms.entry.authors import MADE_BY, SAME_AUTHOR
from cites.forms.form import Context, Draft, Item, changed, field_of
from cites.forms.links.tagged import FIELDS, item_of, locate, trimmed
from cites.grammar.dates import BETWEEN_DAY_AND_YEAR
from cites.grammar.kinds import NUMBERED_SERIES
from cites.grammar.publisher_places import is_place
from cites.grammar.separators import skip
from cites.grammar.titles import CLOSERS
from cites.grammar.urls import read_bare
from cites.knowledge import load
from cites.model import Name, Reference
from cites.spotter.spot import Piece
from cites.tagger.fields import to_fields
from cites.tagger.people import read_names
from cites.tagger.tag import read_pieces

LONGEST = 1_200  # code points; longer entries are no single reference
CERTAIN = 0.9  # confidence of rules that found names and a date
CONFIDENCE = 0.8
AGREED = ("title", "container_title", "volume")  # where rules and tagger read these alike, the rules have the rest
ADDRESSES = (" http", " www.", " doi:")
BEFORE_BARE = regex.compile(r"(?<=\.\s\p{Lu}[\p{L} ]{2,30},\s)(?=\p{Ll}[\p{Ll}\d.-]+\.\p{Ll}{2,6}/)")  # JSTOR, jstor.org/stable/302
LOOKED_AT = frozenset({"url", "doi", "accessed"})
LONGEST_KIND = 40  # code points of what a report is called before its number
SLACK = 2  # code points: a comma in italics
NUMBERS = ("volume", "issue", "page")
PEOPLE = ("author", "editor", "translator")
KNOWN = frozenset({*PEOPLE, *FIELDS, "page"}) - {"url", "doi"}  # fields that the tagger reads
DATED = regex.compile(r"\((?:1[5-9]|20)\d\d, [\p{L}\d]")  # (2021, June), which the tagger cuts in two
HOLDERS = frozenset({"publisher", "container_title"})
JOINS = frozenset(load()["joins"] + load()["joins.also"])
YEARS_FIRST = regex.compile(r"(?:1[5-9]|20)\d\d(?:-\d{2,4})?\.")  # Stroke in 194 countries, | 2000-2016. Environment International
NAMES_END = regex.compile(r"\p{Ll}:\s\p{Lu}")
NO_VOLUME = regex.compile(  # UTB, 8455: a series · 10.12.2018 - 13.12.2018
    r"(?![IVXLCDM]+$)\p{Lu}{2}(?:\D*|\p{Lu}*,\s\d{3,5})|\d\d?\.\d\d?\.\d{4}\b.*"
)


def read_listed(context: Context, before: tuple[Name, ...] = ()) -> list[Draft]:
    """Return the work of one entry; `before` are the authors of the entry above, for "———"."""
    drafts = read_entry(context, before)
    if len(drafts) == 1 and not (drafts[0].get("url") or drafts[0].get("doi")):
        drafts[0].items += _address_at_end(context, drafts[0])
    if not drafts or drafts[0].matched_by != "entry" or len(context.text) > LONGEST or drafts[0].get("title")[:1] in CLOSERS:
        return drafts  # “Fake news” and cyber-propaganda in Africa: the tagger takes the quotation for all of the title
    tagged = _read(context, drafts[0])
    return [tagged] if tagged else drafts


def _address_at_end(context: Context, draft: Draft) -> list[Item]:
    """Return the address with which an entry ends, and the day of a look: "…, pp. 55-78. JSTOR, www.jstor.org/stable/3041712"."""
    end = len(context.folded)
    at = max(context.folded.rfind(sign, draft.start, end) for sign in ADDRESSES)
    if at < 0 and (before := BEFORE_BARE.search(context.folded, draft.start)):
        bare = read_bare(context.folded, before.end(), end)
        return [bare] if bare else []
    tail = context.tail(at, end, listed=True) if at > 0 else None
    if tail is None or tail.end < end - 1 or not {item.field for item in tail.items} <= LOOKED_AT:
        return []
    return [*tail.items]


def _read(context: Context, ruled: Draft) -> Draft | None:
    """Return the entry as the tagger reads it, None where that is no whole reference, or where the rules read it alike."""
    text = CALLED.sub(lambda called: called[0].replace(called["name"] + ",", " " * (len(called["name"]) + 1)), context.text)
    same = SAME_AUTHOR.match(context.folded, ruled.start)
    begin = skip(text, same.end() if same else ruled.start, ruled.end, " .,:")
    printed = read_pieces(text[begin:])
    work = to_fields(printed)
    if not (work.title and work.issued and (same or work.author or work.editor)):
        return None
    if not (work.publisher or work.publisher_place or work.container_title or work.url or work.doi):
        return None
    by_body = any(name.literal for name in ruled.names("author"))
    is_told = by_body or _is_report(ruled) or has_day(ruled.get("issued")) or DATED.search(context.folded)
    if (ruled.confidence >= CERTAIN and is_told) or ruled.get("type") == "motion_picture":
        return None  # bodies with commas in their names; news, which has a day; films
    if ", " in ruled.get("publisher") and context.outlet(ruled.get("publisher")):
        return None  # Farrar, Straus and Giroux
    if _in_italics(context, ruled, "title") or (work.title != ruled.get("title") and _is_link(context, ruled)):
        return None  # what is set in italics, or is a link, bounds the title better than words do
    pieces = _before_address(locate(text, begin, printed), ruled)
    if ruled.confidence >= CERTAIN and _is_amiss(context, work.title, ruled, pieces):
        return None
    alike = ruled.confidence >= CERTAIN and all(ruled.get(field) == getattr(work, field) for field in AGREED)
    alike = alike and ": " not in ruled.get("publisher")  # испр. и доп. — Л.: Наука
    lost = ruled.get("title") == work.title and ruled.get("container_title") and not (work.container_title or work.publisher)
    if alike or lost or _in_italics(context, ruled, "container_title"):
        return replace(ruled, items=_with_more(text, ruled, work, pieces))
    before = [item for item in ruled.items if same and item.field in PEOPLE]
    items = _with_rest(before + _tagged(text, ruled, work, pieces), ruled)
    return Draft("full", "tagged", ruled.start, ruled.end, items, ruled.locator, CONFIDENCE, ruled.short_name)


def _before_address(pieces: list[Piece], ruled: Draft) -> list[Piece]:
    """Leave out what the tagger reads behind an address where the rules have the day of a look there: "Acesso em: 15 set. 2026"."""
    seen = next((item.start for item in ruled.items if item.field == "accessed"), 0)
    address = next((item.start for item in ruled.items if item.field in ("url", "doi") and item.start < seen), 0)
    return [piece for piece in pieces if piece.start <= address] if address else pieces


def _is_amiss(context: Context, title: str, ruled: Draft, pieces: list[Piece]) -> bool:
    """True where the tagger took people or "arXiv" for a part of the title, "Social Life (J. Trejo, Trans.)", or words of it for them."""
    if any(piece.label in PEOPLE and NAMES_END.search(context.folded, piece.start, trimmed(context.text, piece)) for piece in pieces):
        return True  # Kutscher, Annika: Medienbiografien
    firsts = [context.folded[piece.start : piece.end].split(" ")[0] for piece in pieces if piece.label in HOLDERS]
    if any(first in JOINS or YEARS_FIRST.fullmatch(first) for first in firsts):
        return True  # Network analysis: theory, method, | and application with R. Cambridge University Press
    span = next(((piece.start, piece.end) for piece in pieces if piece.label == "title"), (0, 0))
    lost = ruled.get("title").removesuffix(title).split() if title else []
    first = [item for item in ruled.items if item.field in PEOPLE and item.start == ruled.start]
    role = pieces[0].label  # of "Eliot, George. Middlemarch. Edited by Gordon S. Haight", as the tagger has it
    same = SAME_AUTHOR.match(context.folded, ruled.start)
    people = any(item.field in (*PEOPLE, "genre") and span[0] <= item.start < span[1] for item in ruled.items)
    people = people or any(span[0] < item.end or (role == "editor" and not same and item.field == "author") for item in first if span[1])
    people = people or (same is not None and context.folded[same.end()] == "." and role in PEOPLE)  # ---. | Lose: Your Mother
    behind = title[len(ruled.get("title")) :] if title.startswith(ruled.get("title")) else ""
    with_site = MADE_BY.match(behind) or (behind[:2] == ". " and context.periodical(behind.strip(". ")))
    return people or bool(with_site) or (ruled.get("title").endswith(f" {title}") and len(lost) == 1 and lost[0].isalpha())


def _is_report(draft: Draft) -> bool:
    """True for a report whose number stands in brackets behind its title: "Lessons from Crimea (RR-1498-A). RAND Corporation."."""
    title, number = field_of(draft.items, "title"), field_of(draft.items, "number")
    return title is not None and number is not None and bool(draft.get("publisher")) and 0 < number.start - title.end < LONGEST_KIND


def _with_more(text: str, ruled: Draft, work: Reference, pieces: list[Piece]) -> list[Item]:
    """Return what the rules read, with the numbers and the address that the tagger found beside it."""
    kept = [item for item in ruled.items if not (item.field == "page" and ", " in str(item.value))]  # "5, 14745" is not a page
    have = {item.field for item in kept}
    more = _items(text, work, pieces, (field for field in NUMBERS if field not in have)) + _links(text, ruled, work, pieces)
    return [*kept, *(item for item in more if not _within(item, kept))]


def _tagged(text: str, ruled: Draft, work: Reference, pieces: list[Piece]) -> list[Item]:
    """Return the fields as the tagger read them."""
    people = [item for piece in pieces if piece.label in PEOPLE for item in _people(text, piece, ruled)]
    fields = (*(field for field in FIELDS if field not in ("url", "doi", "issued")), "page")
    dated = _date(text, pieces, ruled, work.issued)
    return [*people, *_items(text, work, pieces, fields), *dated, *_links(text, ruled, work, pieces)]


def _with_rest(items: list[Item], ruled: Draft) -> list[Item]:
    """Add what only the rules look for."""
    have = {item.field for item in items}
    items = items + [item for item in ruled.items if item.field not in KNOWN and item.field not in have and not _is_read(item, items)]
    return _journal(_numbered([piece for item in items for piece in _settled(item)]))


def _is_read(item: Item, items: list[Item]) -> bool:
    """True for what the tagger read already, as a part of a field or in parts: the "54(2)" of a journal is no number of a report."""
    return _within(item, items) or (item.field == "number" and any(item.start <= part.start < item.end for part in items))


def _numbered(items: list[Item]) -> list[Item]:
    """Take the number alone behind a series for no page: "ECONtribute Policy Brief 026", "IMK Study 79"."""
    have = {item.field: str(item.value) for item in items}
    numbers = [field for field in (*NUMBERS, "number") if field in have]
    if not (NUMBERED_SERIES.search(have.get("container_title", "")) and numbers in (["volume"], ["page"]) and have[numbers[0]].isdigit()):
        return items
    return changed(items, numbers[0], field="number")


def _journal(items: list[Item]) -> list[Item]:
    """Take what has an issue and pages for a journal: "Title. Information, Communication & Society, 22(2), 266–285"."""
    have = {item.field for item in items}
    if not {"publisher", "issue", "page"} <= have or have & {"container_title", "publisher_place"}:
        return items
    return changed(items, "publisher", field="container_title")


def _items(text: str, work: Reference, pieces: list[Piece], fields: Iterable[str]) -> list[Item]:
    """Return the fields of a work where they are printed."""
    found = [item for field in fields if (value := getattr(work, field)) and (item := item_of(text, pieces, field, value))]
    return [item for item in found if item.field != "volume" or not NO_VOLUME.fullmatch(str(item.value))]


def _links(text: str, ruled: Draft, work: Reference, pieces: list[Piece]) -> list[Item]:
    """Return the addresses of the work, none where the rules found one."""
    return [] if any(item.field in ("url", "doi") for item in ruled.items) else _items(text, work, pieces, ("url", "doi"))


def _in_italics(context: Context, draft: Draft, field: str) -> bool:
    """True where a field is what the markup set in italics, with its volume or without: "*Environment International, 154*"."""
    starts = [item.start for item in draft.items if item.field == field]
    ends = [item.end for item in draft.items if item.field in (field, "volume")]
    return any(abs(a - c) < SLACK and abs(b - d) < SLACK for a in starts for b in ends for c, d in context.italics)


def _is_link(context: Context, draft: Draft) -> bool:
    """True where the title is a link, and not the whole entry is: "Jane Hall, [The Long Road](https://…), 2014"."""
    titles = [item for item in draft.items if item.field == "title" and " " in str(item.value)]
    return any(abs(item.start - start) < SLACK and abs(item.end - stop) < SLACK for item in titles for start, stop, _ in context.links)


def _people(text: str, piece: Piece, ruled: Draft) -> list[Item]:
    """The names of a piece, each where its family name is printed, or all where the piece is; as the rules have them, if those see more."""
    end = trimmed(text, piece)
    parted = [item for item in ruled.items if item.field == piece.label and item.start == piece.start and abs(item.end - end) <= SLACK]
    is_body = any(item.body for item in parted)
    if is_body or len(parted) > len(read_names(text[piece.start : piece.end])):
        return parted  # Cusimano, Michael, Yiorgos Mylonakis, Richard Rosenblum · McKinsey & Co.
    return [Item(piece.label, name, piece.start, end) for name in read_names(text[piece.start : piece.end])]


def _date(text: str, pieces: list[Piece], ruled: Draft, issued: str) -> list[Item]:
    """The date: as the rules read it where they have more of it, or that of a reprint, with the letter of "2010a"."""
    fuller = [item for item in ruled.items if item.field == "issued" and str(item.value).startswith(issued)]
    fuller = fuller or [item for item in ruled.items if item.field == "issued" and is_year(issued) and issued < str(item.value)]
    found = fuller or [item for item in [item_of(text, pieces, "issued", issued)] if item]
    letters = [item for item in ruled.items if item.field == "year_letter"]
    return [*found[:1], *letters[:1]]


def _settled(item: Item) -> list[Item]:
    """Take a place from behind a journal, "Lua Nova, São Paulo, n. 90", and leave out a month that was taken for a publisher."""
    if item.field == "publisher" and str(item.value).casefold().rstrip(".") in BETWEEN_DAY_AND_YEAR:
        return []
    name, comma, place = str(item.value).rpartition(", ") if item.field == "container_title" else ("", "", "")
    if not comma or not is_place(place):
        return [item]
    return [item._replace(value=name, end=item.start + len(name)), Item("publisher_place", place, item.end - len(place), item.end)]


def _within(item: Item, items: list[Item]) -> bool:
    """True for what the rules took from within a field of the tagger: the "number" of a title."""
    return any(other.start <= item.start and item.end <= other.end for other in items)
