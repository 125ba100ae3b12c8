"""Sources with dates, and what they share: "Interfax, January 26", "Izvestiya, Interfax, January 27", "Kyodo, January 27, 28",
"Gazeta.ru; Japan Times, November 22", "EDM, May 14, 2018; March 11, 2019".

The stretch is read into steps (steps.py: a source, a date, a day, what may follow); then it is told which source has which date
(source_groups.py), and whether names are several sources or one with its author (several_sources.py).
"""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import has_day
from cites.forms.form import Context, Draft, Form, Item
from cites.forms.source_groups import draft_of, group, named
from cites.forms.source_names import STRONG, Step
from cites.forms.steps import read_steps
from cites.grammar.access import ARCHIVED
from cites.grammar.dates import NUMERAL
from cites.grammar.titles import CLOSERS
from cites.grammar.urls import is_site

TITLE_BEHIND = regex.compile(r"[,:]\s[“\"„«](?P<title>[^“”\"„«»]{4,160}?)[.,]?[”\"“»](?=\s?(?:$|;))")  # Reuters, May 3, 2014, “Oil Falls”
MAX_NAMED = 30  # code points in italics that may be a part of a name
GOES_ON = regex.compile(r",?\s(?:since|until|till|aged|born|died|founded)\b")  # "(UNESCO, 3 May, since 1993)" is of a day, not from it


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
        and has_day(steps[0].value)
        and steps[1].kind == "source"
        and context.evidence(steps[1].value) >= STRONG
    ):
        return [_date_first(context, *steps)]
    if [step.kind for step in steps] == ["source", "accessed"] and is_site(steps[0].value):
        seen = Item("accessed", steps[1].value, steps[1].start, steps[1].end)
        return [draft_of(context, steps[0], [*named(steps[0]), seen], steps[0].start, steps[1].end)]  # "newsru.com, accessed October 30"
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
    return draft_of(context, name, [*named(name), Item("issued", date.value, date.start, date.end)], date.start, name.end)


FORM = Form("source_date", read)
