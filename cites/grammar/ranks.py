"""Ranks and titles before a name: "Gen. Joseph Votel", "President Barack Obama"."""

from __future__ import annotations

RANK = r"(?:(?:Gen|Lt|Col|Maj|Capt|Adm|Brig|Sgt|Sen|Rep|Gov|Prof|Amb|Hon|Rev|Msgr)\.\ )"  # Gen. Joseph Votel
RANKS = frozenset(
    "gen lt col maj capt adm brig sgt sen rep gov prof amb hon rev msgr dr mr mrs ms sir lord lady dame president professor general "
    "admiral senator ambassador".split()
)


def without_ranks(words: list[str]) -> list[str]:
    """Leave out "Gen." and "President" before a name; "Lord Halifax" and "Sir Humphrey" stay as they are."""
    while (len(words) > 2 or (len(words) == 2 and words[0].endswith("."))) and words[0].casefold().rstrip(".") in RANKS:
        words = words[1:]
    return words
