"""Where the fields of an annotated work are printed: words of a citation, and labels for those of a person, a date, a title."""

from __future__ import annotations

from collections.abc import Sequence

from cites.grammar.dates import MONTHS
from cites.spotter.features import WORD
from cites.view import fold

REST = "rest"  # within a citation, and of no field
NEAR = 3  # words between the family name and the other names, between a day and its month
ANY_DAY = {str(day) for day in range(1, 32)}


class Words:
    """The words of a citation, and the labels that they have so far."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = [word.casefold().strip(".") for word in words]
        self.labels = [REST] * len(words)

    def find(self, value: str) -> tuple[int, int] | None:
        """Return where the words of a value stand, whatever marks are between them: the first of them, and the one behind the last."""
        wanted = letters(value)
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


def letters(value: str) -> list[str]:
    """Return the words of a value as `Words` compares them."""
    words = (match[0].casefold().strip(".") for match in WORD.finditer(fold(value)))
    return [word for word in words if any(map(str.isalnum, word))]


def label_person(words: Words, person: dict[str, str], label: str) -> bool:
    """Label the family name of somebody, and the other names beside it; False where the family name is not printed."""
    family = words.find(person.get("literal") or person.get("family", ""))
    words.put(label, family)
    names = person.get("given", "")
    given = words.find(names) or words.find(names.replace(" ", "")) if family else None
    if family and given and min(abs(given[0] - family[1]), abs(family[0] - given[1])) <= NEAR:
        words.put(label, (min(family[0], given[0]), max(family[1], given[1])))
    return family is not None


def label_date(words: Words, label: str, value: str) -> None:
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
