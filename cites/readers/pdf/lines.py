"""Runs of text side by side to lines: what is smaller and higher is raised, what a wide gap parts is another line (a column, a cell)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

RAISED = 0.12  # of the size: what stands so much higher than its line is raised
SMALLER = 0.9  # of the size of its line: what is raised is smaller too
SAME_LINE = 0.35  # of the size: baselines that differ by less are one line
WIDE = 2.2  # of the size: a gap that parts columns and cells, not words
TIGHT = 0.2  # of the size: a gap between words is wider


class Run(NamedTuple):
    """Text of one look in one line; places are in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    base: float  # of the letters: the baseline
    size: float  # of the font
    is_italic: bool
    is_bold: bool
    start: int  # in the text of the page
    end: int
    is_divided: bool = False  # it ends with a hyphen at the end of a line, which is left out of the text
    is_raised: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Runs side by side on a page: "beside a map.", its callout "12"."""

    runs: tuple[Run, ...]
    text: str  # what is printed, with white space between words single
    left: float
    right: float
    base: float
    size: float
    page: int  # its place among the pages, from 0

    @classmethod
    def of(cls, runs: Sequence[Run], base: float, size: float, page: int) -> Line:
        """Put runs together, in the order in which they are read."""
        text = "".join([run.text for run in runs]).strip()
        return cls(tuple(runs), text, runs[0].left, max([run.right for run in runs]), base, size, page)


def find_lines(runs: Iterable[Run], page: int) -> tuple[Line, ...]:
    """Put together what stands side by side."""
    lines: list[list[Run]] = []
    base = size = 0.0
    for run in runs:
        if lines and _goes_on(lines[-1], run, base, size):
            if run.size > size * 1.05 and run.text.strip():  # the line began with a raised label
                base, size = run.base, run.size
            lines[-1].append(run)
        else:
            lines.append([run])
            base, size = run.base, run.size
    return tuple(line for runs in lines if (line := _line(runs, page)).text)  # characters that nobody sees make no line


def _goes_on(line: list[Run], run: Run, base: float, size: float) -> bool:
    before = line[-1]
    if before.is_divided:
        return False
    greatest = max(size, run.size)
    apart = abs(run.base - base)
    if apart > greatest * (SAME_LINE if min(size, run.size) > greatest * SMALLER else 0.7):
        return False
    return -greatest < run.left - before.right < greatest * WIDE


def _line(runs: list[Run], page: int) -> Line:
    """The line that is as large as most of its text; what is smaller and higher is raised."""
    if len(runs) == 1:
        return Line.of(runs, round(runs[0].base, 1), round(runs[0].size, 1), page)
    weights: dict[tuple[float, float], int] = {}
    for run in runs:
        key = round(run.size, 1), round(run.base, 1)
        weights[key] = weights.get(key, 0) + len(run.text)
    size, base = max(weights, key=lambda key: (weights[key] * (key[0] ** 2), key))
    joined: list[Run] = []
    for run in runs:
        is_raised = run.size < size * SMALLER and run.base > base + size * RAISED
        if joined:
            before = joined[-1]
            gap = run.left - before.right
            if is_raised and gap < size * TIGHT:  # "frontier." and "18", which pdfium puts into the next line
                joined[-1] = before = before._replace(text=before.text.rstrip(" "))
            elif not before.text.endswith(" ") and gap > size * TIGHT:
                joined[-1] = before = before._replace(text=before.text + " ")
            if (before.is_italic, before.is_bold, before.is_raised) == (run.is_italic, run.is_bold, is_raised):
                joined[-1] = before._replace(text=before.text + run.text, right=run.right, end=run.end, is_divided=run.is_divided)
                continue
        joined.append(run._replace(is_raised=True) if is_raised else run)
    return Line.of(joined, base, size, page)


__all__ = ["Line", "Run", "find_lines"]
