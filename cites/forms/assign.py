"""What the unnamed stretches of a tail are: container, publisher or place, by their order and by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from cites import lazy_regex as regex
from cites.forms.designations import name_numbers
from cites.forms.form import Context, Item, has
from cites.forms.pages import cited_within
from cites.forms.papers import ISSUERS, NUMBERED_SERIES, PAPERS, SERIES, part_series
from cites.forms.series import is_house, series_behind
from cites.grammar.genres import SERIES_NAME, is_thesis
from cites.grammar.imprint import PAPER, PLACE_PUBLISHER, is_place
from cites.grammar.imprint import Item as Printed
from cites.grammar.names import split_people
from cites.grammar.sources import is_body
from cites.knowledge import load

GENRES = load().genres
SPOKEN = frozenset({"speech", "interview", "hearing"})
INITIALS = regex.compile(r"\p{Lu}{4,8}")
SPELT = regex.compile(r"(?!final)\p{Ll}{3}")
FIRST_AND_CITED = regex.compile(r"(?P<page>\p{Lu}?\d+),\s?(?P<cited>\p{Lu}?\d[\d–-]*)")
NUMBERED = regex.compile(r"(?P<name>\p{Lu}[^,\d]{2,40})\s(?P<issue>\d{1,3})/(?P<issued>(?:19|20)\d\d)")
PERIODICAL = frozenset({"volume", "issue"})
PEOPLE = frozenset({"editor", "translator"})


def assign(items: Iterable[Printed], context: Context, *, titled: bool) -> tuple[list[Item], str, str]:
    """Return the fields of a tail, the page cited (locator), and the short name that it introduces.

    titled: the head was a title in quotation marks, so that the first unnamed stretch is its container; after the title of
    a book it is a place or a publisher.
    """
    found: list[Item] = []
    texts: list[Printed] = []
    contained = False
    short_name = locator = ""
    before = ""
    for item in items:
        if context.is_host(item.value, item.start):
            continue
        last, before = before, item.field
        if item.field == "text":
            texts.append(item)
        elif item.field in ("aside", "translated"):
            continue
        elif item.field == "in":
            contained = True
        elif item.field == "hereafter":
            short_name = item.value
        elif item.field in PEOPLE:
            found.extend(Item(item.field, name, item.start, item.end) for name in split_people(item.value))
        elif item.field == "cited":
            locator = item.value
        elif item.field == "quoted" and last == "section":
            continue  # "(London: Routledge, 2009), chapter 1: 'Descartes' Myth'"
        elif item.field == "quoted" and texts and item.start == texts[-1].end + len(' "') and is_body(texts[-1].value):
            whole = texts[-1]  # Università degli Studi di Roma "La Sapienza"
            texts[-1] = whole._replace(value=f"{whole.value} “{item.value}”", end=item.end + 1)
        elif item.field == "quoted":
            found.append(Item("container_title", item.value, item.start, item.end))
        elif item.field == "section":
            found.append(Item("note", item.value, item.start, item.end))
        else:
            found.append(Item(*item))
    found = [_contained(item, found, context, titled=titled) for item in found] if not texts else found
    found = _spoken(found, context) if titled and not texts else found
    have = {item.field for item in found}
    found.extend(_texts(texts, context, found, have, titled=titled, contained=contained))
    have = {item.field for item in found}
    if "publisher" in have and "container_title" in have and len(have & PERIODICAL) == 1:
        series = any(item.field == "container_title" and SERIES.search(str(item.value)) for item in found)
        if series or (titled and "issue" in have):  # a series with a publisher
            found = [item._replace(field="number") if item.field in PERIODICAL else item for item in found]
            have -= PERIODICAL
    found, locator = cited_within(found, locator)
    if not locator and not (titled and have & PERIODICAL):
        locator = next((str(item.value) for item in found if item.field == "page"), "")
    if not titled:
        found = [item for item in found if item.field != "page"]
    found, locator = _first_and_cited(found, locator, context)
    pages = [item for item in found if item.field == "page"]
    if len(pages) > 1:  # "(2010), 34-56 (p. 40)"
        locator = str(pages[-1].value)
        found.remove(pages[-1])
    return name_numbers(found), locator, short_name


def _first_and_cited(found: list[Item], locator: str, context: Context) -> tuple[list[Item], str]:
    """Part "at 28, 34", of a magazine, into the page on which the piece begins and the one cited."""
    pages = next((item for item in found if item.field == "page"), None)
    parts = FIRST_AND_CITED.fullmatch(str(pages.value)) if pages else None
    if pages is None or parts is None or not context.folded.startswith(" at ", pages.start - 4):
        return found, locator
    return [pages._replace(value=parts["page"]) if item is pages else item for item in found], parts["cited"]


def _contained(item: Item, found: list[Item], context: Context, *, titled: bool) -> Item:
    """Take a blog or a newspaper in parentheses for what it is: "(Naked Law, 1 May 2009)"; a body with a day publishes.

    Behind a title without quotation marks it is a known paper: "(Wall Street Journal, 2019)".
    """
    if item.field != "publisher" or any(other.field in NOT_LONE for other in found):
        return item
    dated = any(other.field == "issued" and len(str(other.value)) == 10 for other in found)
    outlet = context.outlet(str(item.value))
    if not titled:
        return item._replace(field="container_title") if outlet and outlet.kind in PAPERS and has(found, "issued") else item
    if dated and (outlet.kind not in ISSUERS if outlet else not is_body(str(item.value))):
        return item._replace(field="container_title")
    return item


NOT_LONE = frozenset({"publisher_place", "genre", "event_title", "container_title", "number"})
NOT_SPOKEN = frozenset({"genre", "number", "volume", "issue", "page", "event_title"})
HOLDER = regex.compile(  # where a newspaper was read: "The Argonaut, May 25, 1954, University of Idaho Library Digital Collection"
    r"\b(?:Library|Archives?|Database|Digital|Special|Newspaper)\s(?:\p{Lu}\p{L}+\s){0,4}(?:Collections?|Library|Archives?)$"
)
LECTURE = regex.compile(r"\b(?:Memorial|Annual|Public|Inaugural|Distinguished)\b.*\bLecture$")
EVENT = regex.compile(r"\b(?:Lectures?|Conference|Seminar|Workshop|Symposium|Congress|Colloquium)\b")


def _spoken(found: list[Item], context: Context) -> list[Item]:
    """Take "(ALBA/Bar Council, London, 29 May 2011)" and "(Worcester Lecture, 21 February 2019)" for where a lecture was given."""
    by_field = {item.field: item for item in found}
    host = by_field.get("publisher") or by_field.get("container_title")
    day = by_field.get("issued")
    if host is None or day is None or len(str(day.value)) < 7 or by_field.keys() & NOT_SPOKEN:
        return found
    place = by_field.get("publisher_place")
    after = place is not None and place.start > host.start and day.start > place.start and host.field == "publisher"
    if not EVENT.search(str(host.value)) and (not after or context.outlet(str(host.value)) is not None):
        return found
    name, comma, rest = str(host.value).rpartition(", ")
    event = [host._replace(field="event_title")]
    if place is None and comma and not EVENT.search(rest):
        event = [
            host._replace(field="event_title", value=name, end=host.start + len(name)),
            host._replace(field="event_place", value=rest, start=host.end - len(rest)),
        ]
    if place is not None:
        event.append(place._replace(field="event_place"))
    return [*(item for item in found if item not in (host, place)), *event]


def _texts(texts: list[Printed], context: Context, printed: list[Item], have: set[str], *, titled: bool, contained: bool) -> list[Item]:
    fields = {item.field for item in printed}
    texts, found = _imprints(texts, titled=titled or contained)
    if found:
        have = have | {"publisher", "publisher_place"}
    if not texts:
        return found
    if series := next((item for item in texts if NUMBERED_SERIES.fullmatch(item.value)), None):  # Migration and Development Brief 37
        match = NUMBERED_SERIES.fullmatch(series.value)
        assert match is not None
        cut = series.start + match.end("name")
        texts = [item._replace(value=match["name"], end=cut) if item is series else item for item in texts]
        whole, number = "container_title", "number"
        if not titled and is_house(printed, context):
            whole, number = "collection_title", "collection_number"
        found.append(Item(number, match["number"], series.start + match.start("number"), series.end))
        if not titled:
            found.append(Item(whole, match["name"], series.start, cut))
            texts = [item for item in texts if item.start != series.start]
        if not texts:
            return found
    numbers = [item for item in texts if PAPER.fullmatch(item.value) and not SPELT.search(item.value)]  # FCC 16-81; not France 24
    if numbers and "number" not in have and len(texts) + len(have & {"publisher_place", "issued"}) > 1:
        found.append(Item("number", numbers[0].value, numbers[0].start, numbers[0].end))
        texts = [item for item in texts if item is not numbers[0]]
        if not texts:
            return found
    if not contained and "publisher" not in have and any(is_thesis(str(item.value)) for item in printed if item.field == "genre"):
        return found + _after_book(texts)  # the university
    texts = texts if "publisher" in have else part_series(texts, context)
    if contained and len(texts) > 2:
        texts = _joined(texts, context)
    texts, numbered = _numbered(texts)
    found += [item for item in numbered if item.field not in fields]
    first, rest = texts[0], texts[1:]
    genre = next((True for f in fields if f == "genre"), False)
    if not titled and not contained:
        return found + (series_behind(texts, printed) or _after_book(texts))
    if any(GENRES.get(str(item.value).casefold()) in SPOKEN for item in printed if item.field == "genre") and not contained:
        if len(texts) == 2 and is_place(rest[0].value) and " " not in first.value and not is_place(first.value):
            whole = f"{first.value}, {rest[0].value}"  # "speech, Rovaniemi, Finland"
            return [*found, Item("event_place", whole, first.start, rest[0].end)]
        return found + [
            Item("event_place" if index == len(texts) - 1 else "event_title", item.value, item.start, item.end)
            for index, item in enumerate(texts[:2])
        ]
    if not contained and is_place(first.value) and not context.outlet(first.value):  # “Remarks by President Biden,” Warsaw, 26 March 2022
        found.append(Item("publisher_place", first.value, first.start, first.end))
        if not rest:
            return found
        first, rest = rest[0], rest[1:]
    # “The Mediator's Knaves,” Fritz Riess Memorial Lecture, Geneva
    if not contained and LECTURE.search(first.value) and not fields & PERIODICAL:
        found.append(Item("event_title", first.value, first.start, first.end))
        return found + [Item("event_place" if is_place(item.value) else "publisher", item.value, item.start, item.end) for item in rest]
    outlet = context.outlet(first.value)
    online = "url" in fields and not fields >= {"genre", "number"}
    issuing = (outlet.kind in ISSUERS if outlet else _is_issuer(first.value, printed)) and not fields & PERIODICAL and not online
    if outlet and outlet.kind in ISSUERS and rest and SERIES.search(rest[0].value) and not contained:
        issuing = True
    if contained or not issuing or "publisher" in have:
        found.append(Item("container_title", first.value, first.start, first.end))
        if contained and len(rest) == 2 and not any(is_place(item.value) for item in rest) and " " not in rest[0].value:
            rest = [rest[1], rest[0]]  # "in La politica dei giovani, Manduria, Lacaita, 1987": the place stands first
            found.append(Item("publisher_place", rest[1].value, rest[1].start, rest[1].end))
            rest = rest[:1]
        for item in rest:
            found.append(_place_or(item, "publisher" if "publisher" not in have else "publisher_place"))
        return found
    if rest and SERIES.search(rest[0].value):
        found.append(Item("container_title", rest[0].value, rest[0].start, rest[0].end))
        rest = rest[1:]
    found.append(Item("publisher" if issuing or genre else "container_title", first.value, first.start, first.end))
    found.extend(_place_or(item, "container_title") for item in rest[:1])
    return found


def _is_issuer(name: str, printed: list[Item]) -> bool:
    """True for a body, and for initials with a year and no more: "GESAMP, 2015"."""
    rest = [item for item in printed if item.field != "page"]
    return is_body(name) or bool(INITIALS.fullmatch(name) and len(rest) == 1 and rest[0].field == "issued" and len(str(rest[0].value)) == 4)


def _joined(texts: list[Printed], context: Context) -> list[Printed]:
    """Put a container with commas together: "Postsocialism: Ideals, Ideologies and Practices in Eurasia, Routledge, London" are three."""
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
    if last < 2 or not together:
        return texts
    name = ", ".join(item.value for item in texts[:last])
    return [texts[0]._replace(value=name, end=texts[last - 1].end), *texts[last:]]


def _numbered(texts: list[Printed]) -> tuple[list[Printed], list[Item]]:
    """Part "Der Spiegel 21/2019": a periodical, its number, and the year."""
    match = NUMBERED.fullmatch(texts[0].value)
    if match is None:
        return texts, []
    first = texts[0]
    found = [Item(field, match[field], first.start + match.start(field), first.start + match.end(field)) for field in ("issue", "issued")]
    return [first._replace(value=match["name"], end=first.start + match.end("name")), *texts[1:]], found


def _imprints(texts: list[Printed], *, titled: bool) -> tuple[list[Printed], list[Item]]:
    """Take "Moskva: Nauka" out, a place and a publisher without parentheses."""
    kept: list[Printed] = []
    found: list[Item] = []
    for item in texts:
        match = PLACE_PUBLISHER.fullmatch(item.value)
        if match and (is_place(match["place"]) or (not titled and _may_be_place(match["place"]))):
            found.append(Item("publisher_place", match["place"], item.start, item.start + match.end("place")))
            found.append(Item("publisher", match["publisher"], item.start + match.start("publisher"), item.end))
        else:
            kept.append(item)
    return kept, found


def _may_be_place(name: str) -> bool:
    """True for what stands where the place of a book does, and has no word of a body or a series: "Rio Pomba: IF Sudeste"."""
    return name.count(" ") < 3 and not (is_body(name) or SERIES.search(name))


def _after_book(texts: list[Printed]) -> list[Item]:
    found: list[Item] = []
    for item in texts:
        field = "publisher_place" if is_place(item.value) else "container_title" if SERIES_NAME.search(item.value) else "publisher"
        if not any(have.field == field for have in found):
            found.append(Item(field, item.value, item.start, item.end))
    return found


def _place_or(item: Printed, field: str) -> Item:
    if field == "publisher" and HOLDER.search(item.value):
        field = "archive"
    return Item("publisher_place" if is_place(item.value) else field, item.value, item.start, item.end)
