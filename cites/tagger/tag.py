"""Labels for the tokens of a reference string, and the reference that they make."""

from __future__ import annotations

from functools import cache

from cites.knowledge import DATA
from cites.model import Reference
from cites.tagger.features import Features
from cites.tagger.fields import Pieces, to_fields
from cites.tagger.model import Model
from cites.tagger.repair import repair
from cites.tagger.tokens import clean, locate, tokenize

MODEL = DATA / "tagger.tsv"
LONGEST = 3_000  # code points; what stands behind belongs to no single reference


@cache
def load() -> tuple[Model, Features[int]]:
    """The model that ships, and the features as it weighs them."""
    model = Model(MODEL.read_text("utf-8"))
    return model, Features(model.weigh)


def tag(text: str) -> Pieces:
    """Return the pieces of a reference string with their labels, in printed order.

    >>> tag("Baev, Pavel. Russia's Energy Policies. London: Routledge, 2008.")[0]
    ('author', 'Baev, Pavel.')
    """
    cleaned = clean(text[:LONGEST])
    tokens = tokenize(cleaned)
    if not tokens:
        return []
    model, features = load()
    labels = model.best(features(tokens))
    pieces: Pieces = []
    begin = end = 0
    label = labels[0]
    for (start, stop), next_label in zip(locate(cleaned, tokens), labels, strict=True):
        if next_label != label:
            pieces.append((label, cleaned[begin:end]))
            begin, label = start, next_label
        end = stop
    pieces.append((label, cleaned[begin:end]))
    return pieces


def read_pieces(text: str) -> Pieces:
    """Return the pieces of a reference string with labels that fit each other."""
    return repair(tag(text))


def read(text: str) -> Reference:
    """Return the work that a reference string names; its type is not told yet."""
    return to_fields(read_pieces(text))
