"""What is printed in a stretch of sources and dates, one thing after the other: the steps that source_date.py groups."""

from __future__ import annotations

from typing import NamedTuple

from cites import lazy_regex as regex
from cites.forms.form import Context, holds_any
from cites.forms.signals import skip_signals
from cites.grammar.access import ACCESS_WORDS, ACCESSED, AVAILABLE, AVAILABLE_WORDS
from cites.grammar.brackets import closing
from cites.grammar.dates import CLOCK, CLOCK_WORDS, MONTHS, NUMERAL, OF, OPEN, find_date, read_date
from cites.grammar.imprint import HEREAFTER, LANGUAGE, LANGUAGE_WORDS, UPDATE_WORDS, UPDATED, is_place
from cites.grammar.lexicon import first_words, leading
from cites.grammar.locators import ISSUE, PAGES, VOLUME
from cites.grammar.sources import EDITION_FIRST, EDITION_NOTE, GENRE, GENRE_FIRST, is_source_shaped
from cites.grammar.urls import read_url
from cites.knowledge import load

SEPARATOR = regex.compile(  # ", " · " and " · ", all from "
    r"[\s,:/-]*(?:(?:and|&|und|et|и|y|e|och|ve)\s)?(?:(?:all|both|each)\s(?=[\p{Lu}\d]|of\s|from\s|dated\s|on\s))?(?:(?:of"
    r"|from|dated|on|in)\s(?=[\p{Lu}\d])|(?:v\.|vom|du|от|dd\.|le|el|il|den)\s(?=\d\d?[. ]))?"
)
DAY = regex.compile(
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?:\s?-\s?(?P<day2>3[01]|[12]\d|0?[1-9]))?(?=\s?(?:[,;)\]]|$|\sand\s"
    r"|\s&\s|\s\[|\s\())(?!\s?\p{L}{3,}\s\d{4})"
)
MIDDLE = regex.compile(r"\s(?:and|&|und|et|и|y|e|och|ve)\s|\s?/\s?|\s-\s")
SOURCE_END = regex.compile(
    r"[,;]|\s-\s|\s[(\[]|(?<=\p{L}):\s|\s(?=\d{1,3}/(?:19|20)\d\d(?!\d)|\d{4}\s(?:gmt|GMT|utc|UTC|msk|MSK))|$"
)
NUMBERED = regex.compile(r"\s(?:[Nn]os?\.?|[Nn]r\.?|№)\s?\d")  # "Kommersant No. 23"
WRITER = regex.compile(  # "James Brown in The Diplomat", "@mod_russia on Twitter"
    r"(?P<writer>(?:\p{Lu}[\p{L}.' -]{3,40}?|@\w+))\s(?:writing\s)?(?:in|for|on|via)\s(?=\p{Lu})"
)
WRITER_WORDS = (" in ", " for ", " on ", " via ")  # a quick look for what most names do not hold
DESCRIBED = regex.compile(
    r"(?:'s)?\s(?P<genre>press\s(?:release|statement|service)|news\srelease|statement|communiqué|press\sconference"
    r"|official\swebsite|editorial|post|tweet|interview|broadcast)$"
)
DESCRIPTIONS = frozenset("release statement service communiqué conference website editorial post tweet".split())  # its last words
IN_LANGUAGE = regex.compile(
    r"\s(?:in\s|\()(?P<language>English|Russian|Arabic|Chinese|Ukrainian|French|Spanish|German|Japanese|Persian|Turkish"
    r"|Korean)$"
)
HANDLE = regex.compile(  # Masha Gessen (@mashagessen), Twitter
    r"(?P<name>\p{Lu}[^,;:()@“”]{3,50}?)\s?\(@\w+\)(?=,)|(?P<name>@\w+)(?=,|\s\()"
)
MONTH_ONLY = regex.compile(r"(?P<month>\p{L}{3,10})\.?(?=\s?(?:,\sp|\)|$|;))")  # "AFM, January, p6"
ONE_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
AND = r"(?:,|,?\s(?:and|&))\s"
EARLIER_DAY = regex.compile(  # "8, 9 and 10 March"
    rf"(?P<day>{ONE_DAY})(?=(?:{AND}{ONE_DAY})*?{AND}(?P<date>{ONE_DAY}(?:\s?-\s?\d{{1,2}})?\s(?!and\b)\p{{L}}{{3,}}))"
)
OF_DATE = regex.compile(rf"\s{OF}$")
REPORTED = regex.compile(r"(?P<said>\s(?:reported|said|wrote))?\son$")
SAID = regex.compile(r"\s(?:reported|reports|said|wrote|writes)$")
PLACE_AND_DATE = regex.compile(r"(?P<place>\p{Lu}[^,()]{2,30}),\s(?=[\p{Lu}\d])")  # The Times (London, 28 February 2019)
NUMBER_AND_YEAR = regex.compile(  # Der Spiegel, 12/2013
    r"(?:[Nn]o\.?\s|[Nn]r\.?\s|№\s?|Heft\s|H\.\s)?(?P<issue>\d{1,3})/(?P<year>(?:19|20)\d\d)(?!\d)"
)
NUMBER = regex.compile(r"(?:\d{2,4}\p{Lu}{3,}\d+|\p{Lu}{2,6}/(?:\p{Lu}{1,4}/)?\d[\w/.-]*)(?=\s?(?:[,;)]|$))")  # 09BAKU687 · IP/25/401
UNDATED = regex.compile(r"n\.\s?d\.", regex.IGNORECASE)
SAME_DAY = regex.compile(r"(?:the\s)?same\s(?:day|date)(?=\s?(?:[,;)]|$))")  # as the citation before
WEEKDAYS = frozenset(load()["weekdays"])
MAX_NAME = 200  # code points of a name, and of a date after it without a comma
MAX_STEPS = 80  # the longest parenthesis in tests/gold has 13
STRONG = 0.7  # evidence that a name is a source's
SURE = 0.95
LIKELY = 0.9
PERHAPS = 0.5
# What it is, the pattern, the group with its value, the words that may begin it ("" is a digit; None: any word).
TAIL: tuple[tuple[str, regex.Pattern[str], str, frozenset[str] | None], ...] = (
    ("language", LANGUAGE, "language", LANGUAGE_WORDS),
    ("aside", EDITION_NOTE, "", EDITION_FIRST),
    ("genre", GENRE, "genre", GENRE_FIRST),
    ("issue", ISSUE, "issue", first_words("issues")),
    ("volume", VOLUME, "volume", first_words("volumes")),
    ("page", PAGES, "page", first_words("pages")),
    ("undated", UNDATED, "", frozenset({"n"})),
    ("number", NUMBER, "", None),
)


class Step(NamedTuple):
    """One thing that is printed: `kind` is "source", "author" (who has a handle), "date", "day", "break" (a semicolon) or a CSL field."""

    kind: str
    value: str
    start: int
    end: int


PAGE_ALONE = regex.compile(r"\p{Lu}?\d{1,3}(?:\s?-\s?\d{1,3})?(?=\s?(?:$|[.;)]))")  # of a newspaper


def read_steps(context: Context, at: int, end: int) -> list[Step]:
    """Return what is printed between `at` and `end`, up to the first thing that no source or date is."""
    folded = context.folded
    steps: list[Step] = []
    stop = at
    while stop < end and len(steps) < MAX_STEPS:
        if folded[stop] == ";" or (folded[stop] == "." and steps and steps[-1].kind == "date"):
            if folded[stop] == ".":
                break
            steps.append(Step("break", ";", stop, stop + 1))
            stop = skip_signals(folded, stop + 1, end)
            continue
        separator = SEPARATOR.match(folded, stop, end)
        begin = separator.end() if separator else stop
        if begin >= end:
            break
        if folded[begin] == ";":
            stop = begin
            continue
        step = _step(context, begin, end, steps)
        if step is None:
            break
        steps.extend(step)
        stop = step[-1].end
        if stop < end and folded[stop] in ")]":
            stop += 1
    while steps and steps[-1].kind == "break":
        steps.pop()
    return steps


def _step(context: Context, at: int, end: int, steps: list[Step]) -> list[Step] | None:
    folded, text = context.folded, context.text
    word = leading(folded, at)
    last = next((step for step in reversed(steps) if step.kind not in ("page", "language", "clock")), None)
    if last is not None and (following := _following(context, at, end, steps, last, word)):
        return following
    clock = CLOCK.match(folded, at, end) if word in CLOCK_WORDS else None
    if clock:
        return [Step("clock", "", at, clock.end())]
    date = read_date(folded, at, end)
    if date and (date.has_day or date.has_year):
        return [Step("date", date.value, date.start, date.end)] if date.has_month or last is not None else None
    after_date = last is not None and last.kind in ("date", "day")
    updated = UPDATED.match(folded, at, end) if after_date and word in UPDATE_WORDS else None
    if updated and (later := read_date(folded, updated.end(), end)):
        return [Step("aside", text[at : later.end], at, later.end)]
    after_source = last is not None and last.kind == "source"
    numbered = NUMBER_AND_YEAR.match(folded, at, end) if after_source else None
    if numbered and last is not None and context.evidence(last.value) >= 1.0:
        return [Step("issue", numbered["issue"], at, numbered.end("issue")), Step("date", numbered["year"], *numbered.span("year"))]
    for kind, pattern, name, words in TAIL:
        match = pattern.match(folded, at, end) if words is None or word in words else None
        if match and match.end() > at:
            value = text[match.start(name) : match.end(name)] if name else ""
            return [Step(kind, load().languages[value.casefold()] if kind == "language" else value, at, match.end())]
    if folded[at] in "([":
        return _bracketed(context, at, end, after_source=after_source)
    accessed = ACCESSED.match(folded, at, end) if word in ACCESS_WORDS else None
    if accessed and (date := read_date(folded, accessed.end(), end)):
        return [Step("accessed", date.value, at, date.end)]
    available = AVAILABLE.match(folded, at, end) if word in AVAILABLE_WORDS else None
    url = read_url(text, available.end() if available else at, end, context.view.breaks)
    if url and url.value.startswith("http") and (not steps or steps[-1].kind == "break"):
        return [Step("source", url.value, url.start, url.end)]
    if url and (url.value.startswith("http") or after_date):
        return [Step("url", url.value, url.start, url.end)]
    return _source(context, at, end, steps)


def _following(context: Context, at: int, end: int, steps: list[Step], last: Step, word: str) -> list[Step] | None:
    """Read what stands only behind a source or a date: the page of a newspaper, a later day, "same day", a month alone."""
    folded, text = context.folded, context.text
    after_date = last.kind in ("date", "day")
    in_note = context.kind == "note" and last.kind == "date" and OPEN not in last.value  # The Times, 4 June 1832, 3
    in_text = context.kind == "inline" and after_date and folded[last.end : at] == ": "  # "Vedomosti, January 15: 2"
    if (in_note or in_text) and (page := PAGE_ALONE.match(folded, at, end)):
        return [Step("page", text[at : page.end()], at, page.end())]
    shares_month = last.kind == "source" and any(step.kind == "date" for step in steps)  # "TASS, May 3; Interfax, 4"
    if (after_date or shares_month or _goes_on(context, steps, at, end)) and (day := DAY.match(folded, at, end)):
        return [Step("day", day["day"] + ("/" + day["day2"] if day["day2"] else ""), at, day.end())]
    same = SAME_DAY.match(folded, at, end) if word in ("the", "same") else None
    if same and (before := next((step.value for step in reversed(steps) if step.kind == "date"), "") or context.known.issued):
        return [Step("date", before, at, same.end())]
    earlier = EARLIER_DAY.match(folded, at, end) if not word else None
    if earlier and (date := read_date(folded, earlier.start("date"), end)) and date.has_day:
        return [Step("date", f"{date.value[:8]}{int(earlier['day']):02d}", at, earlier.end())]
    if last.kind == "source" and (number := MONTHS.get(word)) and (month := MONTH_ONLY.match(folded, at, end)):
        return [Step("date", f"{OPEN}-{number:02d}", at, month.end())]
    return None


def _goes_on(context: Context, steps: list[Step], at: int, end: int) -> bool:
    """True for a later day after a semicolon: "Kyodo, January 1; 4"."""
    if context.kind != "inline" or [step.kind for step in steps[-2:]] not in (["date", "break"], ["day", "break"]):
        return False
    day, before = DAY.match(context.folded, at, end), steps[-2]
    if day is None or (before.kind == "date" and len(before.value) < len("2012-01-26")):
        return False
    return int(day["day"]) > int(before.value.rpartition("/")[2][-2:])


def _bracketed(context: Context, at: int, end: int, *, after_source: bool) -> list[Step] | None:
    """Read "[Arabic]", "(in Russian)", "(henceforth FBIS SOV)", "[Cairo]"."""
    folded, text = context.folded, context.text
    close = closing(folded, at, end)
    if close is None:
        return None
    language = LANGUAGE.fullmatch(folded, at + 1, close)
    if language:
        return [Step("language", load().languages[language["language"].casefold()], at, close + 1)]
    accessed = ACCESSED.match(folded, at + 1, close)
    if accessed and (day := read_date(folded, accessed.end(), close)):
        return [Step("accessed", day.value, at, close + 1)]
    hereafter = HEREAFTER.fullmatch(folded, at + 1, close)
    if hereafter:
        return [Step("hereafter", text[hereafter.start("name") : close].strip(" “”\"'‘’."), at, close + 1)]
    if is_place(folded[at + 1 : close]):
        return [Step("publisher_place", text[at + 1 : close], at, close + 1)]
    date = read_date(folded, at + 1, close)
    if date and date.end == close and (date.has_month or date.has_year):
        return [Step("date", date.value, date.start, close + 1)]
    place = PLACE_AND_DATE.match(folded, at + 1, close)
    if after_source and place and is_place(place["place"]) and (date := read_date(folded, place.end(), close)) and date.end == close:
        return [
            Step("publisher_place", text[slice(*place.span("place"))], *place.span("place")),
            Step("date", date.value, date.start, close + 1),
        ]
    if (close - at < 25 or (after_source and is_source_shaped(folded[at + 1 : close]))) and not any(c.isdigit() for c in folded[at:close]):
        return [Step("aside", text[at + 1 : close], at, close + 1)]
    return None


def _source(context: Context, at: int, end: int, steps: list[Step]) -> list[Step] | None:
    """Read a name up to a comma, or up to the date that follows it without one: "Reuters Jan. 5"."""
    folded, text = context.folded, context.text
    if folded.startswith("the ", at) and folded[at + 4 : at + 5].isupper():
        at += 4
    handle = HANDLE.match(folded, at, end) if "(@" in folded else None
    if handle:
        return [Step("author", text[slice(*handle.span("name"))], at, handle.end())]
    limit = min(end, at + MAX_NAME)
    match = SOURCE_END.search(folded, at, limit)
    stop = match.start() if match else limit
    if stop == limit < end:
        return None
    dash = text.find("—", at, stop)
    stop = dash if dash > at else stop
    has_digit = NUMERAL.search(folded, at, stop) is not None
    numbered = NUMBERED.search(folded, at, stop) if has_digit else None
    if numbered and context.evidence(text[at : numbered.start()]) >= SURE:
        stop = numbered.start()
    date = find_date(folded, at, stop) if has_digit else None
    if date and date.start > at and (date.has_day or date.has_month) and date.end >= stop - 1:
        stop = date.start
        while stop > at and folded[stop - 1] in " -:":
            stop -= 1
        outlet = context.outlet(text[at : stop - 1]) if folded[stop - 1] == "." else None
        if outlet and text[at:stop] not in (outlet.name, *outlet.aliases):
            return [Step("source", text[at : stop - 1], at, stop)]  # "Interfax. January 22"
        reported = REPORTED.search(folded, at, stop) if context.kind == "inline" else None
        leads = reported is not None and (reported["said"] or skip_signals(folded, 0, end) == at > 0)
        if reported and leads and context.evidence(text[at : reported.start()]) >= SURE:
            return [Step("source", text[at : reported.start()], at, stop)]  # "as reported by Reuters on January 15"
        if of := OF_DATE.search(folded, at, stop):  # Frankfurter Zeitung v. 20. 2. 1923
            stop = of.start()
        if folded[at:stop].casefold().endswith((" of", " on", " from")):
            return None
    last_word = folded[folded.rfind(" ", at, stop) + 1 : stop]
    spoken = IN_LANGUAGE.search(folded, at, stop) if last_word.casefold() in LANGUAGE_WORDS else None
    if spoken and spoken.end() == stop:
        language = load().languages.get(spoken["language"].casefold())
        if language:
            return [Step("source", text[at : spoken.start()], at, spoken.start()), Step("language", language, spoken.start() + 1, stop)]
    described = DESCRIBED.search(folded, at + 1, stop) if last_word in DESCRIPTIONS else None
    if described and described.end() == stop and described.start() > at:
        return [
            Step("source", text[at : described.start()], at, described.start()),
            Step("genre", described["genre"], described.start("genre"), stop),
        ]
    while stop > at and folded[stop - 1] == " ":  # "Interfax , January 22"
        stop -= 1
    said = SAID.search(folded, at, stop) if context.kind == "inline" and not steps else None
    if said and context.evidence(text[at : said.start()]) >= SURE:
        return [Step("source", text[at : said.start()], at, stop)]
    name = text[at:stop]
    if not name:
        return None
    if context.evidence(name) < 1.0:
        parts = _split(context, at, stop) or _written_in(context, at, stop)
        if parts:
            return parts
    if name.casefold() in WEEKDAYS:
        return [Step("aside", name, at, stop)]
    if not (context.outlet(name) or name in context.known.short_names or is_source_shaped(name)):
        return None
    return [Step("source", name, at, stop)]


def _split(context: Context, at: int, stop: int) -> list[Step]:
    """Part "Interfax and TASS" where both sides are sources."""
    folded, text = context.folded, context.text
    edges = [at]
    for match in MIDDLE.finditer(folded, at, stop):
        edges += [match.start(), match.end()]
    if len(edges) == 1:
        return []
    edges.append(stop)
    parts = [Step("source", text[a:b], a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    worth = [context.evidence(part.value) for part in parts]
    certain = min(worth) >= LIKELY or (max(worth) >= SURE and min(worth) >= STRONG) or (max(worth) == 1.0 and min(worth) >= PERHAPS)
    return parts if certain else []


def _written_in(context: Context, at: int, stop: int) -> list[Step]:
    """Part "James Brown in The Diplomat" into an author and a source."""
    match = WRITER.match(context.folded, at, stop) if holds_any(context.folded[at:stop], WRITER_WORDS) else None
    if match is None or context.evidence(context.text[match.end() : stop]) < SURE:
        return []
    text = context.text
    return [
        Step("author", text[slice(*match.span("writer"))], *match.span("writer")),
        Step("source", text[match.end() : stop], match.end(), stop),
    ]
