"""Days in two numbers without a year, behind a source: "El Comercio, 17/1", "AFP, 4/22", "Interfax, 3.03"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.edtf import OPEN, with_day
from cites.forms.form import Context
from cites.grammar.dates import Date
from cites.grammar.publisher_places import is_place
from cites.grammar.urls import is_site
from cites.knowledge import PRESS

SLASHED = regex.compile(r"(?P<one>\d{1,2})(?P<mark>[/-])(?P<other>\d{1,2})(?=\s?(?:[,;)\]]|$))")  # Clarín, 10-1 · Asmarino.com, 17/1
QUOTED_OR_CYRILLIC = regex.compile(r"[\"«]|\p{Cyrillic}")
MONTHS_A_YEAR = 12
MONTH_FIRST = regex.compile(r"(?<=[\s,])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])(?=[,;)\]])")
DAY_FIRST = regex.compile(r"(?<=[\s,])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])(?=[,;)\]])")
OFTEN = 2  # days that only the one order makes, which show how a text prints them


def prints_months_first(text: str) -> bool:
    """True for a text that has "4/22" and "4/23" in its brackets, and no "22/4"."""
    return "/" in text and not DAY_FIRST.search(text) and len(MONTH_FIRST.findall(text)) >= OFTEN


def prints_days_first(context: Context, kind: str, name: str) -> bool:
    """True where "22.04" is a day, elsewhere a version: behind the press, a site, a name in quotation marks or Cyrillic, a place.

    kind, name: of the step before it.
    """
    if kind != "source":
        return kind == "publisher_place"
    is_press = context.press(name) is not None
    return is_press or is_place(name) or is_site(name) or QUOTED_OR_CYRILLIC.match(name) is not None


def read_slashed(context: Context, source: str, at: int, end: int) -> Date | None:
    """Return the day of "El Comercio, 17/1" and "AFP, 4/22"; None for anything else, such as the number of a weekly.

    It is one where no other order is a day, where the paper's language prints days first, or where the text prints months first.
    """
    slashed = SLASHED.match(context.folded, at, end)
    outlet = context.outlet(source) if slashed else None
    is_press = outlet is not None and outlet.kind in PRESS and outlet.kind != "magazine"  # weeklies have their numbers so
    if slashed is None or not (is_press or is_site(source) or (context.known.months_first and source.isupper())):
        return None
    one, other = int(slashed["one"]), int(slashed["other"])
    if slashed["mark"] == "-" and one <= other:
        return None
    if slashed["mark"] == "/" and context.known.months_first:
        day = with_day(f"{OPEN}-{one:02d}", other) if one <= MONTHS_A_YEAR else None
    elif one > MONTHS_A_YEAR or (outlet is not None and outlet.language not in ("", "en", "zh", "ja", "ko")):
        day = with_day(f"{OPEN}-{other:02d}", one)
    else:
        day = None
    return Date(at, slashed.end(), day) if day else None
