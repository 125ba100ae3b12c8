"""Which source has which date: "Izvestiya, Interfax, January 25" is two citations, "Kyodo, January 27, 28" too.

Sources wait for their date, and a date without a source repeats the last one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from cites import lazy_regex as regex
from cites.edtf import OPEN, has_month, is_year, with_day, with_year
from cites.forms.fields.papers import PAPER_KINDS
from cites.forms.form import Context, Draft, Item, changed, has, value_of
from cites.forms.press.several_sources import is_group, issues, separate
from cites.forms.press.source_names import LIKELY, SURE, WEAK, WITH_OTHERS
from cites.grammar.names import read_people
from cites.grammar.printed import Printed
from cites.grammar.tail_dates import IMPRINT_BEHIND
from cites.model import Name

TITLE_BEFORE = regex.compile(r"(?P<title>\p{Lu}\S*(?:\s\S+){2,}?)\.\s(?P<paper>\p{Lu}[^.]{2,40})")
BY_ISSUE = (["source", "issue"], ["source", "issue", "page"], ["volume", "issue"], ["volume", "issue", "page"])
POST = regex.compile(r"(?!www\.)[\w.-]+\.\p{Ll}{2,}/[\w/@-]*\d{3,}")
SERIAL = frozenset({"issue", "volume"})
LOCATED = 0.8  # evidence of a name in quotation marks with its place
OPENING = frozenset('《«“”"„「')
DAYLESS = 0.7  # how sure a paper without its day is, behind one that has it
MARKED = OPENING | frozenset("*_")  # *Hraparak*, in a text without markup
BEFORE = frozenset({"author", "publisher"})  # of a source, and stand before it
NEWS = regex.compile(r"\bnews\b", regex.IGNORECASE)  # BBC News


@dataclass
class Group:
    """Citations that share: the sources that still wait for a date, and the last source that got one."""

    waiting: list[Printed] = field(default_factory=list)
    source: list[Item] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    month: str = ""  # "XXXX-01" or "2012-01", what a lone day belongs to
    ahead: list[Printed] = field(default_factory=list)  # the number of a later issue: "; no. 108, October 2024"

    def take_year(self, year: str) -> bool:
        """Give a year to the last dates that have none: in "January 27, 28, 2012" it is that of each."""
        undated = list(takewhile(lambda draft: draft.get("issued").startswith(OPEN), reversed(self.drafts)))
        for draft in undated:
            issued = with_year(draft.get("issued"), int(year))
            draft.items = changed(draft.items, "issued", value=issued)
        return bool(undated)


def group(context: Context, steps: list[Printed]) -> list[Draft]:
    """Give each source its dates; none where the sources are not convincing."""
    state = Group()
    for index, step in enumerate(steps):
        if step.field in ("source", "break"):
            state.ahead.clear()
        if step.field in ("source", "author"):
            state.waiting.append(step)
        elif step.field in ("date", "day"):
            waiting = list(state.waiting)
            if not _take_date(context, state, step, steps, index):
                state.waiting.clear()
                # "IMF, World Economic Outlook, October 2022; SIPRI Fact Sheet, March 2023": the first is for another form to read,
                # as is "C. Barlett, The Audit of War (London, 1986)" in a note
                if state.drafts or (len(waiting) > 1 and (is_year(step.value) or context.kind == "note" or issues(context, waiting[0]))):
                    break
                state.source, state.month = [], ""
        elif step.field == "break":
            if draft := _by_issue(context, state.waiting):
                state.drafts.append(draft)
            if draft or any(_is_complete(context, waiting) for waiting in state.waiting):
                state.waiting.clear()
        elif state.waiting and step.field == "undated":
            _take_undated(context, state, step)
        elif state.waiting:
            _wait_too(state, step)
        elif state.drafts and step.field in SERIAL and steps[index - 1].field == "break":
            state.ahead.append(step)
        elif state.drafts:
            _put_behind(state.drafts[-1], step)
    return [*state.drafts, *_without_day(context, state)]


def _without_day(context: Context, state: Group) -> list[Draft]:
    """Return the agencies and papers that stand last, behind one with its day: "(Reuters, May 2; AFP)"; which day they have is not said."""
    names = state.waiting
    if draft := _by_issue(context, names):
        return [draft]
    last = state.drafts[-1] if state.drafts and context.kind == "inline" else None
    if last is None or not names or not all(name.field == "source" and context.press(name.value) for name in names):
        return []
    if context.folded[last.end : names[0].start] != "; " or names[-1].end < len(context.folded):
        return []
    return [replace(draft_of(context, name, named(name), name.start, name.end), confidence=DAYLESS) for name in names]


def _by_issue(context: Context, waiting: list[Printed]) -> Draft | None:
    """Return the paper that its number alone tells, "Private Eye 1576, p. 7", the post that its address does: "t.me/rybar/28411"."""
    if context.kind == "inline" and len(waiting) == 1 and POST.fullmatch(waiting[0].value):
        return draft_of(context, waiting[0], named(waiting[0]), waiting[0].start, waiting[0].end)
    kinds = [step.field for step in waiting]
    by_both = kinds[:3] == ["source", "volume", "issue"]  # EDM, vol. 9, no. 36
    if context.kind != "inline" or kinds[by_both:] not in BY_ISSUE or not (by_both or context.press(waiting[0].value)):
        return None
    name, *others = waiting
    page = others.pop().value if kinds[-1] == "page" else ""
    items = [*named(name), *others]
    return replace(draft_of(context, name, items, name.start, waiting[-1].end), locator=page)


def _is_complete(context: Context, waiting: Printed) -> bool:
    """True for what no date is to be awaited for: a comment, and "EIA, International Energy Outlook 2001, page 48"."""
    return context.evidence(waiting.value) < WEAK if waiting.field == "source" else waiting.field == "page"


def _wait_too(state: Group, step: Printed) -> None:
    """Keep what stands between a source and its date: "Far Eastern Affairs, No. 1, 2019"; what says nothing only makes it longer."""
    if step.field in ("aside", "clock"):
        state.waiting[-1] = state.waiting[-1]._replace(end=step.end)
    else:
        state.waiting.append(step)


def _take_undated(context: Context, state: Group, step: Printed) -> None:
    """Read "Civil.ge, n.d.", which shares no later date; not "oil on canvas, undated"."""
    *earlier, last = state.waiting
    state.waiting = []
    if context.kind != "inline" or earlier or context.evidence(last.value) < SURE:
        return
    state.drafts.append(draft_of(context, last, named(last), last.start, step.end))
    state.source = []


def _put_behind(draft: Draft, step: Printed) -> None:
    """Add what follows a date to its citation: "Vedomosti, January 15, p. 2"."""
    draft.end = max(draft.end, step.end)
    if step.field == "hereafter":
        draft.short_name = step.value
    elif step.field == "page":
        draft.locator = step.value
    elif step.field not in ("aside", "clock"):
        draft.items.append(step)


def _take_date(context: Context, state: Group, step: Printed, steps: list[Printed], index: int) -> bool:
    if state.waiting:
        if step.field == "date":
            return _date_sources(context, state, step)
        days = _days(state.month, step.value)
        return days is not None and _date_sources(context, state, step._replace(value=days))
    if not state.drafts or not state.source:
        return False
    last = state.drafts[-1]
    if step.field == "date" and is_year(step.value):  # a year for the dates before it
        return _add_year(state, step)
    if step.field == "day":
        value = _days(state.month, step.value)
        if value is None:
            return False
    else:
        value = step.value
        state.month = value.partition("/")[2][:7] or value[:7]
    numbers = [*state.ahead]
    items = [*state.source, *numbers, Item("issued", value, step.start, step.end)]
    start = min(step.start, *(number.start for number in state.ahead)) if state.ahead else step.start
    state.ahead.clear()
    if OPEN not in value and index and steps[index - 1].field != "break":
        state.take_year(value[:4])
    state.drafts.append(Draft("full", "source_date", start, step.end, items, confidence=last.confidence))
    return True


def _add_year(state: Group, step: Printed) -> bool:
    """Give the year of "January 27, 28; 2012" to the dates before it; the last of them reaches over it."""
    if not state.take_year(step.value):
        return False
    last = state.drafts[-1]
    last.items = changed(last.items, "issued", end=step.end)
    last.end = step.end
    state.month = state.month.replace(OPEN, step.value)
    return True


def _days(month: str, days: str) -> str | None:
    first, _, last = days.partition("/")
    ends = [with_day(month, int(day)) for day in (first, last) if day]
    return "/".join(end for end in ends if end) if all(ends) else None


def _date_sources(context: Context, state: Group, step: Printed) -> bool:
    """Give the waiting sources their date: each its own citation, the last with the date in its span."""
    names = [waiting for waiting in state.waiting if waiting.field == "source"]
    others = [waiting for waiting in state.waiting if waiting.field != "source"]
    state.waiting = []
    if not names or _is_time(context, names, step):
        return False
    serial = any(other.field in SERIAL for other in others)
    if "/" in step.value and not has_month(step.value) and IMPRINT_BEHIND.match(context.folded, step.end):
        return False  # "The Southern Islands Dispute, vol. 1, Between Truce and Peace, 1696–1984 (Berkeley: …": years of a title
    sources, extra = separate(context, names, step.value, serial=serial)
    writer = next((other.start for other in others if other.field == "author"), None)
    is_beside = context.kind == "inline" and bool(sources) and context.folded[names[-1].end : step.start] == " "
    is_article = is_beside and writer is not None and WITH_OTHERS.match(context.folded, writer) is not None  # Berg et al., Nature 2016
    is_signed = is_article or (writer is not None and all(context.outlet(name.value) for name in sources))
    extra += [Item("type", "article-journal", sources[-1].start, sources[-1].start)] if is_article else []
    if not sources or not (serial or is_signed or "-" in step.value or _tell_with_year(context, sources, step.value)):
        return False
    extra += [Item(other.field, _named_by(other), other.start, other.end) for other in others]
    issued = step._replace(field="issued")
    for name, following in pairwise(sources):
        own = [item for item in extra if _is_of(item, name, following)]
        extra = [item for item in extra if item not in own]
        start, stop = min([name.start, *(item.start for item in own)]), max([name.end, *(item.end for item in own)])
        state.drafts.append(draft_of(context, name, [*named(name), *own, issued], start, stop))
    state.drafts.append(_draft_last(context, sources[-1], extra, issued))
    state.source = [*named(sources[-1]), *(item for item in extra if item.field not in ("page", "issue", "volume"))]
    state.month = step.value.partition("/")[2][:7] or step.value[:7]
    return True


def _is_of(item: Item, name: Printed, following: Printed) -> bool:
    """True for what stands before a source, and behind it: "Ann Berg, The Citizen [Dar es Salaam], Mwananchi, 15 April";

    not for who has the site that follows: "TASS, Pentagon, defense.gov".
    """
    return item.start < name.start or (item.start < following.start and item.field not in BEFORE)


def _draft_last(context: Context, name: Printed, extra: list[Item], issued: Item) -> Draft:
    """Return the citation of the source that stands beside the date, with all that stands between them."""
    start = min([name.start, *(item.start for item in extra)])
    kept = [item for item in extra if item.field not in ("page", "hereafter")]
    draft = draft_of(context, name, [*named(name), *kept, issued], start, issued.end)
    draft.locator = value_of(extra, "page")
    draft.short_name = value_of(extra, "hereafter")
    return draft


def _is_time(context: Context, names: list[Printed], step: Printed) -> bool:
    """True for "(Kipchoge, 2:01:39)"."""
    return ":" in context.folded[step.start : step.end] and any(context.evidence(name.value) < LIKELY for name in names)


def _tell_with_year(context: Context, sources: list[Printed], years: str) -> bool:
    """True where a year is enough of a date: "(World Bank, 2012)", "(Le Monde, 2014)".

    Not in "(Berlin Declaration, 2012)", "(president of Russia, 2000-2008)" and for the year when TASS was founded.
    """
    return context.kind == "inline" and "/" not in years and all(_is_named(context, name) or _is_paper(context, name) for name in sources)


def _is_named(context: Context, name: Printed) -> bool:
    """True for a known body as a name: "World Bank", "President of Russia", but not "president of Russia"."""
    return not name.value[0].islower() and (name.value in context.known.short_names or issues(context, name))


def _is_paper(context: Context, name: Printed) -> bool:
    """True for what is read or heard as news, so that a year tells of it: "(Le Monde, 2014)"; a station shows films too: "(ABC, 2004)"."""
    outlet = context.outlet(name.value)
    return outlet is not None and (outlet.kind in PAPER_KINDS or (outlet.kind == "broadcaster" and NEWS.search(name.value) is not None))


def _named_by(step: Printed) -> str | Name:
    """Return the value of a step: of an author the name, taken for a body where it is no person's."""
    if step.field != "author":
        return step.value
    if is_group(step.value):
        return Name(literal=step.value)  # EPP Group on X
    people = read_people(step.value, step.value, 0, len(step.value), whole=True, single=step.value.isalpha())
    return people.names[0] if people and len(people.names) == 1 else Name(literal=step.value)


def named(name: Printed) -> list[Item]:
    """Return what a source's name says: its container, or its address where that is printed in place of a name."""
    if name.value.startswith("http"):
        return [name._replace(field="url")]
    bare = name.value.strip('《》«»“”"„「」*_') if name.value[0] in MARKED else name.value
    start = name.start + name.value.find(bare)
    return [Item("container_title", bare, start, start + len(bare))]


def draft_of(context: Context, name: Printed, items: list[Item], start: int, end: int) -> Draft:
    """Return a source with its fields, as sure as its name is one of a source."""
    worth = context.evidence(name.value)
    if parted := TITLE_BEFORE.fullmatch(name.value) if worth < 1.0 else None:
        items = [part for item in items for part in _with_title(context, item, parted)]
    is_located = name.value[0] in OPENING and has(items, "publisher_place")  # "Постимеэс", Эстония, 22.04
    worth = max(worth, LOCATED) if worth and (is_located or Item("type", "article-journal", *2 * (name.start,)) in items) else worth
    return Draft("full", "source_date", start, end, items, confidence=worth)


def _with_title(context: Context, item: Item, parted: regex.Match[str]) -> list[Item]:
    """Part a title from the known paper behind its full stop: "Old Rival Is Reinstated. New York Times"."""
    if item.field != "container_title" or item.value != parted[0] or context.press(parted["paper"]) is None:
        return [item]
    title = Item("title", parted["title"], item.start, item.start + parted.end("title"))
    return [title, Item(item.field, parted["paper"], item.start + parted.start("paper"), item.end)]
