"""Citation keys that a person can read and type: "mccurryvladimir2015", "interfax2012-01-26", "mfarf2015-12-03"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cites.keys.pattern import DEFAULT, check_pattern, make_key
from cites.keys.words import WHOLE
from cites.model import Reference

__all__ = ["DEFAULT", "WHOLE", "assign_keys", "check_pattern", "letter_of"]


def assign_keys(references: Sequence[Reference], pattern: str = DEFAULT, taken: Sequence[str] = ()) -> tuple[str, ...]:
    """Return a key for each reference, in the same order: "McCurry, “Vladimir Putin…”, 2015" gives "mccurryvladimir2015".

    Without an author the source and the date make the key ("interfax2012-01-26"), without a source the title
    ("russiajapanislands2016"). Of works whose keys would be the same, the first by date and title keeps it and the others get
    b, c …, so that a later work changes no key. `taken` are keys that other works have already. Keys differ by more than their
    capitals, for BibTeX takes "Smith2012" and "smith2012" for one.
    Every key is made of letters and digits of ASCII, ":", "_" and "-", and is never empty. Raises PatternError.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for index, reference in enumerate(references):
        groups[make_key(reference, pattern)].append(index)
    keys = [""] * len(references)
    used = {key.lower() for key in taken}
    waiting: list[tuple[str, int]] = []
    for base, group in groups.items():
        group.sort(key=lambda index: (references[index].issued, references[index].title, index))
        if base.lower() not in used:
            keys[group[0]] = base
            used.add(base.lower())
            group = group[1:]
        waiting += [(base, index) for index in group]
    letters: dict[str, Iterator[str]] = defaultdict(_letters)  # each base goes on where it was: thousands of works may share one
    for base, index in waiting:
        keys[index] = next(key for letter in letters[base] if (key := base + letter).lower() not in used)
        used.add(keys[index].lower())
    return tuple(keys)


def _letters() -> Iterator[str]:
    """Letters for the second work and those after it, without end: b … z, aa, ab …"""
    number = 1
    while True:
        yield letter_of(number)
        number += 1


def letter_of(number: int) -> str:
    """0 gives "a", 25 "z", 26 "aa"."""
    first, last = divmod(number, 26)
    return (letter_of(first - 1) if first else "") + chr(ord("a") + last)
