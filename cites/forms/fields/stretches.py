"""What the unnamed stretches of a tail are: container, publisher or place, by their order and by what stands beside them.

First comes out what a stretch tells by itself (a place and a publisher, a numbered series, a paper's number), then the order of the rest
tells: behind a title in quotation marks a container is first, behind that of a book a place or a publisher.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from cites import lazy_regex as regex
from cites.edtf import has_day, is_year
from cites.forms.fields.imprints import is_house, name_imprint, series_behind, take_imprints
from cites.forms.fields.occasions import is_spoken, occasion_of_lecture, occasion_of_speech
from cites.forms.fields.papers import NUMBERED_SERIES, part_series
from cites.forms.form import Context, Item, replaced
from cites.grammar.genres import RELEASES, is_thesis
from cites.grammar.imprint_fields import PAPER
from cites.grammar.kinds import BLOG, BOOK_SERIES, SERIES
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import is_body
from cites.grammar.urls import is_site
from cites.knowledge import ISSUERS, load

INITIALS = regex.compile(r"\p{Lu}{4,8}")
SPELT = regex.compile(r"(?!final)\p{Ll}{3}")
NUMBERED_ISSUE = regex.compile(  # Der Spiegel 21/2019 · Osteuropa, 1–2/2020
    r"(?P<name>\p{Lu}[^,\d]{2,40}),?\s(?:(?P<issue>\d{1,3}(?:[-–]\d{1,3})?)/(?P<issued>(?:19|20)\d\d)"
    r"|(?P<issued>(?:19|20)\d\d)/(?P<issue>\d{1,2}))"  # Tijdschrift voor Omgevingsrecht 2019/3
)
HOLDER = regex.compile(  # where a newspaper was read: "The Argonaut, May 24, 1953, University of Idaho Library Digital Collection"
    r"\b(?:Library|Archives?|Database|Digital|Special|Newspaper)\s(?:\p{Lu}\p{L}+\s){0,4}(?:Collections?|Library|Archives?)$"
)
PIECES = frozenset(load()["headlined"])  # what an article is called
PERIODICAL = frozenset({"volume", "issue"})
RELEASE = regex.compile(
    rf"(?P<body>\p{{Lu}}[^,;]{{1,60}}?)\s(?P<genre>{RELEASES})"
    r"(?:\s(?:[Nn]o\.?\s)?(?P<number>(?=[^,]*\d)[^,]{1,20}))?",
    regex.IGNORECASE,
)
OF_PERIODICAL = PERIODICAL | {"page", "number", "publisher"}
YEAR_FIRST = regex.compile(r"(?:(?P<volume>\d{1,3})\s)?(?P<name>\p{Lu}[^\d,:]{5,90})\s(?P<page>\d{1,4})")
IMPRINT = frozenset({"publisher", "publisher_place"})


@dataclass(frozen=True, slots=True)
class Beside:
    """What the stretches follow, and what stands beside them."""

    context: Context
    printed: list[Item]  # the fields that something tells
    fields: frozenset[str]  # which these are
    titled: bool  # the head was a title in quotation marks
    contained: bool  # "in" stands before them


Taken = tuple[list[Printed], list[Item]]  # the stretches that are left, and what was taken out


def name_stretches(texts: list[Printed], beside: Beside) -> list[Item]:
    """Return the stretches of a tail as fields."""
    held = int(beside.contained and beside.context.folded.endswith(" in ", 0, texts[0].start))  # in China and Angola: A Marriage
    kept, found = take_imprints(texts[held:], titled=beside.titled or beside.contained)
    texts = [*texts[:held], *kept]
    for take in TAKEN_OUT:
        texts, taken = take(texts, beside) if texts else (texts, [])
        found += taken
    if not texts:
        return found
    if not beside.contained and "publisher" not in beside.fields and _is_thesis(beside.printed):
        return found + name_imprint(texts, _before_year(texts, beside))  # the university
    if not beside.contained and texts and _is_thesis(beside.printed):
        return [*found, _as("archive", texts[0])]  # [Doctoral dissertation, University of Oslo]. ProQuest
    texts = texts if "publisher" in beside.fields else part_series(texts, beside.context)
    texts = _joined(texts, beside.context) if beside.contained and len(texts) > 2 else texts
    texts, numbered = _numbered(texts)
    found += [item for item in numbered if item.field not in beside.fields]
    volume = next((item.end for item in beside.printed if item.field == "volume"), 0)
    if len(texts) > 2 and is_place(texts[1].value) and volume + 2 == texts[0].start:
        texts = texts[1:]  # of the volume: Mussolini il fascista, vol. I, La conquista del potere, Torino, Einaudi, 1966
    if not beside.titled and not beside.contained:
        return found + (series_behind(texts, beside.printed) or name_imprint(texts, _before_year(texts, beside)))
    if is_spoken(beside.printed) and not beside.contained:
        return found + occasion_of_speech(texts)
    return found + _behind_title(texts, beside)


def _numbered_series(texts: list[Printed], beside: Beside) -> Taken:
    """Take the number out of "Migration and Development Brief 36", and behind the title of a book the name too."""
    series, match = next(((item, match) for item in texts if (match := NUMBERED_SERIES.fullmatch(item.value))), (None, None))
    if series is None or match is None:
        return texts, []
    of_books = BOOK_SERIES.search(match["name"]) is not None and beside.fields >= IMPRINT
    of_house = not beside.titled and (of_books or is_house(beside.printed, beside.context))
    number = Item("collection_number" if of_house else "number", match["number"], series.start + match.start("number"), series.end)
    cut = series.start + match.end("name")
    if beside.titled:
        return replaced(texts, series, series._replace(value=match["name"], end=cut)), [number]
    whole = Item("collection_title" if of_house else "container_title", match["name"], series.start, cut)
    return [item for item in texts if item is not series], [number, whole]


def _numbers(texts: list[Printed], beside: Beside) -> Taken:
    """Take out the number of a paper, "FCC 16-81"; not "France 24", nor what stands alone."""
    number = next((item for item in texts if PAPER.fullmatch(item.value) and not SPELT.search(item.value)), None)
    if number is None or "number" in beside.fields or len(texts) + len(beside.fields & {"publisher_place", "issued"}) < 2:
        return texts, []
    return [item for item in texts if item is not number], [Item("number", number.value, number.start, number.end)]


def _cut(item: Printed, match: regex.Match[str], **fields: str) -> list[Item]:
    """Return the groups of a match of a stretch as the fields that they are."""
    return [
        Item(field, match[group], item.start + match.start(group), item.start + match.end(group))
        for group, field in fields.items()
        if match[group]
    ]


def _of_year(texts: list[Printed], beside: Beside) -> Taken:
    """Part a journal between its year and its page: "(2022) 14 Diritti umani e diritto internazionale 102"."""
    first = texts[0]
    match = YEAR_FIRST.fullmatch(first.value) if beside.titled and not beside.contained and not beside.fields & OF_PERIODICAL else None
    dated = beside.context.folded[first.start - 2 : first.start] in (") ", "] ")
    if match is None or not (dated and "issued" in beside.fields) or beside.context.outlet(first.value):
        return texts, []
    return texts[1:], _cut(first, match, volume="volume", name="container_title", page="page")


def _released(texts: list[Printed], beside: Beside) -> Taken:
    """Part "IAEA Press Release PR 2002/13": the body, what it gave out, the number."""
    first = texts[0]
    match = RELEASE.fullmatch(first.value) if beside.titled and not beside.contained else None
    if match is None or beside.fields & {"genre", "number"}:
        return texts, []
    return texts[1:], _cut(first, match, body="container_title", genre="genre", number="number")


TAKEN_OUT: tuple[Callable[[list[Printed], Beside], Taken], ...] = (
    _of_year, _released, _numbered_series, _numbers,
)  # fmt: skip


def _is_thesis(printed: list[Item]) -> bool:
    return any(is_thesis(str(item.value)) for item in printed if item.field == "genre")


def _joined(texts: list[Printed], context: Context) -> list[Printed]:
    """Put a container with commas together: "Postcolonialism: Ideals, Customs and Practices in Oceania, Routledge, London" are three."""
    last = len(texts)
    if is_place(texts[-1].value):
        last -= 1 + (last > 2)
    elif is_place(texts[-2].value):
        last -= 2
    elif context.outlet(texts[-1].value):
        last -= 1
    else:
        return texts
    together = all(before.end + 2 == after.start for before, after in pairwise(texts[:last]))
    if not together:
        return texts
    name = ", ".join(item.value for item in texts[:last])
    return [texts[0]._replace(value=name, end=texts[last - 1].end), *texts[last:]]


def _numbered(texts: list[Printed]) -> tuple[list[Printed], list[Item]]:
    """Part "Der Spiegel 21/2019": a periodical, its number, and the year."""
    match = NUMBERED_ISSUE.fullmatch(texts[0].value)
    if match is None:
        return texts, []
    first = texts[0]
    found = [Item(field, match[field], first.start + match.start(field), first.start + match.end(field)) for field in ("issue", "issued")]
    return [first._replace(value=match["name"], end=first.start + match.end("name")), *texts[1:]], found


def _behind_title(texts: list[Printed], beside: Beside) -> list[Item]:
    """Name what follows a title in quotation marks, or "in"."""
    found: list[Item] = []
    is_numbered = bool(beside.fields & PERIODICAL)
    if _is_where(texts, beside):
        place, *texts = texts
        found.append(_as("event_place" if beside.contained else "publisher_place", place))
        if not texts:
            return found
    if not beside.contained and not is_numbered and (lecture := occasion_of_lecture(texts, beside.printed)):
        return found + lecture
    if beside.contained or "publisher" in beside.fields or not _issues(texts, beside):
        return found + _container(texts, beside)
    publisher, *rest = texts
    if rest and SERIES.search(rest[0].value):
        found.append(_as("container_title", rest[0]))
        rest = rest[1:]
    return [*found, _as("publisher", publisher), *(_place_or(item, "container_title") for item in rest[:1])]


def _is_where(texts: list[Printed], beside: Beside) -> bool:
    """True for the place of "“Remarks by President Biden,” Warsaw, 26 March 2022", "Malta, 3 December 1989, in *Masterpieces*"."""
    first = texts[0]
    if not is_place(first.value) or beside.context.outlet(first.value):
        return False
    next_start = texts[1].start if len(texts) > 1 else 0
    between = [item for item in beside.printed if not next_start or item.end < next_start - 1]
    if beside.contained:
        return bool(next_start) and any(item.field == "issued" and first.end < item.start for item in between)
    return not any(item.field in PERIODICAL for item in between)  # of *Africa* 78, no. 4; "Paris, 19 November 1990, 2441 UNTS 285"


def _issues(texts: list[Printed], beside: Beside) -> bool:
    """True where the first stretch is who gave the work out: a body, before its series or with no address that would make it a site."""
    first, *rest = texts
    outlet = beside.context.outlet(first.value)
    if outlet and outlet.kind in ISSUERS and rest and SERIES.search(rest[0].value):
        return True
    visited = "accessed" in beside.fields and not (outlet and outlet.kind == "publisher")
    is_firm = outlet is not None and outlet.kind == "company"  # [Export Controls Are Tightened](https://…), DLA Piper
    linked = is_firm and any(stop + len(", ") == first.start for _, stop, _ in beside.context.links)
    online = ("url" in beside.fields or linked or visited) and not beside.fields >= {"genre", "number"}
    if is_site(first.value) or BLOG.search(first.value) or beside.context.folded.startswith("] ", first.start - 2):
        return False  # Mid.ru · IFPRI Blog · [2003] EHRLR 377
    on_day = any(item.field == "issued" and has_day(str(item.value)) for item in beside.printed)
    issues = outlet.kind in ISSUERS and not (is_firm and on_day) if outlet else _is_issuer(first.value, beside.printed)
    return issues and not beside.fields & PERIODICAL and not online


def _container(texts: list[Printed], beside: Beside) -> list[Item]:
    """Take the first stretch for the container, and those behind it for who published that and where."""
    first, *rest = texts
    found = [_place_or(first, "container_title") if "container_title" in beside.fields else _as("container_title", first)]
    number = min((item.start for item in beside.printed if item.field in PERIODICAL), default=0)
    if beside.context.begins_italics(first.start):  # *Poetics*, Topic Models and the Cultural Sciences, 42, no. 6: a part of the journal
        rest = [item for item in rest if item.start > number or is_place(item.value)]
    if beside.contained and rest and not any(is_place(item.value) for item in rest) and (series := series_behind(rest, beside.printed)):
        return found + series  # in *Collected Stories*, trans. Tim Parks, Array (New York: Pantheon, 1995)
    return [*found, *(_place_or(item, "publisher" if "publisher" not in beside.fields else "publisher_place") for item in rest)]


def _is_issuer(name: str, printed: list[Item]) -> bool:
    """True for a body, and for initials with a year and no more: "GESAMP, 2015"."""
    rest = [item for item in printed if item.field != "page"]
    return is_body(name) or bool(INITIALS.fullmatch(name) and len(rest) == 1 and rest[0].field == "issued" and is_year(str(rest[0].value)))


def _before_year(texts: list[Printed], beside: Beside) -> Printed | None:
    """Return one word that no comma parts from its year, a place that is not known: "Hans Kern, Häfen der Ostsee, Solna 2018"."""
    item = texts[-1]
    is_name = item.value.replace("-", "").isalpha() and not item.value.isupper()
    if not is_name or "publisher_place" in beside.fields or beside.context.outlet(item.value):
        return None
    return item if any(year.field == "issued" and year.start == item.end + 1 for year in beside.printed) else None


def _place_or(item: Printed, field: str) -> Item:
    """Take a stretch for a place where it is one, else for the field; a library where a publisher would stand keeps the work."""
    if field == "publisher" and HOLDER.search(item.value):
        field = "archive"
    if field == "publisher" and item.value.casefold() in PIECES:  # “Sanctioning Russia's Ally,” CSIS, Commentary, March 4, 2023
        field = "genre"
    return _as("publisher_place" if is_place(item.value) else field, item)


def _as(field: str, item: Printed) -> Item:
    return Item(field, item.value, item.start, item.end)
