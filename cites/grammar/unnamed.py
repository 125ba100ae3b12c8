"""What nothing announces: the name of a container or a publisher, up to what ends it, with the volume or page behind it."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.access import ACCESSED
from cites.grammar.dates import OF, find_date
from cites.grammar.firms import FORM_NEXT
from cites.grammar.lexicon import AND, WORDS, compile_words, one_of
from cites.grammar.locator_shapes import JOINED
from cites.grammar.printed import Found, Point, Printed
from cites.grammar.prose import ABBREVIATED, ABBREVIATION, COMMENT
from cites.grammar.publisher_places import PLACE, STATE, is_place
from cites.grammar.urls import begins_with_site
from cites.grammar.volumes import VOLUME_NEXT
from cites.knowledge import load_abbreviations

STATE_NEXT = regex.compile(rf",\s{STATE}(?=[,:;.)]|\s\(?(?:1[5-9]|20)\d\d|$)")
MAX_TEXT = 160  # code points of a container or publisher
MAX_FIRST = 40  # code points of a journal's name before its period
MAX_WORDS, MAX_WORDS_NAMED = 16, 40  # of one that nothing announces, of one that "in" does
SMALL_BEGINNINGS = frozenset({"e-", "la", "le", "el", "de", "al"})  # e-International Relations, la Repubblica
CAPITAL_WITHIN = regex.compile(r"\p{Ll}{1,8}\p{Lu}\p{Ll}")  # eKathimerini, iStories, openDemocracy
SMALL_NEWS = regex.compile(r"\p{Ll}[\p{L}\d]{3,20}\s\(\p{Lu}\p{L}{2,8}\.?\s\d{1,2},\s\d{4}\)")  # techradar (May 21, 2023)
SMALL_BODY = regex.compile(
    r"il\s(?=\p{Lu}\p{Ll})|(?:université|università|universidad|institut|faculté|imprimerie|ministère|presses)\s(?:\p{Ll}{1,3}[\s'])?\p{Lu}"
)
UNIVERSITY = regex.compile(  # "université Lyon 2" has no volume; the "University of Chicago Law Review 43" has one
    r"[Uu]niversit(?!y\b)|University\sof\s\p{Lu}\p{L}+\s(?:\d{1,2}|[IVX]{1,4})$"
)
YEAR_ALONE = regex.compile(r"\d{4}")
TEXT_STOP = regex.compile(
    regex.shapes(
        (",", r"(?P<comma>,)"),
        # not of "Ties That Influence(d) Ukraine", "Naval Research Logistics (NRL) 42.1 (1993)"
        (" (", r"(?P<open>\s?(?!(?<=\p{L})\(\p{Ll}{1,3}\)|\(\p{Lu}{2,8}\)\s\d{1,4}(?:\.\d{1,3})?\s\((?:1[89]|20)\d\d\))[(\[])"),
        (";", r";"),
        ("Title⟨.⟩ Oxford", r"(?P<stop>(?<!" + ABBREVIATION + r")\.(?=\s+[\p{Lu}\d“\"‘«„]|\s*$))"),  # no full stop: "Proc. Natl. Acad."
        ("⟨ ⟩“Title”", r"\s(?=[“\"‘«„《『])"),
        ("⟨ ⟩available at: https://…", r"\s(?=(?:(?i:" + one_of("available") + r")(?:\sat)?:?\s)?<?(?:https?://|www\.))"),
        (
            "Osteuropa⟨ ⟩Jg. 40",  # Penguin at 159
            r"(?P<word>\s(?=(?:[Nn]o|[Nn]os|N°|[Vv]ol|iss?|pp?|nr|Nr|Jg|Bd|S|№|т|с|t)\.?\s?\d|p\.\s\p{Lu}\d|at\s\d{1,4}(?:[.;,-]|$)))",
        ),
        (
            "Kyodo⟨ ⟩in English",  # not of "Yearbook of Welsh Writing in English, 12 (2007)"
            r"\s(?=in\s(?:English|Russian|Chinese|Japanese|German|French|Arabic|Ukrainian|Spanish|Persian)\b(?!\s\p{Lu}|,\s\d{1,4}"
            r"(?:\.\d+)?\s\())",
        ),
        ("Nature 12⟨:⟩ 45", r"(?P<colon>:(?=\s?\d|\s\p{Lu}\d{1,2}(?:[-+.,]|$))(?!\d{1,3},?\s\(|\d{1,2},\s(?:pp?\.\s?)?\d+-\d))"),
        (" // ", r"\s//\s"),
        (" | ", r"\s\|\s"),
    )
)
BEHIND_VOLUME = regex.compile(r"[,( :;]|\.\s\d{1,4}-\d{1,4}\.?$")  # *Language and History* 62. 76-93.
ENDING_VOLUME = regex.compile(
    r"\s(?P<volume>\d{1,4}(?:(?<!\d{3})-\d{1,3}(?!\d))?|[IVXLC]{1,8}|[ivxlc]{2,8})(?:[/:.](?P<issue>\d{1,3}))?$"
)
ROMAN_DIGITS, ISSUE_BEHIND = frozenset("IVXLC"), regex.compile(r"\(\d{1,3}\)")  # Liberian Studies Journal I(2)
NUMBERED_WHOLE = regex.compile(r"\d\s?\(|\b(?:vol|no|pp?)\.|\d:\s?\d|\s\d{1,4}$")  # in italics that go on behind the name
DAY_NEXT = regex.compile(  # "France 23, 1 October 2022" has no volume
    r",\s(?:\d{1,2}\s\p{L}{3,9}(?:\s\d{4}|\.?(?=\s?(?:$|[;)])))|\p{L}{3,9}\.?\s\d{1,2}(?:,\s\d{4}|(?=\s?(?:$|[;)]))))"
)
VERSION_NEXT = regex.compile(  # "Introducing Opus 4.6, Anthropic (Feb. 5, 2026)"
    r",\s\p{Lu}[\p{L} .]{2,40}\s\(\p{Lu}\p{L}{2,8}\.?\s\d{1,2},\s\d{4}\)"
)
# English Poetry, 1578-1830 · per Luigi Crocini: 11 marzo 2006-10 marzo 2007
YEARS_LAST = regex.compile(r"\p{Ll},?\s(?:1[0-9]|20)\d\d\s?-\s?(?:\d{1,2}\s\p{Ll}+\s)?(?:1[0-9]|20)\d\d$")
IMPRINT_NEXT = regex.compile(  # of Proceedings, May 3-5, 1999: " (Boston: Ginn, 2000)", ". Eds. A. Lund and B. Holm. Oslo: Fjord, 2000"
    rf"(?:[.,]?\s(?i:{one_of('editors.before')})\s[^;:()]{{3,120}}?)?"
    r"(?:\s\([^()]{2,100}|\.?\s\p{Lu}[^.;:()]{2,40}:\s[^;:()]{2,80}),\s(?:1[5-9]|20)\d\d\b"
)
PLACE_LAST = regex.compile(  # behind "in": Das Recht des Krieges. Göttingen 1998
    rf"\.\s(?P<publisher_place>{PLACE})(?:\s(?P<issued>(?:1[5-9]|20)\d\d))?$"
)
CITED_NEXT = regex.compile(r",\s(?P<cited>\d{1,4}(?:-\d{1,4})?)(?=\s\()")
EDITED_NEXT = regex.compile(r"(?:,\s\d{1,4}(?:-\d{1,4})?)?\s\([^()]*\beds?\.,?\s\d{4}\)")
LETTERED_NUMBER = regex.compile(  # Research Report No. RR-A2977-2
    r"(?<=\b(?:Report|Paper|Brief|Memo|Note)),?\s(?:No\.\s)?(?P<number>\p{Lu}{1,4}-\p{Lu}?\d{2,5}(?:-\d{1,4})?"
    r"|\p{Lu}{2,5}\s\d{1,4}|\p{Lu}{1,4}\d{3,6}(?:-\d{1,5})?)$"
)
ABBREVIATED_JOURNAL = regex.compile(  # the rest of "Proc. Natl Acad. Sci. USA 102,"
    r"\s(?!(?:Band|Bd|Teil|Vol|Tom)\b)(?:\p{Lu}\p{L}{0,8}\.?\s){1,3}\d{1,4}(?=[,(:]|\s\()"
    r"|(?:\s\p{Lu}\p{L}{0,8}\.){1,4},\s(?:1[89]|20)\d\d,\s\d{1,4}:\s?\d"  # Brit. J. Hist. Sci., 2004, 39:407
)
NEWS_DATED = regex.compile(  # the rest of "Fin. Times (Mar. 2, 2021)"
    r"(?:\s\p{Lu}[\p{L}.]*){1,3}(?:\s\(|,\s)\p{Lu}\p{L}{2,8}\.?\s\d{1,2},\s\d{4}"
)
SHORTENED = regex.compile(r"\p{Lu}[\p{L}']*\.$")
SHORTENED_WORDS = frozenset(load_abbreviations("shortened")["words"])
NAME_REST = regex.compile(r"(?:\s\p{Lu}[\p{L}.]*){1,5}(?:,\s|$)")  # the rest of "IEEE Conf. Comput. Vis. Pattern Recognit., Long Beach"
ORDINAL = regex.compile(  # im 20. Jahrhundert
    r"[\s\d]\d\.\s(?:Jahrhundert|Jh\b|Weltkrieg|Kongre|Tagung|Wahlperiode|Deutschen|Internationalen)"
)
JOURNAL_REST = regex.compile(r"\s\p{Lu}[^.;,]{3,80}\s\d{1,4}\s\((?:1[5-9]|20)\d\d\)")  # Wissenschaft. Jahrbuch des Kulturrates 8 (1961)
JOINED_REST = regex.compile(  # the rest of "Media, War & Conflict, 12.2 (2020)", "Bijdragen tot de Taal-, Land- en Volkenkunde 118 (1962)"
    rf",\s\p{{Lu}}[\p{{L}}'-]+(?:\s\p{{Lu}}[\p{{L}}'-]+)?,?\s(?:{AND})\s\p{{Lu}}[\p{{L}}'-]+(?:\s(?:in\s)?\p{{Lu}}[\p{{L}}'-]+)?"
    r",?\s\d{1,3}(?:\.\d{1,2})?(?:,\sno\.\s\d{1,2})?\s?\(\d"
)
# the rest of "Annales. Économies, Sociétés, Civilisations, vol. 11", "Vingtième Siècle. Revue d'histoire, n° 87"
NUMBERED_REST = regex.compile(
    r"\s\p{Lu}[^.;:()“”«»\d]{3,70}(?=[,.]\s(?:[Vv]ol|n°|no|nº|num|núm|Nr|Jg|Bd|Band|H|Heft|t|tome)[.\s]\s?\d|[,.]\s\d{1,3}(?:e"
    r"|ème)\sannée\b)"
)
# the rest of "Kraków. Studia z dziejów miasta, red. J. Rajman", "Stadtgeschichte. Eine Einführung, Köln 2001"
AFTER_EDITED = regex.shapes(  # what the title of an edited book ends before
    ("⟨, red. J⟩. Rajman", rf",\s(?:{one_of('editors.before')})\s(?-i:\p{{Lu}})"),
    (", Milano, Electa, 1990", r",\s(?-i:\p{Lu})[^,.;()]{2,40},\s(?-i:\p{Lu})[^,.;()]{2,40},?\s(?:1[5-9]|20)\d\d(?!\d)"),
    (", Köln/Wien 2001", r",\s(?-i:\p{Lu})[\p{L}-]+(?:/(?-i:\p{Lu})\p{L}+)?\s(?:1[5-9]|20)\d\d(?!\d)"),
    ("⟨ (Göttingen: ⟩Wallstein", r"\s\((?-i:\p{Lu})[^():]{2,40}:\s"),
    (", Münster: Coppenrath 1986", r",\s(?-i:\p{Lu})[^.,:;()]{2,40}:\s(?-i:\p{Lu})[^.,:;()]{2,40},?\s(?:1[5-9]|20)\d\d(?!\d)"),
    ("⟨. 2. Aufl⟩., Köln", r"[,.]\s\d{1,2}\.,?\s(?:[\p{L}.]+\s){0,3}Aufl"),
    ("⟨. Köln: B⟩öhlau", r"\.\s(?-i:\p{Lu})[^.:;()\d]{2,30}:\s(?-i:\p{Lu})"),
    ("⟨ (=⟩ Studien, 4)", r"\s\(="),
    ("⟨ (Ausst⟩.-Kat. …)", r"\s\((?:Ausst|exh|cat|kat)\b"),
    flags=WORDS,
)
EDITED_REST = compile_words(rf"\s(?-i:\p{{Lu}})(?:[^.;()“”«»]|(?<=\d)\.|\(\d{{4}}\s?-\s?\d{{2,4}}\)){{3,160}}?(?={AFTER_EDITED})")
QUOTE_WITHIN = regex.compile(r"\s[„“«\"][^„“”«»\"]{1,60}[”“»\"]\s\p{Ll}|(?<=\s\p{Ll}{2,12})\s[„“«\"][^„“”«»\"]{1,60}[”“»\"],\s\p{Lu}")
YEAR_BEHIND = regex.compile(r"\s\((?:\p{L}+\s)?(?:1[5-9]|20)\d\d\)")  # Journal of Modern History lxiv (1992)
YEAR_AGAIN = regex.compile(r"(?:\s\(=[^()]{3,120}\))?,\s\p{Lu}[^,;:()\d]{2,40}\s(?:1[5-9]|20)\d\d(?!\d)")  # a place, and its year
OF_DATE = regex.compile(rf"\s{OF}\s$")


def read_unnamed(point: Point) -> Found | None:
    """Read a container, a publisher or a place, with the numbers behind it: "Cahiers 8 (1961)" gives text and volume."""
    if "." in point.gap and point.fields >= {"issued", "page"}:
        return None  # "München 2011, S. 421-433. Kritisch dazu …"
    if point.last == "doi" and "," in point.gap:
        return [], point.at  # "doi:10.3402/tellusa.v66.25274, Haozhe Xie, …": the next work
    named = point.last in ("in", "editor")
    return _read(point.folded, point.text, point.at, point.end, named=named, whole=point.wholes.get(point.at))


def read_small(point: Point) -> Found | None:
    """Read "*threatpost*, October 1, 2022", "*boundary 2* 24, no. 1": a name in italics may begin with a small letter."""
    whole = point.wholes.get(point.at) if point.char.islower() else None
    is_paper = whole and (DAY_NEXT.match(point.folded, whole, point.end) or VOLUME_NEXT.match(point.folded, whole))
    return ([Printed.cut("text", point.text, (point.at, whole))], whole) if whole and is_paper else None


def _read(folded: str, text: str, at: int, end: int, *, named: bool, whole: int | None) -> Found:
    """Return the container, publisher or place that begins at `at`, and where it ends: of "Cahiers 8 (1961)" text and volume.

    named: "in" stands before it, so that it is a container; whole: where the italics end that begin with it.
    """
    if not _may_begin(folded, at, end):
        return [], at
    stop = _stop(folded, at, min(end, at + MAX_TEXT), named=named)
    if whole and whole <= end and _is_whole(folded, at, whole, stop):
        return [Printed.cut("text", text, (at, at + len(folded[at:whole].rstrip(" .,"))))], whole
    if named and (placed := PLACE_LAST.search(folded, at, stop)) and is_place(placed["publisher_place"]):
        return [Printed.cut("text", text, (at, placed.start())), *Printed.each(text, placed, "publisher_place", "issued")], placed.end()
    dated = find_date(folded, at, stop)
    if dated and not dated.has_month and ("/" in dated.value or YEAR_AGAIN.match(folded, dated.end, end)):
        dated = None  # "… der beiden deutschen Staaten 1914–1949, München 2003", "… bis 1550 (= Beiträge, 14), Wiesbaden 2015"
    if dated and dated.end == stop and dated.start > at + 2 and (dated.has_day or dated.has_year):
        stop = dated.start
        if led := OF_DATE.search(folded, at, stop):  # "Le Monde du 3 mars 2011", "FAZ vom 3. Mai 2012"
            stop = led.start()
    stop, numbers = _numbers_behind(folded, text, at, stop, end)
    while stop > at and folded[stop - 1] in " ,.-":
        if ABBREVIATED.match(folded, stop - 1) or folded.startswith((".,", ". ("), stop - 1):  # Foreign Aff. (Nov. 21, 2019)
            break
        stop -= 1
    if not _is_name(folded[at:stop], named=named):
        return [], at
    return [Printed.cut("text", text, (at, stop)), *numbers], numbers[-1].end if numbers else stop


def _is_whole(folded: str, at: int, whole: int, stop: int) -> bool:
    """True for a name that fills its italics, with whatever signs it has: "Phil. Trans.", "The Journal of British Studies."."""
    if whole - at > MAX_TEXT or not (stop < whole or folded[whole : whole + 1].isdigit() or IMPRINT_NEXT.match(folded, whole)):
        return False
    dated = find_date(folded, at, whole)
    ends_dated = dated is not None and whole - dated.end <= len(" .")
    if ends_dated and IMPRINT_NEXT.match(folded, whole):
        return True
    if folded[whole - 4 : whole].isdigit() and YEAR_BEHIND.match(folded, whole):  # *Proceedings of the 2001 Conference …, CVPR 2001* (2001)
        return True
    return not NUMBERED_WHOLE.search(folded, at, whole) and (not ends_dated or YEARS_LAST.search(folded, at, whole) is not None)


def _may_begin(folded: str, at: int, end: int) -> bool:
    if at >= end:  # after what may part two fields nothing may follow
        return False
    char = folded[at]
    if char.isupper() or char.isdigit() or not char.isascii():
        return True
    if folded[at : at + 2] in SMALL_BEGINNINGS or begins_with_site(folded, at, end):
        return True
    return any(shape.match(folded, at, end) for shape in (CAPITAL_WITHIN, SMALL_NEWS, SMALL_BODY))


def _stop(folded: str, at: int, limit: int, *, named: bool) -> int:
    """Return where a name ends: at a comma, a bracket, a number that is announced, a period that abbreviates nothing."""
    for match in TEXT_STOP.finditer(folded, at, limit):
        rest = NUMBERED_REST.match(folded, match.end(), limit) if match["stop"] and match.start() - at < MAX_FIRST else None
        rest = rest or (EDITED_REST.match(folded, match.end(), limit) if match["stop"] and named else None)
        if rest:
            return rest.end()
        if named and QUOTE_WITHIN.match(folded, match.start(), limit):
            continue  # "Akcja „Burka” w Inspektoracie AK Rzeszów"
        if match["comma"] and (FORM_NEXT.match(folded, match.start(), limit) or JOINED_REST.match(folded, match.start(), limit)):
            continue
        if match["comma"] and (state := STATE_NEXT.match(folded, match.start(), limit)) and is_place(folded[at : state.end()]):
            continue
        if not (match["stop"] and _goes_on(folded, at, match, limit, named=named)):
            return match.start()
    return limit


def _goes_on(folded: str, at: int, period: regex.Match[str], limit: int, *, named: bool) -> bool:
    """True for the period of "Fin. Times (Mar. 2, 2021)", "im 20. Jahrhundert", "Proc. Natl Acad. Sci. USA 102"."""
    after = period.end()
    word = SHORTENED.search(folded, at, after)
    return bool(
        (word and word[0] in SHORTENED_WORDS and NAME_REST.match(folded, after, limit))
        or (period.start() - at < 8 and NEWS_DATED.match(folded, after, limit))
        or ORDINAL.match(folded, period.start() - 2)
        or (named and JOURNAL_REST.match(folded, after, limit))
        or (ABBREVIATED_JOURNAL.match(folded, after, limit) and not ACCESSED.match(folded, after + 1, limit))
    )


def _numbers_behind(folded: str, text: str, at: int, stop: int, end: int) -> tuple[int, list[Printed]]:
    """Part the numbers from the end of a name: "8/3" from "Cahiers 8/3", "98, 1" from "American Journal of Sociology 98, 1:1-29"."""
    if lettered := LETTERED_NUMBER.search(folded, at, stop):
        return lettered.start(), [Printed.cut("issue", text, lettered.span("number"))]
    volume = ENDING_VOLUME.search(folded, at, stop)
    if volume and "." in volume[0] and VERSION_NEXT.match(folded, stop, end):
        return stop, []
    if volume and volume["volume"].islower() and not YEAR_BEHIND.match(folded, stop, end):
        return stop, []
    if volume and volume["volume"] in ROMAN_DIGITS and not ISSUE_BEHIND.match(folded, stop, end):
        return stop, []
    if volume is None or YEAR_ALONE.fullmatch(volume["volume"]) or not BEHIND_VOLUME.match(folded, stop, end):
        return stop, []
    if DAY_NEXT.match(folded, stop, end) or UNIVERSITY.match(folded, at, stop):
        return stop, []
    is_page = EDITED_NEXT.match(folded, stop, end) or _is_span(volume["volume"])  # "… Sanctions 404 (Charlotte Beaumillon ed., 2022)"
    field = "page" if is_page else "volume"
    numbers = [Printed.cut(field, text, volume.span("volume"))]
    if volume["issue"]:
        numbers.append(Printed.cut("issue", text, volume.span("issue")))
    joined = JOINED.match(folded, volume.start("volume"), end) if field == "volume" and not volume["issue"] else None
    if joined and joined.end("volume") == stop and joined.end() == joined.end("issue"):  # World Politics 30: 2, January 1978
        numbers.append(Printed.cut("issue", text, joined.span("issue")))
    if field == "page" and (cited := CITED_NEXT.match(folded, volume.end(), end)):
        numbers.append(Printed.cut("cited", text, cited.span("cited")))
    return volume.start(), numbers


def _is_span(printed: str) -> bool:
    """True for pages, "54-89"; a double volume is "12-13"."""
    first, _, last = printed.partition("-")
    return first.isdigit() and last.isdigit() and (int(last) > int(first) + 2 or len(last) < len(first))


def _is_name(printed: str, *, named: bool) -> bool:
    """False for comment: "Gazeta who reported", and for a stretch that is too long or has no letters."""
    words = printed.split()
    if not words or len(words) > (MAX_WORDS_NAMED if named else MAX_WORDS) or not any(char.isalpha() for char in printed):
        return False
    return named or not any(word in COMMENT for word in words[1:])
