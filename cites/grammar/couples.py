"""Two people with one family name: "Margot and Rudolf Wittkower"."""

from __future__ import annotations

from cites import lazy_regex as regex
from cites.grammar.lexicon import AND
from cites.grammar.names import LAST
from cites.grammar.person import is_given, to_name
from cites.model import Name

PAIR = regex.compile(
    rf"(?P<first>\p{{Lu}}\p{{Ll}}+)\s{AND}\s(?P<second>\p{{Lu}}\p{{Ll}}+)\s(?P<family>{LAST})"
)


def read_pair(printed: str) -> tuple[Name, ...]:
    """Return both people of "Will and Ariel Durant", where one has a given name that is known; none for anything else."""
    pair = PAIR.fullmatch(printed)
    if pair is None or not (is_given(pair["first"]) or is_given(pair["second"])):
        return ()
    return (to_name(f"{pair['first']} {pair['family']}"), to_name(f"{pair['second']} {pair['family']}"))
