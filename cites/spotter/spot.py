"""Stretches of a zone that are citations, with the fields that their words make, and how much speaks for that."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from cites.knowledge import DATA
from cites.model import Zone
from cites.outlets import Outlets
from cites.spotter.features import LONG, WORD, Features, Setting, name_outlets
from cites.tagger.model import Model

MODEL = DATA / "spotter.tsv"
NONE = "none"  # the label of what is no citation
SHORT = "short:"  # before a label: of a citation that points back
EDGES = ",:"  # marks that no citation begins or ends with
NEAR = 40  # code points before a parenthesis


class Piece(NamedTuple):
    """Words of one label."""

    label: str
    start: int
    end: int


class Stretch(NamedTuple):
    """A citation as the spotter sees it."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    is_short: bool  # it points back
    margin: int  # by how much it is likelier than none, in thousandths of the natural logarithm


@cache
def load() -> tuple[Model, Features[int]]:
    """The model that ships, and the features as it weighs them."""
    model = Model(MODEL.read_text("utf-8"))
    return model, Features(model.weigh)


def setting_of(text: str, zone: Zone) -> Setting:
    """Return where a zone stands in its text."""
    if zone.kind != "inline":
        return Setting(zone.kind)
    start, end = zone.span
    words = ["", "", *text[max(0, start - NEAR) : max(0, start - 1)].split()]
    before, earlier = ("A" if word[:1].isupper() else word.casefold()[:LONG] for word in (words[-1], words[-2]))
    after = text[end + 1 : end + 3].strip()[:1]
    return Setting(text[max(0, start - 1) : start], before, earlier, "a" if after.islower() else "A" if after.isupper() else after)


def spot(folded: str, setting: Setting, outlets: Outlets) -> Iterator[Stretch]:
    """Yield the citations of a zone.

    >>> [stretch] = spot("Kaya Voss, IUCN Red List 2021: e.T60344A1", Setting("(", "early", "cut", "."), load_outlets())
    >>> [piece.label for piece in stretch.pieces]
    ['author', 'rest', 'container', 'issued', 'rest', 'page']
    """
    spans = [match.span() for match in WORD.finditer(folded)]
    if not spans:
        return
    model, features = load()
    tokens = features([folded[slice(*span)] for span in spans], name_outlets(folded, spans, outlets.find), setting)
    labels = model.best(tokens)
    for begin, end in _runs([label != NONE and folded[start] != ";" for label, (start, _) in zip(labels, spans, strict=True)]):
        if labels[begin] == NONE or folded[spans[begin][0]] == ";":
            continue
        while begin < end and folded[spans[begin][0]] in EDGES:
            begin += 1
        while begin < end and folded[spans[end - 1][0]] in EDGES:
            end -= 1
        if begin == end:
            continue
        pieces = tuple(
            Piece(labels[first].removeprefix(SHORT), spans[first][0], spans[last - 1][1]) for first, last in _runs(labels[begin:end], begin)
        )
        shorts = sum(label.startswith(SHORT) for label in labels[begin:end])
        margin = _margin(model, labels, tokens, begin, end)
        yield Stretch(spans[begin][0], spans[end - 1][1], pieces, shorts * 2 > end - begin, margin)


def _runs(values: Iterable[Hashable], at: int = 0) -> Iterator[tuple[int, int]]:
    """Yield where values begin and end that are alike, counted from `at`."""
    for _, group in groupby(values):
        begin, at = at, at + len(list(group))
        yield begin, at


def _margin(model: Model, labels: Sequence[str], tokens: Sequence[int], begin: int, end: int) -> int:
    """Return by how much these labels are likelier than those that say that the words between `begin` and `end` are no citation."""
    first, last = max(0, begin - 1), end + 1  # the words on either side, whose labels stay
    without = [*labels[first:begin], *[NONE] * (end - begin), *labels[end:last]]
    return model.score(labels[first:last], tokens[first:last]) - model.score(without, tokens[first:last])
