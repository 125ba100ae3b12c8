"""What stands in brackets amid sources and dates: a language, a place, initials, a date, the number of an issue among all."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.forms.form import Context
from cites.forms.press.source_names import ISSUE_OF_YEAR
from cites.grammar.access import ACCESSED
from cites.grammar.dates import read_date
from cites.grammar.names import people_in
from cites.grammar.printed import Printed
from cites.grammar.publisher_places import is_place
from cites.grammar.separators import closing
from cites.grammar.sources import is_body, is_source_shaped
from cites.grammar.wordings import HEREAFTER, LANGUAGE
from cites.knowledge import load

NAME_AND_DATE = regex.compile(r"(?P<name>\p{Lu}[^,()]{2,30}),\s(?=[\p{Lu}\d])")  # The Times (London, 27 February 2018), (Anna Berg, 3 May)
NUMBER_AND_YEAR = regex.compile(ISSUE_OF_YEAR)  # Der Spiegel, 12/2013
RUNNING = regex.compile(r"[(\[]\d{2,5}[)\]]")  # Kommersant-Vlast, No. 3 [806]: the issue among all


def read_bracketed(context: Context, at: int, end: int, last: Printed | None) -> list[Printed] | None:
    """Read "[Arabic]", "(in Russian)", "(henceforth FBIS SOV)", "[Cairo]", behind a source its initials, "[INA]", behind an issue its

    number among all: "No. 3 [806]".
    """
    folded, text = context.folded, context.text
    if last is not None and last.field == "issue" and (running := RUNNING.match(folded, at, end)):
        return [Printed("aside", running[0], at, running.end())]
    source = last.value if last is not None and last.field == "source" else ""
    close = closing(folded, at, end)
    if close is None:
        return None
    if language := LANGUAGE.fullmatch(folded, at + 1, close):
        return [Printed("language", load().languages[language["language"].casefold()], at, close + 1)]
    accessed = ACCESSED.match(folded, at + 1, close)
    if accessed and (day := read_date(folded, accessed.end(), close)):
        return [Printed("accessed", day.value, at, close + 1)]
    if close - at > 3 and folded[at + 1 : close] == "".join(word[0] for word in source.split()):
        return [Printed("hereafter", folded[at + 1 : close], at, close + 1)]
    if hereafter := HEREAFTER.fullmatch(folded, at + 1, close):
        return [Printed("hereafter", text[hereafter.start("name") : close].strip(" “”\"'‘’."), at, close + 1)]
    if is_place(folded[at + 1 : close]):
        return [Printed("publisher_place", text[at + 1 : close], at, close + 1)]
    date = read_date(folded, at + 1, close)
    if date and date.end == close and (date.has_month or date.has_year):
        return [Printed("date", date.value, date.start, close + 1)]
    numbered = NUMBER_AND_YEAR.fullmatch(folded, at + 1, close) if source else None
    if numbered:  # Die Zeit (13/2002)
        year = Printed("date", numbered["year"], numbered.start("year"), close + 1)
        return [Printed("issue", numbered["issue"], *numbered.span("issue")), year]
    named = NAME_AND_DATE.match(folded, at + 1, close) if source else None
    name = text[slice(*named.span("name"))] if named else ""
    is_here = is_place(name) or (name and context.press(source))
    if named and is_here and (date := read_date(folded, named.end(), close)) and date.end == close and (is_place(name) or date.has_day):
        kind = "publisher_place" if is_place(name) else "author" if people_in(name) and not is_body(name) else "aside"
        return [Printed(kind, name, *named.span("name")), Printed("date", date.value, date.start, close + 1)]
    if (close - at < 25 or (source and is_source_shaped(folded[at + 1 : close]))) and not any(c.isdigit() for c in folded[at:close]):
        return [Printed("aside", text[at + 1 : close], at, close + 1)]
    return None
