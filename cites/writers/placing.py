"""Which field of a format each field of a work goes into: one engine for formats whose fields depend on the type of the work.

A format has its rows in data/fields.tsv, the best first: `Row("event_title", "T2", "CONF, SLIDE")` says that the name of an event goes
into T2 where the work is of these types and T2 is still free. What finds no row is told in a note, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cites.csl import rows_of
from cites.grammar.urls import with_scheme
from cites.model import Link, Name, Reference
from cites.writers.csljson import seen_on
from cites.writers.dates import MONTHS, SEASONS, format_date
from cites.writers.words import annotate, describe, left_over, tell_copy

# What nobody signed, and where nothing says where it stands, stands in its source.
IN_SOURCE = frozenset("article article-journal article-magazine article-newspaper broadcast post post-weblog webpage".split())
DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]|2[1-4]))?(?:-(?P<day>0[1-9]|[12]\d|3[01]))?(?:[~?%/-].*)?")
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")  # not in XML, nor in any record of text

OTHERS = "and other authors"  # where a text has "et al.", for which records of authors have no place


Value = str | tuple[Name, ...]


class Placed(NamedTuple):
    """A work as a format has it."""

    homes: dict[str, Value]
    notes: tuple[str, ...]  # what has no field, in words


class Day(NamedTuple):
    """The first day of a date, as far as it is known: `Day("2012", "01", "")`; `words` where the numbers do not say it all."""

    year: str
    month: str = ""
    day: str = ""
    words: str = ""

    @property
    def month_name(self) -> str:
        return MONTHS[int(self.month) - 1] if self.month else ""


def place(reference: Reference, kind: str, form: str, link: Link | None = None, taken: Sequence[str] = ()) -> Placed:
    """The fields of a work in those of a format, for one of its types ("CONF"); `taken` are fields that the writer sees to by itself.

    A work without a title is called by its source and day; what was inferred and where a copy is kept stands among the notes.
    """
    homes: dict[str, Value] = {}
    used = set(taken)
    values = {"title": reference.title or describe(reference), "url": with_scheme(reference.url)}
    if not reference.container_title and reference.type in IN_SOURCE:
        values["container_title"] = reference.source
    for field, home, kinds in rows_of(form):
        value = values.get(field) or getattr(reference, field)
        if value and home not in homes and field not in used and (not kinds or kind in kinds.split(", ")):
            homes[home] = one_line(value) if isinstance(value, str) else value
            used.add(field)
    copy, _, _ = tell_copy(link)
    others = OTHERS if reference.other_authors and "other_authors" not in used else ""
    notes = (*_dates(reference), others, *left_over(reference, used), copy, *annotate(reference))
    return Placed(homes, tuple(note for note in map(one_line, notes) if note))


def _dates(reference: Reference) -> list[str]:
    """What is known of dates that no calendar has: "4 March (year unknown)", "accessed in spring"."""
    issued = format_date(reference.issued) if reference.issued and first_day(reference.issued) is None else ""
    accessed = f"accessed {format_date(reference.accessed)}" if reference.accessed.strip() and not is_day(reference.accessed) else ""
    return [issued, accessed]


def first_day(edtf: str) -> Day | None:
    """The first day of an EDTF date: "2012-01-26" gives ("2012", "01", "26"), "1993-21/1993-22" ("1993", "", "", "Spring–Summer 1993")."""
    fit = DATE.fullmatch(edtf)
    if fit is None:
        return None
    year, month, day = fit["year"], fit["month"] or "", fit["day"] or ""
    is_whole = edtf == "-".join(part for part in (year, month, day) if part) and month not in SEASONS
    if month in SEASONS:
        month = day = ""
    return Day(year, month, day, "" if is_whole else format_date(edtf))


def accessed_on(reference: Reference, link: Link | None) -> Day | None:
    """The day on which the work was looked up, else that on which a check found it; None where it is not known to the day."""
    day = reference.accessed or (seen_on(link) if link else "")
    return first_day(day) if is_day(day) else None


def is_day(edtf: str) -> bool:
    """Whether this is one date without doubt: "2014-05-12", "2014-05"."""
    found = first_day(edtf)
    return found is not None and not found.words


def ends_of(page: str) -> tuple[str, str]:
    """The first and the last page: "228–230" gives ("228", "230"); what is no plain range is all first."""
    fit = re.fullmatch(r"([^\W_]+)\s?[-–—]{1,2}\s?([^\W_]+)", page)
    return (fit[1], fit[2]) if fit else (page, "")


def one_line(text: str) -> str:
    """A text without line breaks and control characters."""
    return " ".join(NOT_TEXT.sub(" ", text).split())


def inverted(name: Name) -> str:
    """A name as records have it: "van den Berg, Anna", "King, Martin, Jr."; a body as it is."""
    if name.literal or not name.family:
        return one_line(str(name))
    parts = [one_line(part) for part in (f"{name.particle} {name.family}", name.given, name.suffix)]
    return ", ".join(parts).removesuffix(", ").removesuffix(", ")
