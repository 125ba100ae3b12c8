"""Sources with dates, and what they share: "Interfax, January 26", "Izvestiya, Interfax, January 26", "Kyodo, January 27, 28",
"Gazeta.ru; Japan Times, November 22", "EDM, May 14, 2018; March 11, 2019".

The stretch is read into steps (steps.py: a source, a date, a day, what may follow); then it is told which source has which date
(source_groups.py), and whether names are several sources or one with its author (several_sources.py).
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import OPEN, has_day
from cites.forms.fields.assign import read_rest
from cites.forms.fields.authors import outlet_before
from cites.forms.form import Context, Draft, Form, Item, changed, has, holds_any
from cites.forms.press.beside import read_beside
from cites.forms.press.source_groups import draft_of, group, named
from cites.forms.press.source_names import STRONG, SURE, WEAK
from cites.forms.press.steps import read_steps
from cites.grammar.access import ARCHIVED
from cites.grammar.dates import NUMERAL, find_last_date, read_date
from cites.grammar.lexicon import compile_words, one_of
from cites.grammar.names import read_people
from cites.grammar.person import has_given
from cites.grammar.printed import Printed
from cites.grammar.sources import is_body
from cites.grammar.urls import is_site
from cites.knowledge import load
from cites.model import Name

TITLE_BEHIND = regex.compile(  # Reuters, May 3, 2014, “Oil Falls”; not “nobody knows”, which somebody said; „Ein Rätsel“ von Anna Berg
    r"(?:,|\s?:(?=\s.\s?\P{Ll}))\s[“\"„«]\s?(?P<title>[^“”\"„«»\s][^“”\"„«»]{3,160}?)[.,]?\s?[”\"“»]"
    r"(?:\s\p{Ll}{2,3}\s(?P<author>\p{Lu}[^,;()\d]{3,60}?))?(?=\s?(?:$|;))"
)
OF_BODY = regex.compile(  # FH - Freedom House: Freedom in the World, 4 March 2020 · IRIN News (27 May 2010) Child brides
    r"(?:(?P<short>\p{Lu}[\p{L}\d/&.-]{1,14})\s-\s)?(?P<name>\p{Lu}[^();:,.“”\"\d]{1,90}?)(?:\s\((?P<day>\d[^()]{3,20})\))?"
    r"(?::|(?<=\)))\s(?:(?P<number>\p{Lu}{2,}\d[\p{Lu}\d./-]+)\s)?(?=[\p{Lu}\d“]\S*\s)(?![^;]*\(\d\d?\s\p{L}+\s\d{4}\))"  # one day
)
BEHIND_TITLE = compile_words(rf"\shttps?:|,\s{one_of('pages', 'sections')}\s?[\d.-]+$|$")
IN_WORDS = (*load()["same_day"], *load()["same_day.next"], *load()["undated"])  # what stands where a date does
OF_VOLUME = regex.compile(  # CWIHP Bulletin 8-9 (Winter 1996/97): 73
    r"\p{Lu}[^,;:()\d]{2,60}\s\d{1,4}(?:-\d{1,4})?\s\(\p{L}{3,9}\.?\s(?:1[5-9]|20)\d\d(?:[-/]\d{2,4})?\):\s\d"
)
RECORD = compile_words(rf"(?:{one_of('letters.records')})\sof\s")  # Minutes of the Harbour Board, 10 May 1921
MONTH_GOES_ON = regex.compile(r"\s\(\p{Lu}|\s\p{Ll}{2,}\s|,\s\p{Lu}[^;\d()]{2,60}\s(?:1[5-9]|20)\d\d")
MAX_NAMED = 30  # code points in italics that may be a part of a name
GOES_ON = regex.compile(  # "(UNESCO, 3 May, since 1992)" is of a day, not from it; "(The Times, 1980-)" is how long
    r",?\s(?:since|until|till|aged|born|died|founded|onwards?)\b|\s?-\s?(?:$|[;,)]|(?:present|today|now)\b)"
)


def read(context: Context, at: int, end: int) -> list[Draft]:
    """Return the citations of one parenthesis or of one part of a note, none where it is something else."""
    is_dated = NUMERAL.search(context.folded, at, end) or holds_any(context.lowered, IN_WORDS)  # "Primicias, same day"
    if not is_dated or ARCHIVED.match(context.folded, at, end) or OF_VOLUME.match(context.folded, at, end):
        return []
    if context.kind == "inline" and ") " in context.folded[at:end] and (titled := read_work(context, at, end)):
        return titled
    if context.known.days.tight and context.kind == "inline" and (beside := read_beside(context, at, end)) is not None:
        return beside
    steps = read_steps(context, at, end)
    is_named = bool(steps) and steps[0].field == "source"
    no_source = (_is_by_person, _is_asked, _is_by_body, _is_on_month)
    if is_named and (_holds_title(context, steps[0]) or any(is_one(context, steps) for is_one in no_source)):
        return []
    if dated := _dates_first(context, steps):
        return dated
    if (seen := steps[-1:]) and seen[0].field == "accessed" and [step.field for step in steps[:-1]] in (["source"], ["source", "genre"]):
        return _seen(context, steps[0], [*steps[1:]])
    if steps and context.kind == "inline" and GOES_ON.match(context.folded, steps[-1].end, end):
        return []
    found = _with_title(context, group(context, steps), end) if steps else []
    if found and is_named and RECORD.match(context.folded, at, end):
        found[0].items = changed(found[0].items, "container_title", field="title")
        found[0].items.append(Item("type", "document", at, at))
    return found


def read_work(context: Context, at: int, end: int) -> list[Draft]:
    """Read a body or a paper, its work and the day: "Amnesty International (22 May 2012) Annual Report 2012 – Nigeria"."""
    folded, text = context.folded, context.text
    head = OF_BODY.match(folded, at, end)
    if head is None or not (context.evidence(name := text[slice(*head.span("name"))]) >= SURE or head["short"] or is_body(name)):
        return []
    stop = next(match.start() for match in BEHIND_TITLE.finditer(folded, head.end(), end))
    day = (read_date(folded, *head.span("day")) if head["day"] else None) or find_last_date(folded, head.end(), stop)
    if day is None or not day.has_month:
        return []
    last = head.end() + len(folded[head.end() : stop if head["day"] else day.start].rstrip(" ,."))
    rest = read_rest(context, max(last, day.end), end, titled=True, listed=True)
    author = Item("author", Name(literal=name), *head.span("name"))
    items = [outlet_before(author, context) or author, Item.cut("title", text, (head.end(), last)), Item.dated(day), *rest.items]
    items += [*Item.each(text, head, "number"), *([Item("type", "report", at, at)] if items[0] is author else [])]
    return [Draft("full", "issued_by", at, max(rest.end, stop), items, rest.locator, SURE, head["short"] or "")]


def _with_title(context: Context, drafts: list[Draft], end: int) -> list[Draft]:
    """Take up titles that stand last: "New York Times, May 3, 2014, “Oil Falls”; Reuters, May 4, 2014"."""
    kept: list[Draft] = []
    for draft in drafts if context.kind == "inline" else []:
        behind = TITLE_BEHIND.match(context.folded, draft.end, end)
        writers = read_people(context.folded, context.text, *behind.span("author"), whole=True) if behind and behind["author"] else None
        if behind and (writers or not behind["author"]) and not has(draft.items, "title"):
            draft.items.append(Item.cut("title", context.text, behind.span("title")))
            draft.items += [Item("author", name, *behind.span("author")) for name in writers.names] if writers else []
            draft.end = behind.end()
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return kept or drafts


def _holds_title(context: Context, name: Printed) -> bool:
    """True where a title in italics stands within what seems a name, "CISA, *Secure-by-Design, Shifting the Balance*, (Oct. 25, 2023)",

    or right behind a name that is no source's, "Ann Berg, *The Salt Trade, 15th-18th Century*, vol. 2 (1982), at 75", or goes on
    behind it: "*Report of the Committee on Coal, 5 May 1921* (London: HMSO, 1921)".
    """
    titles = [(start, finish) for start, finish in context.italics if finish - start > MAX_NAMED]
    if any(name.start < start and finish <= name.end for start, finish in titles):
        return True
    if any(start == name.start < name.end < finish for start, finish in titles):
        return context.outlet(name.value) is None
    return any(start == name.end + 2 for start, _ in titles) and context.evidence(name.value) < STRONG


def _is_by_person(context: Context, steps: list[Printed]) -> bool:
    """True for a person, a title in italics and what published it: "Sergiu Tofilar, *Six Billion and More*, WatchDog.md, March 2023"."""
    if not context.italics or [step.field for step in steps[:3]] != ["source"] * 3:
        return False
    person, title, source = steps[:3]
    is_set = (title.start, title.end) in context.italics and title.value.count(" ") > 1 and context.evidence(title.value) < STRONG
    return is_set and context.evidence(source.value) >= STRONG > context.evidence(person.value)


def _is_on_month(context: Context, steps: list[Printed]) -> bool:
    """True for a person and a title that begins with a month: "Karl Falk, November 1918 in Kiel, Kiel 1978"."""
    if len(steps) < 2 or steps[1].field != "date" or has_day(steps[1].value) or not MONTH_GOES_ON.match(context.folded, steps[1].end):
        return False
    people = read_people(context.folded, context.text, steps[0].start, steps[0].end, whole=True, single=True)
    return people is not None and has_given(people.names[0])


def _is_asked(context: Context, steps: list[Printed]) -> bool:
    """True for who was asked: "Michael Toohey interview (May 26, 2003)"; not "Ekho Moskvy interview (May 27)"."""
    if len(steps) < 2 or steps[1].value != "interview" or context.outlet(steps[0].value):
        return False
    people = read_people(context.folded, context.text, steps[0].start, steps[0].end, whole=True, single=True)
    return people is not None and has_given(people.names[0])


def _is_by_body(context: Context, steps: list[Printed]) -> bool:
    """True for who published a title in italics that seems a name: "European Broadcasting Union, *News Integrity in AI Assistants*"."""
    if len(steps) > 1 and any(start == steps[1].start and stop > steps[1].end for start, stop, _ in context.links):
        return steps[1].field == "source" and context.outlet(steps[1].value) is None  # Budget Office, [Fiscal Outlook](https://…)
    if context.kind != "note" or not context.italics or context.begins_italics(steps[0].start):
        return False
    ends = {step.end for step in steps[1:] if step.field == "source"}
    titles = [context.text[start:stop] for start, stop in context.italics if stop in ends]
    return any(title.count(" ") > 1 and context.outlet(title) is None for title in titles)


def _dates_first(context: Context, steps: list[Printed]) -> list[Draft]:
    """Read "January 26, 2012, Interfax" and "3 March, Interfax; 4 March, TASS"; nothing where dates do not stand first."""
    drafts = []
    for between, date, name in zip([None, *steps[2::3]], steps[::3], steps[1::3], strict=False):
        is_day = date.field == "date" and has_day(date.value) and (between is None or between.field == "break")
        if not is_day or name.field != "source" or context.evidence(name.value) < STRONG:
            return []
        drafts.append(draft_of(context, name, [*named(name), Item("issued", date.value, date.start, date.end)], date.start, name.end))
    return drafts if len(steps) == 3 * len(drafts) - 1 else []


def _seen(context: Context, name: Printed, behind: list[Item]) -> list[Draft]:
    """Read "newsru.com, accessed October 30" and "ACLED data, accessed 4 March 2023"."""
    is_page = context.kind == "inline" and OPEN not in str(behind[-1].value)  # with its year: (NASA FIRMS, accessed 3 June 2023)
    if not is_site(name.value) and context.evidence(name.value) < (WEAK if is_page else 1.0):
        return []
    return [draft_of(context, name, [*named(name), *behind], name.start, behind[-1].end)]


FORM = Form("source_date", read)
