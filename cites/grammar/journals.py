"""Names that lawyers abbreviate: "Va. L. Rev.", "Stan. Envtl. L.J.", "Int'l Herald Trib.", "U.S. Gov't Accountability Off."."""

from __future__ import annotations

from collections.abc import Mapping

from cites import lazy_regex as regex
from cites.knowledge import load_bodies, load_courts, load_journals

TIGHT = regex.compile(r"(?<=\b[LJQ]\.)(?=[LJQF]\.|C\.[RL]\.)")  # L.J. · L.Q. · L.J.F. · J.C.R.
OF = regex.compile(  # what is not printed
    r"(?:^|(?<=\s))Journal\s(?!Forum\b|Online\b|Marshall\b)(?=\p{Lu})|^(?:Annual\s)?Review\s(?=\p{Lu})"
)
WORD = regex.compile(r"[^\s,-]+")
ABBREVIATED = regex.compile(r".*(?:\.|['’]\p{Ll})")


def spell_out(printed: str) -> str:
    """Return the name of a periodical: "Va. L. Rev." gives "Virginia Law Review"; "" where a word of it is not known.

    Source: The Bluebook, tables T6, T10 and T13.
    """
    spaced = TIGHT.sub(" ", printed.replace("’", "'"))
    if spaced.startswith("U. "):
        spaced = f"University of {spaced[3:]}"
    spelt = _spell(spaced, {**load_courts().states, **load_journals()}).replace("-", "–")
    return OF.sub(r"\g<0>of ", spelt) if spelt != printed else ""


def spell_out_body(printed: str) -> str:
    """Return the name of an institution: "Ctr. for AI Safety" gives "Center for AI Safety"; "" where a word of it is not known.

    Source: The Bluebook, table T6.
    """
    spelt = _spell(printed.replace("’", "'"), load_bodies())
    return spelt if spelt != printed else ""


def _spell(printed: str, words: Mapping[str, str]) -> str:
    """Return a name with its abbreviations written out; "" where one of them is not known."""
    known = True

    def spell(match: regex.Match[str]) -> str:
        nonlocal known
        word = match[0]
        known = known and (word in words or not ABBREVIATED.fullmatch(word))
        return words.get(word, word)

    spelt = WORD.sub(spell, printed)
    return spelt if known else ""
