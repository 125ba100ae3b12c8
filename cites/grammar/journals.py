"""The abbreviated names of law reviews: "Va. L. Rev.", "Stan. Envtl. L.J.", "Duke Envtl. L. & Pol'y F."."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.knowledge import load_courts, load_journals

TIGHT = regex.compile(r"(?<=\b[LJQ]\.)(?=[JQF]\.)")  # L.J. · L.Q. · L.J.F.
WORD = regex.compile(r"[^\s-]+")
ABBREVIATED = regex.compile(r".*(?:\.|['’]\p{Ll})")


def spell_out(printed: str) -> str:
    """Return the name of a law review: "Va. L. Rev." gives "Virginia Law Review"; "" where a word of it is not known.

    Source: The Bluebook, tables T6, T10 and T13.
    """
    words = {**load_courts().states, **load_journals()}
    spaced = TIGHT.sub(" ", printed.replace("’", "'"))
    if spaced.startswith("U. "):
        spaced = f"University of {spaced[3:]}"
    known = True

    def spell(match: regex.Match[str]) -> str:
        nonlocal known
        word = match[0]
        known = known and (word in words or not ABBREVIATED.fullmatch(word))
        return words.get(word, word)

    spelt = WORD.sub(spell, spaced).replace("-", "–")
    return spelt if known and spelt != printed else ""
