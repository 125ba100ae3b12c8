"""The report's charts as geometry, in percent of their width and height, so that they fit any screen without a script."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cites.chronology import Dates
from cites.stats import TOP, GroupCount, Stats
from cites.writers.dates import format_date
from cites.writers.report.words import SECTORS, count, number, percent

SHADES = (0.1, 0.2, 0.35, 0.5)  # shares of a text's citations at which a cell of the table gets darker
RANKS = (1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000)  # of the sources whose share together is in the table beside the curve
MAX_POINTS = 400  # of the curve; more cannot be seen
MAX_TICKS = 6  # labels under the columns that a narrow screen has room for
MAX_VALUES = 16  # columns that have room for their number above them
BASE, ROOF = 86.0, 12.0  # percent of the height where columns stand, and which the highest may reach; labels below and above


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a strip: a source, or a sector of sources. `shade` is a class of the style: "s1" (the darkest) to "s5", "state", "rest"."""

    name: str
    anchor: str  # of the source; "" for all others together
    facet: str  # what the table of sources is filtered by, "owner:State media"; "" for nothing
    share: str
    x: float
    width: float
    shade: str


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    facet: str  # what the works are filtered by, "year:2012"; "" for a column of several years
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
    anchor: str  # of the sentences behind it; "" for other sources together
    shade: int  # 0 (none) to 5 (more than half of the text's citations)


SHADE = {"state": "state", "agency": "s1", "press": "s2", "official": "s3", "research": "s4", "other": "s5"}


def strip(stats: Stats, anchors: Mapping[str, str]) -> tuple[Segment, ...]:
    """The sources cited most side by side, and the rest: what a text leans on, at a glance."""
    named = [(source.label, anchors[source.name], "", source.share, f"s{rank}") for rank, source in enumerate(stats.sources[:TOP], start=1)]
    others = len(stats.sources) - TOP
    return tuple(_side_by_side(named, count(others, "other source") if others > 0 else "source not known"))


def sectors(groups: Sequence[GroupCount]) -> tuple[Segment, ...]:
    """State media, agencies, other media … side by side; what has no source is the rest."""
    named = [(SECTORS[group.name], "", f"sector:{SECTORS[group.name]}", group.share, SHADE[group.name]) for group in groups if group.name]
    return tuple(_side_by_side(named, "not known"))


def _side_by_side(parts: Iterable[tuple[str, str, str, float, str]], rest: str) -> Iterator[Segment]:
    at = 0.0
    for name, anchor, facet, share, shade in parts:
        yield Segment(name, anchor, facet, percent(share), round(at, 2), round(share * 100, 2), shade)
        at += share * 100
    if 0 < at < 99.995:
        yield Segment(rest, "", "", percent(1 - at / 100), round(at, 2), round(100 - at, 2), "rest")


@dataclass(frozen=True, slots=True)
class Mark:
    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Curve:
    """The share of the first source, the first two … as a line; in percent of width and height."""

    points: str  # of an SVG polyline
    marks: tuple[Mark, ...]  # ranks that are named
    rows: tuple[tuple[str, str], ...]  # the same as a table: ("the first five", "53%")


def curve(stats: Stats) -> Curve | None:
    """How fast the share adds up from source to source; None for fewer than three, which make no curve."""
    shares = (0.0, *stats.curve)
    last = len(shares) - 1
    if last < 3:
        return None
    points = [(round(100 * rank / last, 2), round(100 - 100 * share, 2)) for rank, share in enumerate(shares)]
    drawn = [*points[:: max(1, last // MAX_POINTS)], points[-1]]
    ranks = [*(rank for rank in RANKS if rank < last), last]
    said = {rank: (count(rank, "source"), percent(shares[rank])) for rank in ranks}
    return Curve(
        points=" ".join(f"{x:g},{y:g}" for x, y in drawn),
        marks=tuple(Mark(*points[rank], ": ".join(said[rank])) for rank in (1, TOP) if rank in said),
        rows=tuple(said.values()),
    )


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
                facet=f"year:{column.start[:4]}" if dates.unit != "decade" and not column.early else "",
                citations=column.citations,
                tick=_tick(column.start, dates.unit, column.early) if index % every == 0 else "",
                value=number(column.citations) if column.citations and len(bars) <= MAX_VALUES else "",
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
    words = f"{start}s" if unit == "decade" else format_date(start)
    return f"{words} and before" if early else words


def _tick(start: str, unit: str, early: bool) -> str:
    """The same in a few letters: "Jan 2012", "2012", "≤ 2011"."""
    words = format_date(start)
    if unit == "month":
        month, year = words.split(" ")
        words = f"{month[:3]} {year}"
    return f"≤ {words}" if early else f"{words}s" if unit == "decade" else words


def cells(counts: Sequence[int], total: int, anchors: Sequence[str]) -> tuple[Cell, ...]:
    """A text's row of the table: the stronger its colour, the larger its share of the text's citations."""
    return tuple(
        Cell(many, anchor if many else "", bisect_right(SHADES, many / total) + 1 if many else 0)
        for many, anchor in zip(counts, anchors, strict=True)
    )
