"""What tells the words of a sentence from those of a title or a name, and the period of "Prof." from that of a sentence."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.knowledge import load

COMMENT = frozenset(load()["prose"])  # words that a container or a publisher is not called by
VERBS = frozenset(load()["prose.verbs"])
ABBREVIATION = (
    r"\b(?:\p{Lu}|St|Dr|Mr|Mrs|Ms|Prof|Inc|Ltd|Co|Corp|Univ|Dept|Dep|No|Vol|U\.S|U\.K|D\.C|U\.N|Jr|Sr|vs|v|J|Rev|Int|Am"
    r"|Q|L|Fed|Ctr|Inst|Assoc|Proc|Intl|Stud|Hist|Pol|Sci|Quart|Bull|Res|Soc|Eur|Gen|Col|Sen|Rep|ed|eds|gen|ist|kand)"
)
ABBREVIATED = regex.compile(rf"(?<={ABBREVIATION})")  # at its period


def is_prose(folded: str) -> bool:
    """True where words that a title prints with capitals stand in small letters: not in "Free Speech Is a Triangle"."""
    words = folded.split()[1:]
    return len(words) > 2 and sum(word.strip(",.") in COMMENT for word in words) * 6 > len(words)
