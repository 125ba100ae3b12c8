"""The report's charts as geometry, in percent of their width and height, so that they fit any screen without a script."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cites.chronology import Dates
from cites.stats import TOP, Stats
from cites.writers import plain
from cites.writers.report.words import count, percent

SHADES = (0.1, 0.2, 0.35, 0.5)  # shares of a text's citations at which a cell of the table gets darker
MAX_TICKS = 8  # labels under the columns that a narrow screen has room for
MAX_VALUES = 16  # columns that have room for their number above them
BASE, ROOF = 86.0, 12.0  # percent of the height where columns stand, and which the highest may reach; labels below and above


@dataclass(frozen=True, slots=True)
class Segment:
    """A source in the strip under the headline; the last one may be all other sources together (no anchor)."""

    name: str
    anchor: str
    share: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    citations: int
    tick: str  # the label under the column, "" where there is no room
    value: str  # the number above it, likewise
    x: float
    y: float
    width: float
    height: float
    middle: float


@dataclass(frozen=True, slots=True)
class Cell:
    citations: int
    shade: int  # 0 (none) to 5 (more than half of the text's citations)


def strip(stats: Stats, anchors: dict[str, str]) -> tuple[Segment, ...]:
    """The sources cited most side by side, and the rest: what a text leans on, at a glance."""
    segments: list[Segment] = []
    at = 0.0
    for source in stats.sources[:TOP]:
        segments.append(Segment(source.name, anchors[source.name], percent(source.share), round(at, 2), round(source.share * 100, 2)))
        at += source.share * 100
    rest = len(stats.sources) - TOP
    if stats.sources and (rest > 0 or stats.unsourced):
        name = count(rest, "other source") if rest > 0 else "source not known"
        segments.append(Segment(name, "", percent(1 - at / 100), round(at, 2), round(100 - at, 2)))
    return tuple(segments)


def bar(part: int, most: int) -> float:
    """The length of a bar: `bar(5, 20)` is 25.0."""
    return round(100 * part / most, 1) if most else 0.0


def columns(dates: Dates) -> tuple[Column, ...]:
    """The columns of the dates' chart: the highest reaches ROOF, every n-th has a label."""
    bars = dates.columns
    if not bars:
        return ()
    most = max(column.citations for column in bars)
    step = 100 / len(bars)
    every = -(-len(bars) // MAX_TICKS)
    made = []
    for index, column in enumerate(bars):
        height = (BASE - ROOF) * column.citations / most
        made.append(
            Column(
                label=column_label(column.start, dates.unit, column.early),
                citations=column.citations,
                tick=_tick(column.start, dates.unit, column.early) if index % every == 0 else "",
                value=str(column.citations) if column.citations and len(bars) <= MAX_VALUES else "",
                x=round(index * step + step * 0.1, 2),
                y=round(BASE - height, 2),
                width=round(step * 0.8, 2),
                height=round(height, 2),
                middle=round(index * step + step / 2, 2),
            )
        )
    return tuple(made)


def column_label(start: str, unit: str, early: bool) -> str:
    """A column's dates in words: "January 2012", "2012", "1990s", "2011 and before"."""
    words = f"{start}s" if unit == "decade" else plain.format_date(start)
    return f"{words} and before" if early else words


def _tick(start: str, unit: str, early: bool) -> str:
    """The same in a few letters: "Jan 2012", "2012", "≤ 2011"."""
    words = plain.format_date(start)
    if unit == "month":
        month, year = words.split(" ")
        words = f"{month[:3]} {year}"
    return f"≤ {words}" if early else f"{words}s" if unit == "decade" else words


def cells(counts: Sequence[int], total: int) -> tuple[Cell, ...]:
    """A text's row of the table: the darker a cell, the larger its share of the text's citations."""
    return tuple(Cell(n, bisect_right(SHADES, n / total) + 1 if n else 0) for n in counts)
