"""What a note cites in parentheses behind its work, and "Id." passes over: "Doe v. Roe, 647 F.3d 754 (2011) (quoting Lund v. Holm, …)".

Source: The Bluebook, rule 4.1: works in explanatory parentheses are ignored when "Id." looks for the work cited before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cites.grammar.lexicon import compile_words, one_of
from cites.model import Citation

OPENING = compile_words(rf"\((?:[^()]{{0,60}}\s)?(?:{one_of('quoted')})\s[^()]*$")


def find_asides(text: str, citations: Sequence[Citation]) -> frozenset[int]:
    """Return which citations of notes stand behind "(quoting" or "(citing", up to where that parenthesis is closed."""
    found: set[int] = set()
    for index, (before, citation) in enumerate(pairwise(citations), start=1):
        if not citation.note or citation.note != before.note:
            continue
        between = text[before.span.end : citation.span.start]
        is_open = index - 1 in found and between.count(")") <= between.count("(")
        if is_open or OPENING.search(between):
            found.add(index)
    return frozenset(found)
