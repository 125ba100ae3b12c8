"""What a format has no field for, in words for its note: "vol. XII", "edited by Gilbert Rozman", "archived 3 May 2014 at https://…"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from cites.csl import types_of
from cites.knowledge import fold_name, load_courts, read_tables
from cites.model import Link, Name, Reference
from cites.writers.dates import format_date

WORDS: Mapping[str, str] = read_tables("wording.toml")["notes"]  # of our fields, in the order in which notes tell them
REPORTED = frozenset({"legal_case", "legislation", "treaty"})
BY_PLACE = frozenset({"legislation", "bill", "regulation"})  # types of what is called by where it stands: "17 U.S.C. § 107"
PAGES = re.compile(r"\d\D+\w")  # 12-34 · 12, 15
CALLED = {"issued": "year"}  # what an annotation calls otherwise


def describe(reference: Reference) -> str:
    """What stands in place of a title: "[Interfax report, 26 January 2012]", "17 U.S.C. § 107"."""
    if place := cited_as(reference):
        return place
    source = reference.source or reference.container_title or reference.publisher or reference.authority
    issued = format_date(reference.issued).removesuffix(" (year unknown)")
    words = f"{source} {types_of(reference).untitled}".strip()
    return f"[{', '.join(part for part in (words, issued) if part)}]"


def cited_as(reference: Reference) -> str:
    """What a provision or a bill without a title is called: "17 U.S.C. § 107", "Mass. Gen. Laws ch. 93A § 2", "H.R. 7913"; else ""."""
    if reference.type not in BY_PLACE or reference.title or not (reference.section or reference.number):
        return ""
    volume, section = reference.volume, reference.section
    whole = (volume, reference.container_title) if volume.isdigit() else (reference.container_title, volume)
    number = "" if section else reference.page or reference.number
    mark = "§§" if ", " in section or " - " in section else "§"
    return " ".join(filter(None, (*whole, number, f"{mark} {section}" if section[:1].isdigit() else section)))


def reported(reference: Reference) -> str:
    """Where a case or a law is printed, as lawyers say it: "306 U.S. 616", "[1988] AC 660"; "" where that is no report."""
    if reference.type not in REPORTED or not (reference.container_title and reference.page):
        return ""
    is_yearly = not reference.volume or reference.container_title in load_courts().yearly
    is_told = reference.issued[:4].isdigit() and not reference.number  # "[2019] EWCA Civ 123, [2020] 1 All ER 45" was printed a year later
    year = f"[{reference.issued[:4]}]" if is_yearly and is_told else ""
    return " ".join(filter(None, (year, reference.volume, reference.container_title, reference.page)))


def in_words(field: str, value: str | Collection[Name]) -> str:
    """A value with the word for its field: "vol. XII", "edited by Gilbert Rozman and Sergey Radchenko"; "WP 19" needs no "no."."""
    word = WORDS[field]
    if not isinstance(value, str):
        return f"{word} {' and '.join(map(str, value))}"
    if word == "pp." and not PAGES.search(value):
        word = "p."
    return value if word == "no." and not value[:1].isdigit() else f"{word} {value}".strip()


def left_over(reference: Reference, used: Collection[str]) -> list[str]:
    """All that is known of a work but the fields that are `used`, in words: ["vol. XII", "section 3"]."""
    return [in_words(field, value) for field in WORDS if field not in used and (value := getattr(reference, field))]


def annotate(reference: Reference, shown: str = "") -> Iterator[str]:
    """What was inferred, and by which name the source is counted: "year inferred: volume 9 of R&D is 2012", "source: TASS".

    `shown` is a name that the format shows besides those of the work.
    """
    for guess in reference.inferred:
        yield f"{CALLED.get(guess.field, guess.field.replace('_', ' '))} inferred: {guess.ground}"
    printed: Iterable[str] = (shown, reference.container_title, reference.publisher, reference.authority, *map(str, reference.author))
    if reference.source and fold_name(reference.source) not in map(fold_name, filter(None, printed)):
        yield f"source: {reference.source}"


def tell_copy(link: Link | None) -> tuple[str, str, str]:
    """An archived copy in words, its day and its address: ("archived 3 May 2014 at https://…", "2014-05-03", "https://…"); or ""."""
    if link is None or link.archive is None:
        return "", "", ""
    stamp = link.archive.timestamp
    day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
    return f"archived {format_date(day)} at {link.archive.url}", day, link.archive.url
