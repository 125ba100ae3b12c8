"""A title without quotation marks: "Stylianos A. Sotiriou, Russian Energy Strategy (Lanham, MD: Lexington Books, 2015), 4"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.assign import ISSUERS, assign
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.titled import POINTERS, is_body, read_author
from cites.grammar.dates import read_date
from cites.grammar.imprint import EDITED, EDITION, GENRE_WORDS, GENRES, NUMBERED, SERIES_GENRE, TRANSLATED, is_place, read_imprint
from cites.grammar.imprint import Item as Printed
from cites.grammar.lexicon import first_words, leading
from cites.grammar.locators import BARE_PAGES, LAW_REVIEW, PAGES, SECTIONS, VOLUME
from cites.grammar.names import ET_AL, GIVEN_FIRST, LONE_ROLE, ONE, PARTICLE, SINGLE, People, is_given, read_people, split_people
from cites.grammar.sources import is_body as has_body_word
from cites.grammar.tail import ABBREVIATED, ACCESS_WORDS, ACCESSED, AFTER_PAGE, COMMENT, EDITION_WORDS, VOLUMES, closing
from cites.model import Name
from cites.tagger.tag import read_pieces

BOUNDARY = regex.compile(r"\s\(|\s\[|[,.]\s|;|$|(?<=[^.])\.$")
VOLUME_NEXT = regex.compile(r",\s(?:vol|t|Bd|ser|series)\.?\s", regex.IGNORECASE)
PARTICLES_FIRST = regex.compile(rf"(?:{PARTICLE})+\p{{Lu}}")  # van der Pijl
LED_TO = regex.compile(r"\p{Ll}[:,]?\s(?:\p{Lu}[\p{L}.'-]+\s){1,3}\p{Lu}\p{L}+,\s[\p{Lu}“\"‘«„]")
PAGES_BEFORE = regex.compile(r"\s(?P<pages>\d{1,3}(?:-\d{1,3})?(?:,\s\d{1,3}(?:-\d{1,3})?)*)$")
SERIES_NEXT = regex.compile(  # ", Cold War International History Project Working Paper no. 15 (", ", SWP-Studie 8 ("
    r"(?P<series>\p{Lu}[^,;:()“”]{0,80}?(?:Papers?|Reports?|Briefs?|Briefing|Studi(?:e|es|en)|Memos?|Memorandum|Analys[ei]s"
    r"|Monographs?|Series|Notes?|Cahiers?"
    r"|Schriftenreihe|Occasional Publications?|Bulletin|Dossier|Serie)),?\s(?:(?:no|nos|nr|n°|№|vol|Bd)\.?\s?)?"
    r"(?P<number>\d{1,4}(?:[/-]\d{1,4})?)"
    r"(?=\s\(|,\s|\.\s|\.?$)",
    regex.IGNORECASE,
)
NUMBER_BEFORE = regex.compile(r",\s(?P<number>\p{Lu}{1,6}[-/]\d[\w/-]*)$")  # "Russia's Chechen Wars, MR-1289 (Santa Monica: …"
MAX_TITLE = 320  # code points
PLACE_AND = regex.compile(
    r"(?P<place>\p{Lu}[^,:(]{2,40}?),\s\p{Lu}[^,(]{2,50},\s(?:coll\.|collection)[^,(]{2,60},\s(?:1[5-9]|20)\d\d|"
    r"(?P<place>\p{Lu}[^,:(]{2,40}?)(?:\s?:\s?[^,(]{2,60})?,?\s(?=(?:1[5-9]|20)\d\d\s?(?:[,.;:)]|$))|"
    r"(?P<place>\p{Lu}[^,:(]{2,40}?)\s?:\s?\p{Lu}|(?P<place>\p{Lu}[^,:(]{2,40}?),\s\p{Lu}[^,(]{2,50},\s(?:1[5-9]|20)\d\d"
)
GERMAN_IMPRINT = regex.compile(  # Neuwied: Luchterhand 1969, S. 38 · Neuwied 1969, S. 38
    r"\p{Lu}\p{Ll}+(?::\s\p{Lu}[^,;:]{2,50}\s(?:1[89]|20)\d\d(?=[,.;)]|$)|\s(?:1[89]|20)\d\d,\s(?:S|pp?|s)\.\s?\d)"
)
ASIDE = frozenset({"language", "hereafter"})
OTHERS = regex.compile(rf"(?:{ET_AL})?[,:]\s")
POSSESSIVE = regex.compile(r"(?P<name>\p{Lu}[\p{L}-]+?)(?:'s|(?<=s)')\s(?=\p{Lu})")  # "Smith's Long Road, 44"
AFTER_NAMES = regex.compile(r"\s\(\p{Lu}[\p{L}&.-]{1,9}\),\s|[,:]\s|\s(?=\()")  # also "International Energy Agency (IEA), "
CONTAINER = regex.compile(
    r"in\s(?=\p{Lu}[^;()]{5,140}\s\d{1,4}(?:,\s\d{1,4})?\s\([^()]*\beds?\.,?\s(?:1[5-9]|20)\d\d\))|(?:in|dans|In|en|w|в):\s|in\s(?="
    r"(?:\p{Lu}[\p{L}.'-]*\s){1,4}(?:(?:and|&|und|et)\s(?:\p{Lu}[\p{L}.'-]*\s){1,4})?\((?:eds?|Hrsg|Hg|dir)\b)|(?:dans"
    r"|en)\s\p{Lu}"
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
    (ACCESS_WORDS | {"(", "["}, ACCESSED),
)
JOURNAL_WORD = (
    r"(?:Journal|Review|Revue|Studies|Quarterly|Research|Annals|Annales|Bulletin|Zeitschrift|Archiv|Proceedings|Transactions|Affairs|Survey|Science"
    r"|Politics|Society|Economics|History|Anthropology|Sociology|Geography|Development|Rivista|Revista|Yearbook|J\.)"
)
JOURNAL = regex.compile(  # Sociologus 25 (1975) · Work, Employment & Society 16(3), 2002, pp. 481 · Journal of African Studies, vol 11 no 1
    rf"(?:\p{{Lu}}[^;:()“”]{{0,60}})?{JOURNAL_WORD}[^,;:()“”]{{0,60}}(?:,?\svol\.?\s\d|,?\s\d{{1,4}}\s?(?:\(\d+(?:[-/]\d+)?\))?,\s(?:1[5-9]|20)\d\d)|"
    r"\p{Lu}[^,;:()“”]{2,70}\s(?:\d{1,4}|[IVXLC]+)(?:,\sno\.\s\d+|[./]\d+|\s?\(\d+(?:[-/]\d+)?\))?\s\((?:1[5-9]|20)\d\d\)"
)
PUBLISHER = regex.compile(  # Columbia University Press, 2011
    r"\p{Lu}[^,;:(]{2,60}(?:Press|Publishers?|Publishing|Books|Verlag|[ÉE]ditions|Editor[ei]|Edizioni|Éditeur|House),\s(?:1[5-9]|20)\d\d"
)
HOUSE = regex.compile(r"(?<=\s\S+\s\S+),\s(?P<house>\p{Lu}{2,5}|\p{Lu}\p{L}+(?:\s(?:&|and|\p{Lu}[\p{L}.'-]+)){1,3})$")
NEWS = regex.compile(r"(?P<name>\p{Lu}[^,;:()“”]{2,45})(?:,\s|\s\()(?=[\p{Lu}\d])")
SUBTITLE = regex.compile(
    r"(?:[^.;(]|(?<=\d)\.){3,160}?(?:,\s\p{Lu}[\p{L}-]+,\s\p{Lu}[^,;.(]{2,50}(?:,\scoll\.[^,(]{2,60})?,\s(?:1[5-9]|20)\d\d"
    r"|,\s\p{Lu}[^,:;.(]{2,40}:\s?\p{Lu}[^,;]{2,50},?\s(?:1[5-9]|20)\d\d|,\sin:\s|,\s\p{Lu}\p{L}+\s(?:1[5-9]"
    r"|20)\d\d)"
)
ENDING_YEAR = regex.compile(r"\s(?P<year>(?:1[5-9]|20)\d\d)$")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    if not (folded[at].isupper() or folded[at].isdigit() or not folded[at].isascii() or PARTICLES_FIRST.match(folded, at, end)):
        return []
    for author, begin in _authors(context, at, end):
        draft = _titled(context, at, begin, end, author)
        if draft:
            return [draft]
    return []


def _authors(context: Context, at: int, end: int) -> list[tuple[list[Item], int]]:
    """Return the ways to part names from the title, the likeliest first."""
    folded, text = context.folded, context.text
    ways: list[tuple[list[Item], int]] = []
    people = read_people(folded, text, at, end)
    if (
        people
        and len(people.names) > 1
        and (_are_words(people, folded) or not AFTER_NAMES.match(folded, people.end, end) or _is_one(context, people, at, end))
    ):
        people = _first_person(context, at, end)
    after = AFTER_NAMES.match(folded, people.end, end) if people else None
    if people and after:
        if is_body(text[at : people.end], context):
            ways.append(([Item("author", Name(literal=text[at : people.end]), at, people.end)], after.end()))
        else:
            ways.append(([Item(people.role, name, at, people.end) for name in people.names], after.end()))
    if people and len(people.names) > 1 and (one := _first_person(context, at, end)) and folded.startswith(", ", one.end):
        ways.append(([Item("author", one.names[0], at, one.end)], one.end + 2))  # the other names were the title's beginning
    single = SINGLE.match(folded, at, end)
    comma = folded.find(", ", at, min(end, at + 120))
    for stop in {single.end("people") if single else 0, comma}:  # "Schelling, Arms and Influence": the longer one is no list of names
        after_names = OTHERS.match(folded, stop, end) if stop > at else None
        if after_names and (GIVEN_FIRST.fullmatch(folded, at, stop) or SINGLE.fullmatch(folded, at, stop)):
            names = split_people(text[at:stop])
            if names and all(context.known.has(person) for person in names):
                ways.insert(0, ([Item("author", person, at, stop) for person in names], after_names.end()))
    if (whose := POSSESSIVE.match(folded, at, end)) and context.known.has(name := Name(family=text[slice(*whose.span("name"))])):
        ways.insert(0, ([Item("author", name, *whose.span("name"))], whose.end()))
    if (
        single and not people and len(ways) == 0
    ):  # "Wirsing, Probleme des Vergleichs, Sociologus 25 (1975) 97", "Naroll/Cohen (Hrsg.), A Handbook"
        role = LONE_ROLE.match(folded, single.end(), end)
        if (role.end() if role else single.end()) == comma:
            names = split_people(text[slice(*single.span("people"))])
            ways.append(([Item("editor" if role else "author", name, at, comma) for name in names], comma + 2))
    if comma > 0:
        printed = text[at:comma]
        if not after and is_body(printed, context) and (author := read_author(context, at, comma)):
            ways.append((author, comma + 2))
    ways.append(([], at))
    return ways


def read_titled(context: Context, at: int, end: int, author: list[Item], *, dated: bool = False) -> list[Draft]:
    """Return the work whose title begins at `at`, its author being known; dated: so is its year."""
    draft = _titled(context, at, at, end, author, dated=dated)
    return [draft] if draft else []


def _titled(context: Context, at: int, begin: int, end: int, author: list[Item], *, dated: bool = False) -> Draft | None:
    folded, text = context.folded, context.text
    if begin >= end or not (folded[begin].isupper() or folded[begin].isdigit() or not folded[begin].isascii()):
        return None
    stop, typed = find_title_end(context, begin, end)
    if author and (read_date(folded, begin, stop) or not any(c.isalpha() for c in folded[begin:stop])):
        return None  # "FRUS, 1952-1954, vol. XIV": the years belong to the title
    if stop - begin < 3 or any(word in ("who", "which", "argues", "argued", "notes", "says") for word in folded[begin:stop].split()):
        return None
    tail = context.tail(stop, end) if typed else None
    printed = tail.items if tail else ()
    printed = _own(context, printed) if author else printed
    fields = {item.field for item in printed}
    contained = "text" in fields and ("in" in fields or _is_numbered(printed) or _is_periodical(context, printed))
    items, locator, short_name = assign(printed, context, titled=contained)
    pages = (
        PAGES_BEFORE.search(folded, begin, stop)
        if fields <= {"issued", "edition", "page", "url"} and folded[stop : stop + 2] == " ("
        else None
    )
    if pages:  # the Bluebook puts the page before the year: "Understanding Privacy 22-24 (2008)"
        stop, locator = pages.start(), text[slice(*pages.span("pages"))]
    if (number := NUMBER_BEFORE.search(folded, begin, stop)) and "publisher" in fields:
        items.append(Item("number", text[slice(*number.span("number"))], *number.span("number")))
        stop = number.start()
    published = {item.field for item in items}
    if "publisher" not in published and "publisher_place" in published and "in" not in fields and folded[stop : stop + 2] == ", ":
        if house := HOUSE.search(folded, begin, stop):  # "Making Ends Meet in Contemporary Russia, Edward Elgar, Cheltenham, 2002"
            items.append(Item("publisher", text[slice(*house.span("house"))], *house.span("house")))
            stop = house.start()
    title = Item("title", text[begin:stop], begin, stop)
    is_short = all(item.field in POINTERS for item in printed)
    if author and begin > at and folded[begin - 2] != ",":  # "Smith: Long Road, 44", "Smith's Long Road, 44"
        named = context.known.has_title(text[begin:stop])
        if (folded[begin - 2] in "s'" and not (is_short and printed and named)) or (is_short and not (printed or named)):
            return None
    italic = any(start < stop and begin < finish for start, finish in context.italics)
    if is_short:
        known = dated or (
            author
            and (
                all(context.known.has(item.value) for item in author)
                or (" " in text[begin:stop] and context.known.has_title(text[begin:stop]))
            )
        )
        if not (known or (italic and author)) or _is_prose(folded[begin:stop]):
            return None
        if not printed and not italic and stop - begin < 8:
            return None
        return Draft("short", "book", at, max((item.end for item in printed), default=stop), [*author, title, *items], locator, 0.85)
    imprint = bool(fields & {"publisher", "publisher_place"})
    issued = dated or "issued" in fields or "undated" in fields
    if not author and (LED_TO.search(folded, begin, stop) or _is_about(folded[begin:stop], context)):
        return None  # "The standard history is Michael Mastanduno, Economic Containment": the work begins later
    if not author and not (imprint and issued) and not (italic and issued):
        return None
    if _is_lone(author, context) and not (contained or (imprint and issued) or "in" in fields or context.kind == "list"):
        return None
    if author and not (issued or imprint or "in" in fields or "url" in fields or "doi" in fields):
        return None
    if _is_prose(folded[begin:stop]) and not imprint:
        return None
    if author and issued and not imprint and not italic and "page" not in fields and context.evidence(text[begin:stop]) >= 0.8:
        return None  # "Justin McCurry, The Guardian, October 15, 2015"
    finish = max((item.end for item in printed), default=stop)
    if tail and tail.end > finish and folded[tail.end - 1] in ")]>":
        finish = tail.end
    confidence = 0.95 if author and imprint else 0.85 if imprint or author else 0.7
    return Draft("full", "book", at, finish, [*author, title, *items], locator, confidence, short_name)


def _are_words(people: People, folded: str) -> bool:
    """True for "Christina Eckes, EU Counter-Terrorist Policies and Fundamental Rights: …": a title was taken for further names."""
    return (
        len(people.names) > 1
        and folded[people.end : people.end + 1] == ":"
        and not all(is_given(name.given.split(" ")[0]) for name in people.names)
    )


def _is_one(context: Context, people: People, at: int, end: int) -> bool:
    """True for "Eugene Gholz, Rare Earth Elements and National Security, Energy Report": no further name has a known given name, and the
    tagger too sees one author."""
    if any(is_given(name.given.split(" ")[0]) or not name.given for name in people.names[1:]) or not is_given(people.names[0].given.split(" ")[0]):
        return False
    one = _first_person(context, at, end)
    if one is None or not context.folded.startswith(", ", one.end):
        return False
    pieces = read_pieces(context.text[at : min(end, at + MAX_TITLE)])
    return bool(pieces) and pieces[0][0] == "author" and len(pieces[0][1]) <= one.end - at + 1


def _first_person(context: Context, at: int, end: int) -> People | None:
    one = ONE.match(context.folded, at, end)
    return People(split_people(context.text[at : one.end()]), one.end()) if one else None


def _own(context: Context, printed: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """Leave out what belongs to the next short form: "Smith, Long Road, 44, Klein, “Border Question,” 50"."""
    for index, item in enumerate(printed[1:], 1):
        if item.field == "text" and all(one.field in POINTERS for one in printed[:index]):
            names = split_people(item.value) if printed[index + 1 : index + 2] and printed[index + 1].field == "quoted" else ()
            return printed[:index] if names and all(context.known.has(name) for name in names) else printed
    return printed


def _is_periodical(context: Context, printed: tuple[Printed, ...]) -> bool:
    """True where the first unnamed stretch is a newspaper or magazine with its day: "Guardian (Apr. 9, 2022)"."""
    name = next(item.value for item in printed if item.field == "text")
    outlet = context.outlet(name)
    dated = any(item.field == "issued" and len(item.value) >= 7 for item in printed)
    to_the_day = any(item.field == "issued" and len(item.value) == 10 for item in printed)
    if outlet is None and to_the_day and not has_body_word(name) and not any(item.field == "publisher_place" for item in printed):
        return True  # books have no days: "Fin. Times (Mar. 2, 2022)"
    return dated and ((outlet is not None and outlet.kind not in ISSUERS) or name.endswith("."))


def _is_numbered(printed: tuple[Printed, ...]) -> bool:
    """True where the first unnamed stretch has a volume or an issue: "Survival 58, no. 4", "102 Mich. L. Rev."; not "Bd. 4, München"."""
    name = next(item for item in printed if item.field == "text")
    return any(item.field in ("volume", "issue") and (item.start > name.start or name.start - item.end <= 1) for item in printed)


def _is_lone(author: list[Item], context: Context) -> bool:
    """True for one bare family name that was not met before: it needs more to be an author than others do."""
    person = author[0].value if len(author) == 1 else None
    return isinstance(person, Name) and bool(person.family) and not person.given and not context.known.has(person)


def _is_about(folded: str, context: Context) -> bool:
    """True for "Kagan makes a similar point in Of Paradise and Power", of an author who was met before."""
    words = folded.split(" ", 2)
    return len(words) == 3 and words[0] in context.known.people and words[1].islower() and words[1] not in ("and", "et", "und")


def _is_prose(folded: str) -> bool:
    """True where words that a title prints with capitals stand in small letters: not in "Free Speech Is a Triangle"."""
    words = folded.split()[1:]
    return len(words) > 2 and sum(word.strip(",.") in COMMENT for word in words) * 6 > len(words)


def find_title_end(context: Context, begin: int, end: int) -> tuple[int, bool]:
    """Return where a title that is not in quotation marks ends, and whether something that is typed follows it."""
    folded, text = context.folded, context.text
    limit = min(end, begin + MAX_TITLE)
    for start, finish in context.italics:
        if begin - 1 <= start <= begin + 1 and finish <= limit:
            return finish, True
    for match in BOUNDARY.finditer(folded, begin, limit):
        where, mark = match.start(), match[0]
        if mark in (" (", " ["):
            close = closing(folded, where + 1, end)
            if mark == " [" and close and folded[close + 1 : close + 3] in (" (", ", "):
                return where, True  # the title in translation
            items = read_imprint(folded, text, where + 2, close) if close else None
            if items and close and _has_imprint(context, close + 2, end) and all(item.field == "issued" for item in items):
                continue  # "Türk-Sovyet İlişkileri (1920–1953) (Ankara: …)": the years belong to the title
            if items and any(item.field not in ASIDE for item in items):
                return where, True
        elif mark.startswith(","):
            if _is_typed(folded, match.end(), end) or _is_news(context, match.end(), end):
                return where, True
        elif mark == ";":
            return where, False
        elif mark == ". ":
            if not ABBREVIATED.match(folded, where) and not _goes_on(folded, match.end(), limit):
                return where, False
        else:
            return where, False
    return limit, False


def _has_imprint(context: Context, at: int, end: int) -> bool:
    """True where a parenthesis at `at` says where something was published, or when."""
    close = closing(context.folded, at, end) if context.folded[at - 1 : at + 1] == " (" else None
    return close is not None and read_imprint(context.folded, context.text, at + 1, close) is not None


def _goes_on(folded: str, at: int, limit: int) -> bool:
    """True where a subtitle follows the period: an imprint without parentheses or a container comes before the next semicolon."""
    stop = folded.find(";", at, limit)
    return bool(SUBTITLE.match(folded, at, limit if stop < 0 else stop)) and not folded.startswith(("See ", "Vgl. ", "Siehe "), at)


def _is_news(context: Context, at: int, end: int) -> bool:
    """True for a newspaper or magazine with its date after an unquoted title: "Fin. Times (Mar. 2, 2022)"."""
    match = NEWS.match(context.folded, at, end)
    date = read_date(context.folded, match.end(), end) if match else None
    if match is None or date is None or not (date.has_month and date.has_year):
        return False
    return "." in match["name"] or context.evidence(match["name"]) >= 0.9


def _is_typed(folded: str, at: int, end: int) -> bool:
    word = leading(folded, at)
    if (
        SERIES_GENRE.match(folded, at, end)
        or SERIES_NEXT.match(folded, at, end)
        or CONTAINER.match(folded, at, end)
        or JOURNAL.match(folded, at, end)
        or LAW_REVIEW.match(folded, at, end)
    ):
        return True
    if folded.startswith(("http", "www.", "doi"), at):
        return True
    if any((words is None or word in words) and pattern.match(folded, at, end) for words, pattern in TYPED):
        return True
    date = read_date(folded, at, end)
    if date and "/" in date.value and not date.has_month:
        return False  # "Descent to Suez: Diaries, 1951-56"
    if date and date.has_year and not date.has_month and VOLUME_NEXT.match(folded, date.end, end):
        return False  # "Foreign Relations of the United States, 1949, vol. IX"
    if word in GENRE_WORDS and (genre := GENRES.match(folded, at, end)) and NUMBERED.match(folded, genre.end(), end):
        return True
    if date and date.has_year:
        return date.has_month or not (folded.startswith(" (", date.end) or (folded[date.end : date.end + 1] not in ("", ",", ".", ";")))
    pages = BARE_PAGES.match(folded, at, end)
    if pages and (pages.end() >= end or folded[pages.end()] in ".;," or AFTER_PAGE.match(folded, pages.end(), end)):
        return True
    if PUBLISHER.match(folded, at, end):
        return True
    if GERMAN_IMPRINT.match(folded, at, end):
        return True
    place = PLACE_AND.match(folded, at, end)
    return place is not None and is_place(place["place"])


FORM = Form("book", read)
