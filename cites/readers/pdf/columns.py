"""The order in which the lines of a page are read: columns from left to right, each from top to bottom.

What stands across the columns (a title, a table, a picture's caption) parts the page into bands, which are read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from cites.readers.pdf.lines import Line
from cites.readers.pdf.pages import Page

MIN_LINES = 3  # on either side of a gutter
MAX_ACROSS = 0.35  # of the lines of a page may stand across its gutter
MIN_WIDTH = 0.2  # of the width of the text: narrower sides are columns of a table
OVERFULL = 0.1  # of the width: a long address may reach so far into the next column
DASH = "———"
AFTER_DASH = re.compile(r"[.,] ")  # no line begins so, but behind a dash that is drawn


def find_stretches(page: Page) -> Iterator[list[Line]]:
    """Yield the lines of each column of each band, in the order in which they are read."""
    if page.lines:
        yield from map(_dashed, _parted(sorted(page.lines, key=lambda line: -line.base)))


def _dashed(stretch: list[Line]) -> list[Line]:
    """The lines with dashes for those that are drawn, as LaTeX does for the author of the entry above: "———. *Psalms.* 3 vols."."""
    left = min(line.left for line in stretch)
    return [_begun(line, left) if AFTER_DASH.match(line.text) and line.left > left + line.size else line for line in stretch]


def _begun(line: Line, left: float) -> Line:
    first = line.runs[0]
    dash = first._replace(text=DASH, left=left, end=first.start, is_italic=False)
    return Line.of((dash, *line.runs), line.base, line.size, line.page)


def _parted(lines: list[Line]) -> Iterator[list[Line]]:
    gutter = _gutter(lines)
    if gutter is None:
        yield _rows(lines)
        return
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = right - left
    band: list[Line] = []
    across: list[Line] = []
    for line in lines:
        if min(gutter - line.left, line.right - gutter) > width * OVERFULL:
            if band:
                yield from _sides(band, gutter)
                band = []
            across.append(line)
        else:
            if across:
                yield _rows(across)
                across = []
            band.append(line)
    if across:
        yield _rows(across)
    if band:
        yield from _sides(band, gutter)


def _sides(lines: list[Line], gutter: float) -> Iterator[list[Line]]:
    for side in (
        [line for line in lines if line.left + line.right < 2 * gutter],
        [line for line in lines if line.left + line.right >= 2 * gutter],
    ):
        if side:
            yield from _parted(side)


def _gutter(lines: list[Line]) -> float | None:
    """The middle of the white stretch between two columns; None where there is one column."""
    if len(lines) < 2 * MIN_LINES:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = right - left
    best: tuple[int, float] | None = None
    for edge in sorted({round(line.left) for line in lines}):
        at = edge - 2.0  # just before a line begins
        if not left + width * MIN_WIDTH < at < right - width * MIN_WIDTH:
            continue
        before = [line for line in lines if line.right <= at]
        after = [line for line in lines if line.left >= at]
        across = len(lines) - len(before) - len(after)
        if min(len(before), len(after)) < MIN_LINES or across > len(lines) * MAX_ACROSS or not _are_beside(before, after, width):
            continue
        if best is None or across < best[0]:
            best = across, at
    return best[1] if best else None


def _are_beside(before: list[Line], after: list[Line], width: float) -> bool:
    """Whether two sets of lines are columns of text: they share some height, and their usual line is no mere cell of a table."""
    if max(line.base for line in before) < min(line.base for line in after) or max(line.base for line in after) < min(
        line.base for line in before
    ):
        return False
    return all(sorted(line.right - line.left for line in side)[len(side) // 2] > width * MIN_WIDTH for side in (before, after))


def _rows(lines: list[Line]) -> list[Line]:
    """The lines from top to bottom; pieces at one height are one line (the cells of a row, a number and its heading)."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(rows[-1][0].base - line.base) < min(rows[-1][0].size, line.size) * 0.3:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(row) for row in rows]


def _joined(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    row.sort(key=lambda line: line.left)
    largest = max(row, key=lambda line: len(line.text))
    runs = tuple(chain.from_iterable(line.runs for line in row))
    spaced = [run if run.text.endswith(" ") else run._replace(text=run.text + " ") for run in runs[:-1]]
    return Line.of((*spaced, runs[-1]), largest.base, largest.size, largest.page)
