"""What may follow the head of any citation, in any order: container, volume, issue, imprint, date, pages, address, date of access.

`read_tail` goes from item to item; at each point the first reader of TAIL that fits takes it. What nobody takes ends the citation.
What a word announces is read by `led.py`, what nothing announces by `unnamed.py`.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import is_year
from cites.grammar.access import ACCESS_BEGINS, ACCESSED, ARCHIVED, CLOSED_BY, read_address, read_bare_address, read_where
from cites.grammar.asides import EXHIBITED, read_aside, read_aside_in_brackets, read_catalogued, read_other_script, read_part
from cites.grammar.dates import DIGITS, read_date
from cites.grammar.imprint import read_imprint
from cites.grammar.in_series import SERIES_ALONE, SERIES_FIELDS, SERIES_IN_BRACKETS
from cites.grammar.led import read_led
from cites.grammar.lexicon import in_names, leading
from cites.grammar.locator_shapes import AFTER_PAGE
from cites.grammar.locators import read_locator
from cites.grammar.part_of import read_container, read_listing, read_owner, read_role
from cites.grammar.preprints import read_preprint
from cites.grammar.printed import NO_WHOLES, Found, Point, Printed, Tail, Wholes
from cites.grammar.publisher_places import is_place
from cites.grammar.roles import read_named_role
from cites.grammar.separators import closing
from cites.grammar.sources import EDITION_NOTE, UNCASED
from cites.grammar.tail_dates import read_accessed, read_issue_of_year, read_issued, read_looked_at
from cites.grammar.titles import opens_quote, read_quoted
from cites.grammar.unnamed import read_small, read_unnamed
from cites.grammar.urls import is_site
from cites.grammar.volumes import past_semicolon, read_number
from cites.grammar.wordings import EDITION

SEPARATOR = regex.compile(r"[\s,:.]*(?:-\s|\|\s|//\s?)?")
ISSUE_IN_PARENTHESES = regex.compile(
    r"\(\s?(?P<issue>(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:\s?[-/]\s?\d{1,3})?(?:[\s_][Ss]uppl?\.?\s?\d*)?|\p{Lu}{1,5}\d{1,3}|\p{Lu}{2,8}"
    r"(?=\):\s?\d)|[Ss]uppl?(?:ement|\.)?\s?\w*)\s?\)"
)
SENTENCE = regex.compile(  # “… Says.” On December 14, 1889, the paper had more
    r"(?:On|By|In|As\sof|Since|After|Before|During|Until)\s(?:(?:early|late|mid)[\s-])?(?:(?!Vol|No)\p{Lu}\p{Ll}{2,8}\.?\s)?\d"
)
END_OF_DAY = r"(?:\.(?:\s\p{Lu}\p{Ll}+){1,2})?\.?\s*$|[,.]\s<?(?:https?://|www\.|doi)|"  # behind a sentence: ". Web. 3 May"
DAY_LAST = regex.compile(rf"{END_OF_DAY}\.\s{in_names('media.online')}\.\s\d|,\s[Vv]ol(?:ume|\.)?\s\d")
ISSUE_NEXT = regex.compile(r",\s(?i:no|nr|n|issue|iss)(?:\.|(?<=issue))\s\d|\s?\(")
YEAR_NEXT = regex.compile(r",\s(?:1[5-9]|20)\d\d(?=[,.;)]|\s?$)")  # Paris, Gallimard, « Folio histoire », 1988, p. 222
FULL_STOP = regex.compile(r".*[.?!][\"'”’)]?\s$")
MAX_ITEMS = 16  # of one tail; the longest in tests/gold has 9
# The fields that belong to a citation even when a sentence seems to have ended before them.
STRONG = frozenset({"url", "doi", "accessed", "archive", "editor", "translator", "edition", "in", "cited"})
IMPRINT = frozenset({"publisher_place", "publisher", "issued"})  # also "translated by C. L. Markmann. (London: Pluto Press, 2008)"


def read_tail(
    folded: str, text: str, at: int, end: int, breaks: frozenset[int] = frozenset(), *, listed: bool = False, wholes: Wholes = NO_WHOLES
) -> Tail:
    """Return what follows a head that ended at `at`, and where it ends.

    For `, The Asan Forum 3, no. 3 (2015): 228-230` these are text "The Asan Forum", volume "3", issue "3", issued "2015",
    page "228-230". listed: the entry of a bibliography, where periods separate fields; wholes: where italics begin and end.
    """
    items: list[Printed] = []
    stop = at
    while stop < end and len(items) < MAX_ITEMS and (begin := _begin(folded, stop, end, items, listed=listed)) is not None:
        is_page_point = folded[stop - 1] == "." and bool(items) and items[-1].field == "page"  # "S. 201 ff. Ebd."
        gap, char = folded[stop - is_page_point : begin], folded[begin]
        inside = begin + (char in CLOSED_BY)
        point = Point(folded, text, inside, end, breaks, items, _fields(items), gap, char, leading(folded, inside), wholes)
        found, after = _read(point)
        is_stopped = ". " in gap and not listed and not (point.last == "text" and char.islower())
        if (not found and after == begin) or (is_stopped and not _belongs(point, found, after)):
            break
        items += found
        stop = after
    return Tail(tuple(items), stop)


def _begin(folded: str, stop: int, end: int, items: list[Printed], *, listed: bool) -> int | None:
    """Return where the next item begins; None where a semicolon, another sentence or the text ends the tail."""
    separator = SEPARATOR.match(folded, stop, end)
    begin = separator.end() if separator else stop
    if begin < end and folded[begin] == ";":
        behind = past_semicolon(folded, begin, end, items, listed=listed)
        if behind is None:
            return None
        begin = behind
    if begin >= end or (folded[begin].isupper() and SENTENCE.match(folded, begin, end) and FULL_STOP.match(folded, begin - 4, begin)):
        return None
    return None if items and items[-1].field == "page" and AFTER_PAGE.match(folded, stop, end) else begin


def _read(point: Point) -> Found:
    """Return what the first reader that fits takes, nothing where none does."""
    for read in TAIL:
        if found := read(point):
            return found
    return [], point.at


def _fields(items: list[Printed]) -> frozenset[str]:
    return frozenset([item.field for item in items])


def _belongs(point: Point, found: list[Printed], after: int) -> bool:
    """True for what belongs to the citation though a full stop stands before it."""
    if any(map(_is_strong, found)) or _fields(found) >= IMPRINT or (point.char.isupper() and point.match(ARCHIVED)):
        return True
    if point.last in ("volume", "issue"):  # Vol. 27, No. 3. (1981), pp. 298-326
        return bool(found) and found[0].field in ("issue", "issued", "page")
    if point.last != "text" or not found:
        return False
    if found[0].field in ("volume", "issue"):  # in: … Der Ort des Terrors. Band 5, München 2007 · ILR Review. Vol. 46, No. 4
        return "in" in point.fields or len(found) > 1 or ISSUE_NEXT.match(point.folded, after, point.end) is not None
    # a day or a season alone: "The Met. October 1, 2004, https://…", "New York History. Fall 1995, Vol 76"
    is_dated = len(found) == 1 and found[0].field == "issued" and not is_year(found[0].value)
    return is_dated and DAY_LAST.match(point.folded, after, point.end) is not None


def _is_strong(item: Printed) -> bool:
    return item.field in STRONG or (item.field == "text" and is_site(item.value))


def _in_brackets(point: Point) -> Found | None:
    """Read "(3)" after a volume, "[52]", "(Ankara: Bilgi, 1988)"."""
    if point.char not in "([":
        return None
    if found := read_looked_at(point) or read_aside_in_brackets(point) or read_container(point) or read_role(point):
        return found
    if point.last == "volume" and (issue := point.match(ISSUE_IN_PARENTHESES)):
        return Printed.each(point.text, issue, "issue"), issue.end()
    if found := read_issue_of_year(point) or read_locator(point.folded, point.text, point.at, point.end, bare=False) or read_part(point):
        return found
    close = closing(point.folded, point.at, point.end)
    return (_bracket(point, close) if close else None) or read_other_script(point) or ([], point.at)


def _quotation(point: Point) -> Found | None:
    if not opens_quote(point.folded, point.at):
        return None
    if ":" in point.gap and point.last in ("page", "cited"):
        return [], point.at  # 'S. 258: "Die Individuen sind …"' is what is said there
    quoted = read_quoted(point.folded, point.at, point.end)
    whole = point.wholes.get(point.at, 0)
    if quoted and quoted.stop + len(" An") < whole <= point.end:  # in *"Raw Data" Is an Oxymoron*, ed. Lisa Gitelman
        return [Printed.cut("text", point.text, (point.at, whole))], whole
    if quoted is None:
        return [], point.at
    placed = len(point.items) > 1 and point.items[-1].field == point.items[-2].field == "text" and is_place(point.items[-2].value)
    field = "collection_title" if placed and YEAR_NEXT.match(point.folded, quoted.stop, point.end) else "quoted"
    return [Printed.cut(field, point.text, (quoted.start, quoted.end))], quoted.stop


def _locator(point: Point) -> Found | None:
    if point.char in DIGITS and point.match(EDITION):
        return None
    bare = "page" not in point.fields or ":" in point.gap
    return read_locator(point.folded, point.text, point.at, point.end, bare=bare)


# From what its first sign tells to what nothing tells; a reader gives None for "not mine", nothing read for "the tail ends here".
TAIL = (
    _in_brackets, read_where, _quotation, read_accessed, read_issued, read_number, read_preprint, read_catalogued, _locator, read_owner,
    read_led, read_container, read_small, read_aside, read_bare_address, read_named_role, read_listing,
    read_unnamed,
)  # fmt: skip


def _bracket(point: Point, close: int) -> Found | None:
    """Read an imprint, an address, a date of access; "[a title in translation]" is passed over."""
    folded, text, inside = point.folded, point.text, point.at + 1
    accessed = ACCESSED.match(folded, inside, close) if leading(folded, inside) in ACCESS_BEGINS else None
    if accessed and (date := read_date(folded, accessed.end(), close)):
        return [Printed("accessed", date.value, date.start, date.end)], close + 1
    found, after = read_address(folded, text, inside, close, point.breaks)
    if found:
        rest = read_tail(folded, text, after, close, point.breaks).items if after < close else ()
        return [*found, *rest], close + 1
    if EXHIBITED.match(folded, inside, close) or EDITION_NOTE.fullmatch(folded, inside, close):  # Guardian (US edition)
        return [Printed.cut("aside", text, (inside, close))], close + 1
    if series := SERIES_ALONE.fullmatch(folded, inside, close) or point.match(SERIES_IN_BRACKETS):
        return Printed.each(text, series, *SERIES_FIELDS), close + 1
    items = read_imprint(folded, text, inside, close)
    if items is None and point.char == "[" and (close - point.at > 6 or UNCASED.match(folded, inside)):
        return [Printed.cut("aside", text, (inside, close))], close + 1  # a title in translation
    return None if items is None else (items, close + 1)
