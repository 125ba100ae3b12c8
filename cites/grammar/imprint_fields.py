"""What stands before the date of an imprint, or alone in parentheses: who published it, where, as what.

"Moscow: Nauka" of "(Moscow: Nauka, 1972)", "PhD diss., Harvard University" of "(PhD diss., Harvard University, 2010)", "London", "Cm 7285".
"""

from __future__ import annotations

from collections.abc import Callable

from cites import lazy_regex as regex
from cites.grammar.genres import NUMBERED, OF_REPORT, match_genre
from cites.grammar.imprint_parts import COMMA, read_located
from cites.grammar.kinds import HOUSE_WORD, STATION
from cites.grammar.lexicon import IN, compile_words, one_of
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import PLACE, is_place
from cites.grammar.separators import skip
from cites.grammar.sources import is_body
from cites.grammar.wordings import EDITION
from cites.knowledge import load

GENRE_TYPES = load().genres
QUALIFIED = regex.compile(  # unpublished grant proposal
    rf"(?!\p{{Ll}}+\s{one_of('small_words')}\s)(?:\p{{Ll}}[\p{{Ll}}-]+\s){{1,2}}\p{{Ll}}[\p{{Ll}}-]+(?=[,)]|$)"
)
WORD = regex.compile(r"(?<=\s)\p{Ll}+")
EDITORIAL = regex.compile(r"Editorial\s\p{Lu}")  # Universidad del Rosario, a press
PAPER = regex.compile(  # Law Com No 313 · Cm 7285 · HL 23-I
    r"(?:\p{Lu}[\p{L}.]*\s){1,3}(?:[Nn]o\.?\s)?\d{1,5}(?:[-/]\d{1,4})?(?:-[IVX]+)?(?:\s(?:19|20)\d\d-\d\d)?|\p{Lu}{1,4}-?\p{Lu}?\d{2,}(?:-\d+)*"
    r"(?:-\p{Lu}{1,3})?"
    r"|\p{Lu}{3}\s?\(\d{4}\)\s?\d+(?:\sfinal)?"
)
REPORT_NUMBER = regex.compile(  # Europe Report 220, … · No RR-1305-A, RAND Corporation · Report No 123, Australian Law Reform Commission
    r"(?:(?P<genre>(?:\p{Lu}\p{L}+\s){1,3}(?:Report|Paper|Brief|Briefing|Study))\s(?:No\.?\s)?(?P<number>\d{1,4})"
    r"|(?P<container_title>\p{Lu}[\p{L} &'-]{8,90}?)\s[Nn]o\.?\s(?P<number>\d{1,4})"
    r"|(?:Report\s)?No\.?\s(?P<number>\p{Lu}{0,4}[-/ ]?\d[\w/-]*)|(?P<number>\p{Lu}{1,4}-\d[\w/-]*)),\s(?=\p{Lu}\p{L}+\s\p{Lu})"
)
NUMBER_ALONE = regex.compile(OF_REPORT)
PRESS = regex.compile(rf"\p{{Lu}}[^,;:]+\s{HOUSE_WORD}")
PRESS_AND_PLACE = regex.compile(rf"(?P<publisher>{PRESS.pattern})\s(?P<place>\p{{Lu}}[^,;:]+)")
UNNAMED = one_of("unnamed_publisher")
PLACE_PUBLISHER = regex.compile(
    rf"(?P<place>{PLACE}(?:,?\s\[\p{{Lu}}[\p{{L}}. ]{{1,20}}\])?)\s?:\s?"
    rf"(?P<publisher>[\p{{Lu}}\d\[].*|{UNNAMED}|the\sauthors?|chez\sl'auteur|privately\sprinted)"
)
PUBLISHED_BY = compile_words(rf"(?:{one_of('houses.before')})\s(?:for\s[^;:]{{3,120}}?,?\s)?by\s(?:the\s)?(?=(?-i:\p{{Lu}}))")
UNBRACKETED_IMPRINT = regex.compile(  # Washington, DC: Center for Strategic and International Studies
    rf"(?!{IN}\s?:)(?=\p{{Lu}}(?:[^:;“\"(]|\s;\s|;\s(?=\p{{Lu}}[\p{{L}} .]{{1,25}}:)){{1,60}}:)(?P<place>{PLACE})\s?:\s"
    rf"(?P<publisher>\p{{Lu}}(?:[^,.;:()\[\]]|\."
    rf"(?=\s?\p{{Lu}}\."
    rf"|\s\p{{Ll}})|(?<=\b(?:\p{{Lu}}|Univ))\.(?=\s\p{{Lu}})|(?<=\bUniv)\.(?=,))*?(?:(?:,\s\p{{Lu}}[\p{{L}}'-]+){{1,2}},?\s(?:and|&)\s"
    rf"(?:Co|Company|Sons?|Brothers)\b)?(?:,\s(?:Inc|Ltd)\b\.?(?=,))?)(?:(?<!\b(?:\p{{Lu}}|Univ))(?=\.)|(?=\s?(?:[,;:()\[\]]|$)))"
)
PUBLISHER_FIRST = regex.compile(  # Yale University Press: London & New Haven 2013
    rf"(?P<publisher>\p{{Lu}}[^,;:.()“”\"]{{2,60}}):\s(?P<place>{PLACE})(?=,?\s(?:1[5-9]|20)\d\d(?![\d-]))"
)
UNCASED_PUBLISHER = regex.compile(r"(?P<place>[\p{Han}\p{Hiragana}\p{Katakana}]{2,8})\s?:\s?(?P<publisher>.+)")
WITH_ADDRESS = regex.compile(  # 2455 Teller Road, Thousand Oaks California 91320 United States: SAGE Publications, Inc.
    r"(?P<place>(?=[^:]*\d)(?![^:]*(?<!\d)(?:1[5-9]|20)\d\d(?!\d))(?:\d{1,4}\s)?\p{Lu}[^:;()“”]{8,110})\s?:\s(?P<publisher>\p{Lu}.*)"
)
CAPITAL_WORDS = regex.compile(r"\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?")
NO_PUBLISHER = compile_words(rf"\[?{UNNAMED}\]?")  # [n. pub.]


def _genre(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "Working Paper No. 12, CPB Netherlands Bureau, The Hague" and "speech, Cheonan"."""
    genre = match_genre(folded, start, end)
    if genre is None and (words := QUALIFIED.match(folded, start, end)):
        kinds = (match_genre(folded, word.start(), words.end()) for word in WORD.finditer(folded, *words.span()))
        genre = next(filter(None, kinds), None)
    if genre is None or EDITORIAL.match(folded, start, end):
        return []
    items, at = [Printed.cut("genre", text, (start, genre.end()))], genre.end()
    if number := NUMBERED.match(folded, at, end):
        items.append(Printed.cut("number", text, number.span("number")))
        at = number.end()
    at = skip(folded, at, end)
    if at >= end:
        return items
    if GENRE_TYPES.get(genre["genre"].casefold()) == "speech" and "," not in folded[at:end] and not is_body(text[at:end]):
        return [*items, Printed.cut("event_place", text, (at, end))]
    return items + _issuer(folded, text, at, end)


def _numbered(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "No RR-1305-A, RAND Corporation" and "Report No 124, Law Reform Commission": the number of a report, and who issued it."""
    if alone := NUMBER_ALONE.fullmatch(folded, start, end):
        return Printed.each(text, alone, "genre", "number")
    match = REPORT_NUMBER.match(folded, start, end)
    return [*Printed.each(text, match, "genre", "container_title", "number"), *_issuer(folded, text, match.end(), end)] if match else []


def _issuer(folded: str, text: str, at: int, end: int) -> list[Printed]:
    """Read "CPB Netherlands Bureau, The Hague": who issued it, and where."""
    if is_place(folded[at:end]):
        return [Printed.cut("publisher_place", text, (at, end))]
    return _place_last(folded, text, at, end) or [Printed.cut("publisher", text, (at, end))]


def _place_last(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "Oxford University Press, Oxford", "World Bank, Washington, DC"."""
    last = folded.rfind(", ", start, end)
    for comma in (folded.rfind(", ", start, last), last) if last > start else ():
        before, behind = folded[start:comma], folded[comma + 2 : end]
        is_of_body = behind.isalpha() and is_body(before) and not is_body(behind)  # Stockholm International Peace Research Institute, Solna
        if comma > start and (is_place(behind) or is_of_body) and not is_place(before):
            return [Printed.cut("publisher", text, (start, comma)), Printed.cut("publisher_place", text, (comma + 2, end))]
    return []


def _place_and_publisher(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "London: Chatham House", "Penguin: London"; of "London: Chatham House; Washington, DC: Brookings" the first."""
    for pattern in (PLACE_PUBLISHER, UNCASED_PUBLISHER, WITH_ADDRESS):
        match = pattern.fullmatch(folded, start, end)
        if match and pattern is WITH_ADDRESS and not any(map(is_place, CAPITAL_WORDS.findall(match["place"], overlapped=True))):
            continue
        if match is None or (match["place"].isupper() and match["place"][-1] != "." and not is_place(match["place"])):
            continue  # (EJIL: Talk!, 24 February 2022); not (M.: ROSSPEN, 2008)
        if is_place(match["publisher"]) and not is_place(match["place"]):
            return [Printed.cut("publisher", text, match.span("place")), Printed.cut("publisher_place", text, match.span("publisher"))]
        place = Printed.cut("publisher_place", text, match.span("place"))
        if NO_PUBLISHER.fullmatch(match["publisher"]):
            return [place]
        begin, stop = match.span("publisher")
        begin = by.end() if (by := PUBLISHED_BY.match(folded, begin, stop)) else begin
        semicolon = folded.find(";", begin, stop)
        stop = stop if semicolon < 0 else semicolon
        return [place, Printed("publisher", text[begin:stop].strip(), begin, stop)]
    return []


def _place(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "London" in "The Times (London), 1 November 1902", and "Oxford University Press" in "OED Online (Oxford University Press)"."""
    field = "publisher_place" if is_place(folded[start:end]) else "publisher" if PRESS.fullmatch(folded, start, end) else ""
    return [Printed.cut(field, text, (start, end))] if field else []


def _paper(folded: str, text: str, start: int, end: int) -> list[Printed]:
    is_paper = PAPER.fullmatch(folded, start, end) and not STATION.search(folded, start, end)  # BBC Radio 4
    return [Printed.cut("number", text, (start, end))] if is_paper else []


def _parted_by_comma(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "London, Penguin", and "Oxford University Press, Oxford"."""
    comma = folded.find(", ", start, end)
    if comma > 0 and is_place(folded[start:comma]) and not is_place(folded[comma + 2 : end]):
        return [Printed("publisher_place", text[start:comma], start, comma), Printed("publisher", text[comma + 2 : end], comma + 2, end)]
    return _place_last(folded, text, start, end)


def _press_and_place(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "Oxford University Press New York"."""
    together = PRESS_AND_PLACE.fullmatch(folded, start, end)
    if together is None or not is_place(together["place"]):
        return []
    return [Printed.cut("publisher", text, together.span("publisher")), Printed.cut("publisher_place", text, together.span("place"))]


def _publisher(folded: str, text: str, start: int, end: int) -> list[Printed]:
    return [Printed.cut("publisher", text, (start, end))] if folded[start].isupper() or not folded[start].isascii() else []


Reader = Callable[[str, str, int, int], list[Printed]]  # (folded, text, start, end): the fields of all of it, or none
WORDED: tuple[Reader, ...] = (_genre, _numbered)
PLACED: tuple[Reader, ...] = (_place_and_publisher, read_located, _place)
UNPLACED: tuple[Reader, ...] = (_paper, _parted_by_comma, _press_and_place, _publisher)  # only a date tells them from an aside


def read_before_date(folded: str, text: str, start: int, end: int, *, dated: bool) -> list[Printed] | None:
    """Return what stands before the date of an imprint; None where that is an aside. dated: there is such a date."""
    for read in WORDED:
        if found := read(folded, text, start, end):
            return found
    comma = COMMA.search(folded, start, end)
    if comma and (edition := EDITION.fullmatch(folded, comma.end(), end)):
        before = read_before_date(folded, text, start, comma.start(), dated=dated) or []
        return [*before, Printed.cut("edition", text, edition.span("edition"))]
    last = folded.rfind(", ", start, end)
    if ":" in folded[start : max(last, start)] and (number := _paper(folded, text, last + 2, end)):  # Santa Monica: RAND, RR-3063-A
        return [*(read_before_date(folded, text, start, last, dated=dated) or []), *number]
    for read in (*PLACED, *(UNPLACED if dated else ())):
        if found := read(folded, text, start, end):
            return found
    return None
