"""Labels for the tokens of a reference string, and the reference that they make."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cites.knowledge import DATA
from cites.model import Reference
from cites.tagger.features import features
from cites.tagger.fields import Pieces, to_fields
from cites.tagger.repair import repair
from cites.tagger.tokens import clean, tokenize

if TYPE_CHECKING:
    from pycrfsuite import Tagger  # type: ignore[import-untyped]

MODEL = DATA / "tagger.crfsuite"
LONGEST = 3_000  # code points; what stands behind belongs to no single reference


@cache
def load_tagger() -> Tagger:
    from pycrfsuite import Tagger  # late: `cites extract` does without

    tagger = Tagger()
    tagger.open(str(MODEL))
    return tagger


def tag(text: str) -> Pieces:
    """Return the pieces of a reference string with their labels, in printed order.

    >>> tag("Baev, Pavel. Russia's Energy Policies. London: Routledge, 2008.")[0]
    ('author', 'Baev, Pavel.')
    """
    cleaned = clean(text[:LONGEST])
    tokens = tokenize(cleaned)
    if not tokens:
        return []
    labels = load_tagger().tag(features(tokens))
    pieces: Pieces = []
    begin = 0
    for index in range(1, len(tokens) + 1):
        if index == len(tokens) or labels[index] != labels[begin]:
            pieces.append((labels[begin], cleaned[tokens[begin].start : tokens[index - 1].end]))
            begin = index
    return pieces


def read(text: str) -> Reference:
    """Return the work that a reference string names; its type is not told yet."""
    return to_fields(repair(tag(text)))
