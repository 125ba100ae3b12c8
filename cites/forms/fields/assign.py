"""The fields of a citation from those of its tail: what is printed in it, what its unnamed stretches are, and the page that is cited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cites import lazy_regex as regex
from cites.edtf import is_day, is_year
from cites.forms.fields.designations import name_numbers
from cites.forms.fields.occasions import at_lecture
from cites.forms.fields.pages import cited_within, first_and_cited, last_cited
from cites.forms.fields.papers import PAPER_KINDS, whole_series
from cites.forms.fields.stretches import PERIODICAL, Beside, name_stretches
from cites.forms.form import Context, Item, changed, field_of, has, replaced, value_of
from cites.grammar.genres import is_thesis
from cites.grammar.kinds import JOURNAL_WORD, MEETING_WORD, PROCEEDINGS_WORD, SERIES
from cites.grammar.names import split_people
from cites.grammar.printed import AnItem, Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body
from cites.knowledge import ISSUERS

PAPER_SERIES = regex.compile(r"\b(?:(?:Working|Discussion|Research|Policy|Staff)\s\p{Lu}\p{L}+s|Paper|Brief)$")  # not Tate Papers
PART = regex.compile(r"[IVX]{1,4}-[IVX]{1,4}")  # Summa Theologiae, I-II, q. 94
REMARK = regex.compile(r":\s\p{Ll}[\p{Ll}-]+(?:\s\p{Ll}[\p{Ll}-]*){3}")  # Executive Summary: total energy investment reaches …
NUMBER_LAST = regex.compile(r"(?P<name>.*\p{Ll}),?\s(?:(?:vol|no|nr|n°|Bd)\.?\s)?(?P<number>\d{1,4})", regex.IGNORECASE)
PROCEEDINGS = regex.compile(rf"(?:\S+\s){{0,3}}{PROCEEDINGS_WORD}(?:\s[\p{{Ll}}\d]|$)")  # IMC '12 Proceedings of the 2012; not Actes Sud
OF_MANY = regex.compile(rf"\b(?:{JOURNAL_WORD}|{PROCEEDINGS_WORD}|{MEETING_WORD})")
PODCAST = " podcast"
ADDRESS = frozenset({"url", "accessed"})
PASSED = frozenset({"aside", "translated"})
NOT_LONE = frozenset({"publisher_place", "genre", "event_title", "container_title", "number"})


class Assigned(NamedTuple):
    """The fields of a tail, the page cited, and the short name that it introduces."""

    items: list[Item]
    locator: str
    short_name: str


class Rest(NamedTuple):
    """What follows a head, and where that ends."""

    items: list[Item]
    locator: str
    short_name: str
    end: int


class Sorted(NamedTuple):
    """The items of a tail by what they are; `contained`: "in" announces what the work is part of."""

    fields: list[Item]
    texts: list[Printed]  # that nothing announces
    contained: bool
    locator: str
    short_name: str


def assign(items: Iterable[Printed], context: Context, *, titled: bool) -> Assigned:
    """Return the fields of a tail, the page cited (locator), and the short name that it introduces.

    titled: the head was a title in quotation marks, so that the first unnamed stretch is its container; after the title of
    a book it is a place or a publisher.
    """
    fields, texts, contained, locator, short_name = _sort(items, context)
    if not texts:
        fields = [_as_container(item, fields, context, titled=titled) for item in fields]
        fields = at_lecture(fields, context) if titled else fields
    if texts:
        fields = fields + name_stretches(texts, Beside(context, fields, frozenset(item.field for item in fields), titled, contained))
    fields = _of_book(fields, context) if contained else fields
    fields = _named_by_genre(whole_series(_as_series(fields, context, titled=titled)))
    is_numbered = any(item.field in PERIODICAL for item in fields)
    fields, locator = cited_within(fields, locator)
    if not locator and not (titled and is_numbered):
        locator = value_of(fields, "page")
    if not titled or any(item.field == "genre" and is_thesis(str(item.value)) for item in fields):
        fields = [item for item in fields if item.field != "page"]
    fields, locator = first_and_cited(fields, locator, context)
    fields, locator = last_cited(fields, locator)
    if not (titled or locator) and (issued := field_of(fields, "issued")):  # (Cambridge, MA: MIT Press, 2012), part 1, chap. 4
        parts = [item for item in fields if item.field == "note" and item.start > issued.start]
        fields, locator = [item for item in fields if item not in parts], ", ".join(str(part.value) for part in parts)
    return Assigned(_numbered_series(_proceedings(name_numbers(fields))), locator, short_name)


def read_rest(context: Context, at: int, end: int, *, titled: bool, listed: bool = False, unnamed: bool = True) -> Rest:
    """Return the fields of what follows a head that ended at `at`, and where the last of them ends, with the bracket that closes it.

    unnamed: what nothing announces counts too.
    """
    tail = context.tail(at, end, listed=listed)
    printed = [item for item in tail.items if unnamed or item.field != "text"]
    stop = max([at, *(item.end for item in printed)])
    return Rest(*assign(printed, context, titled=titled), stop + (stop < tail.end and context.folded[stop] in ")]>"))


def take_address(context: Context, items: list[Item], at: int, end: int) -> int:
    """Add the address that follows and the day on which it was seen, and return where they end."""
    start, tail = at, context.tail(at, end)
    for item in tail.items:
        if item.field in ADDRESS:
            items.append(item)
        elif item.field != "aside":
            break
        at = item.end
    else:
        at = max(at, tail.end)
    return at + (context.folded.startswith(")", at) and "(" in context.folded[start:at])  # https://… (accessed April 3, 2023)


def _of_book(fields: list[Item], context: Context) -> list[Item]:
    """Take what "in" leads to, with a year and a page and no number, for a book: "“Lynch Law,” in *The Red Record* (1895), 12"."""
    holder = field_of(fields, "container_title")
    is_bare = {item.field for item in fields} <= {"container_title", "issued", "page", "note"} and is_year(value_of(fields, "issued"))
    is_in = holder is not None and context.folded.startswith("in ", max(0, holder.start - 3))  # "in: Historia (1950), S. 3" may be either
    if not (holder and is_bare and is_in) or context.outlet(str(holder.value)) or OF_MANY.search(str(holder.value)):
        return fields
    return [*fields, Item("type", "chapter", holder.start, holder.start)]


def _proceedings(fields: list[Item]) -> list[Item]:
    """Take proceedings that stand where a publisher does for what holds the paper."""
    if has(fields, "container_title") or not has(fields, "publisher"):
        return fields
    named = next((item for item in fields if item.field == "publisher" and PROCEEDINGS.match(str(item.value))), None)
    return replaced(fields, named, named._replace(field="container_title")) if named else fields


def _numbered_series(fields: list[Item]) -> list[Item]:
    """Part "Qualitative Methods in the Health Sciences 162" into a series and its number."""
    series = field_of(fields, "collection_title")
    parts = NUMBER_LAST.fullmatch(str(series.value)) if series else None
    if series is None or parts is None or any(item.field in ("number", "collection_number") for item in fields):
        return fields
    number = Item("collection_number", parts["number"], series.start + parts.start("number"), series.end)
    named = series._replace(value=parts["name"], end=series.start + parts.end("name"))
    return [*replaced(fields, series, named), number]


def _named_by_genre(fields: list[Item]) -> list[Item]:
    """Part "ChinaTalk podcast" into a name and what it is, unless something else says that."""
    named = next((item for item in fields if item.field == "container_title" and str(item.value).endswith(PODCAST)), None)
    if named is None or has(fields, "genre"):
        return fields
    cut = named.end - len(PODCAST)
    name = named._replace(value=str(named.value)[: -len(PODCAST)], end=cut)
    return replaced(fields, named, name, Item("genre", PODCAST.strip(), cut + 1, named.end))


def _sort(items: Iterable[Printed], context: Context) -> Sorted:
    """Tell the items of a tail apart: what is a field, what nothing announces, what is said of the citation."""
    fields: list[Item] = []
    texts: list[Printed] = []
    contained = False
    short_name = locator = before = ""
    for item in items:
        if context.is_host(item.value, item.start) or item.field in PASSED:
            continue
        last, before = before, item.field
        match item.field:
            case "text" if not contained and _is_remark(item, fields, context):
                pass
            case "text" if fields and fields[-1].field == "publisher" and context.outlet(context.text[fields[-1].start : item.end]):
                fields[-1] = _up_to(context, fields[-1], item.end)  # Boston: Little | Brown
            case "text" if texts and item.start == texts[-1].end + 2 and _is_house(context, texts[-1], item.end):
                texts[-1] = _up_to(context, texts[-1], item.end)
            case "text" if not PART.fullmatch(item.value):
                texts.append(item)
            case "in":
                contained = True
            case "hereafter":
                short_name = item.value
            case "cited":
                locator = item.value
            case "author" | "editor" | "translator":
                fields.extend(Item(item.field, name, item.start, item.end) for name in split_people(item.value))
            case "quoted" if last == "section":
                pass  # "(London: Routledge, 2007), chapter 1: 'Descartes' Myth'"
            case "quoted" if texts and item.start == texts[-1].end + len(' "') and is_body(texts[-1].value):
                whole = texts[-1]  # Università degli Studi di Roma "La Sapienza"
                texts[-1] = whole._replace(value=f"{whole.value} “{item.value}”", end=item.end + 1)
            case "quoted":
                fields.append(item._replace(field="container_title"))
            case "section" | "text":
                fields.append(item._replace(field="note"))
            case _:
                fields.append(item)
    return Sorted(fields, texts, contained, locator, short_name)


def _up_to(context: Context, item: AnItem, end: int) -> AnItem:
    return item._replace(value=context.text[item.start : end], end=end)


def _is_house(context: Context, first: Printed, end: int) -> bool:
    """True for a publisher with a comma in its name: "Farrar, Straus and Giroux", "Little, Brown and Company"."""
    house = context.outlet(context.text[first.start : end])
    return house is not None and house.kind == "publisher" and not is_place(first.value)  # "Oxford, Clarendon Press"


def _is_remark(item: Printed, fields: list[Item], context: Context) -> bool:
    """True for what is said of a work behind its date or its part: "*Energy Plan* (May 2022): 300 billion to end dependence on fuels"."""
    if fields and fields[-1].field in ADDRESS and has(fields, "issued"):  # May 3, 2012, https://…, Performance Standard 5
        return context.outlet(item.value) is None
    return REMARK.search(item.value) is not None and not context.begins_italics(item.start)


def _as_series(fields: list[Item], context: Context, *, titled: bool) -> list[Item]:
    """Take a periodical that has a publisher and a number for a series: "CRS Reports 12 (Washington: …", "Discussion Paper No. 17955"."""
    have = {item.field for item in fields}
    name = value_of(fields, "container_title")
    if "volume" not in have and (PAPER_SERIES.search(name) or (name.endswith(" Report") and context.periodical(name) is None)):
        return changed(fields, "issue", field="number")
    if not have >= {"publisher", "container_title"} or not have & PERIODICAL:
        return fields
    series = "editor" not in have and any(item.field == "container_title" and SERIES.search(str(item.value)) for item in fields)
    if have >= PERIODICAL:
        return _slashed(fields) if series else fields
    if not series and not (titled and "issue" in have):
        return fields
    return [item._replace(field="number") if item.field in PERIODICAL else item for item in fields]


def _slashed(fields: list[Item]) -> list[Item]:
    """Put the number of a paper together that seemed a volume and an issue: "EUI Working Paper 84/121"."""
    volume, issue = (next(item for item in fields if item.field == name) for name in ("volume", "issue"))
    if issue.start != volume.end + 1:
        return fields
    number = Item("number", f"{volume.value}/{issue.value}", volume.start, issue.end)
    return replaced(replaced(fields, volume, number), issue)


def _as_container(item: Item, found: list[Item], context: Context, *, titled: bool) -> Item:
    """Take a blog or a newspaper in parentheses for what it is: "(Naked Law, 1 May 2009)"; a body with a day publishes.

    Behind a title without quotation marks it is a known paper: "(Wall Street Journal, 2017)".
    """
    if item.field != "publisher" or any(other.field in NOT_LONE for other in found):
        return item
    dated = any(other.field == "issued" and is_day(str(other.value)) for other in found)
    outlet = context.outlet(str(item.value))
    if not titled:
        return item._replace(field="container_title") if outlet and outlet.kind in PAPER_KINDS and has(found, "issued") else item
    if dated and (outlet.kind not in ISSUERS if outlet else not is_body(str(item.value))):
        return item._replace(field="container_title")
    return item
