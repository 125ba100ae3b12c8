"""When the cited works came out, in columns of months, years or decades, and how old they were when they were cited."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from cites.edtf import days_between

MONTHLY = 36  # months; works that span no more than these are counted by month
YEARLY = 60  # years; works that span more than these are counted by decade
EARLY = 0.1  # the oldest tenth of the citations, where it lies far back, goes into one column
WIDTHS = {"month": 1, "year": 12, "decade": 120}  # months in a column

# How old a work may be when it is cited: the days from which each column counts.
AGES = {"day": 0, "week": 2, "month": 8, "year": 31, "five-years": 366, "older": 1827}

YEAR = re.compile(r"\d{4}")
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class DateCount:
    start: str  # "2012", "2012-03", "1990"
    citations: int
    early: bool = False  # the first column, when it gathers everything before the second


@dataclass(frozen=True, slots=True)
class Dates:
    """When the cited works came out; columns without citations are there, so that the distances are true."""

    unit: str  # "month", "year", "decade"
    columns: tuple[DateCount, ...]
    undated: int  # citations of works without a year, or without a month where months are counted
    ages: tuple[tuple[str, int], ...]  # citations by the age of their work, in the columns of AGES: (("day", 12), …)
    age: float | None  # days; median age of a work when it was cited, None where no two dates are known to the day
    aged: int  # citations that the median rests on


def count_dates(cited: Iterable[tuple[str, str]]) -> Dates:
    """Citations by the date of the cited work, from pairs of dates in EDTF: that of the work and that of the citing text.

    Either may be "", where it is not known. The columns are months where nearly all works have one and lie close together.
    """
    pairs = list(cited)
    years = sorted(_months(issued) for issued, _ in pairs if YEAR.match(issued))
    months = sorted(_months(issued) for issued, _ in pairs if MONTH.match(issued))
    unit, known = "year", years
    if years:
        reach = years[-1] - years[int(len(years) * EARLY)]
        if reach <= MONTHLY and len(months) >= len(years) * (1 - EARLY):
            unit, known = "month", months
        elif reach > 12 * YEARLY:
            unit = "decade"
    ages = [age for issued, written in pairs if (age := _days_between(issued, written)) is not None]
    return Dates(
        unit=unit,
        columns=_columns(known, unit),
        undated=len(pairs) - len(known),
        ages=_count_ages(ages),
        age=float(median(ages)) if ages else None,
        aged=len(ages),
    )


def age_of(issued: str, written: str) -> str:
    """In which column of AGES a work stands: ("2012-01-26", "2012-01-27") gives "day"; "" where a day is missing."""
    days = _days_between(issued, written)
    return "" if days is None else _column_of(days)


def _column_of(days: int) -> str:
    return [name for name, least in AGES.items() if days >= least][-1]


def _count_ages(ages: Sequence[int]) -> tuple[tuple[str, int], ...]:
    counts = Counter(map(_column_of, ages))
    return tuple((name, counts[name]) for name in AGES) if ages else ()


def _columns(months: Sequence[int], unit: str) -> tuple[DateCount, ...]:
    """Counts from the first column to the last; the oldest EARLY go into one where they lie more than two columns back."""
    if not months:
        return ()
    bins = [month // WIDTHS[unit] for month in months]
    early = bins[int(len(bins) * EARLY)]
    gathers = early - bins[0] > 2
    columns = [DateCount(_label(early - 1, unit), bisect_left(bins, early), early=True)] if gathers else []
    for column in range(early if gathers else bins[0], bins[-1] + 1):
        columns.append(DateCount(_label(column, unit), bisect_left(bins, column + 1) - bisect_left(bins, column)))
    return tuple(columns)


def _label(column: int, unit: str) -> str:
    """The start of a column in EDTF: "2012-03", "2012", "1990"."""
    year, month = divmod(column * WIDTHS[unit], 12)
    return f"{year:04}-{month + 1:02}" if unit == "month" else f"{year:04}"


def _months(edtf: str) -> int:
    """Months since year 0: "2012-02" gives 24145; a season or a bare year stands at the start of its year."""
    month = MONTH.match(edtf)
    return int(edtf[:4]) * 12 + (int(month[1]) - 1 if month else 0)


def _days_between(issued: str, written: str) -> int | None:
    """Days from a work to the text that cites it: ("2012-01-26", "2012-02-21") gives 26; None where a day is missing."""
    days = days_between(issued[:10], written[:10])
    return None if days is None else max(days, 0)  # a text that was changed later may cite what came after it
