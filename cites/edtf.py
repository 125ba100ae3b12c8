"""How exact a date is: "2012" is a year, "2012-01" a month, "2013-21" a season, "2012-01-26" and "XXXX-01-26" a day.

Dates are texts of the Extended Date/Time Format, levels 1 (seasons) and 2 (unspecified digits); a slash parts the ends of a range.
"""

from __future__ import annotations

from datetime import date

OPEN = "XXXX"  # a year that is not printed
LEAP = "2000"  # a year in which each day exists, for dates without one
YEAR, MONTH, DAY = len("2012"), len("2012-01"), len("2012-01-26")


def is_year(edtf: str) -> bool:
    """True for "2012", which is no range."""
    return len(edtf) == YEAR


def is_month(edtf: str) -> bool:
    """True for one month or season: "2012-01", "XXXX-01", "2013-21"."""
    return len(edtf) == MONTH


def is_day(edtf: str) -> bool:
    """True for one day: "2012-01-26", "XXXX-01-26"."""
    return len(edtf) == DAY


def has_month(edtf: str) -> bool:
    """True for a month, a season or a day, and for a range that begins with one."""
    return len(edtf.partition("/")[0]) >= MONTH


def has_day(edtf: str) -> bool:
    """True for a day, and for a range that begins with one."""
    return len(edtf.partition("/")[0]) >= DAY


def with_day(month: str, day: int) -> str | None:
    """Return a day of a month: "2012-01" and 26 give "2012-01-26"; None for what is no month, and where it does not have the day."""
    printed = f"{month}-{day:02d}"
    return printed if is_month(month) and to_day(printed.replace(OPEN, LEAP)) else None


def to_day(edtf: str) -> date | None:
    """Return the day of "2012-01-26", the first of a range; None for what is no day, and for one that the calendar does not have."""
    first = edtf.partition("/")[0]
    try:
        return date.fromisoformat(first) if is_day(first) else None
    except ValueError:
        return None


def later(day: date, days: int) -> date:
    """Return the day that comes so many days later, or before where they are less than 0; the calendar ends in the year 9999."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def days_between(one: str, other: str) -> int | None:
    """Return the days from one date to another: "2012-01-27", "2012-01-28" gives 1; None where either is not known to the day."""
    first, last = to_day(one), to_day(other)
    return (last - first).days if first and last else None


def next_day(value: str) -> str:
    """Return the day after: "XXXX-01-31" gives "XXXX-02-01", a range the day after its end; what is no day stays as it was."""
    last = value.rpartition("/")[2]
    day = to_day(last.replace(OPEN, LEAP))
    after = later(day, 1).isoformat() if day else value
    return OPEN + after[YEAR:] if day and last.startswith(OPEN) else after


def with_year(value: str, year: int) -> str:
    """Fill in an open year: "XXXX-12-30/XXXX-01-02" with 2011 gives "2011-12-30/2012-01-02".

    A day that the year does not have (February 29) leaves the value as it was.
    """
    first, slash, last = value.partition("/")
    ends = [first.replace(OPEN, f"{year:04d}")]
    if slash:
        ends.append(last.replace(OPEN, f"{min(year + (last[5:] < first[5:]), date.max.year):04d}"))
    return "/".join(ends) if all(to_day(end) or not is_day(end) for end in ends) else value
