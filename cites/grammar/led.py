"""What a word announces: "ed. G. Andrews", "in Citizenship", "coll. « Points »", "Working Paper No. 12", "2nd ed.", "in Russian"."""

from __future__ import annotations

from collections.abc import Callable

from cites import lazy_regex as regex
from cites.grammar.dates import find_date
from cites.grammar.genres import GENRE_WORDS, GENRES, NUMBERED
from cites.grammar.imprint import (
    EDITION,
    LANGUAGE,
    LANGUAGE_WORDS,
    PLACE,
    WORDS,
    Item,
    is_place,
    read_imprint,
)
from cites.grammar.inverted_names import read_inverted
from cites.grammar.lexicon import compile_words, first_words, one_of
from cites.grammar.names import GIVEN_FIRST, INITIALED, ONE, PERSONS, People, is_given, read_people

WHOSE = r"(?:(?:his|her|their)\s(?-i:\p{Ll}+\s){1,2}(?=(?-i:\p{Lu})))?"  # edited by her daughter Martha Somerville
EDITORS = compile_words(rf"(?:{one_of('editors.before')})\s{WHOSE}")
TRANSLATORS = compile_words(rf"(?:{one_of('translators.before')})\s{WHOSE}")
REVISED = compile_words(r"(?:rev\.|revised)(?:\s(?:and\s(?:ed\.|edited|enlarged|expanded)\s)?by)?\s(?=(?-i:\p{Lu}))")
DIRECTED = compile_words(r"(?:directed\sby|dir\.|réal\.|regia\sdi|dirigida\spor|regie:?)\s(?=(?-i:\p{Lu}))")
DIRECTED_WORDS = frozenset({"directed", "dir", "réal", "regia", "dirigida", "regie"})
IN = compile_words(  # "in", also "in: dies. (Hrsg.), ", where the author is the editor too
    rf"(?:{one_of('in_words')}):?\s(?:(?:{one_of('idem')})(?:\s\((?:{one_of('editors.after')})\))?(?:,?\s|/))?"
    r"(?=[\p{Lu}“\"‘«„《『\p{Han}]|\((?:eds?|red|hrsg|hg|dir)\.\)\s(?-i:\p{Lu}))"
)
ROLE_BEFORE = regex.compile(r"\((?:eds?|[Rr]ed|Hrsg|Hg|dir)\.\)\s")  # in: (ed.) M. Spies, Historische letterkunde
IN_BRACKETS = regex.compile(r"\[(?:w|in|dans|en|в|у|va?|i|u):?\]:?\s(?=[\p{Lu}“\"‘«„])")
CAPITALS = r"\p{Lu}{2,}(?:[\ -]\p{Lu}{3,})*(?:,\ \p{Lu}\.)?"  # WILCOX · PIPER, J.
WITHOUT_ROLE = regex.compile(  # [w:] G. Ostasz, A. Zagórski, Akcja · in: WILCOX, The State of Our Unions
    rf"(?P<people>{INITIALED}(?:,\ {INITIALED})*|{CAPITALS}(?:\ (?:e|y|and|&|et|u\.)\ {CAPITALS})?),\ (?=\p{{Lu}}\p{{Ll}}|[AI]\ |[“\"‘«„])"
)
ROLE_AFTER = compile_words(rf"(?P<people>.+?),?\s\(?(?:{one_of('editors.after')})\)?,?\s?")
LEADING_ROLE = regex.compile(r"(?:\.|\sdi)\s$")  # "hg. ", "a cura di ": no bracket and no comma, so that names may follow
BY_WHOM = regex.compile(r"(?:by|von|v\.|par|por)\s")
ACT_WORDS = frozenset({"approved", "adopted", "enacted", "confirmed", "promulgated"})
BY_ACT = compile_words(r"\p{L}+\sby\s(?:the\s|an?\s)?")
COLLECTION_WORDS = frozenset({"coll", "collection", "colección", "collana", "reihe"})
COLLECTION = compile_words(  # coll. « Points »
    r"(?:coll\.|collection|colección|collana|reihe)\s?(?:[«“\"]\s?)?(?P<name>[^,«»“”\"();]{2,60}?)(?:\s?[»”\"])?(?=\s?(?:,"
    r"|\)|;|$))"
)
SERIES = regex.compile(  # Sprache und Geschichte, 12 (Stuttgart: Klett-Cotta, 1987) · Civilization and Capitalism, 15th-18th Century, 2 (
    r"(?P<name>\p{Lu}[^,;:()“”]{4,70}(?::\s[^,;:()“”]{3,50}|,\s\d[^,;:()“”]{3,40})?),\s(?P<number>\d{1,4})"
    r"(?=\s\(\p{Lu}[^();:]{2,40}:\s[^();]{2,80},\s(?:1[5-9]|20)\d\d\))"
)
EDITION_WORDS = frozenset(
    {"", "first", "second", "third", "fourth", "fifth", "primera", "segunda", "tercera", "cuarta", "quinta", "prima", "seconda", "terza", "rev", "revised", "new", "expanded", "updated", "wyd", "vyd", "изд"}
)
LED = rf"(?:(?:{one_of('editors.before', 'translators.before')})\s(?-i:\p{{Lu}})|(?:{one_of('volumes', 'pages')})\s?[\dIVX])"
CONTAINER = compile_words(
    rf"(?P<title>(?-i:\p{{Lu}})[^;,()“”«»]{{2,70}},(?!\s{LED})[^;()“”«»]{{2,140}}?)(?=,?\s{LED}|\s\((?:eds?\."
    rf"|(?-i:\p{{Lu}})[^():]{{2,40}}:\s))"
)
WHOLE_TITLE = compile_words(  # ", Phenomenology of Spirit, translated by", ", Upheavals of Thought ("
    rf",\s(?-i:\p{{Lu}})[^,;()“”\"]{{5,120}}(?:,\s(?:{one_of('editors.before', 'translators.before')})\s"
    r"|\s\((?-i:\p{Lu})[^():]{2,40}:\s|,\s(?-i:\p{Lu})[^,:;()]{2,40}:\s(?-i:\p{Lu})[^,:;()]{2,60},\s(?:1[5-9]|20)\d\d)"
)
TRANSLATED_TOO = regex.compile(rf"{ONE.pattern},\s(?:trans\.\sand\seds?\.|eds?\.\sand\strans\.),\s")
OWNER = regex.compile(
    rf"(?P<people>{PERSONS})(?P<role>,?\s\(?(?:trans\.|eds?\.|trans\.\sand\seds?\.|eds?\.\sand\strans\.|editors?)\)?)?,\s"
)
OCCASION = compile_words(
    r"\s(?:(?:given|delivered|presented|made|held|read|prepared)\s)?(?:at|to|before|during|auf|beim|am|vor|an)\s\S"
    r"|\s(?:(?:présentée?|prononcée?|donnée?|faite?)\s)?(?:à|au|aux|lors\sde|devant)\s\S|\s(?:presentata|tenuta|presentada)\s(?:al|alla|en)\s\S"
)
BY = regex.compile(r"\sby\s(?:the\s)?\p{Lu}[^,;.()“”\d]{2,80}(?=,\s)")
EDITOR_ALONE = regex.compile(r"\p{Lu}[\p{L}-]+(?=,?\s\(|,\s\d)")
MAX_TEXT = 160  # code points of an occasion
YEARS = regex.compile(r",\s(?:1\d|20)\d\d-(?:(?:1\d|20)\d\d|\d\d)$")  # what a collection is about
YEAR_NEXT = regex.compile(r",\s(?:1[5-9]|20)\d\d(?![\d-])")
PAGES_OVER = regex.compile(r"\d;\s")  # 64 (2011): 42-69; Anton Tantner (ed.)
ENDING_YEAR = regex.compile(r"\s(?:1[5-9]|20)\d\d$")
IMPRINT = regex.compile(
    rf"(?=\p{{Lu}}[^:;“\"(]{{1,60}}:)(?P<place>{PLACE})\s?:\s(?P<publisher>\p{{Lu}}(?:[^,.;:()\[\]]|\.(?=\s?\p{{Lu}}\."
    rf"|\s\p{{Ll}})|(?<=\b\p{{Lu}})\.(?=\s\p{{Lu}}))*?)(?:(?<!\b\p{{Lu}})(?=\.)|(?=\s?(?:[,;:()\[\]]|$)))"
)


Found = tuple[list[Item], int]  # what was read, and where it ends; nothing read: not what it seemed


BEHIND_COMMA = regex.compile(r",[”\"’']?\s?$")


def _editors(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Read "ed. G. Andrews"; "trans. and ed. Strobe Talbott" did both."""
    found, after = _people("editor", folded, text, match, end)
    both = [item._replace(field="translator") for item in found] if "trans" in match[0].casefold() else []
    return [*found, *both], after


def _translators(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    return _people("translator", folded, text, match, end)


def _revisers(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Pass over "rev. Uta Merzbach"."""
    people = read_people(folded, text, match.end(), end)
    return ([Item.cut("aside", text, (match.start(), people.end))], people.end) if people else ([], match.start())


def _directors(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Read "directed by Francis Ford Coppola": a film, by whomever."""
    people = read_people(folded, text, match.end(), end)
    return ([Item("type", "motion_picture", match.start(), match.start())], people.end) if people else ([], match.start())


def _people(field: str, folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    people = read_people(folded, text, match.end(), end)
    if people is None:
        alone = EDITOR_ALONE.match(folded, match.end(), end)
        return ([Item.cut(field, text, alone.span())], alone.end()) if alone else ([], match.start())
    names = GIVEN_FIRST.match(folded, match.end(), end)
    span = names.span("people") if names else (match.end(), people.end)
    return [Item.cut(field, text, span)], people.end


def _in(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Read "in Citizenship, ed. G. Andrews" and "in: Hermann Korte, Bernhard Schäfers (Hrsg.), Einführung …"."""
    at = match.end()
    if folded[match.start()] == "I" and ":" not in match[0] and BEHIND_COMMA.search(folded, match.start() - 4, match.start()):
        return [], match.start()  # “… Non-Linear War,” In Moscow's Shadows (blog)
    items = [Item("in", "in", match.start(), at)]
    if (before := ROLE_BEFORE.match(folded, at, end)) and (people := read_people(folded, text, before.end(), end)):
        return [*items, Item.cut("editor", text, (before.end(), people.end))], people.end
    if TRANSLATED_TOO.match(folded, at, end):
        return items, at  # "in Randall A. Poole, trans. and ed., *Problems of Idealism*"
    over = PAGES_OVER.search(folded, at, min(end, at + 160))
    led = ROLE_AFTER.match(folded, at, over.start() if over else min(end, at + 160))
    if led and LEADING_ROLE.search(folded, led.end("people"), led.end()):
        by = BY_WHOM.match(folded, led.end(), end)
        after = by.end() if by else led.end()
        behind = read_people(folded, text, after, end) or EDITOR_ALONE.match(folded, after, end)
        led = None if behind else led  # "in Imperial Decline, ed. by Stephen Blank", "in Storia di Roma, a cura di G. Ciucci"
    people = _whole(folded, text, *led.span("people")) if led else None
    if led and people is None and (comma := _before_editors(folded, text, *led.span("people"))):
        return [
            *items,
            Item.cut("text", text, (at, comma)),
            Item.cut("editor", text, (comma + 2, led.end("people"))),
        ], led.end()
    if led and people:
        items.append(Item.cut("editor", text, (led.start("people"), people.end)))
        at = led.end()
    elif plain := WITHOUT_ROLE.match(folded, at, end):
        items.append(Item.cut("editor", text, plain.span("people")))
        at = plain.end()
    elif (owner := ONE.match(folded, at, end)) and _is_owner(folded, owner, end):
        at = owner.end() + 2
    whole = CONTAINER.match(folded, at, end)  # "in Security in the Third World, Regional and Global, ed. Edward Kolodziej"
    if whole and not find_date(folded, whole.start("title"), _before_years(folded, whole)) and not _is_imprint_before(folded, whole):
        items.append(Item.cut("text", text, whole.span("title")))
        return items, whole.end("title")
    return items, at


def _is_owner(folded: str, one: regex.Match[str], end: int) -> bool:
    """True for who wrote the book that a chapter stands in: "in G. W. F. Hegel, Phenomenology of Spirit, translated by …"."""
    given = one[0].split(" ")[0]
    return "'s " not in one[0] and WHOLE_TITLE.match(folded, one.end(), end) is not None and (given.endswith(".") or is_given(given))


def _before_years(folded: str, whole: regex.Match[str]) -> int:
    """Return where "Early Modern Things, 1500-1800" ends without the years that it is about."""
    years = YEARS.search(folded, *whole.span("title"))
    return years.start() if years else whole.end("title")


def _before_editors(folded: str, text: str, start: int, end: int) -> int | None:
    """Return where the title ends in "Oral History and Identity, T. Hall" that stands before "(ed.)"; None where it is something else."""
    comma = folded.find(", ", start, end)
    while comma > start:
        people = read_people(folded, text, comma + 2, end, whole=True)
        if people and all(is_given(name.given.split(" ")[0]) for name in people.names):
            return comma
        comma = folded.find(", ", comma + 2, end)
    return None


def _is_imprint_before(folded: str, whole: regex.Match[str]) -> bool:
    """True for "in Citizenship, London: Sage (ed. X)": a place and a publisher are no part of a title."""
    last = folded[whole.start("title") : whole.end("title")].rpartition(", ")[2]
    match = IMPRINT.match(last)
    return match is not None and is_place(match["place"])


def _whole(folded: str, text: str, start: int, end: int) -> People | None:
    """Read names that fill the stretch, in their usual order or family first: "Gaugler, E." before "(Hrsg.)"."""
    people = read_people(folded, text, start, end, whole=True, single=True)
    if people is None and (inverted := read_inverted(folded, text, start, end)) and inverted.end >= end:
        return inverted
    return people


def _genre(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    items = [Item.cut("genre", text, match.span())]
    number = NUMBERED.match(folded, match.end(), end)
    if number:
        return [*items, Item("number", text[number.start("number") : number.end("number")].strip(), *number.span("number"))], number.end()
    if occasion := _occasion(folded, text, match, end):
        return occasion
    after = folded[match.end() : match.end() + 1]
    is_over = after in (",", ".", ";", "", ")") or folded.startswith(" (", match.end())
    return (items, match.end()) if is_over else ([], match.start())


def _occasion(folded: str, text: str, genre: regex.Match[str], end: int) -> Found | None:
    """Read "paper presented at the 2019 Annual Convention, Toronto, 27–30 March 2019" without parentheses: its date ends it."""
    at = genre.end()
    if by := BY.match(folded, at, end):  # "speech by President von der Leyen, Strasbourg, …"
        return [Item.cut("genre", text, genre.span()), Item.cut("aside", text, by.span())], by.end()
    if not OCCASION.match(folded, at, end):
        return None
    limit = min(end, at + MAX_TEXT)
    semicolon = folded.find(";", at, limit)
    limit = semicolon if semicolon > 0 else limit
    date = find_date(folded, at, limit)
    while date and not folded.endswith((", ", " on ", " in "), at, date.start):
        date = find_date(folded, date.end, limit)
    items = read_imprint(folded, text, genre.start(), date.end) if date else None
    return (items, date.end) if date and items and any(item.field == "event_title" for item in items) else None


def _collection(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    return [Item.cut("collection_title", text, match.span("name"))], match.end()


def _series(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    return [Item.cut("collection_title", text, match.span("name")), Item.cut("collection_number", text, match.span("number"))], match.end()


def _act(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Read "approved by Executive Order no. 355"."""
    genre = GENRES.match(folded, match.end(), end)
    return _genre(folded, text, genre, end) if genre else ([], match.start())


def _language(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    return [Item("language", WORDS.languages[match["language"].casefold()], *match.span())], match.end()


def _edition(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    return [Item.cut("edition", text, match.span("edition"))], match.end()


def _imprint(folded: str, text: str, match: regex.Match[str], end: int) -> Found:
    """Read "Washington, DC: Center for Strategic and International Studies" without parentheses."""
    year = ENDING_YEAR.search(folded, match.start("publisher"), match.end("publisher"))  # "Neuwied: Luchterhand 1969"
    alone = match["place"].isalpha() and match["publisher"].isalpha() and YEAR_NEXT.match(folded, match.end(), end)  # Ostfildern: Thorbecke, 2004
    if not is_place(match["place"]) and not alone and not (year and match["place"].isalpha()):
        return [], match.start()
    stop = year.start() if year else match.end("publisher")
    return [
        Item.cut("publisher_place", text, match.span("place")),
        Item.cut("publisher", text, (match.start("publisher"), stop)),
    ], stop


Reader = Callable[[str, str, regex.Match[str], int], Found]  # (folded, text, match, end)
# The words that may begin it (None: any), the pattern, what reads it.
WORD_LED: tuple[tuple[frozenset[str] | None, regex.Pattern[str], Reader], ...] = (
    (None, IMPRINT, _imprint),
    (None, SERIES, _series),
    (LANGUAGE_WORDS, LANGUAGE, _language),
    (EDITION_WORDS, EDITION, _edition),
    (first_words("editors.before"), EDITORS, _editors),
    (first_words("translators.before"), TRANSLATORS, _translators),
    (frozenset({"rev", "revised"}), REVISED, _revisers),
    (DIRECTED_WORDS, DIRECTED, _directors),
    (first_words("in_words"), IN, _in),
    (COLLECTION_WORDS, COLLECTION, _collection),
    (ACT_WORDS, BY_ACT, _act),
    (GENRE_WORDS, GENRES, _genre),
)


def read_in_brackets(folded: str, text: str, at: int, end: int) -> Found | None:
    """Return what "[w:] " or "[in:] " announces, as Polish and French notes print it; None where it is no such word."""
    match = IN_BRACKETS.match(folded, at, end)
    return _in(folded, text, match, end) if match else None


def read_led(folded: str, text: str, at: int, end: int, word: str) -> Found | None:
    """Return what `word`, which begins at `at`, announces, and where it ends: "ed. G. Andrews" gives the editor; None where it does not."""
    for words, pattern, read in WORD_LED:
        match = pattern.match(folded, at, end) if words is None or word in words else None
        found = read(folded, text, match, end) if match else None
        if found and found[0]:
            return found
    return None
