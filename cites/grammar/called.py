"""By what a later place of a text calls an author: the family name, two family names, a body's initials, or nearly that: "Ledenva"."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cites.grammar.person import PARTICLE_WORDS, is_given
from cites.model import Name

STATES = frozenset({"U.S.", "US", "U.K.", "UK"})  # whose body it is, which its initials leave out
# What may have no letter in the initials: ACLED, the Armed Conflict Location & Event Data Project; the FAO of the United Nations.
UNLETTERED = tuple(f" {words}" for words in "project program programme initiative network database".split())
OF_WHOM = (" of the united nations", " of the european union")
LONG_NAME = 5  # letters; shorter names are too often alike by chance


def initials(body: str) -> str:
    """ "Bureau of Industry and Security" gives "bis", "U.S. Government Accountability Office" "gao"."""
    first, _, rest = body.partition(" ")
    return "".join(word[0] for word in (rest if first in STATES else body).split() if word[0].isupper()).casefold()


def all_initials(body: str) -> tuple[str, ...]:
    """Return what a body's initials may be: ("acledp", "acled") for the Armed Conflict Location & Event Data Project; () for none."""
    ends = (end for end in (*UNLETTERED, *OF_WHOM) if body.casefold().endswith(end))
    return tuple(dict.fromkeys(filter(None, (initials(body), *(initials(body[: -len(end)]) for end in ends)))))


def first_of_two(name: Name) -> str:
    """Return the first family name of two, by which Spanish texts call people: "Landaeta" of Landaeta Olivo; "" for "Le Roux"."""
    first, _, second = name.family.casefold().partition(" ")
    return first if second and first not in PARTICLE_WORDS else ""


def called_by(name: Name) -> tuple[str, ...]:
    """Return by what a short form may call an author: the family name, or a body and its initials."""
    called = (name.family or name.literal).casefold()
    if first := first_of_two(name):
        return (called, first, called.rpartition(" ")[2])  # Botelho Moniz is Moniz in Portugal
    if " " in name.literal:
        return (called, *all_initials(name.literal))
    double = name.given.rpartition(" ")[2] if " " in name.given or "-" in name.given or name.particle else ""
    if not double or double.endswith(".") or is_given(double):
        return (called,)
    alone = [double.casefold()] if name.given == double else []  # "D'Arbois", who is D'Arbois de Jubainville
    return (called, f"{double} {name.particle} {name.family}".replace("  ", " ").casefold(), *alone)  # Dézallier d'Argenville


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
