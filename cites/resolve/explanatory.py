"""What a note cites in parentheses behind its work, and "Id." passes over: "Doe v. Roe, 647 F.3d 754 (2011) (quoting Lund v. Holm, …)".

Source: The Bluebook, rule 4.1: works in explanatory parentheses are ignored when "Id." looks for the work cited before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cites import lazy_regex as regex
from cites.grammar.lexicon import compile_words, one_of
from cites.model import Citation

OPENING = compile_words(  # between two citations: ", 44 (but see Berg" right behind the first; "(quoting Berg" anywhere
    regex.shapes(
        (" (but see Berg", r"^\s\([^()]*$"),
        (" (2011) ⟨(quoting Berg⟩", rf"\((?:[^()]{{0,60}}\s)?(?:{one_of('quoted')})\s[^()]*$"),
    )
)
SPOTTED = "spotted"


def find_asides(text: str, citations: Sequence[Citation]) -> frozenset[int]:
    """Return which citations of notes stand in a parenthesis that opens behind another one, up to where it is closed.

    What only the spotter took for a citation behind another one of its note is passed over too: it may be none.
    """
    found: set[int] = set()
    depth = 0  # of the parentheses in which such a citation stands
    for index, (before, citation) in enumerate(pairwise(citations), start=1):
        if not citation.note or citation.note != before.note:
            depth = 0
            continue
        between = text[before.span.end : citation.span.start]
        depth = _depth_behind(between, depth) or int(OPENING.search(between) is not None)
        if depth or (citation.matched_by == SPOTTED and citation.form == "full"):
            found.add(index)
    return frozenset(found)


def _depth_behind(between: str, depth: int) -> int:
    """Return how many of the parentheses are open still; 0 once the first of them is closed, whatever opens behind it."""
    for sign in between:
        if not depth:
            break
        depth += (sign == "(") - (sign == ")")
    return depth
