"""Names that lawyers abbreviate: "Va. L. Rev.", "Stan. Envtl. L.J.", "Int'l Herald Trib.", "U.S. Gov't Accountability Off."."""

from __future__ import annotations

from collections.abc import Mapping

from cites import lazy_regex as regex
from cites.knowledge import load_abbreviations, load_courts

TIGHT = regex.compile(r"(?<=\b[LJQ]\.)(?=[LJQF]\.|C\.[RL]\.)")  # L.J. · L.Q. · L.J.F. · J.C.R.
OF = regex.compile(  # what is not printed
    r"(?:^|(?<=\s))Journal\s(?!Forum\b|Online\b|Marshall\b)(?=\p{Lu})|^(?:Annual\s)?Review\s(?=\p{Lu})"
)
WORD = regex.compile(r"[^\s,-]+")
INITIALLED = regex.compile(r"(?!U\.\s?(?:S|K|N)\.|E\.\s?U\.)(?:\p{Lu}\.\s?){1,3}\p{Lu}\p{Ll}+(?:\s(?:&|and|et)\s[^.]+)?$")
MIDDLE_INITIAL = regex.compile(  # Harry S. Truman Library · Printed for J. Legat
    r"(?<!\.)\b(?:\p{Lu}\p{Ll}{2,}|by|(?<=rinted\s)for)\s\p{Lu}\.\s?\p{Lu}\p{Ll}{2,}"
)
ABBREVIATED = regex.compile(r".*(?:\.|['’]\p{L})")
SMALL = frozenset({"OF", "THE", "AND", "ON", "FOR", "IN", "TO", "AT"})


def spell_out(printed: str) -> str:
    """Return the name of a periodical: "Va. L. Rev." gives "Virginia Law Review"; "" where a word of it is not known.

    Source: The Bluebook, tables T6, T10 and T13.
    """
    if printed.startswith("St. "):
        return ""  # a saint's, as "St. Paul Daily Globe"; no state stands first
    last = printed.rpartition(" ")[2]
    if f"{last}." in load_abbreviations("periodicals") and (last == "J" or "." in printed):
        printed += "."  # Harvard Bus. Rev, Strategic Management J
    spaced = TIGHT.sub(" ", printed.replace("’", "'"))
    university = "University of " if spaced.startswith("U. ") else ""
    spelt = _spell(spaced[3:] if university else spaced, {**load_courts().states, **load_abbreviations("periodicals")})
    return OF.sub(r"\g<0>of ", university + spelt.replace("-", "–")) if spelt not in ("", printed) else ""


def spell_out_body(printed: str) -> str:
    """Return the name of an institution: "Ctr. for AI Safety" gives "Center for AI Safety"; "" where a word of it is not known.

    What bears somebody's name keeps the initials: "E. Leroux".

    Source: The Bluebook, table T6.
    """
    if INITIALLED.match(printed) or MIDDLE_INITIAL.search(printed):
        return ""
    spelt = _spell(printed.replace("’", "'"), load_abbreviations("bodies"))
    return spelt if spelt != printed else ""


def _spell(printed: str, words: Mapping[str, str]) -> str:
    """Return a name with its abbreviations written out; "" where one of them is not known.

    In small capitals ("IOWA L. REV.") the other words get small letters too, unless they are short and may be initials.
    """
    known = True
    if printed.isupper() and ABBREVIATED.match(printed):
        words = {word.upper(): spelt for word, spelt in words.items()}
        whole = [word for word in WORD.findall(printed) if word in SMALL or (len(word) > 3 and not ABBREVIATED.fullmatch(word))]
        words = {word: word.lower() if word in SMALL else word.capitalize() for word in whole} | words

    def spell(match: regex.Match[str]) -> str:
        nonlocal known
        word = match[0]
        known = known and (word in words or not ABBREVIATED.fullmatch(word))
        return words.get(word, word)

    for several in (key for key in words if " " in key):
        printed = printed.replace(several, words[several])
    spelt = WORD.sub(spell, printed)
    return spelt if known else ""
