"""The areas of a description by GOST R 7.0.5 and 7.1: "М.: РОССПЭН, 2003. Т. 1. С. 1012", "2010. № 2. С. 41–47. URL: http://…".

Areas are parted by ". ", ". – " or ", ". Each row of AREAS is one of them; `read_areas` goes from area to area and stops at what is none.
Ukrainian, Belarusian and Bulgarian words stand beside the Russian ones, and those of Latin script that are used in the same way.
Source: GOST R 7.0.5-2008, sections 6 to 8; DSTU 8302:2015; BDS ISO 690.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import is_year
from cites.grammar.dates import read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.printed import Printed, Tail, field_of
from cites.grammar.urls import read_doi, read_url

YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
YEARS = rf"(?:{YEAR}(?:\s?[-/]\s?(?:{YEAR}|\d\d(?!\d)))?(?:\s?(?:гг?|рр?)\.)?)"
END = r"(?=\s?(?:[.,;:)\]]|\s-\s|\(|\[|$)|\s(?:nr|poz)\.?\s\d)"  # Dz.U. 2011 nr 126 poz. 714
NUMBER = r"(?:\d{1,5}[абab]?|[IVXLCІХ]{1,7})(?![\p{L}\d])"
NUMBERS = rf"{NUMBER}(?:\s?[-/,]\s?(?!{YEAR}){NUMBER})?(?:\s?\((?!{YEAR})\d{{1,4}}\))?"  # 2 · 1-2 · 3 (45)
LEAF = r"(?:[A-ZА-Я]?\d{1,5}|[IVXLCІХ]{1,7})(?:\s?об\.?)?(?![\p{L}\d])"
PAGES = rf"{LEAF}(?:\s?-{{1,2}}\s?{LEAF})?(?:,\s?(?!{YEAR}){LEAF}(?:\s?-\s?{LEAF})?)*(?:\s(?:и\sдалее|и\sсл|і\sдалі|и\sсл\.))?"
# М. · СПб. · Н. Новгород · Ростов-на-Дону · Cambridge (Mass.)
PLACE = (
    r"(?:\[?(?:\p{Lu}\p{Ll}?\.\s?\p{Lu}\p{Ll}*\.?|\p{Lu}[\p{Lu}\p{Ll}]{0,6}\.|\p{Lu}[\p{L}'/-]+(?:\s(?:на|upon|am"
    r"|\p{Lu}\p{L}*|н/Д)\.?){0,2})(?:\s\(\p{L}[\p{L}. ]{1,18}\))?\]?)"
)
NO_PLACE = r"(?!(?:Сер|Вып|Отв|Ред|Пер|Сб|Кн|Гл|Док|Рец|Под|Сост|Авт|Вип|См|Цит|Примеч|Прим)\.)"
PLACES = rf"{NO_PLACE}{PLACE}(?:(?:\s?[;,]\s?|\s-\s?|-\s|(?<=[.)\]])-){PLACE}){{0,2}}"  # a hyphen between letters is the name's
PUBLISHER = r"[\p{Lu}\d«“\"\[](?:(?!\s//\s|\.\s\p{Lu}[\p{L}-]*\.?[,:]\s)[^:;()]){1,110}?"  # not "Россия: Очерки. М., 2000"
IMPRINT = regex.compile(
    regex.shapes(
        (
            "М.: Наука, 1957",
            rf"(?P<publisher_place>{PLACES})\s?:\s?(?P<publisher>{PUBLISHER})(?:\s?;\s{PLACES}\s?:\s?{PUBLISHER})?[.,]?\s"
            rf"(?P<issued>{YEARS}){END}",
        ),
        ("М., 1957", rf"(?P<publisher_place>{PLACES}),\s(?P<issued>{YEARS}){END}"),
        ("М. 1957", rf"(?P<publisher_place>(?:\p{{Lu}}\p{{Ll}}{{0,2}}\.(?:;\s)?)+)\s(?P<issued>{YEARS}){END}"),
        (
            "⟨М.: Мысль⟩. Т. 1",
            rf"(?P<publisher_place>{NO_PLACE}\p{{Lu}}\p{{L}}{{0,2}}\.)\s?:\s(?P<publisher>\p{{Lu}}[^:;().,/]{{2,60}})(?=\.\s)",
        ),
    )
)
BARE_YEAR = regex.compile(rf"(?P<issued>{YEARS}){END}|\((?P<issued>{YEAR})\)")
VOLUME = compile_words(rf"(?:(?:тт?|том|кн|ч|vols?|т|bd|tt?)\.|том|vol)\s?(?P<volume>{NUMBERS}){END}")
ISSUE = compile_words(
    rf"(?:№№?|(?:\p{{L}}+-)?(?:вып|вип|бр|br|broj|núm|номер|n[or]?|nos|issue|iss|h|heft|fasc|св|sayı)\.?|кн\.)\s?"
    rf"(?P<issue>\d{{1,4}}/{YEAR}|{NUMBERS}(?:\s?,\s?\d{{1,3}})*){END}"
)
PAGE = compile_words(rf"(?:с|c|стр|сс|pp?|s|стб|кол)\.\s?(?P<page>{PAGES}){END}")
SECTION = compile_words(rf"(?:(?:ст|st|čl|art|poz)\.|item)\s?(?P<section>\d{{1,5}}(?:\s?-\s?\d+)?){END}")
CITED = compile_words(rf"(?P<cited>(?:лл?|арк|док|гл|§|ll?|fols?|разд|п)\.?\s?(?:№\s?)?{PAGES}){END}")
# 312 с. · прим. 4 · ил. · 2 т. · (На правах рукописи)
ASIDE = compile_words(
    r"(?:\d{1,4}\s(?:с|стр|p|s|тт?|vols?|л|арк|стб)\.|(?:прим|примеч|сн|сноска|ил|табл|рис|илл|карт)\.(?:\s?\d{1,4})?"
    r"|\[?(?:электрон(?:ный|\.)\sресурс|електронний\sресурс|электронны\sрэсурс|текст|b\.\s?i\.)\]?|passim"
    r"|\((?:на\sправах\sрукописи|[^()]{0,40}\s(?:яз|мов)\.|рукопись|препринт)\))(?=\s?(?:[.,;:)\]/-]|$))"
)
IN_VOLUMES = compile_words(r"[вуў]\s\d{1,2}(?:-х)?\s(?:тт?|кн|ч|вып)\.(?=\s)")  # В 2 т.
EDITION = compile_words(
    r"(?P<edition>(?:\d{1,2}-(?:е|ге|те|ое|ше|є|о)|второе|третье)\s(?:изд|вид|изд)(?:ание|ання|\.)(?:,?\s(?:и\s)?"
    r"(?:испр|доп|перераб|расш|стереотип|стер|доопр|переробл)\.?)*)"
)
SERIES = compile_words(
    r"\((?:сер(?:ия|ія)?\s?[.:]?\s?)?(?P<collection_title>«[^«»]{2,80}»|(?<=сер\.\s|серия\s|серия:\s|серія:\s|сер\.:\s)[^()]{2,80}?)"
    r"(?:[.;,]\s?(?:вып|т|кн)\.\s?(?P<collection_number>\d{1,4}))?\)"
)
ISBN = regex.compile(r"ISBN:?\s(?P<isbn>[\dXХ-]{10,17})")
ADDRESS = compile_words(
    rf"\[?(?:электрон(?:ный|\.)\sресурс\]?[.:]?\s)?(?:(?:{one_of('available')}):?\s)?<?(?=https?://|www\.|doi|10\.\d{{4}})"
)
ACCESSED = compile_words(rf"[(\[]?(?:{one_of('accessed')}):?\s")
ABBREVIATED_LAST = regex.compile(r"(?<=\p{L}{3})\.$")
SEPARATOR = regex.compile(r"[\s.,]*(?:-\s?(?=\p{L}|№|\d))?")
ONCE: tuple[regex.Pattern[str], ...] = (IMPRINT, SERIES, EDITION, VOLUME, ISSUE, SECTION, PAGE, CITED, ISBN)
FIRST = (IN_VOLUMES, EDITION, VOLUME, ISSUE, PAGE)  # that tell by themselves that a title is over
AFTER_COMMA = (VOLUME, ISSUE, PAGE)  # … after a comma too: "Полн. собр. соч., т. 45, с. 12"


PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"'}


def read_areas(folded: str, text: str, at: int, end: int, breaks: frozenset[int] = frozenset()) -> Tail:
    """Return the areas from `at` on, and where they end.

    For ". М.: РОССПЭН, 2003. Т. 1. С. 1012" these are publisher_place "М.", publisher "РОССПЭН", issued "2003", volume "1", page "1012".
    """
    items: list[Printed] = []
    stop = at
    while stop < end:
        separator = SEPARATOR.match(folded, stop, end)
        begin = separator.end() if separator else stop
        if begin >= end:
            break
        found, after = _area(folded, text, begin, end, breaks, {item.field for item in items})
        if after == begin:
            break
        items += found
        stop = after
    if stop > at and ABBREVIATED_LAST.search(folded, max(at, stop - 4), stop):
        stop -= 1  # the point of "14 мая." ends the note, that of "312 с." does not
    return Tail(tuple(_with_day(items)), stop)


def _area(folded: str, text: str, at: int, end: int, breaks: frozenset[int], have: set[str]) -> tuple[list[Printed], int]:
    address = ADDRESS.match(folded, at, end)
    if address and (found := read_doi(text, address.end(), end) or read_url(text, address.end(), end, breaks)):
        stop = found.end + (folded[found.end : found.end + 1] in (">", "]") and folded[at] != "(")
        return [found], stop
    accessed = ACCESSED.match(folded, at, end)
    if accessed and (date := read_date(folded, accessed.end(), end)):
        return [Printed("accessed", date.value, date.start, date.end)], date.end + (folded[date.end : date.end + 1] in (")", "]"))
    if aside := IN_VOLUMES.match(folded, at, end) or ASIDE.match(folded, at, end):
        return [], aside.end()
    for pattern in ONCE:
        match = pattern.match(folded, at, end)
        if match and not have & {field for field, value in match.groupdict().items() if value}:
            return _fields(match, text), match.end()
    if dated := read_date(folded, at, end):
        if "issued" not in have and dated.has_year and (dated.has_day or BARE_YEAR.match(folded, at, end) or dated.has_month):
            return [Printed("issued", dated.value, dated.start, dated.end)], dated.end
        if "issued" in have and "day" not in have and not dated.has_year and dated.has_month:
            return [Printed("day", dated.value, dated.start, dated.end)], dated.end
    if "issued" not in have and (year := BARE_YEAR.match(folded, at, end)):
        return _fields(year, text), year.end()
    return [], at


def _fields(match: regex.Match[str], text: str) -> list[Printed]:
    found = []
    for field, value in match.groupdict().items():
        if value:
            start, stop = match.span(field)
            printed = bare(text[start:stop].strip(" []"))
            if field == "issued":
                dated = read_date(value, 0)
                printed = dated.value if dated else value[:4]
            found.append(Printed(field, printed, start, stop))
    return found


def bare(printed: str) -> str:
    """Return a name without the quotation marks in which it stands as a whole."""
    whole = len(printed) > 2 and printed[-1] == PAIRS.get(printed[0]) and not set(printed[1:-1]) & set("«»“”„\"")
    return printed[1:-1] if whole else printed


def _with_day(items: list[Printed]) -> list[Printed]:
    """Put the day of "1957. № 5. 7 апреля" to the year."""
    day = field_of(items, "day")
    if day is None:
        return items
    kept = [item for item in items if item.field != "day"]
    return [item._replace(value=item.value + day.value[4:]) if item.field == "issued" and is_year(item.value) else item for item in kept]


def begins_areas(folded: str, at: int, end: int, *, comma: bool = False, inside: bool = False) -> bool:
    """True where a title or a container is over, because an area stands at `at`; after a comma fewer things tell that.

    inside: it is the title of a container, which a date may follow after a comma.
    """
    if any(pattern.match(folded, at, end) for pattern in (AFTER_COMMA if comma else FIRST)):
        return True
    year = BARE_YEAR.match(folded, at, end)
    if comma and (inside or folded[at - 3 : at] == "», "):  # // Новая газета, 12 апреля 2004 г. · «Красный Север», 12 июня 1965 г.
        dated = read_date(folded, at, end)
        if dated and dated.has_day and dated.has_year:
            return True
    if comma:
        return bool(year and AFTER_YEAR.match(folded, year.end(), end))
    if year and folded.startswith(":", year.end()):
        return False  # Молотов, Маленков, Каганович. 1957: Стенограмма пленума
    if placed := year or IMPRINT.match(folded, at, end):  # not "Президиум ЦК КПСС. 1953-1964. М.: …", "История. Ежегодник, 1997. М.: …"
        separator = SEPARATOR.match(folded, placed.end(), end)
        later = IMPRINT.match(folded, separator.end() if separator else placed.end(), end)
        return not later or bool(placed.groupdict().get("publisher"))
    if (dated := read_date(folded, at, end)) and dated.has_day and dated.has_year:
        return not folded.startswith(":", dated.end)
    address = ADDRESS.match(folded, at, end)
    return bool(address and address.end() > at) or folded.startswith(("http", "www."), at)


AFTER_YEAR = regex.compile(r",\s(?:№|\d{1,2}\s\p{L}|(?i:т|кн|бр|вып|с|vol|no|p)\.)")  # Правда, 1957, 7 апреля
