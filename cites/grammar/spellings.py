"""Words that are nearly alike: a misprint by one letter ("Ledenva"), the other number ("city" and "cities")."""

from __future__ import annotations

from collections.abc import Collection, Iterable

LONG_NAME = 5  # letters; shorter names are too often alike by chance


class Spellings:
    """Names that were met, to find the one that a misprint means."""

    def __init__(self) -> None:
        self._by_start: dict[str, list[str]] = {}

    def add(self, name: str) -> None:
        alike = self._by_start.setdefault(name[:2], [])
        if name not in alike:
            alike.append(name)

    def near(self, name: str) -> str | None:
        """Return the name of which `name` is a misprint by one letter: "Ledenva" gives "Ledeneva", None where there is none."""
        return near(name, self._by_start.get(name[:2], ()))


def near(name: str, known: Iterable[str]) -> str | None:
    """Return the first of the known names that is one letter apart."""
    if len(name) < LONG_NAME:
        return None
    return next((other for other in known if other[:2] == name[:2] and abs(len(other) - len(name)) < 2 and _one_apart(name, other)), None)


def is_among(word: str, words: Collection[str]) -> bool:
    """True where a word, or nearly that word, or its other number, is among others: "cities" is among ("spectacular", "city")."""
    other_number = word[:-3] + "y" if word.endswith("ies") else word[:-1] + "ies" if word.endswith("y") else word
    return word in words or other_number in words or near(word, words) is not None


def _one_apart(one: str, other: str) -> bool:
    """True where a letter was left out, put in, or put for another."""
    if len(one) > len(other):
        one, other = other, one
    at = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one != other and one[at + (len(one) == len(other)) :] == other[at + 1 :]
