"""How keys are made, in the manner of Better BibTeX: "auth.lower + shorttitle(3,3) + year".

Terms are joined by "+"; alternatives are parted by "|", and the first of which every term says something makes the key. A term is
a word of TERMS, with numbers in parentheses where it takes some, or a text in quotation marks; behind a word, filters of FILTERS
follow full stops. Where no alternative is said as a whole, a word that says nothing is passed by, as in Better BibTeX, in the first
alternative that still names the work; a work that none names has the key of DEFAULT.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cites.errors import PatternError, nearest
from cites.keys.words import MAX_WORD, WHOLE, WORD, body, date, party, person, words, year
from cites.model import Name, Reference

# Cases by their first party; works by somebody; news by who brought it and when; works with nothing but a title; what is left.
DEFAULT = (
    "party.lower + year | auth.lower + shorttitle(1).lower + year | auth.lower + date | source.lower + date"
    " | shorttitle(3).lower + year | publisher.lower + date"
)
LAST = "work"  # before the date, where no alternative says anything

Numbers = tuple[int, ...]


def _people(reference: Reference) -> tuple[Name, ...]:
    return reference.author or (reference.editor if reference.type in WHOLE else ())


def _auth(reference: Reference, numbers: Numbers) -> str:
    return "".join(person(name) for name in _people(reference)[:1])[: numbers[0] if numbers else None]


def _authors(reference: Reference, numbers: Numbers) -> str:
    people = _people(reference)
    most = numbers[0] if numbers else len(people)
    return "".join(person(name) for name in people[:most]) + ("EtAl" if len(people) > most else "")


def _short_title(reference: Reference, numbers: Numbers) -> str:
    """The first words that matter: shorttitle(3,2) takes three, the first two of them with capitals."""
    most, capitals = (*numbers, *(3, 0)[len(numbers) :])
    found = [word[:MAX_WORD] for word in words(reference.title)[:most]]
    return "".join(word[0].upper() + word[1:] if place < capitals else word.lower() for place, word in enumerate(found))


def _title(reference: Reference, numbers: Numbers) -> str:
    return "".join(word[0].upper() + word[1:] for word in WORD.findall(" ".join(words(reference.title))))


def _source(reference: Reference, numbers: Numbers) -> str:
    return body(reference.source or reference.container_title or reference.number)


def _party(reference: Reference, numbers: Numbers) -> str:
    return party(reference.title) if reference.type == "legal_case" else ""


def _publisher(reference: Reference, numbers: Numbers) -> str:
    return body(reference.publisher or reference.authority or reference.archive)


def _part_of_date(start: int, end: int) -> Callable[[Reference, Numbers], str]:
    return lambda reference, numbers: date(reference).replace("nd", "ndnd")[start:end]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of patterns: what it takes from a work, and how many numbers it may have."""

    write: Callable[[Reference, Numbers], str]
    numbers: int = 0
    names: bool = True  # whether it tells a work from others: a year alone does not


TERMS = {
    "auth": Term(_auth, 1),  # the first author's family name; auth(4): its first four letters
    "authors": Term(_authors, 1),  # all of them; authors(2): two and "EtAl"
    "shorttitle": Term(_short_title, 2),
    "title": Term(_title),
    "year": Term(lambda reference, numbers: year(reference), names=False),
    "month": Term(_part_of_date(5, 7), names=False),
    "day": Term(_part_of_date(8, 10), names=False),
    "date": Term(lambda reference, numbers: date(reference), names=False),  # the whole ISO date, as far as it is known
    "source": Term(_source),  # the outlet, by its canonical name
    "party": Term(_party),  # of a case, the first
    "publisher": Term(_publisher),
    "type": Term(lambda reference, numbers: reference.type.replace("-", ""), names=False),
}
FILTERS: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "capitalize": lambda text: text[:1].upper() + text[1:],
}
TOKEN = re.compile(
    r"""\s*(?:"(?P<text>[^"]*)"|'(?P<text2>[^']*)'|(?P<word>[A-Za-z]+)(?:\((?P<numbers>[\d\s,]*)\))?(?P<filters>(?:\.\w*)*))\s*"""
)
KEPT = re.compile(r"[^A-Za-z0-9:_-]")


class Part(NamedTuple):
    """One term of a pattern, ready: what it says of a work, and whether that names it."""

    write: Callable[[Reference], str]
    names: bool


def make_key(reference: Reference, pattern: str = DEFAULT) -> str:
    """The key of a work by a pattern, before it is told from others. Raises PatternError."""
    for say in (_whole, _named):
        for parts in _parse(pattern):
            if key := KEPT.sub("", say(parts, reference)):
                return key if pattern != DEFAULT or key.lower() != key.upper() else LAST + key  # "19842021"
    return LAST + date(reference) if pattern == DEFAULT else make_key(reference)


def _whole(parts: tuple[Part, ...], reference: Reference) -> str:
    """What an alternative says of a work, "" where one of its terms says nothing."""
    said = []
    for part in parts:
        text = part.write(reference)
        if not text:
            return ""
        said.append(text)
    return "".join(said)


def _named(parts: tuple[Part, ...], reference: Reference) -> str:
    """What an alternative says of a work, "" where nothing of it names the work."""
    said = [(part.write(reference), part.names) for part in parts]
    return "".join(text for text, _ in said) if any(text and names for text, names in said) else ""


def check_pattern(pattern: str) -> str:
    """Return a pattern as it is. Raises PatternError for one that cannot be understood, with the word that is not known."""
    _parse(pattern)
    return pattern


@lru_cache(maxsize=32)
def _parse(pattern: str) -> tuple[tuple[Part, ...], ...]:
    return tuple(tuple(_part(term, pattern) for term in _split(alternative, "+")) for alternative in _split(pattern, "|"))


def _split(text: str, mark: str) -> list[str]:
    """The pieces between marks that do not stand in quotation marks."""
    return re.split(rf"""\{mark}(?=(?:[^"']|"[^"]*"|'[^']*')*$)""", text)


def _part(term: str, pattern: str) -> Part:
    fit = TOKEN.fullmatch(term)
    if fit is None:
        raise PatternError(
            pattern, f"{term.strip()!r} is no term" if term.strip() else "a term is missing", 'write auth.lower + "-" + year'
        )
    if fit["word"] is None:
        text = fit["text"] or fit["text2"] or ""
        if KEPT.search(text):
            raise PatternError(pattern, f"{text!r} cannot stand in a key", 'letters, digits, ":", "_" and "-" can')
        return Part(lambda reference: text, names=False)
    known = TERMS.get(fit["word"])
    if known is None:
        raise PatternError(pattern, f"no word is called {fit['word']!r}", nearest(fit["word"], TERMS))
    numbers = tuple(int(number) for number in re.findall(r"\d+", fit["numbers"] or ""))
    if len(numbers) > known.numbers:
        most = f"{known.numbers or 'no'} number{'' if known.numbers == 1 else 's'}"
        raise PatternError(pattern, f"{fit['word']!r} takes {most}", "leave the others out")
    filters = [_filter(name, pattern) for name in fit["filters"].split(".")[1:]]

    def write(reference: Reference) -> str:
        text = known.write(reference, numbers)
        for change in filters:
            text = change(text)
        return text

    return Part(write, known.names)


def _filter(name: str, pattern: str) -> Callable[[str], str]:
    if name not in FILTERS:
        raise PatternError(pattern, f"no filter is called {name!r}", nearest(name, FILTERS))
    return FILTERS[name]
