"""Numbers that should count on, among others that do not belong to them: of 1, 2, 7, 3, 4 the longest row that rises is 1, 2, 3, 4."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def longest_rising(items: Sequence[T], number: Callable[[T], int]) -> list[T]:
    """Return the longest row of items, in their order, whose numbers rise; of several the one that stays lowest.

    Source: patience sorting, in n log n steps.
    """
    ends: list[int] = []  # the lowest number that ends a row of each length
    last: list[int] = []  # the item that has it
    before: list[int] = []  # the item that stands before each
    for index, item in enumerate(items):
        length = bisect_left(ends, number(item))
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [number(item)]
        last[length : length + 1] = [index]
    row = []
    at = last[-1] if last else -1
    while at >= 0:
        row.append(items[at])
        at = before[at]
    return row[::-1]
