"""What tells the words of a sentence from those of a title or a name, its period from that of "Prof.", and that it gives what was said."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import in_names
from cites.knowledge import load, load_abbreviations

COMMENT = frozenset(load()["prose"])  # words that a container or a publisher is not called by
VERBS = frozenset(load()["prose.verbs"])
STATING = frozenset(load()["stating"] + load()["stating.things"])
WORD = regex.compile(r"\p{L}+")
QUOTES = frozenset("“”„«»\"「」")
ABBREVIATION = (
    r"\b(?:\p{Lu}|St|Dr|Mr|Mrs|Ms|Prof|Inc|Ltd|Co|Corp|Univ|Dept|Dep|No|Vol|U\.S|U\.K|D\.C|U\.N|Jr|Sr|vs|v|J|Rev|Int|Am"
    r"|Q|L|Fed|Ctr|Inst|Assoc|Proc|Intl|Stud|Hist|Pol|Sci|Quart|Bull|Hrg|Doc|Res|Soc|Eur|Gen|Col|Sen|Rep|ed|eds|gen|ist|kand|u\.\s?a|"
    + "|".join(word.rstrip(".") for word in load_abbreviations("shortened")["words"])
    + ")"
)
# Behind a work comes what somebody tells of it, "… 351, 1037. I asked him"; not "2016. I love …", where a title begins.
TOLD = rf"(?<=\d)(?<!\b(?:1[5-9]|20)\d\d)\.\s(?={in_names('sentences.tellers')}\s\p{{Ll}})"
ABBREVIATED = regex.compile(rf"(?<={ABBREVIATION})")  # at its period


def is_prose(folded: str) -> bool:
    """True where words that a title prints with capitals stand in small letters: not in "Free Speech Is a Triangle"."""
    words = folded.split()[1:]
    return len(words) > 2 and sum(word.strip(",.") in COMMENT for word in words) * 6 > len(words)


def states(sentence: str, *, quotes: bool = True) -> bool:
    """True where a sentence has a word of saying or printing, or (quotes) quotation marks.

    >>> states("The papers did not notice it"), states("The King unveiled them")
    (True, False)
    """
    return (quotes and not QUOTES.isdisjoint(sentence)) or any(word.casefold() in STATING for word in WORD.findall(sentence))
