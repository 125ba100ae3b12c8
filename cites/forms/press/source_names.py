"""A source by its name, as it stands before a date: "Reuters Jan. 5", "Interfax and TASS", "James Brown in The Diplomat"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.common_words import is_common
from cites.forms.form import Context, holds_any
from cites.forms.signals import LABEL
from cites.grammar.dates import NUMERAL, OF, WEEKDAYS, find_date, read_date
from cites.grammar.lexicon import AND, compile_words, one_of
from cites.grammar.locator_shapes import CJK_PAGES
from cites.grammar.names import ET_AL
from cites.grammar.person import is_given
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.separators import back
from cites.grammar.sources import EDITION_WORDS, GENRE, is_source_shaped
from cites.grammar.wordings import LANGUAGE_WORDS
from cites.knowledge import load

MIDDLE = regex.compile(rf"\s(?:{one_of('joins.other')}|{AND})\s(?=\S)|\s?/\s?(?![\d@])|\s-\s")  # not in "Página/12", "X/@MSF_Sudan"
ISSUE_OF_YEAR = rf"(?:(?i:{one_of('issues')})\s?)?(?P<issue>\d{{1,3}})/(?P<year>(?:19|20)\d\d)(?!\d)"  # 12/2013 · Heft 12/2013
SYMBOL = r"\p{Lu}{2,6}/(?:\p{Lu}{1,4}/)?\d[\w/.-]*"
# press release 2023/77 · 09BAKU687 · IP/25/401 · Part 4: ME/5566/B/3 · Statement/24/4701
NUMBER = regex.compile(
    rf"(?:(?:Part|Series)\s[\dIVX]+[:,]?\s)?(?P<number>(?<=\p{{Ll}}\s)\d{{1,4}}/\d+|\d{{2,4}}\p{{Lu}}{{3,}}\d+|{SYMBOL}"
    rf"|\p{{Lu}}\p{{L}}{{2,9}}/\d\d/\d+)(?=\s?(?:[,;)]|$))"
)
BEHIND_SOURCE = regex.shapes(
    (",", r"[,;]"),
    (" - ", r"\s-\s"),
    ("taz v. 30.10.2014⟨ / ⟩WAZ v. 31.10.2014", r"(?<=\d)\s/\s"),
    (" (", r"\s[(\[]"),
    ("SWB⟨ ⟩ME/5601/B/2, 30 August 1977", rf"\s(?={SYMBOL},\s)"),
    ("Vedomosti⟨: ⟩January 15", r"(?<=\p{L}):\s"),
    ("SZ vom 26.4.2008⟨:⟩ „Ein Rätsel“", r"(?<=\d)\s?:(?=\s[“\"„«]\s?\p{Lu})"),
    ("Osteuropa⟨ ⟩40, no. 3", r"\s(?=\d{1,4},\s(?:no|nr)\.\s?\d)"),
    ("SA⟨ ⟩2/19 in WNC 2/21", r"\s(?=\d{1,2}/\d{1,2}\sin\s\p{Lu})"),
    ("TASS⟨ ⟩citing RIA Novosti", rf"\s(?=(?:{one_of('citing')})\s)"),
    ("Der Spiegel⟨ ⟩12/2013", rf"\s(?={ISSUE_OF_YEAR}|\d{{4}}\s(?:gmt|GMT|utc|UTC|msk|MSK))"),  # Interfax 1430 GMT
)
SOURCE_END = regex.compile(rf"(?=[\s,;:])(?:{BEHIND_SOURCE})|$")  # with a quick look before it
WITH_NUMBER = regex.compile(r"(?P<name>\p{Lu}[^\d,;:]+)(?P<before>[*_]?\s)(?P<issue>(?!1[89]\d\d|20\d\d)[1-9]\d{1,4})")  # Private Eye 1576
TWO_NUMBERS = regex.compile(r"\s(?!24/7)\d{1,2}[./]\d{1,2}(?:-\d{1,2})?$")  # AFP 24/1 · Accra 28/1 · PAP 07.10 · MM 2/19-21
PART = regex.compile(r"Part (?:One|Two|Three|Four|Five|[1-9]|[IVX]+)")  # see Part One, EDM, January 28
NUMBERED = regex.compile(rf"\s(?i:{one_of('issues')}|no|nr)\s?\d")  # "Kommersant No. 23"
WRITER = regex.compile(  # "James Brown in The Diplomat", "@mod_russia on Twitter"
    rf"(?P<writer>(?:\p{{Lu}}[\p{{L}}.' -]{{3,40}}?|@\w+))\s(?:writing\s)?(?:{one_of('writes_in')})\s(?:the\s)?(?=\p{{Lu}})"
)
WRITER_WORDS = tuple(f" {word} " for word in load()["writes_in"])  # a quick look for what most names do not hold
DESCRIBED = regex.compile(  # IMF press release No. 23/145
    rf"(?:'s)?\s(?P<genre>(?:{one_of('source_genres.often')}\s(?:20\d\d\s)?)?"
    rf"{one_of('source_genres', 'source_genres.behind')}|(?i:press\srelease))"
    r"(?:\s(?:[Nn]o\.?\s?|[Nn]r\.?\s?|№\s?|\#)?(?P<number>\d[\w/.-]*))?$"
)
DESCRIPTIONS = frozenset(word.rpartition(" ")[2] for table in ("source_genres", "source_genres.behind") for word in load()[table])
IN_LANGUAGE = regex.compile(r"\s(?:in\s|\()(?P<language>\p{Lu}\p{Ll}+)$")
HANDLE = regex.compile(  # Masha Gessen (@mashagessen), Twitter
    r"(?P<name>\p{Lu}[^,;:()@“”]{3,50}?)\s?\(@[\w.]+\)(?=,)|(?P<name>@\w+(?:\.\w+)*)(?=,|\s\()"
)
WITH_OTHERS = compile_words(rf"(?P<name>(?-i:\p{{Lu}}[^,;:()\d“”]{{1,40}}?)){ET_AL}(?=,\s[*_]?(?-i:\p{{Lu}}))")  # Guerra et al., Nature
OTHERS_BEFORE = compile_words(rf"{ET_AL},\s$")
OF_SAME_DAY = compile_words(rf"\s(?:of\s|from\s)?(?:{one_of('same_day')})$")
DAYS = tuple(word.rpartition(" ")[2] for word in load()["same_day"])  # a quick look for what most names do not hold
OF_DATE = regex.compile(rf"\s{OF}$")
THROUGH = regex.compile(  # ED-LP 4/14/98 from EFE · SA 2/19 in WNC 2/21
    r",?\s(?:from|via|citing|quoting|in)\s(?P<wire>\p{Lu}[\p{L}.-]*(?:\s\p{Lu}[\p{L}.-]*){0,2})(?P<day>\s\d\d?/\d\d?(?=[,;)\]]|$))?"
)
MAX_NAME = 200  # code points of a name, and of a date after it without a comma
STRONG = 0.7  # evidence that a name is a source's
SURE = 0.95
LIKELY = 0.9
WEAK = 0.5


def read_source(context: Context, at: int, end: int, *, first: bool) -> list[Printed] | None:
    """Return the source that begins at `at`, up to a comma or up to the date that follows without one; None where none does.

    With it may come what its name says of it: a language, a kind, its author. first: nothing stands before it.
    """
    folded, text = context.folded, context.text
    if folded.startswith("the ", at) and folded[at + 4 : at + 5].isupper():
        at += 4
    handle = HANDLE.match(folded, at, end) if "@" in folded else None
    if handle and first and read_date(folded, handle.end() + 2, end):  # (@PresidenceBF, 5 March)
        return [Printed("source", text[slice(*handle.span("name"))], at, handle.end())]
    handle = handle or (WITH_OTHERS.match(folded, at, end) if first or folded[at - 2] in ";(" else None)
    if handle:
        return [Printed("author", text[slice(*handle.span("name"))], at, handle.end())]
    stop = _stop(context, at, end)
    if stop is None:
        return None
    if folded.endswith(DAYS, at, stop) and (same := OF_SAME_DAY.search(folded, at, stop)):  # Global Times of the same day
        stop = same.start()
    name_end = _before_date(context, at, stop)
    if name_end is not None:
        stop = name_end
        if of := OF_DATE.search(folded, at, stop):  # Frankfurter Zeitung v. 22. 2. 1922
            stop = of.start()
        stop = _before_of(context, at, stop)
        if folded[at:stop].casefold().endswith((" of", " on", " from")):
            return None
    if found := _in_language(context, at, stop) or _described(context, at, stop):
        return found
    while stop > at and folded[stop - 1] == " ":  # "Interfax , January 22"
        stop -= 1
    return _named(context, at, stop)


def _stop(context: Context, at: int, end: int) -> int | None:
    """Return where the stretch with a name ends, None where it is too long for one."""
    folded = context.folded
    limit = min(end, at + MAX_NAME)
    match = SOURCE_END.search(folded, at, limit)
    stop = match.start() if match else limit
    if stop == limit < end:
        return None
    dash = context.text.find("—", at, stop)
    stop = dash if dash > at else stop
    numbered = NUMBERED.search(folded, at, stop)
    return numbered.start() if numbered and context.evidence(context.text[at : numbered.start()]) >= LIKELY else stop


def _before_date(context: Context, at: int, stop: int) -> int | None:
    """Return where a name ends that a date follows without a comma, None where none does."""
    folded = context.folded
    if not NUMERAL.search(folded, at, stop):
        return None
    two = TWO_NUMBERS.search(folded, at, stop) if context.kind == "inline" else None
    days, name = context.known.days, folded[at : two.start()] if two else ""
    if two and (days.slashed or (days.months_first and name.isupper()) or context.press(name) or is_place(name)):
        return two.start()
    date = find_date(folded, at, stop)
    # ( Quelle: taz 1997) · Wilkerson et al., Scientific Data 2014
    labelled = context.kind == "inline" and date is not None and (LABEL.search(folded, 0, at) or OTHERS_BEFORE.search(folded, 0, at))
    if date is None or date.start == at or not (date.has_day or date.has_month or labelled):
        return None
    is_last = date.end >= stop - 1 or THROUGH.fullmatch(folded, date.end, stop)
    if not (is_last or CJK_PAGES.match(folded, date.end, stop) or EDITION_WORDS.match(folded, date.end, stop)):
        return None
    return back(folded, at, date.start, " -:")


def _before_of(context: Context, at: int, stop: int) -> int:
    """Return where a source ends that its day follows with "of": "TASS of March 3", but not "the raid of March 3"."""
    names = MIDDLE.split(context.text[at : stop - len(" of")]) if context.folded.endswith(" of", at, stop) else []
    return stop - len(" of") if names and all(context.evidence(name) >= SURE for name in names) else stop


def _in_language(context: Context, at: int, stop: int) -> list[Printed]:
    """Read "Interfax in English"."""
    last_word = context.folded[context.folded.rfind(" ", at, stop) + 1 : stop]
    spoken = IN_LANGUAGE.search(context.folded, at, stop) if last_word.casefold() in LANGUAGE_WORDS else None
    language = load().languages.get(spoken["language"].casefold()) if spoken else None
    if spoken is None or language is None:
        return []
    return [
        Printed("source", context.text[at : spoken.start()], at, spoken.start()),
        Printed("language", language, spoken.start() + 1, stop),
    ]


def _described(context: Context, at: int, stop: int) -> list[Printed]:
    """Read "Gazprom press release"."""
    *words, last_word = ["", *context.folded[at:stop].casefold().split(" ")]
    is_likely = last_word in DESCRIPTIONS or (last_word[-1:].isdigit() and not DESCRIPTIONS.isdisjoint(words))
    described = DESCRIBED.search(context.folded, at + 1, stop) if is_likely else None
    if described is None:
        return []
    steps = [
        Printed("source", context.text[at : described.start()], at, described.start()),
        Printed("genre", described["genre"], described.start("genre"), described.end("genre")),
    ]
    if described["number"]:
        steps.append(Printed("number", context.text[slice(*described.span("number"))], *described.span("number")))
    return steps


def _named(context: Context, at: int, stop: int) -> list[Printed] | None:
    """Return the source or the sources of this name, None where it has the shape of none."""
    name = context.text[at:stop]
    whole = (at, stop) in context.italics  # *Dundee Courier & Argus*
    if context.evidence(name) < 1.0 and not whole and (parts := _split(context, at, stop) or _written_in(context, at, stop)):
        return parts
    if name.casefold() in WEEKDAYS or PART.fullmatch(name):
        return [Printed("aside", name, at, stop)]
    if (numbered := WITH_NUMBER.fullmatch(name)) and not context.outlet(name) and context.press(numbered["name"]):
        end, issue = (at + numbered.end(group) for group in ("name", "before"))
        return [Printed("source", numbered["name"], at, end), Printed("issue", numbered["issue"], issue, stop)]
    if len(name) == 1 and name.islower():
        return None  # X is a source, x a number
    is_source = context.outlet(name) or name in context.known.short_names or is_source_shaped(name)
    return [Printed("source", name, at, stop)] if is_source else None


def _split(context: Context, at: int, stop: int) -> list[Printed]:
    """Part "Interfax and TASS" where both sides are sources."""
    folded, text = context.folded, context.text
    edges = [at]
    for match in MIDDLE.finditer(folded, at, stop):
        edges += [match.start(), match.end()]
    if len(edges) == 1:
        return []
    edges.append(stop)
    parts = [Printed("source", text[a:b], a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    worth = [context.evidence(part.value) for part in parts]
    if (one := context.outlet(parts[0].value)) and all(context.outlet(part.value) == one for part in parts):
        return [parts[0]._replace(end=stop)]  # Commercial Times/工商時報
    joint = GENRE.match(folded, stop + len(", ")) and not any(context.press(part.value) for part in parts)  # MOFCOM & GACC, Announcement
    certain = min(worth) >= LIKELY or (max(worth) >= SURE and min(worth) >= STRONG) or (max(worth) == 1.0 and min(worth) >= WEAK)
    return parts if certain and not joint else []


def _written_in(context: Context, at: int, stop: int) -> list[Printed]:
    """Part "James Brown in The Diplomat" into an author and a source."""
    match = WRITER.match(context.folded, at, stop) if holds_any(context.folded[at:stop], WRITER_WORDS) else None
    if match is None or context.evidence(context.text[match.end() : stop]) < SURE:
        return []
    source, words = Printed("source", context.text[match.end() : stop], match.end(), stop), match["writer"].split()
    is_named = is_given(words[0]) or any(word.isupper() or not is_common(word.lower()) for word in words)
    if not is_named or context.folded.endswith(" the ", 0, at):
        return [source]  # Parts One and Two in EDM; denied by the NNPC in Punch; not "BIRD on X"
    return [Printed("author", context.text[slice(*match.span("writer"))], *match.span("writer")), source]
