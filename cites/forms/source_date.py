"""Sources with dates, and what they share: "Interfax, January 26", "Izvestiya, Interfax, January 27", "Kyodo, January 27, 28",
"Gazeta.ru; Japan Times, November 22", "EDM, May 14, 2018; March 11, 2019".

The stretch is read into steps (steps.py: a source, a date, a day, what may follow); then sources wait for their date, and a date without
a source repeats the last one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from cites import lazy_regex as regex
from cites.forms.form import Context, Draft, Form, Item, has
from cites.forms.papers import ISSUERS, PAPERS
from cites.forms.source_names import STRONG, Step
from cites.forms.steps import read_steps
from cites.grammar.access import ARCHIVED
from cites.grammar.dates import NUMERAL, OPEN
from cites.grammar.imprint import is_place
from cites.grammar.names import is_given, read_people
from cites.grammar.titles import CLOSERS
from cites.grammar.urls import is_site
from cites.model import Name

TITLE_BEHIND = regex.compile(r"[,:]\s[“\"„«](?P<title>[^“”\"„«»]{4,160}?)[.,]?[”\"“»](?=\s?(?:$|;))")  # Reuters, May 3, 2014, “Oil Falls”
WEAK = 0.5
LOCATED = 0.8  # evidence of a name in quotation marks with its place
MAX_NAMED = 30  # code points in italics that may be a part of a name
NEWS = regex.compile(r"\bnews\b", regex.IGNORECASE)  # BBC News
GOES_ON = regex.compile(r",?\s(?:since|until|till|aged|born|died|founded)\b")  # "(UNESCO, 3 May, since 1993)" is of a day, not from it


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
    if not NUMERAL.search(context.folded, at, end) or ARCHIVED.match(context.folded, at, end):
        return []
    steps = read_steps(context, at, end)
    if steps and steps[0].kind == "source" and _holds_title(context, steps[0]):
        return []
    if (
        len(steps) == 2
        and steps[0].kind == "date"
        and len(steps[0].value) >= 10
        and steps[1].kind == "source"
        and context.evidence(steps[1].value) >= STRONG
    ):
        return [_date_first(context, *steps)]
    if [step.kind for step in steps] == ["source", "accessed"] and is_site(steps[0].value):
        seen = Item("accessed", steps[1].value, steps[1].start, steps[1].end)
        return [_draft(context, steps[0], [*_named(steps[0]), seen], steps[0].start, steps[1].end)]  # "newsru.com, accessed October 30"
    if steps and context.kind == "inline" and GOES_ON.match(context.folded, steps[-1].end, end):
        return []
    return _with_title(context, group(context, steps), end) if steps and not _is_byname(context, at, steps[0]) else []


def _with_title(context: Context, drafts: list[Draft], end: int) -> list[Draft]:
    """Take up titles that stand last: "New York Times, May 3, 2014, “Oil Falls”; Reuters, May 4, 2014"."""
    kept: list[Draft] = []
    for draft in drafts if context.kind == "inline" else []:
        behind = TITLE_BEHIND.match(context.folded, draft.end, end)
        if behind and not any(item.field == "title" for item in draft.items):
            draft.items.append(Item.cut("title", context.text, behind.span("title")))
            draft.end = behind.end()
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return kept or drafts


def _is_byname(context: Context, at: int, first: Step) -> bool:
    """True for what a man is called, with a date: "dowódca Roman Kania „Rygiel” 31 lipca 1944"."""
    folded = context.folded
    quoted = context.kind == "note" and at > 1 and folded[at] in CLOSERS and folded[at - 2].isalpha()
    dated = folded.startswith(" ", first.end) or folded.startswith(" ", first.end + 1)  # no comma stands between
    return quoted and dated and first.kind == "source" and context.evidence(first.value) < STRONG


def _holds_title(context: Context, name: Step) -> bool:
    """True where a title in italics stands within what seems a name: "CISA, *Secure-by-Design, Shifting the Balance*, (Oct. 25, 2023)"."""
    return any(name.start < start and finish <= name.end and finish - start > MAX_NAMED for start, finish in context.italics)


def _date_first(context: Context, date: Step, name: Step) -> Draft:
    """Read "January 26, 2012, Interfax"."""
    return _draft(context, name, [*_named(name), Item("issued", date.value, date.start, date.end)], date.start, name.end)


def group(context: Context, steps: list[Step]) -> list[Draft]:
    """Give each source its dates; none where the sources are not convincing."""
    state = Group()
    for index, step in enumerate(steps):
        if step.kind in ("source", "author"):
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
    if state.drafts and len(state.waiting) == 1 and state.waiting[0].value.startswith("http") and not state.drafts[-1].get("url"):
        address = state.waiting[0]  # "TASS, February 3; https://…": no date follows, so it is where that can be read
        state.drafts[-1].items.append(Item("url", address.value, address.start, address.end))
        state.drafts[-1].end = address.end
    return state.drafts


def _take_date(context: Context, state: Group, step: Step, steps: list[Step], index: int) -> bool:
    if state.waiting:
        if step.kind == "date":
            return _date_sources(context, state, step)
        days = _days(state.month, step.value)
        return days is not None and _date_sources(context, state, step._replace(value=days))
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
    if (
        not serial
        and "-" not in step.value
        and (context.kind != "inline" or "/" in step.value or not all(_tells_with_year(context, name) for name in sources))
    ):
        return False  # "(Berlin Declaration, 2012)", "(president of Russia, 2000-2008)" and the year when TASS was founded are no sources
    extra += [Item(other.kind, _named_by(other), other.start, other.end) for other in others]
    for name, following in pairwise(sources):
        own = [item for item in extra if name.start < item.start < following.start]  # "The Citizen [Dar es Salaam], Mwananchi, 15 April"
        extra = [item for item in extra if item not in own]
        stop = max([name.end, *(item.end for item in own)])
        state.drafts.append(_draft(context, name, [*_named(name), *own, issued], name.start, stop))
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


def _is_named(context: Context, name: Step) -> bool:
    """True for a known body as a name: "World Bank", "President of Russia", but not "president of Russia"."""
    return not name.value[0].islower() and (name.value in context.known.short_names or _issues(context, name))


def _tells_with_year(context: Context, name: Step) -> bool:
    return _is_named(context, name) or _is_paper(context, name)


def _is_paper(context: Context, name: Step) -> bool:
    """True for what is read or heard as news, so that a year tells of it: "(Le Monde, 2014)"; a station shows films too: "(ABC, 2004)"."""
    outlet = context.outlet(name.value)
    return outlet is not None and (outlet.kind in PAPERS or (outlet.kind == "broadcaster" and NEWS.search(name.value) is not None))


def _named_by(step: Step) -> str | Name:
    """Return the value of a step: of an author the name, taken for a body where it is no person's."""
    if step.kind != "author":
        return step.value
    people = read_people(step.value, step.value, 0, len(step.value), whole=True)
    return people.names[0] if people and len(people.names) == 1 else Name(literal=step.value)


def _named(name: Step) -> list[Item]:
    if name.value.startswith("http"):
        return [Item("url", name.value, name.start, name.end)]
    bare = name.value.strip('《》«»“”"„「」')
    if bare != name.value:
        start = name.start + name.value.find(bare)
        return [Item("container_title", bare, start, start + len(bare))]
    return [Item("container_title", name.value, name.start, name.start + len(name.value))]


def _draft(context: Context, name: Step, items: list[Item], start: int, end: int) -> Draft:
    worth = context.evidence(name.value)
    if worth and name.value[0] in CLOSERS and has(items, "publisher_place"):  # "Постимеэс", Эстония, 22.04
        worth = max(worth, LOCATED)
    return Draft("full", "source_date", start, end, items, confidence=worth)


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
    if serial and context.kind != "inline" and context.evidence(names[0].value) <= WEAK and _author(context, names[0]):
        return [], []  # "Stephen Kotkin, Stalin, vol. 2": a person and a work
    if serial:
        return names[:1], [Item("publisher", name.value, name.start, name.end) for name in names[1:]]
    other = any(context.evidence(name.value) < 1.0 for name in names[1:])
    if other and ("-" not in dated[5:] or context.kind == "note") and _issues(context, names[0]):
        return [], []  # "World Bank, Myanmar Economic Monitor, July 2021": a body and its work
    whole = context.text[names[0].start : names[-1].end]
    if context.outlet(whole) and not is_place(names[-1].value):
        return [Step("source", whole, names[0].start, names[-1].end)], []
    sources: list[Step] = []
    extra: list[Item] = []
    for index, name in enumerate(names):
        worth = context.evidence(name.value)
        if is_place(name.value) and sources:
            extra.append(Item("publisher_place", name.value, name.start, name.end))
            sources[-1] = sources[-1]._replace(end=name.end)
        elif (
            index == 0
            and worth <= WEAK
            and (people := _author(context, name))
            and all(context.evidence(n.value) > WEAK for n in names[1:2])
        ):
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
