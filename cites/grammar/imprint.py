"""What stands in parentheses after a title: "(Moscow: Nauka, 1972)", "(June 10, 2014)", "(PhD diss., Harvard University, 2010)",
"(remarks given at the conference “X” for the Y, Washington, DC, November 16, 2015)".

What ends it is taken away first (a series, an earlier year, a page, the date); what is left is read by `imprint_fields.py` and `events.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from cites import lazy_regex as regex
from cites.grammar.dates import find_last_date
from cites.grammar.events import read_event
from cites.grammar.imprint_fields import read_before_date
from cites.grammar.imprint_parts import read_parts
from cites.grammar.in_series import SERIES_BEHIND_YEAR, SERIES_FIELDS
from cites.grammar.lexicon import compile_words, first_words, leading, one_of
from cites.grammar.names import split_people
from cites.grammar.printed import Printed
from cites.grammar.separators import back, skip
from cites.grammar.sources import EDITION_NOTE
from cites.grammar.wordings import (
    EDITED,
    EDITION,
    EDITION_WORDS,
    HEREAFTER,
    LANGUAGE,
    LANGUAGE_WORDS,
    LANGUAGES,
    TRANSLATED,
    UPDATED,
    YEARLESS,
    YEARLESS_WORDS,
)

SYMBOLS = regex.shapes(
    ("AFR 44/1657/2015", r"\p{Lu}{3}\s\d{2}/\d{2,5}/\d{2,4}"),
    ("R41129", r"\p{Lu}{1,3}\d{4,6}"),
    ("DFE-00235-2019", r"\p{Lu}{2,6}(?:-\d{2,6}){2}"),
    ("WHO/CDS/2019.4", r"\p{Lu}{1,8}(?:/[\p{Lu}\d.-]{1,12})*/\p{Lu}{0,6}[.-]?\d[\w.-]*"),
)
DOCUMENT = regex.compile(rf"(?:(?:AI\s)?Index(?:\s(?:number|no\.?))?:?\s)?(?P<number>{SYMBOLS})")
REPRINTED = rf"\s(?:{one_of('reprints')}),?:?"
REPRINT = compile_words(rf"(?:1[5-9]|20)\d\d(?:[;,]?{REPRINTED}|;)\s(?=(?-i:\p{{Lu}}))")  # (1939; repr., London: …)
# (Boston: Little, Brown, 1953; repr. New York: …): the first imprint is that of the work
AGAIN = compile_words(  # also (Oxford, 1971; new edn, London, 2013)
    rf"(?<=(?::\s[^:()]{{2,80}}|\((?-i:\p{{Lu}})[^:();]{{2,40}}),\s(?:1[5-9]|20)\d\d)[;,.]{REPRINTED}"
    r"\s(?:(?:by|in)\s)?(?-i:[\p{Lu}\d]).*"
)
FIRST_YEAR = compile_words(  # 2009 [1957] · 1977; orig. 1967 · 1991; first published 1963
    r"(?<=(?:1[5-9]|20)\d\d)(?:\s?\[(?:c\.\s?|orig\.\s)?(?:1[4-9]|20)\d\d\]"
    r"|(?<=,\s\d{4})(?:,\s(?:and\s)?(?:1[5-9]|20)\d\d)+"  # of volumes: 1991, 1998, 2014
    rf"|\s?[;,(\[]\s?(?:(?-i:\p{{Lu}}\p{{Ll}}+)\s)?(?:{one_of('first_printed')}),?\s(?:(?:in|of|from|as)\s)?(?:"
    rf"(?-i:\p{{Lu}})[^();:]{{3,80}},\s)?(?:the\s)?(?:1[4-9]|20)\d\d(?:\s(?:edn?\.?|edition))?[)\]]?)$"
)
GUESSED_YEAR = compile_words(  # n.d. [1980] · [c. 1980?]
    rf"(?:(?:{one_of('undated')})\s?)?\[(?:ca?\.?\s?)?(?P<issued>(?:1[4-9]|20)\d\d)\??\]$"
)
YEAR_ENDS = ("]", "n", "N", "d", "D", ".")  # of these two
EDITION_OF_YEAR = regex.compile(r"(?<=(?:1[5-9]|20)\d\d)\s(?:edn|ed|edition)\.?$", regex.IGNORECASE)
TIME_OF_DAY = regex.compile(r",?\s(?:at\s)?\d{1,2}[:.]\d\d\s?(?:[AaPp]\.?[Mm]\.?)?(?:\s\(?\p{Lu}{2,4}\)?)?$")  # Dec. 22, 2023, at 06:00 ET
PAGE_WITHIN = regex.compile(  # (Paris: Seuil, 1990, 44)
    r":\s[^()]{3,90},\s(?:1[5-9]|20)\d\d(?P<more>,\s(?:pp?\.\s?)?(?P<page>(?!(?:1[5-9]|20)\d\d$)\d{1,4}(?:-\d{1,4})?))$"
)
ABOUT = regex.compile(  # Penguin, c. 1999
    rf"(?<![\p{{L}}\d.])(?:(?:c|ca|circa|um)\.?|n\.\s?p\.?|{one_of('unnamed_publisher', 'unprinted')}\.?)$", regex.IGNORECASE
)
STATED = regex.compile(rf"(?P<genre>{one_of('statements')})\sof\s\p{{Lu}}.*")
LONGEST_UPDATE = 22  # code points of what stands before a date of change: "opened for signature "
AROUND_NAME = " “”\"'‘’.[]"


def read_imprint(folded: str, text: str, start: int, end: int) -> list[Printed] | None:
    """Return the fields in `start:end`, the inside of a parenthesis; None where it is an aside."""
    found = _read_imprint(folded, text, start, end)
    return None if found is None else list(found)


@lru_cache(maxsize=256)  # where a title ends is asked before its tail is read
def _read_imprint(folded: str, text: str, start: int, end: int) -> list[Printed] | None:
    word = leading(folded, start)
    if reprint := REPRINT.match(folded, start, end):
        return read_imprint(folded, text, reprint.end(), end)
    if again := AGAIN.search(folded, start, end):
        return read_imprint(folded, text, start, again.start())
    series = SERIES_BEHIND_YEAR.search(folded, start, end) if folded.endswith("]", start, end) else None
    if series:  # (Göttingen: European Photography, 1985 [= Edition Flusser, Bd. 4])
        found = read_imprint(folded, text, start, back(folded, start, series.start()))
        return None if found is None else [*found, *Printed.each(text, series, *SERIES_FIELDS)]
    # (London: Penguin, 2008 [1956]) · (Leiden: Brill, 1977; orig. 1967) · (Harmondsworth, 1980 edn)
    may_end = folded.endswith(YEAR_ENDS, start, end) or folded[end - 6 : end - 4] == ", " or folded.find(";", start, end) > 0
    if may_end and (behind_year := FIRST_YEAR.search(folded, start, end) or EDITION_OF_YEAR.search(folded, start, end)):
        return read_imprint(folded, text, start, behind_year.start())
    if document := DOCUMENT.fullmatch(folded, start, end):
        return [Printed.cut("number", text, document.span("number"))]
    if (within := PAGE_WITHIN.search(folded, start, end)) and (others := read_imprint(folded, text, start, within.start("more"))):
        return [*others, Printed.cut("page", text, within.span("page"))]
    for words, read in WHOLE:
        if word in words and (found := read(folded, text, start, end)):
            return found
    before, begin = read_parts(folded, text, start, end)
    if begin > start and (rest := read_imprint(folded, text, begin, end)):
        return [*before, *rest]
    if word in EDITION_WORDS and (edition := EDITION.match(folded, start, end)):
        return _after_edition(folded, text, edition, end)
    return _dated(folded, text, start, end)


def _hereafter(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "hereafter FRUS": what the text will call the work."""
    match = HEREAFTER.fullmatch(folded, start, end)
    return [Printed("hereafter", text[slice(*match.span("name"))].strip(AROUND_NAME), match.start("name"), end)] if match else []


def _language(folded: str, text: str, start: int, end: int) -> list[Printed]:
    match = LANGUAGE.fullmatch(folded, start, end)
    return [Printed("language", LANGUAGES[match["language"].casefold()], start, end)] if match else []


def _undated(folded: str, text: str, start: int, end: int) -> list[Printed]:
    return [Printed.cut("undated", text, (start, end))] if YEARLESS.fullmatch(folded, start, end) else []


def _people(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "trans. Jane Doe and John Smith"; with a date behind the names it is none."""
    for pattern, field in ((EDITED, "editor"), (TRANSLATED, "translator")):
        match = pattern.match(folded, start, end)
        if match and not find_last_date(folded, start, end):
            return [Printed(field, str(name), *match.span("people")) for name in split_people(text[slice(*match.span("people"))])]
    return []


def _stated(folded: str, text: str, start: int, end: int) -> list[Printed]:
    """Read "prepared statement of Adm. Harry B. Harris Jr.": who spoke at a hearing; with a date it is what was said there."""
    said = STATED.fullmatch(folded, start, end)
    return Printed.each(text, said, "genre") if said and not find_last_date(folded, start, end) else []


Reader = Callable[[str, str, int, int], list[Printed]]  # (folded, text, start, end): the field that fills it all, or nothing
WHOLE: tuple[tuple[frozenset[str], Reader], ...] = (  # the words that may begin it, what reads it
    (first_words("hereafter") | {"cited"}, _hereafter),
    (LANGUAGE_WORDS, _language),
    (YEARLESS_WORDS, _undated),
    (first_words("editors.before", "translators.before"), _people),
    (first_words("statements"), _stated),
)


def _after_edition(folded: str, text: str, edition: regex.Match[str], end: int) -> list[Printed] | None:
    """Read "2nd ed., Oxford: Clarendon Press, 1972"."""
    begin = skip(folded, edition.end(), end)
    others = read_imprint(folded, text, begin, end) if begin < end else []
    return None if others is None else [Printed.cut("edition", text, edition.span("edition")), *others]


def _dated(folded: str, text: str, start: int, end: int) -> list[Printed] | None:
    """Read what ends with a date, or with nothing that tells one."""
    if at_time := TIME_OF_DAY.search(folded, start, end):
        end = at_time.start()
    items, rest = _date(folded, text, start, end)
    rest = back(folded, start, rest)
    if about := ABOUT.search(folded, start, rest):
        rest = back(folded, start, about.start())
    if rest <= start or (items and EDITION_NOTE.fullmatch(folded, start, rest)):
        return items or None
    found = read_event(folded, text, start, rest) or read_before_date(folded, text, start, rest, dated=bool(items))
    return None if found is None else [*found, *items]


def _date(folded: str, text: str, start: int, end: int) -> tuple[list[Printed], int]:
    """Return the date that ends it, or what stands in its place, and where that begins: of "updated May 3" with its word."""
    if date := find_last_date(folded, start, end):
        updated = UPDATED.search(folded, max(start, date.start - LONGEST_UPDATE), date.start)
        begin = updated.start() if updated and updated.end() == date.start else date.start
        if begin < date.start and (first := find_last_date(folded, start, back(folded, start, begin))) and begin - first.end <= 2:
            date, begin = first, first.start  # June 2014, updated December 2015
        return [Printed("issued", date.value, date.start, date.end)], begin
    if guessed := GUESSED_YEAR.search(folded, start, end):
        return [Printed.cut("issued", text, guessed.span("issued"))], guessed.start()
    if (undated := YEARLESS.search(folded, start, end)) and undated.end() == end:
        return [Printed("undated", undated[0], *undated.span())], undated.start()
    return [], end
