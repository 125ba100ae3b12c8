"""By what a later place of a text calls an author: the family name, two family names, a body's initials."""

from __future__ import annotations

from cites.grammar.person import PARTICLE_WORDS, is_given
from cites.model import Name

STATES = frozenset({"U.S.", "US", "U.K.", "UK"})  # whose body it is, which its initials leave out
# What may have no letter in the initials: ACLED, the Armed Conflict Location & Event Data Project; the FAO of the United Nations.
UNLETTERED = tuple(f" {words}" for words in "project program programme initiative network database".split())
OF_WHOM = (" of the united nations", " of the european union")


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
