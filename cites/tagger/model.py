"""The weights of the tagger, and the likeliest labels of a string by them: a linear-chain conditional random field.

A model is a text, so that what it has learnt can be read: the labels; how well each follows another; how much each feature speaks for
which label. Weights are whole thousandths, and sums are the same on every machine.

    author title issued …
    author>title 1423
    k=PUBL	publisher 893 title -210
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

# Scores of all labels stand side by side in one long integer, a lane of 32 bits for each: score, label, label before. What is added to the
# integer is added to all lanes at once, and the greatest lane tells its label and where it came from.
LANE = 32
LABEL = 5  # bits of a label
POINTER = (1 << LABEL) - 1
SCORE = 2 * LABEL  # where the score begins
MIDDLE = 1 << (LANE - 2)  # lanes count from here, so that none is negative; the highest bit is left to comparisons
# That leaves a score 20 bits: a token has fewer than a hundred features, and none weighs more than 7 (7000 thousandths).


class Model:
    """Labels tokens by their features.

    >>> model = Model("a b\\na>b 500\\nw=x\\ta 700\\n")
    >>> model.best([model.weigh(("w=x",)), model.weigh(("w=y",))])
    ['a', 'b']
    """

    def __init__(self, text: str) -> None:
        first, *lines = text.splitlines()
        self.labels = first.split(" ")
        self._index = {label: number for number, label in enumerate(self.labels)}
        follows = [[0] * len(self.labels) for _ in self.labels]  # [label before][label]
        self._printed = {}  # weights as the file has them, by feature: most are never asked for
        self._known: dict[str, int] = {}
        for line in lines:
            name, tab, weights = line.partition("\t")
            if tab:
                self._printed[name] = weights
            else:
                pair, _, weight = name.partition(" ")
                before, _, after = pair.partition(">")
                follows[self._index[before]][self._index[after]] = int(weight)
        self._follows = follows
        self._lead = _tell_lead(follows)
        self._ones = _in_lanes([1] * len(self.labels))
        self._start = _in_lanes([MIDDLE + (label << LABEL) for label in range(len(self.labels))])
        rows = [_in_lanes([weight << SCORE for weight in row]) for row in follows]
        self._behind = [self._start + before * self._ones + row for before, row in enumerate(rows)]
        self._lanes = struct.Struct(f"<{len(self.labels)}I")

    def weigh(self, names: tuple[str, ...]) -> int:
        """Return what features weigh together: one long integer with a lane for each label.

        Adding two of these integers adds all their lanes at once, the fastest sum of short vectors that Python has.
        """
        known, printed = self._known, self._printed
        total = 0
        for name in names:
            if name in known:
                total += known[name]
            elif name in printed:
                words = printed[name].split(" ")
                pairs = zip(words[::2], words[1::2], strict=True)
                known[name] = weight = sum([int(weight) << SCORE + LANE * self._index[label] for label, weight in pairs])
                total += weight
        return total

    def best(self, tokens: Iterable[int]) -> list[str]:
        """Return the likeliest label of each token, given what its features weigh (Viterbi's algorithm).

        A label is followed no further where another is so far ahead of it that no later token can make up for it: what is left
        aside is on no best path.
        """
        unpack, size, ones, behind, lead = self._lanes.unpack, self._lanes.size, self._ones, self._behind, self._lead
        high = ones << (LANE - 1)
        reached = self._start  # for each label the best way to it, without what the next token says
        passed: list[tuple[int, ...]] = []  # the lanes at each token
        top = 0
        for token in tokens:
            lanes = unpack((reached + token).to_bytes(size, "little"))
            passed.append(lanes)
            best = max(lanes)
            top = best >> LABEL & POINTER
            least, leads = lead[top]
            most = best >> SCORE
            reached, floor = 0, best - least
            for lane in [lane for lane in lanes if lane > floor]:  # a quick look first, for few are
                label, behind_most = lane >> LABEL & POINTER, most - (lane >> SCORE)
                if behind_most < leads[label]:
                    way = behind[label] - (behind_most << SCORE) * ones
                    if reached:
                        # The greater of each two lanes: where `reached` is no less, the highest bit stays, and becomes a mask.
                        greater = ((reached | high) - way) & high
                        way ^= (reached ^ way) & (greater - (greater >> (LANE - 1)))
                    reached = way
        if not passed:
            return []
        path = [top]
        for lanes in reversed(passed[1:]):
            path.append(lanes[path[-1]] & POINTER)
        return [self.labels[label] for label in reversed(path)]

    def score(self, labels: Sequence[str], tokens: Sequence[int]) -> int:
        """Return what speaks for these labels of tokens, in thousandths; the difference of two such scores tells which is likelier."""
        lanes = [self._lanes.unpack((self._start + token).to_bytes(self._lanes.size, "little")) for token in tokens]
        numbers = [self._index[label] for label in labels]
        weights: int = sum((row[number] - MIDDLE) >> SCORE for row, number in zip(lanes, numbers, strict=True))
        return weights + sum(self._follows[before][after] for before, after in pairwise(numbers))


def _in_lanes(values: Iterable[int]) -> int:
    return sum(value << LANE * lane for lane, value in enumerate(values))


def _tell_lead(follows: list[list[int]]) -> list[tuple[int, list[int]]]:
    """Return for each label that may be ahead from which difference of scores on it stays ahead of each other one, whatever follows.

    Before these leads stands the greatest of them, as a difference of lanes.
    """
    size = range(len(follows))
    leads = [[1 + max(follows[label][after] - follows[ahead][after] for after in size) for label in size] for ahead in size]
    return [(max(row) << SCORE, row) for row in leads]


def print_model(labels: Sequence[str], follows: Mapping[tuple[str, str], float], weights: Mapping[tuple[str, str], float]) -> str:
    """Return the text of a model from what was learnt: weights by (label before, label) and by (feature, label)."""
    lines = [" ".join(labels)]
    lines += [f"{before}>{after} {_whole(weight)}" for (before, after), weight in sorted(follows.items()) if _whole(weight)]
    rows: dict[str, list[str]] = {}
    for (name, label), weight in sorted(weights.items()):
        if _whole(weight):
            rows.setdefault(name, []).append(f"{label} {_whole(weight)}")
    lines += [f"{name}\t{' '.join(row)}" for name, row in rows.items()]
    return "\n".join(lines) + "\n"


def _whole(weight: float) -> int:
    return round(1000 * weight)
