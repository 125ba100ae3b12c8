"""Names printed family first: "Moreau J.", "Moreau (J.-P.)", "Moreau Jeanne L.", "Certeau Michel de", "Blanco, Juan y Pardo, Eva"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import AND
from cites.grammar.person import SMALL
from cites.model import Name

EITHER_SIGN = SMALL.replace("'", "['’]")  # names are not always folded here
PARTICLE = rf"(?:(?:{EITHER_SIGN})(?:\s|(?<=['’])))"
WORD = r"\p{Lu}[\p{L}'’]+(?:[-‑]\p{Lu}[\p{L}'’]+)*"
FAMILY = rf"{PARTICLE}{{0,2}}+{WORD}(?:\s{WORD}(?=\s\())?"
INITIALS = r"\p{Lu}\p{Ll}?\.(?:[\s-]?\p{Lu}\p{Ll}?\.){0,3}+"
# what stands behind a name: "J.", "(J.)", "John J.", and at its very end "Michel de"
ONE = (
    rf"(?:(?P<family>{FAMILY})\s(?:(?P<given>{INITIALS}(?:\s(?:de|von|van|d['’]))?)|\((?P<given>{INITIALS}|{WORD})\)"
    rf"|(?P<given>{WORD}\s\p{{Lu}}\.(?=[,\s]|$)|{WORD}\s(?:de|von|van)(?=,|\s\(|$))))"
)
STRAIGHT = rf"(?:(?P<first>{INITIALS})\s?(?P<last>{FAMILY}))"  # Moreau J. et A. Petit
BETWEEN = rf"(?:,?\s{AND}\s|,\s|\s?;\s|\s[-–—]\s|\s?/\s?)"
PEOPLE = regex.compile(rf"{ONE}(?:{BETWEEN}(?:{ONE}|{STRAIGHT}))*")
AFTER_PEOPLE = regex.compile(r"$|[,:]\s|,?\s\(|[,;]?\s(?:et|and)\.?\sal|[,;]?\se\.\s?a\.")
EACH = regex.compile(rf"{ONE}|{STRAIGHT}")
PAIR_OF = r"(?P<family>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?),\s(?P<given>\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}\.?){0,2})"
PAIR = regex.compile(PAIR_OF)
PAIRS = regex.compile(rf"{PAIR_OF}(?:,\s{PAIR_OF})*,?\s{AND}\s{PAIR_OF}")
SMALL_WORDS = frozenset(SMALL.split("|"))


def match_turned(text: str, at: int, end: int) -> int | None:
    """Return where names end that begin at `at`, the first of them family first; None where there is no such name.

    For "Moreau J. et A. Petit (dir.), Le sel" that is before the parenthesis.
    """
    people = PEOPLE.match(text, at, end)
    return people.end() if people and AFTER_PEOPLE.match(text, people.end(), end) else None


def split_turned(printed: str) -> tuple[Name, ...]:
    """Return the people of "Moreau J., Petit (A.-M.) et C. Blanc"; none where the first is not printed family first."""
    if not PEOPLE.fullmatch(printed):
        return ()
    return tuple(_named(one) for one in EACH.finditer(printed))


def split_pairs(printed: str) -> tuple[Name, ...]:
    """Return the people of "Blanco, Juan y Pardo, Eva", which a word joins; none for anything else."""
    return tuple(Name(family=one["family"], given=one["given"]) for one in PAIR.finditer(printed)) if PAIRS.fullmatch(printed) else ()


def _named(one: regex.Match[str]) -> Name:
    words = (one["family"] or one["last"]).replace("d'", "d' ").replace("d’", "d’ ").split(" ")
    first = next((i for i, word in enumerate(words) if word.replace("’", "'") not in SMALL_WORDS), 0)
    given, _, particle = (one["given"] or one["first"]).partition(" ")
    if particle not in SMALL_WORDS:
        given, particle = one["given"] or one["first"], ""
    return Name(family=" ".join(words[first:]), particle=" ".join(words[:first]) or particle, given=given)
