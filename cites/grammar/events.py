"""Where something was said: "remarks given at the conference “X” for the Y, Washington, DC"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.genres import match_genre
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place, lies_in_land
from cites.grammar.separators import skip
from cites.grammar.titles import Quoted, quotes_in

AT = compile_words(
    rf"(?:{one_of('occasions.held')})?\s*(?:{one_of('occasions.at', 'occasions.behind_held')})\s+(?:(?:{one_of('articles')})\s+)?"
    r"(?P<event>.+)"
)
OCCASION = compile_words(  # "presented at the 2019 Annual Convention", "tenuta al Convegno"
    rf"\s(?:(?:{one_of('occasions.held')})\s)?(?:{one_of('occasions.at')})\s\S|\s(?:{one_of('occasions.held')})\s"
    rf"(?:{one_of('occasions.behind_held')})\s\S"
)
YEARLY = regex.compile(  # "iConference 2016, Wuhan, China", before its year
    r"(?P<event_title>\p{L}[^,;:()“”\d]{3,80}\s(?:19|20)\d\d),\s(?P<event_place>\p{Lu}[^,;:()\d]{2,40}(?:,\s\p{Lu}[^,;:()\d]{1,30})?)"
)
FOR = regex.compile(r"\s*,?\s*(?:for|organized by|organised by|hosted by|sponsored by|at)\s+(?:the\s+)?", regex.IGNORECASE)


def read_event(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Return what was said, its occasion, who held that and where; nothing where no word or year tells of an occasion."""
    genre = match_genre(folded, start, end)
    at = AT.match(folded, skip(folded, genre.end(), end) if genre else start, end)
    if at is None or genre is None:
        yearly = None if genre else YEARLY.fullmatch(folded, start, end)
        is_there = yearly is not None and (is_place(yearly["event_place"]) or lies_in_land(yearly["event_place"]))
        return Printed.each(text, yearly, "event_title", "event_place") if yearly and is_there else []
    begin = at.start("event")
    titles = quotes_in(folded, begin, end)
    said = _titled(folded, text, titles[0], end) if titles else _untitled(folded, text, begin, end)
    return [Printed.cut("genre", text, genre.span()), *said]


def _titled(folded: str, text: str, title: Quoted, end: int) -> list[Printed]:
    """Read "“X” for the Y, Washington, DC"."""
    items = [Printed.cut("event_title", text, (title.start, title.end))]
    begin = skip(folded, title.stop, end)
    if organiser := FOR.match(folded, title.stop, end):
        begin = organiser.end()
        stop = _comma(folded, begin, end)
        if stop > begin:
            items.append(Printed.cut("publisher", text, (begin, stop)))
            begin = skip(folded, stop, end)
    if begin < end:
        items.append(Printed.cut("event_place", text, (begin, end)))
    return items


def _untitled(folded: str, text: str, begin: int, end: int) -> list[Printed]:
    """Read "the Annual Convention of the ISA, Toronto"."""
    stop = _comma(folded, begin, end)
    items = [Printed.cut("event_title", text, (begin, stop))]
    begin = skip(folded, stop, end)
    if begin < end:
        items.append(Printed.cut("event_place" if is_place(folded[begin:end]) else "publisher", text, (begin, end)))
    return items


def _comma(folded: str, begin: int, end: int) -> int:
    comma = folded.find(", ", begin, end)
    return comma if comma > 0 else end
