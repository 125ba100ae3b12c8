"""Where a title without quotation marks ends: before what can be no title, such as an imprint, a volume, a journal with its year.

"Russian Energy Strategy (Lanham, MD: …" ends before the parenthesis, "Descent to Suez: Diaries, 1951-56, London: …" before the place.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context
from cites.grammar.access import ACCESS_WORDS, ACCESSED, AVAILABLE, AVAILABLE_WORDS
from cites.grammar.brackets import closing
from cites.grammar.dates import read_date
from cites.grammar.genres import GENRE_WORDS, GENRES, NUMBERED, SERIES_GENRE, is_thesis
from cites.grammar.imprint import read_imprint
from cites.grammar.imprint_fields import UNBRACKETED_IMPRINT
from cites.grammar.in_series import SERIES_BEFORE_IMPRINT, SERIES_IN_BRACKETS
from cites.grammar.led import DIRECTED, DIRECTED_WORDS, EDITION_WORDS, OCCASION
from cites.grammar.lexicon import first_words, leading
from cites.grammar.locators import AFTER_PAGE, BARE_PAGES, LAW_REVIEW, PAGES, SECTIONS, VOLUME, VOLUMES
from cites.grammar.part_of import IN_BRACKETS
from cites.grammar.printed import Printed
from cites.grammar.prose import ABBREVIATED
from cites.grammar.publisher_places import PLACE, is_place
from cites.grammar.wordings import EDITED, EDITION, TRANSLATED

BOUNDARY = regex.compile(r"\s\(|\s\[|[,.]\s|;|$|(?<=[^.])\.$")
VOLUME_NEXT = regex.compile(r",\s(?:vol|t|Bd|ser|series)\.?\s", regex.IGNORECASE)
SERIES_NEXT = regex.compile(  # ", Cold War International History Project Working Paper no. 15 (", ", SWP-Studie 8 ("
    r"(?P<series>\p{Lu}[^,;:()“”]{0,80}?(?:Papers?|Reports?|Briefs?|Briefing|Studi(?:e|es|en)|Memos?|Memorandum|Analys[ei]s"
    r"|Monographs?|Series|Notes?|Cahiers?|Special\sPub(?:lication|\.)"
    r"|Schriftenreihe|Occasional Publications?|Bulletin|Dossier|Serie)),?\s(?:(?:number|no|nos|nr|n°|№|vol|Bd)\.?\s?)?"
    r"(?P<number>\d{1,4}(?:[/-]\d{1,4})?|(?-i:\p{Lu}{2,5})/\d{2,4}/\d{1,4})"
    r"(?=\s\(|,\s|\.\s|\.?$)",
    regex.IGNORECASE,
)
MAX_TITLE = 320  # code points
PLACE_AND = regex.compile(
    r"(?P<place>\p{Lu}[^,:(]{2,40}?),\s\p{Lu}[^,(]{2,50},\s(?:coll\.|collection)[^,(]{2,60},\s(?:1[5-9]|20)\d\d|"
    r"(?P<place>\p{Lu}[^,:(]{2,40}?)(?:\s?:\s?[^,(]{2,60})?,?\s(?=(?:1[5-9]|20)\d\d\s?(?:[,.;:)]|$))|"
    r"(?P<place>\p{Lu}[^,:(]{2,40}?)\s?:\s?\p{Lu}|(?P<place>\p{Lu}[^,:(]{2,40}?),\s(?:il\s|la\s)?\p{Lu}[^,(]{2,50},\s(?:1[5-9]|20)\d\d"
)
GERMAN_IMPRINT = regex.compile(  # Neuwied: Luchterhand 1969, S. 38 · Neuwied 1969, S. 38
    r"\p{Lu}\p{Ll}+(?::\s\p{Lu}[^,;:]{2,50}\s(?:1[89]|20)\d\d(?=[,.;)]|$)|\s(?:1[89]|20)\d\d,\s(?:S|pp?|s)\.\s?\d)"
)
ASIDE = frozenset({"language", "hereafter"})
CONTAINER = regex.compile(
    r"in\s(?=\p{Lu}[^;()]{5,140}\s\d{1,4}(?:,\s\d{1,4})?\s\([^()]*\beds?\.,?\s(?:1[5-9]|20)\d\d\))|(?:in|dans|In|en|w|в):\s|in\s(?="
    r"(?:\p{Lu}[\p{L}.'-]*,?\s){1,4}(?:(?:and|&|und|et|e|y)\s(?:\p{Lu}[\p{L}.'-]*\s){1,4})?\((?:eds?|Hrsg|Hg|dir|a\scura\sdi|coords?)\b)"
    r"|in\s(?=\p{Lu}[^;()]{3,120},\s(?:a\scura\sdi|a\sc\.\sdi|hrsg\.|hg\.|eds?\.|edited\sby|dir\.|red\.|coord\.)\s)"
    r"|in\s«|(?:dans"
    r"|en)\s\p{Lu}"
)
JOURNAL_WORD = (
    r"(?:Journal|Review|Revue|Studies|Quarterly|Research|Annals|Annales|Bulletin|Zeitschrift|Archiv|Proceedings"
    r"|Transactions|Affairs|Survey|Science"
    r"|Politics|Society|Economics|History|Anthropology|Sociology|Geography|Development|Rivista|Revista|Yearbook|J\.)"
)
JOURNAL = regex.compile(  # Sociologus 25 (1975) · Work, Employment & Society 16(3), 2002, pp. 481 · Journal of African Studies, vol 11 no 1
    rf"(?:\p{{Lu}}[^;:()“”]{{0,60}})?{JOURNAL_WORD}[^,;:()“”]{{0,60}}(?:,?\svol\.?\s\d"
    rf"|,?\s\d{{1,4}}\s?(?:\(\d+(?:[-/]\d+)?\))?,\s(?:1[5-9]|20)\d\d)|"
    r"\p{Lu}[^,;:()“”]{2,70},?\s(?:\d{1,4}|[IVXLC]+)(?:,\sno\.\s\d+|[./]\d+|\s?\(\d+(?:[-/]\d+)?\))?\s\((?:1[5-9]|20)\d\d\)"
)
PUBLISHER = regex.compile(  # Columbia University Press, 2011
    r"\p{Lu}[^,;:(]{2,60}(?:Press|Publishers?|Publishing|Books|Verlag|[ÉE]ditions|Editor[ei]|Edizioni|Éditeur|House),\s(?:1[5-9]|20)\d\d"
)
NEWS = regex.compile(r"(?P<name>\p{Lu}[^,;:()“”]{2,45})(?:,\s|\s\()(?=[\p{Lu}\d])")
PAPER = regex.compile(r"(?:Research|Working|Policy|Discussion|Briefing|Occasional|White)\s(?:Paper|Brief|Note|Report)")
NUMBER_BEHIND = (  # what parts the number of a periodical from its name
    r",?\s(?:(?:[RrTta]|[Nn]r|nn?|z|vol|anno|č|roč)\.?\s?(?=[\dIVX])|[IVXLC]+(?:,|\s\()|\d{1,4}(?:[/,:]|\s\(|-\d)|\(?(?:1[89]|20)\d\d\b)"
)
QUOTED_PERIODICAL = regex.compile(  # „Kwartalnik Historyczny” R. 98, 1991, nr 2 · «Corriere della Sera», 16 marzo 2018
    rf"[“\"]\p{{L}}[^„“”«»\"]{{2,80}}[”\"]{NUMBER_BEHIND}"
    rf"|[„«]\s?\p{{L}}[^„“”«»\"]{{2,80}}[”»“\"](?:{NUMBER_BEHIND}|,\s(?:z\s)?\d{{1,2}}\s\p{{L}}+\s(?:1[89]|20)\d\d)"
)
UNPRINTED = r"(?=(?:im\sDruck|im\sErscheinen|in\spress|forthcoming|sous\spresse|w\sdruku)(?!\p{L}))"
PLACE_YEARLESS = regex.compile(rf"(?P<place>{PLACE}),\s{UNPRINTED}")
PLACED = regex.compile(rf"(?P<place>{PLACE})\s(?:1[5-9]|20)\d\d(?=[,.;]|$)")
LATER_PLACED = regex.compile(rf"\p{{Lu}}[^.;()]{{3,120}}\.\s(?P<place>{PLACE})\s(?:1[5-9]|20)\d\d(?=[,.;]|$)")
ABOUT_YEAR = regex.compile(r"(?:ca?\.?|circa|um|vers)\s(?=\d{4}(?!\d))")  # Electa, Milano, ca 2001
SHORTENED = regex.compile(r"\p{L}'\p{Ll}{1,2}\b(?<!'s)")  # Foreign Pol'y
SUBTITLE = regex.compile(
    r"[^.;(]{3,60}\?,\s\p{Lu}[^,;:(]{1,40}\s\(\p{Lu}\p{L}{2,8}\.?\s\d"
    r"|(?:(?!:\s[„“«\"])[^.;(]|(?<=\d)\.){3,160}?(?:,\s\p{Lu}[\p{L}-]+,\s\p{Lu}[^,;.(]{2,50}(?:,\scoll\.[^,(]{2,60})?,\s(?:ca?\.?\s)?(?:1[5-9]|20)\d\d"
    r"|,\s\p{Lu}[^,:;.(]{2,40}:\s?\p{Lu}[^,;]{2,50}(?:,?\s(?:1[5-9]|20)\d\d|,\s(?:pp?|S)\.\s\d|\.?$)|,\sin:\s|,\s\p{Lu}[\p{L}-]+,\s(?:im\sDruck|im\sErscheinen|in\spress|forthcoming)|,\s\p{Lu}\p{L}+\s(?:1[5-9]"
    r"|20)\d\d|,\s(?i:hg\.\sv|hrsg\.\sv|hrsg\.|eds?\.|edited\sby|a\scura\sdi|éd\.|sous\sla\sdir)[\p{L}.]*\s)"
)
# What tells that a title has ended, and the words that may begin it ("" is a digit; None: any word).
TYPED = (
    (first_words("pages"), PAGES),
    (first_words("volumes"), VOLUME),
    (None, VOLUMES),
    (first_words("sections"), SECTIONS),
    (EDITION_WORDS, EDITION),
    (first_words("editors.before"), EDITED),
    (first_words("translators.before"), TRANSLATED),
    (DIRECTED_WORDS, DIRECTED),
    (ACCESS_WORDS | {"(", "["}, ACCESSED),
    (AVAILABLE_WORDS, AVAILABLE),
)


def find_title_end(context: Context, begin: int, end: int) -> tuple[int, bool]:
    """Return where a title that is not in quotation marks ends, and whether something that is typed follows it."""
    folded = context.folded
    limit = min(end, begin + MAX_TITLE)
    for start, finish in context.italics:
        if begin - 1 <= start <= begin + 1 and finish <= limit:
            return finish, True
    for match in BOUNDARY.finditer(folded, begin, limit):
        where, mark = match.start(), match[0]
        if mark in (" (", " ["):
            close = closing(folded, where + 1, end)
            if mark == " [" and close and (folded[close + 1 : close + 3] in (" (", ", ") or IN_BRACKETS.match(folded, where + 1, end)):
                return where, True  # the title in translation; "Walki na Kałużówce [w:] Zbiory autora"
            items = _imprint(context, where + 2, close) if close else None
            behind = close and (_has_imprint(context, close + 2, end) or SERIES_IN_BRACKETS.match(folded, close + 2, end))
            if items and behind and all(item.field == "issued" for item in items):
                continue  # "Türk-Sovyet İlişkileri (1920–1953) (Ankara: …)": the years belong to the title
            if mark == " (" and close and SERIES_IN_BRACKETS.match(folded, where + 1, end):
                return where, True  # "Disegni di Giovanni Lanfranco (Gabinetto Disegni e Stampe LIX) (Firenze: Olschki, 1983)"
            if items and close and folded.startswith(", ", close + 1) and SERIES_BEFORE_IMPRINT.match(folded, close + 3, end):
                continue  # "Die Bozner Messen (1633–1850), Veröffentlichungen des Landesarchivs, 21 (Bozen: …"
            if items and close and folded.startswith(". ", close + 1) and _goes_on(folded, close + 3, limit):
                continue  # "Iurii Vladimirovich Lomonosov (1876-1952). A Bibliography and Archive Guide, Leeds 1988"
            if items and any(item.field not in ASIDE for item in items):
                return where, True
        elif mark.startswith(","):
            if _ends_before(context, match.end(), end):
                return where, True
        elif mark == ";":
            return where, False
        elif mark == ". ":
            if not ABBREVIATED.match(folded, where) and not _goes_on(folded, match.end(), limit):
                imprint = UNBRACKETED_IMPRINT.match(folded, match.end(), end) or PLACED.match(folded, match.end(), end)
                if not imprint and (later := LATER_PLACED.match(folded, match.end(), limit)) and is_place(later["place"]):
                    continue  # "Michelangelo. Six lectures by Johannes Wilde. Oxford 1978, S. 44"
                return where, imprint is not None and is_place(imprint["place"])  # "The Four Loves. New York: Harcourt, 1960"
        else:
            return where, False
    return limit, False


def _imprint(context: Context, at: int, close: int) -> list[Printed] | None:
    """Read what stands in brackets; kept, as what `_ends_before` finds."""
    if (at, close) not in context.imprints:
        context.imprints[at, close] = read_imprint(context.folded, context.text, at, close)
    return context.imprints[at, close]


def _has_imprint(context: Context, at: int, end: int) -> bool:
    """True where a parenthesis at `at` says where something was published, or when."""
    close = closing(context.folded, at, end) if context.folded[at - 1 : at + 1] == " (" else None
    return close is not None and _imprint(context, at + 1, close) is not None


def _goes_on(folded: str, at: int, limit: int) -> bool:
    """True where a subtitle follows the period: an imprint without parentheses or a container comes before the next semicolon."""
    stop = folded.find(";", at, limit)
    return bool(SUBTITLE.match(folded, at, limit if stop < 0 else stop)) and not folded.startswith(("See ", "Vgl. ", "Siehe "), at)


def _ends_before(context: Context, at: int, end: int) -> bool:
    """True where what stands behind a comma ends a title; kept, for the same comma is behind all that may begin before it."""
    known = context.title_ends.get((at, end))
    if known is None:
        known = context.title_ends[at, end] = _is_typed(context.folded, at, end) or _is_news(context, at, end)
    return known


def _is_news(context: Context, at: int, end: int) -> bool:
    """True for a newspaper or magazine with its date after an unquoted title: "Fin. Times (Mar. 2, 2022)"."""
    match = NEWS.match(context.folded, at, end)
    date = read_date(context.folded, match.end(), end) if match else None
    if match is None or date is None or not (date.has_month and date.has_year):
        return False
    return "." in match["name"] or bool(SHORTENED.search(match["name"])) or context.evidence(match["name"]) >= 0.9


def _is_imprint_behind(folded: str, at: int, end: int) -> bool:
    """True where a place and a year follow, so that a date before them is a part of the title."""
    place = PLACE_AND.match(folded, at + 2, end) if folded.startswith(", ", at) else None
    return place is not None and is_place(place["place"])


def _is_typed(folded: str, at: int, end: int) -> bool:
    word = leading(folded, at)
    if (
        SERIES_GENRE.match(folded, at, end)
        or SERIES_NEXT.match(folded, at, end)
        or CONTAINER.match(folded, at, end)
        or JOURNAL.match(folded, at, end)
        or LAW_REVIEW.match(folded, at, end)
        or SERIES_BEFORE_IMPRINT.match(folded, at, end)
        or QUOTED_PERIODICAL.match(folded, at, end)
    ):
        return True
    if folded.startswith(("http", "www.", "doi"), at):
        return True
    if any((words is None or word in words) and pattern.match(folded, at, end) for words, pattern in TYPED):
        return True
    if about := ABOUT_YEAR.match(folded, at, end):
        at = about.end()
    date = read_date(folded, at, end)
    if date and "/" in date.value and not date.has_month:
        return False  # "Descent to Suez: Diaries, 1951-56"
    if date and date.has_year and not date.has_month and VOLUME_NEXT.match(folded, date.end, end):
        return False  # "Foreign Relations of the United States, 1949, vol. IX"
    if word in GENRE_WORDS and (genre := GENRES.match(folded, at, end)):
        # "Ice and Fire, PhD thesis, University of Oslo"
        is_over = (is_thesis(genre[0]) or PAPER.fullmatch(genre[0])) and folded.startswith((",", " ("), genre.end())
        if is_over or NUMBERED.match(folded, genre.end(), end) or OCCASION.match(folded, genre.end(), end):
            return True
    if date and date.has_month and _is_imprint_behind(folded, date.end, end):
        return False  # "Le massacre des Italiens. Aigues-Mortes, 17 août 1893, Paris, Fayard, 2010"
    if date and date.has_year:
        return date.has_month or not (folded.startswith(" (", date.end) or (folded[date.end : date.end + 1] not in ("", ",", ".", ";")))
    pages = BARE_PAGES.match(folded, at, end)
    if pages and (pages.end() >= end or folded[pages.end()] in ".;," or AFTER_PAGE.match(folded, pages.end(), end)):
        return True
    if PUBLISHER.match(folded, at, end):
        return True
    if GERMAN_IMPRINT.match(folded, at, end):
        return True
    place = PLACE_AND.match(folded, at, end) or PLACE_YEARLESS.match(folded, at, end)
    return place is not None and is_place(place["place"])
