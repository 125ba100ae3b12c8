"""Days in two numbers without a year, behind a source: "El Comercio, 17/1", "AFP, 4/22", "Interfax, 3.03"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import OPEN, with_day
from cites.forms.form import Context
from cites.forms.known import Habits
from cites.grammar.dates import Date
from cites.grammar.publisher_places import is_place
from cites.grammar.sources import evidence
from cites.grammar.urls import is_site
from cites.knowledge import PRESS
from cites.outlets import Outlets

SLASHED = regex.compile(  # MM 2/19-21 · Sidwaya, 16-17/3
    r"(?:(?P<first>\d\d?)-(?=\d\d?/))?(?P<one>\d\d?)(?P<mark>[/-])(?P<other>\d\d?)(?:-(?P<last>\d\d?))?(?=\s?(?:[,;)\]]|$|in\s\p{Lu}))"
)
QUOTED_OR_CYRILLIC = regex.compile(r"[\"«]|\p{Cyrillic}")
MONTHS_A_YEAR = 12
MONTH_FIRST = regex.compile(r"(?<=[\s,])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])(?=[,;)\]])")
DAY_FIRST = regex.compile(r"(?<=[\s,])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])(?:/(?:20)?\d\d)?(?=[,;)\]])")
STARS = frozenset({4, 5, 6, 10})  # the most that critics give
DOTTED = regex.compile(r"(?<=[\s,–-](?P<day>\d{1,2}))\.(?P<month>\d\d)[,;)\]]")
NAME_BEFORE = regex.compile(r"(?P<name>[^;,()\[\]]{2,60}),\s(?:\d{1,2}[–-])?\d{1,2}$")  # of such a day
BESIDE = regex.compile(  # AI 22 Feb. 2018, 367 · Guardian 8.3.93, with its comma where it has one
    r"[(;]\s?(?:\p{Ll}{2,4}\.?\s)?(?P<name>\p{Lu}[^();:,\d\n]{1,60}?)(?P<comma>,)?\s"
    r"\d\d?(?:\.\d\d?\.|\s\p{L}{3,9}\.?\s)(?:[12]\d{3}|\d\d\b)"
)
MAX_NAME = 70  # code points of a name and a day
OFTEN = 2  # days that only the one order makes, which show how a text prints them
KNOWN = 0.95  # evidence of a name
USUAL = 5  # so many that it prints all of them so


def days_in(text: str, outlets: Outlets) -> Habits:
    """Return how a text prints its days: with points where most stand behind sources that are known, others may be versions or means."""
    days_first = len(DAY_FIRST.findall(text)) if "/" in text else 0
    months_first = False if days_first else ("/" in text and len(MONTH_FIRST.findall(text)) >= OFTEN) or None
    dotted = list(DOTTED.finditer(text))
    are_days = len(dotted) >= USUAL and all(with_day(f"{OPEN}-{number['month']}", int(number["day"])) for number in dotted)
    names = (NAME_BEFORE.search(text, max(0, number.start() - MAX_NAME), number.start()) for number in dotted if are_days)
    known = sum(name is not None and evidence(name["name"].strip(), outlets) >= KNOWN for name in names)
    beside = BESIDE.findall(text)
    tight = [name for name, comma in beside if not comma]
    is_usual = len(tight) >= USUAL and 2 * len(tight) > len(beside)
    is_tight = is_usual and sum(evidence(name, outlets) >= KNOWN for name in set(tight)) >= OFTEN
    return Habits(months_first, days_first >= USUAL, are_days and 2 * known >= len(dotted), is_tight)


def prints_days_first(context: Context, kind: str, name: str) -> bool:
    """True where "22.04" is a day, elsewhere a version: behind the press, a site, a name in quotation marks or Cyrillic, a
    place, and in a text that prints all its days so.

    kind, name: of the step before it.
    """
    if kind != "source":
        return kind == "publisher_place" or (kind in ("date", "day") and context.known.days.dotted)
    is_press = context.press(name) is not None or context.known.days.dotted
    return is_press or is_place(name) or is_site(name) or QUOTED_OR_CYRILLIC.match(name) is not None


def read_slashed(context: Context, source: str, at: int, end: int) -> Date | None:
    """Return the day of "El Comercio, 17/1" and "AFP, 4/22"; None for anything else, such as the number of a weekly.

    It is one where no other order is a day, where the paper's language prints days first, or where the text prints months first; in
    English as it is with a year, "3/4/2014", where it may not be a verdict: "The Guardian, 4/5".
    """
    slashed = SLASHED.match(context.folded, at, end)
    outlet = context.outlet(source) if slashed else None
    is_press = outlet is not None and outlet.kind in PRESS and outlet.kind != "magazine"  # weeklies have their numbers so
    months_first, is_usual, *_ = context.known.days
    if slashed is None or not (is_press or is_site(source) or is_usual or (months_first and source.isupper())):
        return None
    one, other = int(slashed["one"]), int(slashed["other"])
    if slashed["mark"] == "-" and one <= other:
        return None
    if slashed["mark"] == "/" and months_first:
        day = with_day(f"{OPEN}-{one:02d}", other) if one <= MONTHS_A_YEAR else None
    elif one > MONTHS_A_YEAR or is_usual or (outlet is not None and outlet.language not in ("", "en", "zh", "ja", "ko")):
        day = with_day(f"{OPEN}-{other:02d}", one)
    elif is_press and months_first is None and slashed["mark"] == "/" and not _may_be_verdict(context.folded):
        day = with_day(f"{OPEN}-{one:02d}", other)
    else:
        day = None
    beside = slashed["first"] or slashed["last"]
    days = [day, with_day(day[:7], int(beside))] if day and beside else [day]
    return Date(at, slashed.end(), "/".join(sorted(filter(None, days)))) if all(days) else None


def _may_be_verdict(folded: str) -> bool:
    """True where every number is out of as many stars: "The Guardian, 4/5; Empire, 3/5"."""
    outs = {int(slashed["other"]) for slashed in SLASHED.finditer(folded)}
    return len(outs) == 1 and outs <= STARS
