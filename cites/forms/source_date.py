"""Sources with dates, and what they share: "Interfax, January 26", "Izvestiya, Interfax, January 27", "Kyodo, January 27, 28",
"Gazeta.ru; Japan Times, November 22", "EDM, May 14, 2018; March 11, 2019".

The stretch is read into steps (a source, a date, a day, what may follow); then sources wait for their date, and a date without
a source repeats the last one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from cites.forms.assign import ISSUERS
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.signals import skip_signals
from cites.grammar.dates import MONTHS, OPEN, Date, find_date, read_date
from cites.grammar.imprint import HEREAFTER, LANGUAGE, UPDATED, is_place
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.locators import ISSUE, PAGES, VOLUME
from cites.grammar.names import is_given, read_people
from cites.grammar.sources import is_source_shaped
from cites.grammar.tail import ACCESSED, AVAILABLE, closing
from cites.grammar.urls import is_site, read_url
from cites.knowledge import load
from cites.model import Name

SEPARATOR = regex.compile(r"[\s,:/-]*(?:(?:and|&|und|et|и|y|e)\s)?")
DAY = regex.compile(r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?:\s?-\s?(?P<day2>3[01]|[12]\d|0?[1-9]))?(?=\s?(?:[,;)\]]|$|\sand\s|\s&\s|\s\[|\s\())(?!\s?\p{L}{3,}\s\d{4})")
MIDDLE = regex.compile(r"\s(?:and|&|und|et|и)\s|\s?/\s?|\s-\s")
SOURCE_END = regex.compile(r"[,;]|\s-\s|\s[(\[]|(?<=\p{L}):\s|$")
CLOCK = compile_words(rf"\d{{4}}\s(?:gmt|utc|msk)(?!\p{{L}})|\d{{1,2}}:\d\d(?![.:\d])(?:\s?(?:{one_of('time_words')}))?|\d{{1,2}}\.\d\d\s?(?:{one_of('time_words')})|(?:{one_of('time_words')})(?!\p{{L}})")
EDITION_NOTE = compile_words(r"(?:online|print|english|morning|evening|weekend|asia|europe|u\.?s\.?)\sedition|(?:in\s)?print|editorial|op-ed|front\spage|video|live|transcript|paywall(?:ed)?")
DESCRIBED = regex.compile(r"(?:'s)?\s(?P<genre>press\s(?:release|statement|service)|news\srelease|statement|communiqué|press\sconference|official\swebsite|editorial)$")
IN_LANGUAGE = regex.compile(r"\s(?:in\s|\()?(?P<language>English|Russian|Arabic|Chinese|Ukrainian|French|Spanish|German|Japanese|Persian|Turkish|Korean)$")
GENRE = regex.compile(r"(?P<genre>press\s(?:release|statement)|news\srelease|communiqué|official\sstatement)(?=\s?(?:[,;)]|$))")
MONTH_ONLY = regex.compile(r"(?P<month>\p{L}{3,10})\.?(?=\s?(?:,\sp|\)|$|;))")  # "AFM, January, p6"
EARLIER_DAY = regex.compile(r"(?P<day>3[01]|[12]\d|0?[1-9])(?=(?:,|\s(?:and|&))\s(?P<date>(?:3[01]|[12]\d|0?[1-9])(?:\s?-\s?\d{1,2})?\s\p{L}{3,}))")  # "8, 10 March"
NUMBER_AND_YEAR = regex.compile(r"(?P<issue>\d{1,3})/(?P<year>(?:19|20)\d\d)(?!\d)")  # Der Spiegel, 12/2013
UNDATED = regex.compile(r"n\.\s?d\.", regex.IGNORECASE)
WEEKDAYS = frozenset(load()["weekdays"])
WEAK, STRONG = 0.5, 0.7


class Step(NamedTuple):
    """One thing that is printed: `kind` is "source", "date", "day", "break" (a semicolon) or a CSL field."""

    kind: str
    value: str
    start: int
    end: int


@dataclass
class Group:
    """Citations that share: the sources that still wait for a date, and the last source that got one."""

    waiting: list[Step] = field(default_factory=list)
    source: list[Item] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    month: str = ""  # "XXXX-01" or "2012-01", what a lone day belongs to
    undated: list[Draft] = field(default_factory=list)  # whose date is shared with a later source, or has no year yet


def read(context: Context, at: int, end: int) -> list[Draft]:
    """Return the citations of one parenthesis or of one part of a note, none where it is something else."""
    if not any(c.isdigit() for c in context.folded[at:end]):
        return []
    steps = read_steps(context, at, end)
    if len(steps) == 2 and steps[0].kind == "date" and len(steps[0].value) >= 10 and steps[1].kind == "source" and context.evidence(steps[1].value) >= STRONG:
        return [_date_first(context, *steps)]
    return group(context, steps) if steps else []


def _date_first(context: Context, date: Step, name: Step) -> Draft:
    """Read "January 26, 2012, Interfax"."""
    return _draft(context, name, [*_named(name), Item("issued", date.value, date.start, date.end)], date.start, name.end)


def read_steps(context: Context, at: int, end: int) -> list[Step]:
    """Return what is printed between `at` and `end`, up to the first thing that no source or date is."""
    folded = context.folded
    steps: list[Step] = []
    stop = at
    while stop < end:
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
    last = next((step for step in reversed(steps) if step.kind not in ("page", "language", "clock")), None)
    after_date = last is not None and last.kind in ("date", "day")
    if after_date and (day := DAY.match(folded, at, end)):
        value = day["day"] + ("/" + day["day2"] if day["day2"] else "")
        return [Step("day", value, at, day.end())]
    clock = CLOCK.match(folded, at, end)
    if clock:
        return [Step("clock", "", at, clock.end())]
    earlier = EARLIER_DAY.match(folded, at, end)
    if earlier and last is not None and (date := read_date(folded, earlier.start("date"), end)) and date.has_day:
        return [Step("date", f"{date.value[:8]}{int(earlier['day']):02d}", at, earlier.end())]
    month = MONTH_ONLY.match(folded, at, end)
    if month and last is not None and last.kind == "source" and (number := MONTHS.get(month["month"].casefold())):
        return [Step("date", f"{OPEN}-{number:02d}", at, month.end())]
    date = read_date(folded, at, end)
    if date and (date.has_day or date.has_year):
        if not date.has_month and last is None:
            return None
        return [Step("date", date.value, date.start, date.end)]
    updated = UPDATED.match(folded, at, end) if after_date else None
    if updated and (later := read_date(folded, updated.end(), end)):
        return [Step("aside", text[at : later.end], at, later.end)]
    number = NUMBER_AND_YEAR.match(folded, at, end)
    if number and last is not None and last.kind == "source" and context.evidence(last.value) >= 1.0:
        return [Step("issue", number["issue"], *number.span("issue")), Step("date", number["year"], *number.span("year"))]
    for kind, pattern, name in TAIL:
        match = pattern.match(folded, at, end)
        if match and match.end() > at:
            value = text[match.start(name) : match.end(name)] if name else ""
            return [Step(kind, load().languages[value.casefold()] if kind == "language" else value, at, match.end())]
    if folded[at] in "([":
        return _bracketed(context, at, end, after_source=last is not None and last.kind == "source")
    accessed = ACCESSED.match(folded, at, end)
    if accessed and (date := read_date(folded, accessed.end(), end)):
        return [Step("accessed", date.value, at, date.end)]
    available = AVAILABLE.match(folded, at, end)
    url = read_url(text, available.end() if available else at, end, context.view.breaks)
    if url and url.value.startswith("http") and (not steps or steps[-1].kind == "break"):
        return [Step("source", url.value, url.start, url.end)]
    if url and (url.value.startswith("http") or after_date):
        return [Step("url", url.value, url.start, url.end)]
    return _source(context, at, end, steps)


def _bracketed(context: Context, at: int, end: int, *, after_source: bool) -> list[Step] | None:
    """Read "[Arabic]", "(in Russian)", "(henceforth FBIS SOV)", "[Cairo]"."""
    folded, text = context.folded, context.text
    close = closing(folded, at, end)
    if close is None:
        return None
    language = LANGUAGE.fullmatch(folded, at + 1, close)
    if language:
        return [Step("language", load().languages[language["language"].casefold()], at, close + 1)]
    hereafter = HEREAFTER.fullmatch(folded, at + 1, close)
    if hereafter:
        return [Step("hereafter", text[hereafter.start("name") : close].strip(" “”\"'‘’."), at, close + 1)]
    if is_place(folded[at + 1 : close]):
        return [Step("publisher_place", text[at + 1 : close], at, close + 1)]
    date = read_date(folded, at + 1, close)
    if date and date.end == close and (date.has_month or date.has_year):
        return [Step("date", date.value, date.start, close + 1)]
    if (close - at < 25 or (after_source and is_source_shaped(folded[at + 1 : close]))) and not any(c.isdigit() for c in folded[at:close]):
        return [Step("aside", text[at + 1 : close], at, close + 1)]
    return None


def _source(context: Context, at: int, end: int, steps: list[Step]) -> list[Step] | None:
    """Read a name up to a comma, or up to the date that follows it without one: "Reuters Jan. 5"."""
    folded, text = context.folded, context.text
    if folded.startswith("the ", at) and folded[at + 4 : at + 5].isupper():
        at += 4
    match = SOURCE_END.search(folded, at, end)
    stop = match.start() if match else end
    date = find_date(folded, at, stop)
    if date and date.start > at and (date.has_day or date.has_month) and date.end >= stop - 1:
        stop = date.start
        while stop > at and folded[stop - 1] in " -:":
            stop -= 1
        if folded[at:stop].casefold().endswith((" of", " on", " from")):
            return None
    spoken = IN_LANGUAGE.search(folded, at, stop)
    if spoken and spoken.end() == stop:
        language = load().languages.get(spoken["language"].casefold())
        if language:
            return [Step("source", text[at : spoken.start()], at, spoken.start()), Step("language", language, spoken.start() + 1, stop)]
    described = DESCRIBED.search(folded, at + 1, stop)
    if described and described.end() == stop and described.start() > at:
        return [Step("source", text[at : described.start()], at, described.start()), Step("genre", described["genre"], described.start("genre"), stop)]
    name = text[at:stop]
    if not name:
        return None
    if context.evidence(name) < 0.8:
        parts = _split(context, at, stop)
        if parts:
            return parts
    if name.casefold().split()[0] in WEEKDAYS and len(name.split()) == 1:
        return [Step("aside", name, at, stop)]
    if not (is_source_shaped(name) or name in context.known.short_names or context.outlet(name)):
        return None
    return [Step("source", name, at, stop)]


def _split(context: Context, at: int, stop: int) -> list[Step]:
    """Part "Interfax and TASS" where both sides are sources."""
    folded, text = context.folded, context.text
    edges = [at]
    for match in MIDDLE.finditer(folded, at, stop):
        edges += [match.start(), match.end()]
    edges.append(stop)
    parts = [Step("source", text[a:b], a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return parts if len(parts) > 1 and all(context.evidence(part.value) >= STRONG for part in parts) else []


TAIL: tuple[tuple[str, regex.Pattern[str], str], ...] = (
    ("language", LANGUAGE, "language"),
    ("aside", EDITION_NOTE, ""),
    ("genre", GENRE, "genre"),
    ("issue", ISSUE, "issue"),
    ("volume", VOLUME, "volume"),
    ("page", PAGES, "page"),
    ("undated", UNDATED, ""),
)


def group(context: Context, steps: list[Step]) -> list[Draft]:
    """Give each source its dates; none where the sources are not convincing."""
    state = Group()
    for index, step in enumerate(steps):
        if step.kind == "source":
            state.waiting.append(step)
        elif step.kind in ("date", "day"):
            if not _take_date(context, state, step, steps, index):
                state.waiting.clear()
                state.source, state.month = [], ""
        elif step.kind == "break":
            if any(context.evidence(name.value) < WEAK if name.kind == "source" else name.kind == "page" for name in state.waiting):
                state.waiting.clear()  # a comment, or "EIA, International Energy Outlook 2003, page 49": complete without a date
        elif state.waiting and step.kind != "undated":
            if step.kind in ("aside", "clock"):
                state.waiting[-1] = state.waiting[-1]._replace(end=step.end)
            else:
                state.waiting.append(step)
        elif state.drafts:
            draft = state.drafts[-1]
            draft.end = max(draft.end, step.end)
            if step.kind == "hereafter":
                draft.short_name = step.value
            elif step.kind == "page":
                draft.locator = step.value
            elif step.kind not in ("aside", "clock"):
                draft.items.append(Item(step.kind, step.value, step.start, step.end))
    return state.drafts


def _take_date(context: Context, state: Group, step: Step, steps: list[Step], index: int) -> bool:
    if state.waiting:
        return _date_sources(context, state, step)
    if not state.drafts or not state.source:
        return False
    last = state.drafts[-1]
    if step.kind == "date" and len(step.value) == 4:  # a year for the dates before it
        return _add_year(state, step)
    if step.kind == "day":
        value = _days(state.month, step.value)
        if value is None:
            return False
    else:
        value = step.value
        state.month = value.partition("/")[2][:7] or value[:7]
    if OPEN not in value and state.month.startswith(OPEN):
        state.month = value[:7]
    items = [*state.source, Item("issued", value, step.start, step.end)]
    draft = Draft("full", "source_date", step.start, step.end, items, confidence=last.confidence)
    state.drafts.append(draft)
    if OPEN in value:
        state.undated.append(draft)
    elif index and steps[index - 1].kind != "break":
        _share_year(state, value[:4])
    return True


def _add_year(state: Group, step: Step) -> bool:
    if not state.undated:
        return False
    state.drafts[-1].end = step.end
    for draft in state.undated:
        draft.items = [_with_year(item, step.value, step.end if draft is state.drafts[-1] else item.end) for item in draft.items]
    state.month = state.month.replace(OPEN, step.value)
    state.undated.clear()
    return True


def _share_year(state: Group, year: str) -> None:
    """In "January 27, 28, 2012" and "January 27, February 3, 2012" the year is that of each."""
    for draft in state.undated:
        draft.items = [_with_year(item, year, item.end) for item in draft.items]
    state.undated.clear()


def _with_year(item: Item, year: str, end: int) -> Item:
    return item._replace(value=str(item.value).replace(OPEN, year), end=end) if item.field == "issued" else item


def _days(month: str, days: str) -> str | None:
    first, _, last = days.partition("/")
    if len(month) != 7:
        return None
    value = f"{month}-{int(first):02d}"
    return f"{value}/{month}-{int(last):02d}" if last else value


def _date_sources(context: Context, state: Group, step: Step) -> bool:
    """Give the waiting sources their date: each its own citation, the last with the date in its span."""
    names = [name for name in state.waiting if name.kind == "source"]
    others = [name for name in state.waiting if name.kind != "source"]
    state.waiting = []
    if not names:
        return False
    issued = Item("issued", step.value, step.start, step.end)
    serial = any(other.kind in ("issue", "volume") for other in others)
    printed = context.folded[step.start : step.end]
    if ":" in printed and any(context.evidence(name.value) < 1.0 for name in names):
        return False  # "(Kipchoge, 2:01:39)" is a time
    sources, extra = _separate(context, names, step.value, serial=serial)
    if not sources:
        return False
    if not serial and "-" not in step.value and (context.kind != "inline" or not all(context.evidence(name.value) >= 1.0 for name in sources)):
        return False  # "(Berlin Declaration, 2012)" is no source
    extra += [Item(other.field, other.value, other.start, other.end) for other in (Item(o.kind, o.value, o.start, o.end) for o in others)]
    for name in sources[:-1]:
        state.drafts.append(_draft(context, name, [*_named(name), issued], name.start, name.end))
        if OPEN in step.value:
            state.undated.append(state.drafts[-1])
    name = sources[-1]
    start = min([name.start, *(item.start for item in extra if item.field == "author")])
    state.source = [*_named(name), *(item for item in extra if item.field not in ("page", "issue", "volume"))]
    draft = _draft(context, name, [*_named(name), *(item for item in extra if item.field != "page"), issued], start, step.end)
    draft.locator = next((str(item.value) for item in extra if item.field == "page"), "")
    draft.short_name = next((str(item.value) for item in extra if item.field == "hereafter"), "")
    draft.items = [item for item in draft.items if item.field != "hereafter"]
    state.drafts.append(draft)
    state.undated = [*state.undated, draft] if OPEN in step.value else []
    state.month = step.value.partition("/")[2][:7] or step.value[:7]
    return True


def _named(name: Step) -> list[Item]:
    if name.value.startswith("http"):
        return [Item("url", name.value, name.start, name.end)]
    bare = name.value.strip("《》«»“”\"„「」")
    if bare != name.value:
        start = name.start + name.value.find(bare)
        return [Item("container_title", bare, start, start + len(bare))]
    return [Item("container_title", name.value, name.start, name.start + len(name.value))]


def _draft(context: Context, name: Step, items: list[Item], start: int, end: int) -> Draft:
    return Draft("full", "source_date", start, end, items, confidence=context.evidence(name.value))


def _issues(context: Context, name: Step) -> bool:
    outlet = context.outlet(name.value)
    return outlet is not None and outlet.kind in ISSUERS


def _separate(context: Context, names: list[Step], dated: str, *, serial: bool) -> tuple[list[Step], list[Item]]:
    """Tell several sources from one source with its author, publisher or place.

    "Izvestiya, Interfax" are two; "Far Eastern Affairs, Russian Academy of Sciences, No. 1" is one with its publisher;
    "Pavel Felgenhauer, Novaya Gazeta" one with its author; "The Star, Toronto" one with a place.
    """
    if len(names) == 1:
        return (names if context.evidence(names[0].value) > 0 else []), []
    if serial:
        return names[:1], [Item("publisher", name.value, name.start, name.end) for name in names[1:]]
    if "-" not in dated[5:] and _issues(context, names[0]) and any(context.evidence(name.value) < 1.0 for name in names[1:]):
        return [], []  # "World Bank, Myanmar Economic Monitor, July 2021": a body and its work
    whole = context.text[names[0].start : names[-1].end]
    if context.outlet(whole):
        return [Step("source", whole, names[0].start, names[-1].end)], []
    sources: list[Step] = []
    extra: list[Item] = []
    for index, name in enumerate(names):
        worth = context.evidence(name.value)
        if is_place(name.value) and sources:
            extra.append(Item("publisher_place", name.value, name.start, name.end))
            sources[-1] = sources[-1]._replace(end=name.end)
        elif index == 0 and worth <= WEAK and (people := _author(context, name)) and all(context.evidence(n.value) > WEAK for n in names[1:2]):
            extra.extend(Item("author", person, name.start, name.end) for person in people)
        elif context.kind != "inline" and worth <= WEAK and not (sources and context.evidence(sources[-1].value) >= STRONG):
            return [], []  # in a note an author and a title: "Helen Marsh, The Oligarch's Lawyers, Guardian (Apr. 9, 2022)"
        elif sources and worth <= WEAK and context.kind != "inline":  # "Foreign Broadcast Information Service, Central Eurasia"
            first = sources.pop()
            sources.append(Step("source", context.text[first.start : name.end], first.start, name.end))
        elif worth == 0:
            return [], []
        else:
            sources.append(name)
    return sources, extra


def _author(context: Context, name: Step) -> tuple[Name, ...]:
    if " " not in name.value or is_site(name.value) or not is_given(name.value.split()[0]):
        return ()
    people = read_people(context.folded, context.text, name.start, name.end, whole=True)
    return people.names if people else ()


FORM = Form("source_date", read)
__all__ = ["FORM", "Date"]
