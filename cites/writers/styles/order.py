"""What stands where in a bibliography, where names are repeated, and which works of one year need letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from cites.keys import letter_of
from cites.merge.folding import fold, sorted_name, without_article
from cites.writers.styles.dates import Date
from cites.writers.styles.marks import CODES
from cites.writers.styles.work import Work


class Rules(Protocol):
    """What of a style tells the order."""

    @property
    def order(self) -> str: ...
    @property
    def repeated(self) -> str: ...
    @property
    def letters(self) -> bool: ...
    def who(self, work: Work) -> str: ...


def arrange(works: Iterable[Work], rules: Rules) -> list[Work]:
    """The works in the order of a style, told which of them repeat the names before them and which letter their year has.

    Sorted by names, or the title where there are none; then by title (Chicago, MLA) or date (APA). Letters of all scripts are
    sorted by their code points, so that Latin comes before Greek, Cyrillic, Arabic and Chinese.
    """
    named = [(_lead(who := rules.who(work), work), CODES.sub("", who), work) for work in works]
    named.sort(key=lambda item: (item[0], *_within(item[2], rules.order), item[2].id))
    letters = _letters(named) if rules.letters else {}
    out: list[Work] = []
    before = ""
    for _, who, work in named:
        out.append(replace(work, repeated=bool(rules.repeated and who and who == before), letter=letters.get(work.id, "")))
        before = who
    return out


def _lead(who: str, work: Work) -> str:
    text = CODES.sub("", who) or work.title or work.description
    return sorted_name(text) if who and work.author and work.author[0].family else without_article(fold(text))


def _within(work: Work, order: str) -> tuple[object, ...]:
    title = without_article(fold(work.title))
    if order == "date":
        return (_day(work.issued), title)
    return (title, "" if work.title else without_article(fold(work.container)), _day(work.issued))


def _day(date: Date) -> tuple[str, int, int]:
    return (date.year, date.month, date.day)


def _letters(works: Sequence[tuple[str, str, Work]]) -> dict[str, str]:
    """A letter for each of several works with the same names and year: 2012a, 2012b … in their order."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for lead, _, work in works:
        groups[lead, work.issued.year].append(work.id)
    return {key: letter_of(number) for keys in groups.values() if len(keys) > 1 for number, key in enumerate(keys)}
