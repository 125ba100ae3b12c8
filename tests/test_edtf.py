"""How exact a date is, and numbers that count on."""

from __future__ import annotations

import pytest

from cites import edtf
from cites.rising import longest_rising


@pytest.mark.parametrize(
    ("date", "kinds"),
    [
        ("2012", {"is_year"}),
        ("2012-01", {"is_month", "has_month"}),
        ("2013-21", {"is_month", "has_month"}),  # the spring
        ("XXXX-01", {"is_month", "has_month"}),
        ("2012-01-26", {"is_day", "has_day", "has_month"}),
        ("XXXX-01-26", {"is_day", "has_day", "has_month"}),
        ("1974/1975", set()),  # a row of years has no month
        ("2012-01/2012-02", {"has_month"}),
        ("2011-12-30/2012-01-02", {"has_day", "has_month"}),
        ("", set()),
    ],
)
def test_how_exact_a_date_is(date: str, kinds: set[str]) -> None:
    questions = ("is_year", "is_month", "is_day", "has_month", "has_day")
    assert {name for name in questions if getattr(edtf, name)(date)} == kinds


@pytest.mark.parametrize(
    ("month", "day", "date"),
    [
        ("2012-02", 29, "2012-02-29"),
        ("2013-02", 29, None),
        ("XXXX-02", 29, "XXXX-02-29"),
        ("2013-21", 4, None),  # a season has no days
        ("2013", 4, None),
        ("2013-05", 0, None),
    ],
)
def test_a_day_of_a_month(month: str, day: int, date: str | None) -> None:
    assert edtf.with_day(month, day) == date


def test_what_is_no_day_has_no_next() -> None:
    """A day that a misprint gives, "February 30", stays as it was."""
    assert [edtf.next_day(day) for day in ("2012-02-28", "XXXX-12-31", "2013-02-30")] == ["2012-02-29", "XXXX-01-01", "2013-02-30"]


@pytest.mark.parametrize(
    ("numbers", "row"),
    [([7, 8, 1998, 9, 10], [7, 8, 9, 10]), ([1, 1, 2], [1, 2]), ([3, 2, 1], [1]), ([], [])],
)
def test_numbers_that_count_on(numbers: list[int], row: list[int]) -> None:
    assert longest_rising(numbers, int) == row


def test_the_calendar_has_two_ends() -> None:
    first, last = edtf.to_day("0001-01-01"), edtf.to_day("9999-12-31")
    assert first and last
    assert [edtf.later(last, 31), edtf.later(first, -365), edtf.next_day("9999-12-31")] == [last, first, "9999-12-31"]
    assert [edtf.to_day(day) for day in ("2012-02-31", "0000-01-01", "XXXX-01-26", "2012-01")] == [None] * 4
    assert edtf.days_between("2012-01-27", "2012-01-26/2012-01-30") == -1
