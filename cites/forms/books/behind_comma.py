"""What stands behind a comma and ends a title without quotation marks: a series, a journal, a date, an imprint, a page.

"Russian Energy Strategy, Lanham, MD: …", "Ice and Fire, PhD thesis, University of Oslo"; not "Descent to Suez: Diaries, 1951-56".
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.forms.form import Context
from cites.grammar.access import ACCESS_BEGINS, ACCESSED, AVAILABLE, AVAILABLE_WORDS
from cites.grammar.asides import OF_SESSION
from cites.grammar.dates import OF, read_date
from cites.grammar.events import OCCASION
from cites.grammar.genres import GENRE_WORDS, GENRES, NUMBERED, THESIS_AT, is_report, is_thesis
from cites.grammar.imprint_fields import PUBLISHER_FIRST
from cites.grammar.in_series import SERIES_BEFORE_IMPRINT
from cites.grammar.kinds import HOUSE_WORD, NUMBERED_JOURNAL_WORD, NUMBERED_SERIES_WORD, PAPERS, PROCEEDINGS_WORD
from cites.grammar.led import COLLECTION, DIRECTED, DIRECTED_WORDS, REVISED, REVISED_WORDS
from cites.grammar.lexicon import AND, IN, first_words, leading, one_of
from cites.grammar.locator_shapes import (
    AFTER_PAGE,
    BARE_PAGES,
    COUNCIL_NUMBER,
    DIVISIONS,
    LAW_REVIEW,
    PAGES,
    SECTIONS,
    STATE_NUMBER,
    VOLUME,
    VOLUMES,
)
from cites.grammar.locators import STATE_WORDS
from cites.grammar.names import EDITS
from cites.grammar.publisher_places import PLACE, STATE, is_place
from cites.grammar.roles import end_of_named
from cites.grammar.sources import is_station
from cites.grammar.wordings import EDITED, EDITION, EDITION_WORDS, TRANSLATED, UPDATE_WORDS, UPDATED_DAY

LONGEST_NAME = 60  # code points of what a body publishes
SERIES_NUMBER = regex.shapes(
    ("8", r"\d{1,4}(?:[/-]\d{1,4})?"),
    ("WP/20/113", r"(?-i:\p{Lu}{2,5})/\d{2,4}/\d{1,4}"),
    ("A-1234", r"(?-i:\p{Lu}{1,4}-\p{Lu}?\d{2,5}(?:-\d{1,4})?)"),
    ("WPM 63", r"(?-i:\p{Lu}{2,5}\s\d{1,4}|\p{Lu}{1,4}\d{3,6}(?:-\d{1,5})?)"),  # UP2022-0036
    flags=regex.IGNORECASE,
)
SERIES_NEXT = regex.compile(  # ", Cold War International History Project Working Paper no. 15 (", ", SWP-Studie 8 ("
    rf"(?P<series>\p{{Lu}}[^,;:()“”]{{0,80}}?{NUMBERED_SERIES_WORD}),?\s(?:(?:number|no|nos|nr|n°|№|vol|Bd)\.?\s?)?"
    rf"(?P<number>{SERIES_NUMBER})(?=\s\(|,\s|\.\s|\.?$)",
    regex.IGNORECASE,
)
# Security Assessment in North Africa Dispatch No. 3, Geneva: Small Arms Survey
OF_SERIES = regex.compile(r"\p{Lu}[^,;:()“”\d]{5,80}\s[Nn][or]\.\s\d{1,4}(?:/\d{1,4})?(?=,\s\p{Lu}[^,;:()]{2,30}:\s\p{Lu})")
SHORT_PLACE = rf"(?P<place>(?:[МЛК]|СПб|Пг)\.|\p{{Lu}}[^,:(]{{2,40}}?(?:,\s{STATE}(?!\p{{L}}))?)"  # also Washington, DC
PLACE_AND = regex.compile(
    # Paris, Seuil, coll. Points, 1990 · Paris, Seuil, « Points », 1990
    rf"{SHORT_PLACE},\s\p{{Lu}}[^,(]{{2,50}},\s(?:(?:coll\.|collection|«)[^,(]{{2,60}}|“[^,(“]{{2,60}}”),\s(?:1[5-9]|20)\d\d|"
    rf"{SHORT_PLACE}(?:\s?:\s?[^,(]{{2,60}})?,?\s(?=(?:1[5-9]|20)\d\d\s?(?:[,.;:)]|$))|"  # Leipzig: Barth, 1921, · Leipzig 1921.
    rf"{SHORT_PLACE}\s?:\s?\p{{Lu}}|"  # London: Penguin
    rf"{SHORT_PLACE},\s(?:il\s|la\s)?\p{{Lu}}[^,(]{{2,50}},\s(?:1[5-9]|20)\d\d"  # Bologna, il Mulino, 2004
)
GERMAN_IMPRINT = regex.compile(  # Neuwied: Luchterhand 1969, S. 38 · Neuwied 1969, S. 38
    r"\p{Lu}\p{Ll}+(?::\s\p{Lu}[^,;:]{2,50}\s(?:1[89]|20)\d\d(?=[,.;)]|$)|\s(?:1[89]|20)\d\d,\s(?:S|pp?|s)\.\s?\d)"
)
EDITED_BY = rf"(?i:{one_of('editors.before', 'editors.after')})"
CONTAINER = regex.compile(
    regex.shapes(
        (
            "⟨in ⟩Old Laws 52 (J. Baron ed., 1999)",
            r"in\s(?=\p{Lu}[^;()]{5,140}\s\d{1,4}(?:,\s\d{1,4})?\s\([^()]*\beds?\.,?\s(?:1[5-9]|20)\d\d\))",
        ),
        ("⟨in: ⟩Handbuch", rf"\[?{IN}(?::|:?\]:?)\s"),  # [w:] Akcja
        (
            "⟨in ⟩Ann Berg and Jo Hall (eds)",
            rf"in\s(?=(?:\p{{Lu}}[\p{{L}}.'-]*,?\s){{1,4}}(?:{AND}\s(?:\p{{Lu}}[\p{{L}}.'-]*\s){{1,4}})?\({EDITS})",
        ),
        ("⟨in ⟩Kern/Held (Hrsg.)", rf"in\s(?=\p{{Lu}}[^();:,]{{2,80}}\s\({EDITS}\))"),
        ("⟨in ⟩Roma, a cura di Berg", rf"in\s(?=\p{{Lu}}[^;()]{{3,120}},\s(?:{EDITED_BY}|(?i:{one_of('translators.before')}))\s)"),
        ("⟨in «⟩Quaderni storici»", r"in\s«"),
        (
            "⟨in ⟩The Complete Works (Lyon: Ay, 1986)",
            r"in\s(?=(?:\p{Lu}[\p{L}'-]*\s)(?:[\p{L}'-]+\s){1,7}\(\p{Lu}[^():]{2,40}:\s)",
        ),
        ("⟨Proceedings ⟩of ANTS 2002", rf"{PROCEEDINGS_WORD}\s(?=(?:of|du|des?|del|dell)\b)"),
        ("⟨dans H⟩istoire de France", r"(?:dans|en)\s\p{Lu}"),
    )
)
JOURNAL = regex.compile(
    regex.shapes(
        (
            "⟨Work, Employment & Society 16(3), 2002⟩, pp. 481",  # Journal of African Studies, vol 11 no 1
            rf"(?:\p{{Lu}}[^;:()“”]{{0,60}})?{NUMBERED_JOURNAL_WORD}[^,;:()“”]{{0,60}}(?:,?\s[Vv]ol\.?\s\d"
            r"|,?\s\d{1,4}\s?(?:\(\d+(?:[-/]\d+)?\))?,\s(?:1[5-9]|20)\d\d)",
        ),
        (
            "Sociologus 25 (1975)",
            r"\p{Lu}[^,;:()“”]{2,70},?\s(?:\d{1,4}|[IVXLC]+|[ivxlc]{2,8}(?=\s\())(?:,\sno\.\s\d+|[./]\d+|\s?\(\d+(?:[-/]\d+)?\))?"
            r"\s\((?:1[5-9]|20)\d\d\)",
        ),
        (
            "Geography, 30, 2, 2006",  # Security 9(4), 1985
            r"\p{Lu}[^,;:()“”]{2,70},?\s\d{1,4}(?:(?:,\s|:\s?)\d{1,2}|\s?\(\d{1,3}\)),\s(?:\p{Lu}\p{Ll}+\s)?(?:1[5-9]|20)\d\d(?!\d)",
        ),
    )
)
GERMAN_JOURNAL = regex.compile(  # NuR 2009, 77 · NJW 2015, S. 1421 ff.
    r"\p{Lu}\p{Ll}*\p{Lu}[\p{L}-]{0,8}\s(?:19|20)\d\d,\s(?:S\.\s)?\d{1,5}(?:\s?ff?\.?)?(?=[.;,(]|\s\(|$)"
)
SUBTITLE_OF_DAY = regex.compile(r"\.\s\p{Lu}[^.,;:()\d]{5,120}(?=,\s)")
PUBLISHER = regex.compile(  # Columbia University Press, 2011
    rf"\p{{Lu}}[^,;:(]{{2,60}}(?:{HOUSE_WORD}|House),\s(?:1[5-9]|20)\d\d|\p{{Lu}}UP,?\s(?:1[5-9]|20)\d\d"  # OUP 1974
)
HOUSE_AND_PLACE = regex.compile(  # Addison-Wesley, Cambridge, 1949
    rf"(?P<house>\p{{Lu}}[\p{{L}}'&-]+(?:\s(?:\p{{Lu}}[\p{{L}}'&-]+|{AND})){{0,3}}),\s"
    rf"(?P<place>{PLACE})(?:,\s\p{{Lu}}[\p{{L}}.]{{1,4}})?,?\s(?:1[5-9]|20)\d\d(?=[.,;)]|$)"
)
ROMANCE = regex.compile(r"[\s'](?:de|du|des|dell?[aeo]?|dei|degli|et|les|los|las)[\s']")  # Brève histoire des socialismes
HOUSE_ALONE = regex.compile(  # Libertalia, 2025 · Les éditions libertaires, 2006, p. 3 · not "Une histoire, 1998"
    r"(?:\p{Lu}[\p{L}'&-]+(?:\s\p{Lu}[\p{L}'&-]+){0,2}|(?:Les\s)?[ÉéEe]ditions(?:\s[\p{L}'-]+){1,4})"
    r"(?<!\b(?:Le|La|Les|Une?|Il|El)\s[\p{L}'&-]+)(?:,\s\p{Lu}[\p{L}'&-]+\s\p{Lu}[\p{L}'&-]+)?,\s(?:1[89]|20)\d\d(?=\.?\s*$|[.;]|,\spp?\.\s?\d|\set?\s\p{Lu})"
)
NEWS = regex.compile(rf"(?P<name>\p{{Lu}}[^,;:()“”]{{2,45}}?)(?:,\s|\s\(|\s{OF}\s(?=\d))(?=[\p{{Lu}}\d])")
NUMBER_BEHIND = (  # what parts the number of a periodical from its name
    r",?\s(?:(?:[RrTta]|[Nn]r|nn?|z|vol|anno|č|roč)\.?\s?(?=[\dIVX])|[IVXLC]+(?:,|\s\()|\d{1,4}(?:[/,:]|\s\(|-\d)|\(?(?:1[89]|20)\d\d\b)"
)
QUOTED_PERIODICAL = regex.compile(  # „Kwartalnik Historyczny” R. 98, 1991, nr 2 · «Corriere della Sera», 16 marzo 2018
    rf"[“\"]\p{{L}}[^„“”«»\"]{{2,80}}[”\"]{NUMBER_BEHIND}"
    rf"|[„«]\s?\p{{L}}[^„“”«»\"]{{2,80}}[”»“\"](?:{NUMBER_BEHIND}|,\s(?:z\s)?\d{{1,2}}(?:\.\d{{1,2}}\.|\s\p{{L}}+\s)(?:1[89]|20)\d\d)"
)
UNPRINTED = rf"(?i:{one_of('unprinted')})"
PLACE_YEARLESS = regex.compile(rf"(?P<place>{PLACE}),\s(?={UNPRINTED})")
ABOUT_YEAR = regex.compile(rf"{one_of('rough_dates.years')}\s(?=\d{{4}}(?!\d))")  # Electa, Milano, ca 2001
PAGE_BEHIND_YEAR = regex.compile(r"\s(?:at|pp?\.?|[Ss]\.)\s\d")  # Welfare Review, 2016 at 61
# What tells that a title has ended, and the words that may begin it ("" is a digit; None: any word).
TYPED = (
    (first_words("pages"), PAGES),
    (first_words("volumes"), VOLUME),
    (frozenset({""}), VOLUMES),
    (first_words("sections"), SECTIONS),
    (STATE_WORDS, STATE_NUMBER),
    (None, COUNCIL_NUMBER),
    (EDITION_WORDS, EDITION),
    (first_words("editors.before"), EDITED),
    (first_words("translators.before"), TRANSLATED),
    (DIRECTED_WORDS, DIRECTED),
    (frozenset({"coll"}), COLLECTION),  # Le Nord, PUF, coll. « Points »
    (REVISED_WORDS, REVISED),
    (ACCESS_BEGINS, ACCESSED),
    (AVAILABLE_WORDS, AVAILABLE),
    (UPDATE_WORDS, UPDATED_DAY),
    # what a series, a whole or a journal is called
    (None, OF_SESSION),
    (None, SERIES_NEXT),
    (None, OF_SERIES),
    (first_words("in_words.colon", "proceedings") | {"["}, CONTAINER),
    (None, JOURNAL),
    (None, GERMAN_JOURNAL),
    (frozenset({""}), LAW_REVIEW),
    (None, SERIES_BEFORE_IMPRINT),
    (frozenset("“\"„«"), QUOTED_PERIODICAL),
)
ADDRESSES = ("http", "www.", "doi")


def ends_title(context: Context, at: int, end: int) -> bool:
    """True where what stands behind a comma ends a title."""
    if _is_field(context.folded, at, end, is_set=context.begins_italics(at)) or _is_news(context, at, end):
        return True
    return context.kind == "inline" and _is_day(context, at, end)


def _is_day(context: Context, at: int, end: int) -> bool:
    """True for a day without its year behind what bodies publish: "OCHA, Situation Report No. 3, 16 February"."""
    date = read_date(context.folded, at, end)
    if date is None or date.has_year or not date.has_day:
        return False
    is_last = date.end >= end - 1 or context.folded[date.end] in ";,"
    return is_last and is_report(context.folded[max(0, at - LONGEST_NAME) : at - len(", ")])


def _is_field(folded: str, at: int, end: int, *, is_set: bool) -> bool:
    """True for a field of its own; set: in italics no place and no publisher stands, "Neill Lochery, *Lisbon: War in the Shadows*"."""
    word = leading(folded, at)
    if folded.startswith(ADDRESSES, at):
        return True
    if any((words is None or word in words) and pattern.match(folded, at, end) for words, pattern in TYPED):
        return True
    role = end_of_named(folded, at, end)
    if role and (role["translator"] or "(" in role[0]):
        return True  # Les Alpes, André Leroux (trad.), Bruxelles · The Low Road, Jane Doe trans., London
    imprint = None if is_set else PUBLISHER_FIRST.match(folded, at, end)
    if imprint and is_place(imprint["place"]) and not is_place(imprint["publisher"]):
        return True
    if about := ABOUT_YEAR.match(folded, at, end):
        at = about.end()
    date = read_date(folded, at, end)
    if date and not date.has_month and "/" in date.value:
        return False  # "Descent to Suez: Diaries, 1951-56"
    if word in GENRE_WORDS and _is_genre(folded, at, end):
        return True
    if date and date.has_month and is_imprint_behind(folded, date.end, end):
        return False  # "Le massacre des Italiens. Aigues-Mortes, 17 août 1893, Paris, Fayard, 2010"
    if date and date.has_year:
        is_over = folded[date.end : date.end + 1] in ("", ",", ".", ";") or PAGE_BEHIND_YEAR.match(folded, date.end, end)
        return date.has_month or bool(is_over and not folded.startswith(" (", date.end))
    return _is_page(folded, at, end) or (not is_set and _is_imprint(folded, at, end))


def _is_genre(folded: str, at: int, end: int) -> bool:
    """True for what a work is called, where its number, occasion, day or who gave it out follows: "PhD thesis, University of Oslo"."""
    genre = GENRES.match(folded, at, end)
    if genre is None:
        return False
    if is_thesis(genre[0]) and THESIS_AT.match(folded, genre.end(), end):
        return True
    is_over = (is_thesis(genre[0]) or PAPERS.search(genre[0])) and folded.startswith((",", " ("), genre.end())
    if folded[at].islower() and folded.startswith(", ", genre.end()) and (date := read_date(folded, genre.end() + 2, end)):
        return date.has_month and date.has_year  # "The Laundromat, report, 14 February 2024"
    return bool(is_over or NUMBERED.match(folded, genre.end(), end) or OCCASION.match(folded, genre.end(), end))


def _is_page(folded: str, at: int, end: int) -> bool:
    pages = BARE_PAGES.match(folded, at, end) or DIVISIONS.match(folded, at, end)
    if pages is None:
        return False
    return pages.end() >= end or folded[pages.end()] in ".;," or AFTER_PAGE.match(folded, pages.end(), end) is not None


def _is_imprint(folded: str, at: int, end: int) -> bool:
    """True for a publisher or a place, with a year."""
    if PUBLISHER.match(folded, at, end) or GERMAN_IMPRINT.match(folded, at, end):
        return True
    if (house := HOUSE_AND_PLACE.match(folded, at, end)) and is_place(house["place"]) and not is_place(house["house"]):
        return not all(is_common(word.casefold()) for word in house["house"].split(" "))  # not the "Peace" of "War, Peace, London, 1999"
    if HOUSE_ALONE.match(folded, at, end) and ROMANCE.search(folded, max(0, at - LONGEST_NAME), at):
        return True
    place = PLACE_AND.match(folded, at, end) or PLACE_YEARLESS.match(folded, at, end)
    return place is not None and is_place(place["place"])


def is_imprint_behind(folded: str, at: int, end: int) -> bool:
    """True where a place and a year follow, so that a day before them is a part of the title: "3. Mai 1917. Die Revolution, Köln 2001"."""
    subtitle = SUBTITLE_OF_DAY.match(folded, at, end)
    at = subtitle.end() if subtitle else at
    return folded.startswith(", ", at) and _is_imprint(folded, at + 2, end)


def _is_news(context: Context, at: int, end: int) -> bool:
    """True for a newspaper or magazine with its date after an unquoted title: "Fin. Times (Mar. 2, 2022)"."""
    match = NEWS.match(context.folded, at, end)
    date = read_date(context.folded, match.end(), end) if match else None
    if match is None or date is None:
        return False
    outlet = context.outlet(match["name"])
    if not date.has_year:  # Vesti nedeli, Rossiya 1, 18 February
        return context.kind == "inline" and is_station(match["name"], outlet)
    if not date.has_month:  # Streik im Hafen beendet, Süddeutsche Zeitung, 1988, S. 5
        return outlet is not None and outlet.kind in ("newspaper", "magazine")
    return "." in match["name"] or context.evidence(match["name"]) >= 0.9
