"""What is printed in a stretch of sources and dates, one thing after the other: the steps that source_groups.py groups.

The field of a step is "source", "author" (who has a handle), "date", "day", "break" (a semicolon) or one of CSL.
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import OPEN, has_day, is_day, is_year, next_day, with_day, with_year
from cites.forms.form import Context, holds_any
from cites.forms.press.bracketed import NUMBER_AND_YEAR, read_bracketed
from cites.forms.press.numeric_days import prints_days_first, read_slashed
from cites.forms.press.parts import read_edition, read_page, read_part
from cites.forms.press.source_names import NUMBER, STRONG, THROUGH, read_source
from cites.forms.signals import skip_signals
from cites.grammar.access import ACCESS_WORDS, ACCESSED, AVAILABLE, AVAILABLE_WORDS
from cites.grammar.dates import CLOCK, CLOCK_WORDS, MONTHS, Date, read_date
from cites.grammar.lexicon import AND, compile_words, first_words, leading, one_of
from cites.grammar.locator_shapes import CJK_PAGES, COLUMNS, EPISODE, ISSUE, PAGES, VOLUME
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import EDITION_FIRST, EDITION_NOTE, EDITION_WORDS, GENRE, is_station
from cites.grammar.urls import read_bare, read_url
from cites.grammar.wordings import LANGUAGE, LANGUAGE_WORDS, UNDATED, UPDATE_WORDS, UPDATED
from cites.knowledge import BODIES, load

OTHER_CALENDAR = r"\d{1,2}\s\p{Lu}[\p{L}' -]{3,20}\s1[34]\d\d(?:\s(?:AH|SH|H))?(?:\s?[/=]\s?|\s(?=[(\[]\d))"  # 4 Muharram 1446/10 July 2022
SEPARATOR = regex.compile(  # ", " · " and " · ", all from "
    rf"[\s,:/-]*(?:[$£€],\s(?=[\p{{L}}\d]))?(?:{OTHER_CALENDAR})?(?:{AND}\s)?"  # Bloomberg, $, May 8: not free to read
    rf"(?:(?:{one_of('all_of')})\s(?=[\p{{Lu}}\d]|of\s|from\s|dated\s|on\s))?(?:(?:of|from"
    rf"|dated|on|in|(?:posted|published|uploaded|aired|broadcast)(?:\son)?|(?!via\s){one_of('writes_in')})"
    rf"\s(?=[\p{{Lu}}\d]|(?:the\s)?same\s)|{one_of('day_words', 'day_words.before')}\s?(?=\d\d?(?:er|º)?[. ]))?"
)
DAY = regex.compile(
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|[日일])?(?:\s?-\s?(?P<day2>3[01]|[12]\d|0?[1-9])[日일]?)?(?=\s?(?:[,;)\]]|\.?$|\sand\s"
    r"|\s&\s|\s\[|\s\())(?!\s?\p{L}{3,}\s\d{4}|,\s(?:no|nr)\.\s?\d)"
)
DAY_AND_MONTH = regex.compile(r"(?:\d{1,2}-)?\d{1,2}\.\d\d(?=\s?(?:[,;)\]]|$))")  # "RBC, 8-9.05" · «Постимеэс», Эстония, 22.04
MONTH_ONLY = regex.compile(r"(?P<month>\p{L}{3,10})\.?(?=\s?(?:,\sp|\)|$|;))")  # "AFM, January, p6"
ONE_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
NEXT_DAY = rf"(?:,|,?\s{AND})\s"
EARLIER_DAY = regex.compile(  # "8, 9 and 10 March" · "10. und 14. März" · "20. и 21.07.2020"
    rf"(?P<day>{ONE_DAY})\.?(?=(?:{NEXT_DAY}{ONE_DAY}\.?)*?{NEXT_DAY}"
    rf"(?P<date>{ONE_DAY}(?:(?:\s?-\s?\d{{1,2}})?\.?\s(?!{AND})(?:de\s)?\p{{L}}{{3,}}|\.\s?\d{{1,2}}\.|/\d{{1,2}}(?![\d/]))))"
)
BEFORE_ISSUE = regex.compile(r"(?P<volume>\d{1,4})(?=,\s(?:no|nr|№)\.?\s?\d)")  # Bulletin of the Atomic Scientists 3, no. 4
SERIES_NUMBER = regex.compile(r"(?:new\sser(?:ies|\.)|n\.\s?s\.|ser(?:ies|\.)\s\w{1,4})(?=[,;)]|$)", regex.IGNORECASE)
SAME_DAY = compile_words(rf"(?:(?P<same>{one_of('same_day')})|(?P<next>{one_of('same_day.next')}))(?=\s?(?:[.,;)]|$))")
SAME_WORDS = first_words("same_day", "same_day.next")
AGAIN = compile_words(rf"(?:{one_of('ibid')})(?=\s?(?:[;)]|$))")
AGAIN_WORDS = first_words("ibid")
ROUGH = compile_words(rf"(?:{one_of('rough_dates')})(?:\s|-)")  # early May 2019
ROUGH_WORDS = first_words("rough_dates")
IN_ROMAN = regex.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>[IVX]{1,4})\.?(?=\s?(?:[,;)]|$))")  # Politika, 14. X
TITLE_NEXT = regex.compile(  # "; “Politics Today”, Channels TV": a title and where it was; not "; «Известия», «Ведомости», 3 мая"
    r"[“\"„«](?P<title>[^“”\"„«»;]{2,120}?),?[”\"“»],?\s(?=[\p{Lu}@])"
)
CITING = compile_words(rf",?\s(?:{one_of('citing')})\s[^,;()\[\]]{{2,60}}(?=,\s)")  # Reuters, citing the Interior Ministry, January 27
CITING_WORDS = tuple(load()["citing"])  # a quick look for what most parentheses do not hold
COMPARED = tuple(load()["compared"])
AGAINST = compile_words(rf"{one_of('compared.against')}\s")  # compare TASS, May 3, with Interfax, May 4
SLASHED_BEHIND = frozenset({"source", "genre", "issue", "day", "date"})  # Primicias, 13, 14/3
TITLE_GOES_ON = regex.compile(r"\s\p{Lu}\p{Ll}+\s\p{L}")  # SOUTHCOM, 2023 Posture Statement to Congress, February 11, 2024
MINUTE = regex.compile(r"\d{1,2}:[0-5]\d:[0-5]\d(?=\s?(?:$|[,;)\]]))")  # of a video: "YouTube, 4 February, 1:12:40"
MAX_STEPS = 80  # the longest parenthesis in tests/gold has 13
MAX_UNDATED = 24  # steps that wait for a date, which then is not theirs
# What it is, the pattern, the group with its value, the words that may begin it ("" is a digit; None: any word).
TAIL: tuple[tuple[str, regex.Pattern[str], str, frozenset[str] | None], ...] = (
    ("language", LANGUAGE, "language", LANGUAGE_WORDS),
    ("aside", EDITION_NOTE, "", EDITION_FIRST),
    ("aside", EDITION_WORDS, "", first_words("edition_notes")),
    ("genre", GENRE, "genre", None),
    ("issue", ISSUE, "issue", first_words("issues")),
    ("volume", VOLUME, "volume", first_words("volumes")),
    ("volume", BEFORE_ISSUE, "volume", frozenset({""})),
    ("aside", SERIES_NUMBER, "", frozenset({"ser", "series", "new", "n"})),
    ("page", PAGES, "page", first_words("pages")),
    ("page", CJK_PAGES, "page", frozenset({"", "第"})),
    ("page", COLUMNS, "page", first_words("columns")),
    ("undated", UNDATED, "", first_words("undated")),
    ("number", EPISODE, "number", first_words("episodes", "episodes.seasons")),
    ("number", NUMBER, "number", None),
)


def read_steps(context: Context, at: int, end: int) -> list[Printed]:
    """Return what is printed between `at` and `end`, up to the first thing that no source or date is."""
    folded = context.folded
    steps: list[Printed] = []
    stop, dated = at, 0  # dated: steps up to the last date
    while stop < end and len(steps) < MAX_STEPS and len(steps) - dated < MAX_UNDATED:
        last = steps[-1].field if steps else ""
        if folded[stop] == "." and last == "date":
            break
        sign = " / " if last in ("date", "day") and folded[stop] == " " else ";"  # taz, 3 May / WAZ, 4 May
        if folded.startswith(sign, stop):
            steps.append(Printed("break", ";", stop, stop + 1))
            stop = skip_signals(folded, stop + len(sign), end)
            if _is_titled(context, stop, end):
                break
            continue
        if last in ("date", "day"):
            wire, stop = _through(context, stop, end)
            if wire:
                steps.append(wire)
                continue
        if last == "source" and (citing := _citing(context, steps[-1], stop, end)):
            stop = citing
            continue
        begin = _behind_separator(context, stop, end)
        if begin >= end or folded[begin] == "”":  # in “The Dock,” Astra
            break
        if folded[begin] == ";":
            stop = begin
            continue
        step = _step(context, begin, end, steps)
        if step is None:
            break
        steps.extend(step)
        dated = len(steps) if step[-1].field in ("date", "day") else dated
        stop = step[-1].end + folded.startswith((")", "]"), step[-1].end, end)
    while steps and steps[-1].field == "break":
        steps.pop()
    return steps


def _behind_separator(context: Context, at: int, end: int) -> int:
    begin = separator.end() if (separator := SEPARATOR.match(context.folded, at, end)) else at
    against = AGAINST.match(context.folded, begin, end) if holds_any(context.lowered, COMPARED) else None
    return against.end() if against else begin


def _through(context: Context, at: int, end: int) -> tuple[Printed | None, int]:
    """Return by which wire a source came, "via BBC Monitoring", and where to go on: at the wire where it has a day of its own."""
    through = THROUGH.match(context.folded, at, end)
    if through is None or not (through["day"] or context.evidence(through["wire"]) >= 1.0):
        return None, at
    if context.folded.startswith(", ", through.end()) and read_date(context.folded, through.end() + 2, end):
        return None, through.start("wire")  # "ISNA, January 22, via BBC Monitoring, January 21" are two
    return Printed("aside", through["wire"], *through.span()), through.end()


def _citing(context: Context, source: Printed, at: int, end: int) -> int | None:
    """Return where it ends whom a source had it from, if its day follows: "Reuters, citing the Interior Ministry, January 27"."""
    citing = CITING.match(context.folded, at, end) if holds_any(context.lowered, CITING_WORDS) else None
    if citing is None or context.evidence(source.value) < STRONG:
        return None
    date = read_date(context.folded, citing.end() + 2, end)
    return citing.end() if date and date.has_day else None


def _is_titled(context: Context, at: int, end: int) -> bool:
    """True where a title in quotation marks stands before its source, which the form for titles reads."""
    titled = TITLE_NEXT.match(context.folded, at, end) if context.kind == "inline" else None
    return titled is not None and context.evidence(titled["title"]) < 1.0 and read_date(context.folded, titled.end(), end) is None


def _step(context: Context, at: int, end: int, steps: list[Printed]) -> list[Printed] | None:
    folded, text = context.folded, context.text
    word = leading(folded, at)
    last = next((step for step in reversed(steps) if step.field not in ("page", "language", "clock")), None)
    if last is not None and (following := _following(context, at, end, steps, last, word)):
        return following
    if clock := CLOCK.match(folded, at, end) if word in CLOCK_WORDS else None:
        return _hour(context, steps, last, clock)
    if last is not None and last.field == "genre" and (number := NUMBER.match(folded, at, end)):
        return [Printed("number", number["number"], at, number.end())]
    date = _roughly(folded, at, end) if word in ROUGH_WORDS and last is not None else read_date(folded, at, end)
    begins_title = date and context.kind == "inline" and not date.has_month and TITLE_GOES_ON.match(folded, date.end, end)
    if date and not date.has_year and [step.field for step in steps[-2:]] == ["date", "issue"] and is_year(steps[-2].value):
        return [Printed("date", with_year(date.value, int(steps.pop(-2).value)), at, date.end)]  # Pravda, 1985, No. 12, 3 March
    if date and (date.has_day or date.has_year) and not begins_title:
        return [Printed("date", date.value, date.start, date.end)] if date.has_month or last is not None else None
    after_date = last is not None and last.field in ("date", "day")
    updated = UPDATED.match(folded, at, end) if after_date and word in UPDATE_WORDS else None
    if updated and (later := read_date(folded, updated.end(), end)):
        return [Printed("aside", text[at : later.end], at, later.end)]
    if last is not None and last.field == "source" and (numbered := _of_year(context, last.value, at, end)):
        return numbered
    if told := _told_by_word(context, at, end, last, word):
        return told
    if folded[at] in "([":
        return read_bracketed(context, at, end, last)
    accessed = ACCESSED.match(folded, at, end) if word in ACCESS_WORDS else None
    if accessed and (date := read_date(folded, accessed.end(), end)):
        return [Printed("accessed", date.value, at, date.end)]
    available = AVAILABLE.match(folded, at, end) if word in AVAILABLE_WORDS else None
    if url := _address(context, available.end() if available else at, end, after_date=after_date):
        is_alone = url.value.startswith("http") and (not steps or steps[-1].field == "break")
        return [Printed("source" if is_alone else "url", url.value, url.start, url.end)]
    return read_source(context, at, end, first=not steps)


def _told_by_word(context: Context, at: int, end: int, last: Printed | None, word: str) -> list[Printed]:
    """Read what a row of TAIL tells."""
    for kind, pattern, name, words in TAIL:
        match = pattern.match(context.folded, at, end) if words is None or word in words else None
        if match and match.end() > at:
            if pattern is EDITION_NOTE and last is not None:
                return read_edition(context, last, match)
            value = context.text[slice(*match.span(name))] if name else ""
            kind = "number" if kind == "issue" and last and last.field == "genre" else kind  # IMF press release no. 23/145
            return [Printed(kind, load().languages[value.casefold()] if kind == "language" else value, at, match.end())]
    return []


def _address(context: Context, at: int, end: int, *, after_date: bool) -> Printed | None:
    """Return an address; behind a date one that begins with no "http" will do: "TASS, 18 March 2022, tass.com/defense/1761843"."""
    url = read_url(context.text, at, end, context.view.breaks)
    if url and (url.value.startswith("http") or after_date):
        return url
    bare = read_bare(context.text, at, end) if after_date else None
    if bare is None or context.folded[bare.end : bare.end + 1] not in ("", ".", ";", ")"):
        return None
    site = context.outlet(bare.value)
    return None if site and site.kind == "social" else bare


def _of_year(context: Context, source: str, at: int, end: int) -> list[Printed]:
    """Read the number of an issue with its year, "12/2013", which with a body is a month: "NIST, 9/2005"."""
    numbered = NUMBER_AND_YEAR.match(context.folded, at, end)
    if numbered is None or context.evidence(source) < 1.0:
        return []
    if int(numbered["issue"]) <= 12 and (outlet := context.outlet(source)) and outlet.kind in BODIES:
        return [Printed("date", f"{numbered['year']}-{int(numbered['issue']):02d}", at, numbered.end())]
    return [Printed("issue", numbered["issue"], at, numbered.end("issue")), Printed("date", numbered["year"], *numbered.span("year"))]


def _hour(context: Context, steps: list[Printed], last: Printed | None, clock: regex.Match[str]) -> list[Printed]:
    """Return an hour, which with a station is of a broadcast, and without a day of the day before: "TASS, 3 May, 9:57; RIA, 10:03"."""
    name, day = (next((step.value for step in reversed(steps) if step.field == kind), "") for kind in ("source", "date"))
    is_last = context.folded[clock.end() : clock.end() + 1] in ("", ";")
    is_same = last is not None and last.field == "source" and is_day(day) and is_last
    on_air = [Printed("type", "broadcast", clock.start(), clock.start())] if name and is_station(name, context.outlet(name)) else []
    return [*on_air, Printed("date", day, *clock.span()) if is_same else Printed("clock", "", *clock.span())]


def _roughly(folded: str, at: int, end: int) -> Date | None:
    """Read "early May 2019" as "2019-05", "late 2019" as "2019"."""
    rough = ROUGH.match(folded, at, end)
    date = read_date(folded, rough.end(), end) if rough else None
    return date._replace(start=at) if date and not date.has_day else None


def _following(context: Context, at: int, end: int, steps: list[Printed], last: Printed, word: str) -> list[Printed] | None:
    """Read what stands only behind a source or a date: the page of a newspaper, a later day, "same day", a month alone."""
    folded, after_date = context.folded, last.field in ("date", "day")
    if after_date and (minute := MINUTE.match(folded, at, end)):
        return [Printed("clock", "", at, minute.end())]
    if after_date and (page := read_page(context, last, at, end)):
        return page
    dates = [step.value for step in steps if step.field == "date"]
    # "TASS, May 3; Interfax, 4", but pages in the notes that print the year: "The Globe, May 3, 1889, 7; The Bee, 4"
    shares_month = last.field == "source" and bool(dates) and (context.kind == "inline" or OPEN in dates[-1])
    earlier = EARLIER_DAY.match(folded, at, end) if not word else None
    is_later = (after_date or shares_month or _goes_on(context, steps, at, end)) and not (earlier and last.field == "source")
    if is_later and (day := DAY.match(folded, at, end)):
        return [Printed("day", day["day"] + ("/" + day["day2"] if day["day2"] else ""), at, day.end())]
    same = SAME_DAY.match(folded, at, end) if word in SAME_WORDS and last.field in ("source", "aside", "break") else None
    if same and (before := dates[-1] if dates else context.known.issued):
        return [Printed("date", next_day(before) if same["next"] else before, at, same.end())]
    if dates and word in AGAIN_WORDS and last.field == "source" and context.press(last.value) and (again := AGAIN.match(folded, at, end)):
        return [Printed("date", dates[-1], at, again.end())]  # Digi24, November 9; G4Media, ibid.: no work of the other
    named = next((step.value for step in reversed(steps) if step.field == "source" and not is_place(step.value)), "")  # PANA, Accra 28/1
    after = earlier.start("date") if earlier else end
    later = (read_date(folded, after, end) or read_slashed(context, named, after, end)) if earlier else None
    if earlier and later and later.has_day and (day_before := with_day(later.value[:7], int(earlier["day"]))):
        return [Printed("date", day_before, at, earlier.end())]
    if part := read_part(context, last, at, end):
        return part
    if not word and last.field in SLASHED_BEHIND and context.kind == "inline" and (slashed := read_slashed(context, named, at, end)):
        return [Printed("date", slashed.value, at, slashed.end)]
    pointed = DAY_AND_MONTH.match(folded, at, end) if not word and prints_days_first(context, last.field, last.value) else None
    is_day_after = pointed is None or pointed[0][-2].isdigit() or any(is_day(step.value) for step in steps)  # not a share: "ARD, 11.3"
    if pointed and is_day_after and (date := read_date(f"{pointed[0]}.", 0)):
        return [Printed("date", date.value, at, pointed.end())]
    roman = IN_ROMAN.match(folded, at, end) if not word and last.field == "source" and context.evidence(last.value) >= 1.0 else None
    if roman and (date := read_date(f"{roman['day']}.{roman['month']}.2000", 0)):  # of any year
        return [Printed("date", OPEN + date.value[4:], at, roman.end())]
    if last.field == "source" and (number := MONTHS.get(word)) and (month := MONTH_ONLY.match(folded, at, end)):
        return [Printed("date", f"{OPEN}-{number:02d}", at, month.end())]
    return None


def _goes_on(context: Context, steps: list[Printed], at: int, end: int) -> bool:
    """True for a later day after a semicolon: "Kyodo, January 1; 4"."""
    if context.kind != "inline" or [step.field for step in steps[-2:]] not in (["date", "break"], ["day", "break"]):
        return False
    day, before = DAY.match(context.folded, at, end), steps[-2]
    if day is None or (before.field == "date" and not has_day(before.value)):
        return False
    return int(day["day"]) > int(before.value.rpartition("/")[2][-2:])
