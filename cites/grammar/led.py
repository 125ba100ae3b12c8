"""What a word announces: "ed. G. Andrews", "in Citizenship", "coll. « Points »", "Working Paper No. 12", "2nd ed.", "in Russian"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from cites import lazy_regex as regex
from cites.grammar.dates import find_date
from cites.grammar.events import OCCASION, read_event
from cites.grammar.genres import GENRE_WORDS, GENRES, NUMBERED, THESIS_AT, is_thesis
from cites.grammar.imprint import read_imprint
from cites.grammar.imprint_fields import PUBLISHER_FIRST, UNBRACKETED_IMPRINT
from cites.grammar.in_series import SERIES_BEFORE_IMPRINT, SERIES_FIELDS
from cites.grammar.lexicon import compile_words, first_words, one_of
from cites.grammar.names import GIVEN_FIRST, LAST, read_people
from cites.grammar.part_of import EDITOR_ALONE
from cites.grammar.person import is_given
from cites.grammar.printed import Found, Point, Printed, has
from cites.grammar.publisher_places import is_place, lies_in_land
from cites.grammar.sources import is_body
from cites.grammar.wordings import EDITION, EDITION_WORDS, LANGUAGE, LANGUAGE_WORDS, LANGUAGES

PAPER = regex.compile(r"(?:paper\s)?presented", regex.IGNORECASE)
SENTENCE_END = regex.compile(r"(?<=\p{L}{3})[.](?=\s(?:\p{Lu}|https?:|doi)|\s?$)|(?<=[\p{L})])$")
WHOSE = r"(?:(?:his|her|their)\s(?-i:\p{Ll}+\s){1,2}(?=(?-i:\p{Lu})))?"  # edited by her daughter Martha Somerville
EDITORS = compile_words(rf"(?:{one_of('editors.before')})\s{WHOSE}")
TRANSLATORS = compile_words(rf"(?:(?:translated|trans\.)\sfrom\s(?:the\s)?\p{{L}}{{4,12}}\sby|{one_of('translators.before')})\s{WHOSE}")
REVISED = compile_words(
    rf"(?:(?:rev\.|revised)(?:\s(?:and\s(?:ed\.|edited|enl\.|enlarged|expanded)\s)?by)?|{one_of('directed.contributed')})\s(?="
    rf"(?-i:\p{{Lu}}))"
)
REVISED_WORDS = first_words("directed.contributed") | {"rev", "revised"}
DIRECTED = compile_words(rf"(?:{one_of('directed')})\s(?=(?-i:\p{{Lu}}))")
DIRECTED_WORDS = first_words("directed")
ACT_WORDS = frozenset({"approved", "adopted", "enacted", "confirmed", "promulgated"})
BY_ACT = compile_words(r"\p{L}+\sby\s(?:the\s|an?\s)?")
COLLECTION = compile_words(  # coll. « Points »
    rf"(?:{one_of('collections')})\s?(?:[«“\"]\s?)?(?P<collection_title>[^,«»“”\"();]{{2,60}}?)(?:\s?[»”\"])?(?=\s?(?:,|\)|;|$))"
)
NEXT_ONE = regex.compile(rf",\ (?P<name>(?P<given>\p{{Lu}}[\p{{Ll}}]+|\p{{Lu}}\.)\ {LAST})(?=,\ |\ \()")
TURNED = regex.compile(rf"(?P<name>{LAST},\ (?P<given>\p{{Lu}}\p{{Ll}}+)(?:\ \p{{Lu}}\.)*)(?=\.?\ \p{{Lu}})")  # Staklo, Vadim A.
AT_PAGE = regex.compile(r"\sat\s\d")
ON_SITE = compile_words(  # on The Fjord (3 May 2015) <https://…> · sur elysee.fr · sur Franceinfo, 2 mai 2024 (consulté le 3 mai 2025)
    rf"(?:{one_of('on_sites')})\s(?P<text>(?-i:\p{{Lu}})[^()<>;“”\"]{{2,60}})(?=\s\([^()]{{4,30}}\)\s<?(?:https?:|www))"
    rf"|(?:{one_of('on_sites')})\s(?P<site>(?:[\p{{L}}\d-]+\.)+\p{{L}}{{2,6}}(?=[,;]|\s\(|\s?$|\s<?https?:)"
    r"|(?-i:\p{Lu})[^(),<>;“”\"]{2,40}(?=,\s\d[^,()]{5,20}\s\(\p{Ll}[^()]{6,30}\d{4}\)))"
)
WRITTEN_BY = regex.compile(  # The Long Road, by Anna Berg (Oslo: Cappelen, 1999) · introduction to Inhuman Land, by Czapski, xii
    r"by\s(?=\p{Lu}[^,;:()“”\"\d]{2,60}(?:\s\(\p{Lu}[^()]{2,80},\s(?:1[5-9]|20)\d\d\)|,\s[ivxlc\d]{1,5}(?:-[ivxlc\d]{1,5})?(?=[.;]|$)))"
)
BY = regex.compile(r"\sby\s(?:the\s)?\p{Lu}[^,;.()“”\d]{2,80}(?=,\s)")
MAX_TEXT = 160  # code points of an occasion
YEAR_NEXT = regex.compile(r",\s(?:1[5-9]|20)\d\d(?![\d-])")  # behind a place and a publisher of one word: Ostfildern: Thornbeck, 2003
ENDING_YEAR = regex.compile(r"\s(?:1[5-9]|20)\d\d$")


def _editors(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Read "ed. G. Andrews"; "trans. and ed. Strom Talbert" did both."""
    found, after = _people("editor", folded, text, match, end)
    both = [item._replace(field="translator") for item in found] if "trans" in match[0].casefold() else []
    return [*found, *both], after


def _makers(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Pass over "rev. Uta Merzbach", "with an introduction by Eva Berg"; "directed by Francis Ford Coppini" tells a film."""
    people = read_people(folded, text, match.end(), end)
    at = match.start()
    if people is None:
        return [], at
    is_film = DIRECTED.match(folded, at) is not None
    return [Printed("type", "motion_picture", at, at) if is_film else Printed.cut("aside", text, (at, people.end))], people.end


def _people(field: str, folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    people = read_people(folded, text, match.end(), end)
    turned = TURNED.match(folded, match.end(), end) if people is None else None
    if turned and is_given(turned["given"]):
        return [Printed.cut(field, text, turned.span("name"))], turned.end()
    if people is None:
        alone = EDITOR_ALONE.match(folded, match.end(), end)
        return ([Printed.cut(field, text, alone.span())], alone.end()) if alone else ([], match.start())
    names = GIVEN_FIRST.match(folded, match.end(), end)
    span = names.span("people") if names else (match.end(), people.end)
    if names and not names["role"]:
        span = (span[0], _others(folded, span[1], end))
    by_role = people.role == "editor" and names is not None  # "translated by Anna Petit, a cura di M. Rossi": that of somebody else
    return [Printed.cut(field, text, span)], span[1] if by_role else max(span[1], people.end)


def _others(folded: str, stop: int, end: int) -> int:
    """Return where people end whom only commas part, each with a known given name: "a cura di Carla Rossi, Pietro Neri"."""
    while (one := NEXT_ONE.match(folded, stop, end)) and is_given(one["given"]) and not is_place(one["name"]):
        stop = one.end()
    return stop


def _genre(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    items = [Printed.cut("genre", text, match.span())]
    if number := NUMBERED.match(folded, match.end(), end):
        printed = text[slice(*number.span("number"))].strip()
        return [*items, Printed("number", printed, *number.span("number"))], number.end()
    if occasion := _occasion(folded, text, match, end):
        return occasion
    at = THESIS_AT.match(folded, match.end(), end) if is_thesis(match[0]) else None
    if at and (at["publisher"].startswith("Univ") or is_body(at["publisher"]) or is_place(at["publisher"])):
        return [*items, *Printed.each(text, at, "publisher")], at.end()
    after = folded[match.end() : match.end() + 1]
    is_over = after in (",", ".", ";", "", ")") or folded.startswith(" (", match.end()) or AT_PAGE.match(folded, match.end(), end)
    return (items, match.end()) if is_over else ([], match.start())


def _occasion(folded: str, text: str, genre: regex.Match[str], end: int) -> Found | None:
    """Read "paper presented at the 2016 Annual Convention, Toronto, 25–30 March 2019" without parentheses, up to a date or full stop."""
    at = genre.end()
    if by := BY.match(folded, at, end):  # "speech by President von der Leyen, Strasbourg, …"
        return [Printed.cut("genre", text, genre.span()), Printed.cut("aside", text, by.span())], by.end()
    if not OCCASION.match(folded, at, end):
        return None
    limit = min(end, at + MAX_TEXT)
    semicolon = folded.find(";", at, limit)
    limit = semicolon if semicolon > 0 else limit
    date = find_date(folded, at, limit)
    while date and not folded.endswith((", ", " on ", " in "), at, date.start):
        date = find_date(folded, date.end, limit)
    if date is None and PAPER.match(genre[0]) and (closed := SENTENCE_END.search(folded, at, limit)):
        event = read_event(folded, text, genre.start(), closed.start())
        return (event, closed.start()) if event else None
    items = read_imprint(folded, text, genre.start(), date.end) if date else None
    return (items, date.end) if date and items and has(items, "event_title") else None


def _site(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    blog = [Printed("type", "post-weblog", match.start(), match.start())] if match["text"] else []
    return [*blog, Printed.cut("text", text, match.span("text" if blog else "site"))], match.end()


def _act(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Read "approved by Executive Order no. 353"; who approved a paper is passed over: "approved by President Putin, March 31, 2023"."""
    genre = GENRES.match(folded, match.end(), end)
    by = None if genre else BY.match(folded, match.end() - len(" by "), end)
    return _genre(folded, text, genre, end) if genre else ([Printed.cut("aside", text, by.span())], by.end()) if by else ([], match.start())


def _language(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    return [Printed("language", LANGUAGES[match["language"].casefold()], *match.span())], match.end()


def _imprint(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Read "Washington, DC: Center for Strategic and International Studies" without parentheses."""
    if folded.endswith(" in ", 0, match.start()):
        return [], match.start()  # in Chile and Angola: A Union of Convenience?, ed. …
    year = ENDING_YEAR.search(folded, match.start("publisher"), match.end("publisher"))  # "Neuwied: Luchterhand 1969"
    alone = match["place"].isalpha() and match["publisher"].isalpha() and YEAR_NEXT.match(folded, match.end(), end)
    is_known = is_place(match["place"]) or lies_in_land(match["place"])
    if not is_known and not alone and not (year and match["place"].isalpha()):
        return [], match.start()
    stop = year.start() if year else match.end("publisher")
    return [
        Printed.cut("publisher_place", text, match.span("place")),
        Printed.cut("publisher", text, (match.start("publisher"), stop)),
    ], stop


def _publisher_first(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Read "Yale University Press: London & New Haven" before its year."""
    if not is_place(match["place"]) or is_place(match["publisher"]):
        return [], match.start()
    return [*Printed.each(text, match, "publisher"), Printed.cut("publisher_place", text, match.span("place"))], match.end()


Reader = Callable[[str, str, regex.Match[str], int], Found]  # (folded, text, match, end)


def _groups(*fields: str) -> Reader:
    """Return what takes the groups of a match that are fields: "coll. « Points »"."""
    return lambda folded, text, match, end: (Printed.each(text, match, *fields), match.end())


# What a capital begins: a sign that stands soon behind it, the pattern, what reads it.
NAMED: tuple[tuple[str, regex.Pattern[str], Reader], ...] = (
    (":", PUBLISHER_FIRST, _publisher_first),
    (":", UNBRACKETED_IMPRINT, _imprint),
    (" (", SERIES_BEFORE_IMPRINT, _groups(*SERIES_FIELDS)),
)
SOON = 128  # code points: the name of a series, what stands behind its colon, and its number
# The words that may begin it, the pattern, what reads it.
WORD_LED: tuple[tuple[frozenset[str], regex.Pattern[str], Reader], ...] = (
    (LANGUAGE_WORDS, LANGUAGE, _language),
    (EDITION_WORDS, EDITION, _groups("edition")),
    (first_words("editors.before"), EDITORS, _editors),
    (first_words("translators.before"), TRANSLATORS, partial(_people, "translator")),
    (REVISED_WORDS, REVISED, _makers),
    (DIRECTED_WORDS, DIRECTED, _makers),
    (first_words("collections"), COLLECTION, _groups("collection_title")),
    (ACT_WORDS, BY_ACT, _act),
    (first_words("on_sites"), ON_SITE, _site),
    (frozenset({"by"}), WRITTEN_BY, partial(_people, "author")),
    (GENRE_WORDS, GENRES, _genre),
)


def read_led(point: Point) -> Found | None:
    """Return what a word announces, and where that ends: "ed. G. Andrews" gives the editor; None where it announces nothing."""
    soon = point.folded[point.at : min(point.end, point.at + SOON)] if point.char.isupper() else ""
    by_sign = [(pattern, read) for sign, pattern, read in NAMED if sign in soon]
    for pattern, read in (*by_sign, *((pattern, read) for words, pattern, read in WORD_LED if point.word in words)):
        match = point.match(pattern)
        if match and (found := read(point.folded, point.text, match, point.end))[0]:
            return found
    return None
