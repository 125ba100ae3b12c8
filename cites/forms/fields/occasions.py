"""Where something was said or shown, among the fields of a tail: "Worcester Lecture, 21 February 2019", "speech, Rovaniemi, Finland"."""

from __future__ import annotations

from collections.abc import Iterable

from cites import lazy_regex as regex
from cites.edtf import has_day, has_month
from cites.forms.form import Context, Item, value_of
from cites.grammar.kinds import MEETING_WORD
from cites.grammar.lexicon import in_names
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.knowledge import load

GENRE_TYPES = load().genres
SPOKEN_TYPES = frozenset({"speech", "interview", "hearing"})
NOT_SPOKEN = frozenset({"genre", "number", "volume", "issue", "page", "event_title"})
LECTURE = regex.compile(rf"\b{in_names('meetings.named')}.*\b{in_names('meetings.lectures')}$")
MEETING = regex.compile(  # Bitfin Conference
    rf"^(?!.*\b{in_names('proceedings', 'series_words.papers', 'journal_words')}).*\b{MEETING_WORD}$"
)
VENUE = regex.compile(rf"\b{in_names('meetings.venues')}")


def is_spoken(printed: Iterable[Item]) -> bool:
    """True where one of the fields calls the work a speech or an interview."""
    return any(GENRE_TYPES.get(str(item.value).casefold()) in SPOKEN_TYPES for item in printed if item.field == "genre")


def at_lecture(found: list[Item], context: Context) -> list[Item]:
    """Take "(ALBA/Bar Council, London, 27 May 2012)" and "(Worcester Lecture, 21 February 2019)" for where a lecture was given."""
    by_field = {item.field: item for item in found}
    host = by_field.get("publisher") or by_field.get("container_title")
    day = by_field.get("issued")
    if host is None or day is None or not has_month(str(day.value)) or by_field.keys() & NOT_SPOKEN:
        return found
    place = by_field.get("publisher_place")
    after = place is not None and place.start > host.start and day.start > place.start and host.field == "publisher"
    if not after or context.outlet(str(host.value)) is not None:
        return found
    event = [host._replace(field="event_title"), *([place._replace(field="event_place")] if place else [])]
    return [*(item for item in found if item not in (host, place)), *event]


def where_said(author: list[Item], title: str, found: list[Item], context: Context) -> list[Item]:
    """Take a house with its place and the day for where somebody spoke, where it is no paper, and the house or the title tells:

    "Tony Blair, “Doctrine of the Regional Community,” Economic Club, Chicago, April 24, 1999".
    """
    by_field = {item.field: item for item in found}
    host, place = by_field.get("container_title") or by_field.get("publisher"), by_field.get("publisher_place")
    is_person = any(item.person for item in author)
    if host is None or place is None or not (is_person and 0 < place.start - host.end <= len(", ")) or by_field.keys() & NOT_SPOKEN:
        return found
    is_told = VENUE.search(str(host.value)) or any(GENRE_TYPES.get(word) == "speech" for word in title.casefold().split())
    if not (is_told and has_day(value_of(found, "issued"))) or context.periodical(str(host.value)) is not None:
        return found
    event = [host._replace(field="event_title"), place._replace(field="event_place")]
    return [*(item for item in found if item not in (host, place)), *event]


def occasion_of_speech(texts: list[Printed]) -> list[Item]:
    """Read what stands behind "remarks" or "interview": the occasion and the place, "Rovaniemi, Finland" as one."""
    return [
        Item("event_place" if index == len(texts) - 1 else "event_title", item.value, item.start, item.end)
        for index, item in enumerate(texts[:2])
    ]


def occasion_of_lecture(texts: list[Printed], printed: Iterable[Item]) -> list[Item]:
    """Read "“The Arbiter's Jokers,” Fritz Riehl Memorial Lecture, Geneva": the lecture, where it was, and whose it is; none elsewhere."""
    first, *rest = texts
    met = any(item.field == "issued" and has_month(str(item.value)) for item in printed) and MEETING.match(first.value)
    if not met and not LECTURE.search(first.value):
        return []
    others = [Item("event_place" if is_place(item.value) else "publisher", item.value, item.start, item.end) for item in rest]
    return [Item("event_title", first.value, first.start, first.end), *others]
