"""What was printed of a work as labels of words: from an annotated citation to what the spotter learns from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cites.grammar.dates import MONTHS
from cites.spotter.features import ADDRESSES, WORD
from cites.spotter.spot import SHORT
from cites.view import fold

FIELDS = (  # of a reference, and the label of what is printed of it; the first that fits has the words
    ("URL", "url"), ("title", "title"), ("container-title", "container"), ("collection-title", "container"), ("genre", "genre"),
    ("publisher", "publisher"), ("archive", "archive"), ("publisher-place", "place"), ("event-title", "container"),
    ("event-place", "place"), ("DOI", "url"), ("number", "number"), ("volume", "volume"), ("issue", "issue"),
)  # fmt: skip
PEOPLE = ("author", "editor", "translator")
REST = "rest"  # within a citation, and of no field
NEAR = 3  # words between the family name and the other names, between a day and its month
FEWEST = 2  # words of a title that stand for it
SHORTEST = 4  # letters of them
ANY_DAY = {str(day) for day in range(1, 32)}
PAGE_MARKS = frozenset({"-", ",", "f", "ff", "n", ""})


def label(printed: Sequence[str], form: str, work: dict[str, Any], locator: str = "") -> list[str]:
    """Return the labels of the words of a citation.

    >>> label(["Kyodo", ",", "May", "3"], "full", {"container-title": "Kyodo", "issued": "2012-05-03"})
    ['container', 'rest', 'issued', 'issued']
    """
    if form == "ibid":
        return [f"{SHORT}{'page' if word.isdigit() else 'back'}" for word in printed]
    words = Words(printed)
    for person in (person for role in PEOPLE for person in work.get(role, ())):
        _label_person(words, person)
    words.labels = ["url" if word.startswith(ADDRESSES) else known for word, known in zip(printed, words.labels, strict=True)]
    for field, name in FIELDS:
        value = str(work.get(field, ""))
        if value and not words.put(name, words.find(value)) and field == "title":
            _label_part(words, value, 1 if form == "short" else FEWEST)
    _label_date(words, "issued", str(work.get("issued", "")))
    if "accessed" in work:
        _label_date(words, "accessed", str(work["accessed"]))
    for pages in filter(None, (locator, str(work.get("page", "")))):
        words.put("page", words.find(pages))
    _label_page(words)
    return [f"{SHORT}{name}" for name in words.labels] if form == "short" else words.labels


class Words:
    """The words of a citation, and the labels that they have so far."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = [word.casefold().strip(".") for word in words]
        self.labels = [REST] * len(words)

    def find(self, value: str) -> tuple[int, int] | None:
        """Return where the words of a value stand, whatever marks are between them: the first of them, and the one behind the last."""
        wanted = _letters(value)
        places = [at for at, word in enumerate(self.words) if any(map(str.isalnum, word)) and self.labels[at] == REST]
        held = [self.words[at] for at in places]
        for begin in range(len(held) - len(wanted) + 1):
            if wanted and held[begin : begin + len(wanted)] == wanted:
                return places[begin], places[begin + len(wanted) - 1] + 1
        return None

    def put(self, name: str, where: tuple[int, int] | None) -> bool:
        """Label the words of a place, if there is one."""
        if where:
            self.labels[slice(*where)] = [name] * (where[1] - where[0])
        return where is not None


def _letters(value: str) -> list[str]:
    words = (match[0].casefold().strip(".") for match in WORD.finditer(fold(value)))
    return [word for word in words if any(map(str.isalnum, word))]


def _label_person(words: Words, person: dict[str, str]) -> None:
    family = words.find(person.get("literal") or person.get("family", ""))
    words.put("author", family)
    given = words.find(person.get("given", "")) if family else None
    if family and given and min(abs(given[0] - family[1]), abs(family[0] - given[1])) <= NEAR:
        words.put("author", (min(family[0], given[0]), max(family[1], given[1])))


def _label_part(words: Words, title: str, fewest: int) -> None:
    """Label the longest part of a title that is printed."""
    wanted = _letters(title)
    for size in range(len(wanted) - 1, fewest - 1, -1):
        for begin in range(len(wanted) - size + 1):
            part = wanted[begin : begin + size]
            if len("".join(part)) >= SHORTEST and words.put("title", words.find(" ".join(part))):
                return


def _label_page(words: Words) -> None:
    """Label the number at the end as the page that is cited: "…, 1998), 147"."""
    at = len(words.words)
    while at and words.labels[at - 1] == REST and (words.words[at - 1].isdigit() or words.words[at - 1] in PAGE_MARKS):
        at -= 1
    while at < len(words.words) and not words.words[at].isdigit():
        at += 1
    words.put("page", (at, len(words.words)))


def _label_date(words: Words, label: str, value: str) -> None:
    """Label the words of a date; where its year could not be told, the gold has none, and any day is one."""
    dates = [date.split("-") for date in value.split("/")]
    years = {date[0] for date in dates}
    months = {int(date[1]) for date in dates if len(date) > 1} if value else set(MONTHS.values())
    numbers = {part.lstrip("0") for date in dates for part in date[1:]} if value else ANY_DAY
    free = [at for at, name in enumerate(words.labels) if name == REST]
    told = {at for at in free if words.words[at] in years or MONTHS.get(words.words[at]) in months}
    told |= {at for at in free if words.words[at].isdigit() and words.words[at].lstrip("0") in numbers and _is_in_date(words, at, told)}
    for at in range(len(words.words)):
        if at in told or (words.labels[at] == REST and {at - 1, at + 1} <= told and not words.words[at].isalnum()):
            words.labels[at] = label


def _is_in_date(words: Words, at: int, told: set[int]) -> bool:
    """True for a number beside the month or the year, or one of several that points or slashes part: "23.05", "3/4/2011"."""
    marks = {words.words[near] for near in (at - 1, at + 1) if 0 <= near < len(words.words)}
    return any(0 < abs(at - other) <= NEAR for other in told) or not marks.isdisjoint(("", "/", "-"))
